import Fastify from 'fastify'
import t, { type Test } from 'tap'
import { say } from '../../contract/words/server.ts'
import { choose } from '../../contract/words/speak.ts'
import { paymentFailureMail } from '../../server/billing/payments/payment-failure-mail.ts'
import { MatineeError, refusedField } from '../../server/errors.ts'
import { notFound, problemJson } from '../../server/plugins/problem-json.ts'
import { readerLanguage } from '../../server/plugins/reader-language.ts'

async function start(t: Test) {
  const app = Fastify()
  t.teardown(() => app.close())
  t.teardown(() => choose('en'))
  await app.register(readerLanguage)
  await app.register(problemJson)
  await app.register(notFound)
  app.get('/film', async () => {
    // Others are served meanwhile.
    await new Promise((resolve) => setImmediate(resolve))
    throw new MatineeError('NOT_FOUND', { detail: say('none.film') })
  })
  app.post('/field', async () => {
    throw refusedField('email', say('accounts.notAnAddress'))
  })
  app.get('/play/film', async () => {
    throw new MatineeError('NOT_FOUND', { detail: say('none.film') })
  })
  const ask = async (headers: Record<string, string>, url = '/film') =>
    (await app.inject({ url, headers })).json() as { code: string; title: string; detail: string }
  return { app, ask }
}

t.test('a refusal is said in the language that the browser asks for', async (t) => {
  const { ask } = await start(t)
  t.same(await ask({ 'accept-language': 'pt, es-MX;q=0.9, en;q=0.5' }), {
    type: 'about:blank',
    status: 404,
    code: 'NOT_FOUND',
    title: 'No encontrado',
    detail: 'Esa película no existe.',
  })
  t.equal((await ask({ 'accept-language': 'es' }, '/nothing')).detail, 'Aquí no hay nada.')
})

t.test('the reader’s own choice counts before that', async (t) => {
  const { ask } = await start(t)
  const headers = { 'accept-language': 'es', cookie: 'a=b; matinee_language=fr' }
  t.equal((await ask(headers)).detail, 'Ce film n’existe pas.')
  const english = { 'accept-language': 'es', cookie: 'matinee_language=en' }
  t.equal((await ask(english)).detail, 'There is no such film.')
})

t.test('who names no language, or none that is known, is answered in English', async (t) => {
  const { ask } = await start(t)
  for (const headers of [{}, { 'accept-language': 'pt' }, { 'accept-language': '*' }]) {
    t.equal((await ask(headers as Record<string, string>)).detail, 'There is no such film.')
  }
})

t.test('readers who ask at the same time are each answered in their own language', async (t) => {
  const { ask } = await start(t)
  const languages = ['de', 'fr', 'es', 'en', 'de', 'en']
  const answers = await Promise.all(languages.map((one) => ask({ 'accept-language': one })))
  t.same(
    answers.map(({ detail }) => detail),
    [
      'Diesen Film gibt es nicht.',
      'Ce film n’existe pas.',
      'Esa película no existe.',
      'There is no such film.',
      'Diesen Film gibt es nicht.',
      'There is no such film.',
    ],
  )
})

t.test('what is wrong with a field is said in it too, after a body was read', async (t) => {
  const { app } = await start(t)
  const answer = await app.inject({
    method: 'POST',
    url: '/field',
    headers: { 'accept-language': 'de' },
    payload: { email: 'x' },
  })
  const message = 'ist keine E-Mail-Adresse'
  t.match(answer.json(), {
    code: 'BAD_REQUEST',
    detail: `email: ${message}.`,
    fields: [{ field: 'email', message }],
  })
})

t.test('a mail is in its reader’s language, whoever it is sent for', async (t) => {
  await start(t)
  const mail = paymentFailureMail('ana@example.com', {
    since: new Date('2031-05-01T12:00:00Z'),
    graceDays: 7,
    publicUrl: 'https://films.example',
    confirmUrl: null,
    kind: 'paymentFailed',
    ...{ language: 'fr', siteName: 'Kino', own: null },
  })
  t.equal(mail.subject, 'Votre paiement n’a pas abouti')
  t.match(mail.text, /jusqu’au 8 mai 2031/)
})
