import t, { type Test } from 'tap'
import { RESET_LINK_MINUTES } from '../../server/accounts/password-reset.ts'
import { systemClock } from '../../server/clients/clock.ts'
import { openMailbox } from '../../server/local/mailbox.ts'
import { build } from '../fixtures/app.ts'
import { scratch } from '../fixtures/scratch.ts'
import { until } from '../fixtures/until.ts'
import { password, signedUp, visitor } from '../fixtures/visitor.ts'

const newPassword = 'a brand new password'

async function open(t: Test) {
  const mailbox = openMailbox(await scratch(t), systemClock)
  const { app, services } = await build(t, {}, { mailer: mailbox })
  const ana = await signedUp(app)
  /** Beside these, whoever opens an account is written to. */
  const resets = async () =>
    (await mailbox.list()).filter(({ subject }) => subject === 'Choose a new password')
  /** Asks for a link and takes it from the mail. */
  const link = async (email = ana.email) => {
    const { length } = await resets()
    const answer = await visitor(app).post('/api/auth/password/forgot', { email })
    t.equal(answer.statusCode, 202)
    await until('the mail', async () => (await resets()).length > length)
    const [mail] = await resets()
    return { mail, token: /#token=([\w-]{43})\s/.exec(mail?.text ?? '')?.[1] ?? '' }
  }
  const reset = (token: string, chosen = newPassword) =>
    visitor(app).post('/api/auth/password/reset', { token, password: chosen })
  const enter = async (given: string) =>
    (await visitor(app).post('/api/auth/sign-in', { email: ana.email, password: given })).statusCode
  return { app, services, resets, ana, link, reset, enter }
}

t.test('a mailed link sets a new password', async (t) => {
  const { ana, link, reset, enter } = await open(t)
  const { mail, token } = await link(' ANA@films.example ')
  t.match(mail, { to: ana.email, subject: 'Choose a new password' })
  t.match(mail?.text, `http://localhost:3000/reset-password#token=${token}`)
  t.equal((await reset(token)).statusCode, 204)
  t.equal(await enter(newPassword), 200)
  t.equal(await enter(password), 401)
})

t.test('who sets a password by a mailed link has proven the address', async (t) => {
  const { services, link, reset } = await open(t)
  const verified = async () => (await services.database.user.findFirstOrThrow()).emailVerifiedAt
  await services.database.user.updateMany({ data: { emailVerifiedAt: null } })
  const { token } = await link()
  t.equal(await verified(), null, 'asking for it proves nothing')
  await reset(token)
  const at = await verified()
  t.ok(at)
  await reset((await link()).token)
  t.same(await verified(), at, 'once')
})

t.test('a new password signs out every browser', async (t) => {
  const { ana, link, reset } = await open(t)
  const { token } = await link()
  await reset(token)
  t.equal((await ana.get('/api/me')).statusCode, 401)
  t.equal((await ana.post('/api/auth/refresh')).statusCode, 401)
})

t.test('a link works once, and so does one of two at the same moment', async (t) => {
  const { link, reset } = await open(t)
  const { token } = await link()
  const answers = await Promise.all([reset(token, 'first choice'), reset(token, 'second choice')])
  t.same(answers.map(({ statusCode }) => statusCode).sort(), [204, 401])
  const again = await reset(token)
  t.equal(again.statusCode, 401)
  t.equal(again.json().code, 'RESET_LINK_INVALID')
})

t.test('a link is good for an hour and not a second more', async (t) => {
  const { services, link, reset, enter } = await open(t)
  const early = await link()
  services.clock.advance(RESET_LINK_MINUTES * 60)
  t.equal((await reset(early.token)).statusCode, 401)
  const late = await link()
  services.clock.advance(RESET_LINK_MINUTES * 60 - 1)
  t.equal((await reset(late.token)).statusCode, 204)
  t.equal(await enter(newPassword), 200)
})

t.test('using one link ends the others', async (t) => {
  const { link, reset } = await open(t)
  const first = await link()
  const second = await link()
  t.equal((await reset(first.token)).statusCode, 204)
  t.equal((await reset(second.token)).statusCode, 401)
})

t.test('a token nobody was mailed, and one of a closed account, set nothing', async (t) => {
  const { services, ana, link, reset } = await open(t)
  t.equal((await reset('made-up')).statusCode, 401)
  const { token } = await link()
  const disabledAt = services.clock.now()
  await services.database.user.update({ where: { id: ana.userId }, data: { disabledAt } })
  t.equal((await reset(token)).statusCode, 401)
})

t.test('the link’s token is not stored as it is', async (t) => {
  const { services, link } = await open(t)
  const { token } = await link()
  t.notMatch(JSON.stringify(await services.database.mailedLink.findMany()), token)
})

t.test(
  'known, unknown and closed addresses get one answer, and only the first a mail',
  async (t) => {
    const { app, services, resets, link } = await open(t)
    const closed = await signedUp(app, 'ben@films.example')
    await services.database.user.update({
      where: { id: closed.userId },
      data: { disabledAt: services.clock.now() },
    })
    const ask = (email: string) => visitor(app).post('/api/auth/password/forgot', { email })
    for (const email of ['nobody@films.example', closed.email]) {
      const answer = await ask(email)
      t.equal(answer.statusCode, 202)
      t.notOk(answer.json(), 'nothing is said')
    }
    await link()
    await app.close()
    t.same(
      (await resets()).map(({ to }) => to),
      ['ana@films.example'],
    )
  },
)

t.test('one mailbox gets three links an hour, whoever asks from wherever', async (t) => {
  const { app, services, resets, ana, link, reset } = await open(t)
  const links = [await link(), await link(' Ana@films.example'), await link()]
  for (let i = 0; i < 5; i++) {
    const payload = { email: ana.email }
    const remoteAddress = `203.0.113.${i}`
    const url = '/api/auth/password/forgot'
    t.equal((await app.inject({ method: 'POST', url, payload, remoteAddress })).statusCode, 202)
  }
  await signedUp(app, 'ben@films.example')
  await link('ben@films.example')
  t.equal((await resets()).length, 4, 'and others theirs')
  services.clock.advance(60 * 60 - 1)
  t.equal((await reset(links[2]?.token ?? '')).statusCode, 204, 'the last one still works')
  services.clock.advance(1)
  await link()
})

t.test('a password that is guessed first is not set, and the link stays good', async (t) => {
  const { link, reset, enter } = await open(t)
  const { token } = await link()
  const answer = await reset(token, 'Password1')
  t.equal(answer.statusCode, 400)
  t.match(answer.json(), { code: 'BAD_REQUEST', fields: [{ field: 'password' }] })
  t.equal((await reset(token)).statusCode, 204)
  t.equal(await enter(newPassword), 200)
})

t.test('the answer does not wait for the mail, and closing does', async (t) => {
  const events: string[] = []
  let deliver: () => void = () => undefined
  const delivered = new Promise<void>((resolve) => {
    deliver = resolve
  })
  let taken: () => void = () => undefined
  const sending = new Promise<void>((resolve) => {
    taken = resolve
  })
  const send = async () => {
    taken()
    await delivered
    events.push('mail')
  }
  const { app } = await build(t, {}, { mailer: { send, verify: send, close: () => undefined } })
  const ana = await signedUp(app)
  const answer = await ana.post('/api/auth/password/forgot', { email: ana.email })
  events.push(`answer ${answer.statusCode}`)
  await sending
  const closed = app.close().then(() => events.push('closed'))
  deliver()
  await closed
  t.same(
    events,
    ['answer 202', 'mail', 'mail', 'closed'],
    'one for the new account, one for the link',
  )
})

t.test('a mail server that is down does not show in the answer', async (t) => {
  const send = async () => {
    throw new Error('no mail server')
  }
  const { app } = await build(t, {}, { mailer: { send, verify: send, close: () => undefined } })
  const ana = await signedUp(app)
  const answer = await ana.post('/api/auth/password/forgot', { email: ana.email })
  t.equal(answer.statusCode, 202)
  await app.close()
})
