import t from 'tap'
import { build } from '../fixtures/app.ts'
import { addUser } from '../fixtures/rows.ts'
import { until } from '../fixtures/until.ts'
import { signedUp } from '../fixtures/visitor.ts'

t.test('each mail is noted, with what the server said to one that it did not take', async (t) => {
  let refusal: Error | null = null
  const sent: { to: string; html?: string }[] = []
  const mailer = {
    send: async (mail: { to: string; html?: string; subject: string; text: string }) => {
      if (refusal !== null) throw refusal
      sent.push(mail)
    },
    verify: async () => undefined,
    close: () => undefined,
  }
  const { app, services } = await build(t, {}, { mailer })
  const operator = await signedUp(app, 'operator@films.example')
  await services.database.user.updateMany({ data: { role: 'admin' } })
  const member = await addUser(services, { email: 'ana@films.example' })
  // The welcome goes out behind the answer.
  await until('it was noted', async () => (await services.database.mailRecord.count()) > 0)
  await services.database.mailRecord.deleteMany()
  const mail = (to: string, subject: string) =>
    services.mailer.send({ to, subject, text: 'A secret link.' })
  await mail('Ana@films.example', 'One')
  refusal = new Error('550 no such mailbox')
  await t.rejects(mail('nobody@films.example', 'Two'), /550/)
  const list = async (query = '') => (await operator.get(`/api/studio/mails${query}`)).json()
  const { mails, nextCursor } = await list()
  t.match(mails, [
    { to: 'nobody@films.example', subject: 'Two', outcome: 'failed', error: '550 no such mailbox' },
    { to: 'ana@films.example', subject: 'One', outcome: 'sent', error: null },
  ])
  t.equal(nextCursor, null)
  t.notMatch(JSON.stringify(await services.database.mailRecord.findMany()), /secret/)
  t.match(sent.at(-1)?.html, 'A secret link.')
  t.match(await services.database.mailRecord.findFirst({ where: { subject: 'One' } }), {
    userId: member.id,
  })
  t.equal((await list('?to=ANA@films.example')).mails.length, 1)
  const first = await list('?limit=1')
  t.equal((await list(`?limit=1&cursor=${first.nextCursor}`)).mails[0].subject, 'One')
  const stranger = await signedUp(app, 'other@films.example')
  t.equal((await stranger.get('/api/studio/mails')).statusCode, 403)
})

t.test('the digits that prove an address stand in the mail alone', async (t) => {
  const sent: { subject: string }[] = []
  const mailer = {
    send: async (mail: { subject: string }) => {
      sent.push(mail)
    },
    verify: async () => undefined,
    close: () => undefined,
  }
  const { app, services } = await build(t, {}, { mailer })
  await signedUp(app, 'ana@films.example')
  const [noted] = await until('it was noted', async () => {
    const all = await services.database.mailRecord.findMany({ where: { to: 'ana@films.example' } })
    const about = all.filter(({ subject }) => subject.endsWith('confirms your address'))
    return about.length > 0 && about
  })
  t.equal(noted?.subject, '… confirms your address')
  t.ok(sent.some(({ subject }) => /^\d{6} confirms your address$/.test(subject)))
})
