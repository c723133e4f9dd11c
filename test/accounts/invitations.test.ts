import t, { type Test } from 'tap'
import type { Mail } from '../../server/clients/mailer.ts'
import { build } from '../fixtures/app.ts'
import { password, signedUp, visitor } from '../fixtures/visitor.ts'

async function studio(t: Test) {
  const sent: Mail[] = []
  const mailer = {
    send: async (mail: Mail) => void sent.push(mail),
    verify: async () => undefined,
    close: () => undefined,
  }
  const { app, services } = await build(t, {}, { mailer })
  const owner = await signedUp(app, 'owner@films.example')
  await services.database.user.updateMany({ data: { role: 'admin' } })
  const invite = (email: string, role = 'editor') =>
    owner.post('/api/studio/operators/invitations', { email, role })
  const tokenTo = (email: string) =>
    sent
      .filter(({ to }) => to === email)
      .at(-1)
      ?.text.match(/\/invitation#token=(\S+)/)?.[1] ?? ''
  return { app, services, sent, owner, invite, tokenTo }
}

t.test('who has no account opens one by the invitation, and can do just that', async (t) => {
  const { app, services, owner, invite, tokenTo } = await studio(t)
  t.match((await invite(' Eva@Films.example ')).json(), {
    email: 'eva@films.example',
    role: 'editor',
  })
  const token = tokenTo('eva@films.example')
  const eva = visitor(app)
  t.same((await eva.post('/api/auth/invitation', { token })).json(), {
    ...{ email: 'eva@films.example', role: 'editor', hasAccount: false },
  })
  const accept = (given: object) => eva.post('/api/auth/invitation/accept', { token, ...given })
  t.equal((await accept({})).statusCode, 400, 'a password is needed')
  t.match((await accept({ password })).json(), { user: { role: 'editor', emailVerified: true } })
  t.equal((await eva.get('/api/studio/videos')).statusCode, 200)
  t.equal((await eva.get('/api/studio/payments')).statusCode, 403)
  t.match((await accept({ password })).json(), { code: 'RESET_LINK_INVALID' }, 'it works once')
  const { operators, invitations } = (await owner.get('/api/studio/operators')).json()
  t.match(operators, [{ email: 'eva@films.example', role: 'editor' }, { role: 'admin' }])
  t.same(invitations, [])
  const actions = (await services.database.auditEntry.findMany()).map(({ action }) => action)
  for (const action of ['operator.invited', 'operator.accepted', 'user.role-changed'])
    t.ok(actions.includes(action), action)
})

t.test('who has an account accepts as themselves, and nobody else can', async (t) => {
  const { app, invite, tokenTo } = await studio(t)
  const member = await signedUp(app, 'ana@films.example')
  const other = await signedUp(app, 'other@films.example')
  await invite(member.email, 'support')
  const body = { token: tokenTo(member.email), password }
  for (const who of [visitor(app), other]) {
    const refused = await who.post('/api/auth/invitation/accept', body)
    t.match(refused.json(), { code: 'SIGN_IN_REQUIRED', detail: /ana@films.example/ })
  }
  t.match((await member.post('/api/auth/invitation/accept', { token: body.token })).json(), {
    user: { role: 'support' },
  })
  t.equal((await member.get('/api/studio/users')).statusCode, 200, 'signed in anew')
})

t.test('two who accept at the same moment are one operator', async (t) => {
  const { app, services, invite, tokenTo } = await studio(t)
  await invite('eva@films.example')
  const body = { token: tokenTo('eva@films.example'), password }
  const answers = await Promise.all(
    [1, 2, 3].map(() => visitor(app).post('/api/auth/invitation/accept', body)),
  )
  t.equal(answers.filter(({ statusCode }) => statusCode === 200).length, 1)
  t.ok(answers.every(({ statusCode }) => statusCode < 500))
  t.equal(await services.database.user.count({ where: { role: 'editor' } }), 1)
})

t.test('one that is old, taken back or followed by another opens nothing', async (t) => {
  const { app, services, owner, invite, tokenTo } = await studio(t)
  const eva = visitor(app)
  const isOpen = async (token: string) =>
    (await eva.post('/api/auth/invitation', { token })).statusCode === 200
  await invite('eva@films.example')
  const first = tokenTo('eva@films.example')
  const { id } = (await invite('eva@films.example', 'manager')).json()
  t.notOk(await isOpen(first), 'the newer one counts')
  const second = tokenTo('eva@films.example')
  t.ok(await isOpen(second))
  const url = `/api/studio/operators/invitations/${id}`
  t.equal((await owner.request('DELETE', url)).statusCode, 204)
  t.equal((await owner.request('DELETE', url)).statusCode, 404)
  t.notOk(await isOpen(second))
  await invite('eva@films.example')
  services.clock.advance(7 * 86_400)
  t.notOk(await isOpen(tokenTo('eva@films.example')))
})

t.test('whoever may not invite any more has invited nobody', async (t) => {
  for (const away of [{ role: 'member' }, { disabled: true }]) {
    const { app, services, owner, invite, tokenTo } = await studio(t)
    await invite('second@films.example', 'admin')
    const second = visitor(app)
    const accept = (who: typeof second, token: string) =>
      who.post('/api/auth/invitation/accept', { token, password })
    await accept(second, tokenTo('second@films.example'))
    await second.post('/api/studio/operators/invitations', {
      ...{ email: 'own@films.example', role: 'admin' },
    })
    await invite('eva@films.example')
    const { id } = await services.database.user.findUniqueOrThrow({
      where: { email: 'second@films.example' },
    })
    const changed = await owner.request('PATCH', `/api/studio/users/${id}`, away)
    t.equal(changed.statusCode, 200)
    const own = visitor(app)
    t.match((await accept(own, tokenTo('own@films.example'))).json(), {
      code: 'RESET_LINK_INVALID',
    })
    t.match((await accept(visitor(app), tokenTo('eva@films.example'))).json(), {
      user: { role: 'editor' },
    })
    const taken = await services.database.auditEntry.findMany({
      where: { action: 'operator.invitation-taken-back' },
    })
    t.equal(taken.length, 1)
  }
})

t.test('an invitation from before does not bring back whoever was taken the role', async (t) => {
  const { app, services, owner, invite, tokenTo } = await studio(t)
  const ana = await signedUp(app, 'ana@films.example')
  await invite(ana.email, 'admin')
  const { id } = await services.database.user.findUniqueOrThrow({ where: { email: ana.email } })
  const become = (role: string) => owner.request('PATCH', `/api/studio/users/${id}`, { role })
  t.equal((await become('editor')).statusCode, 200)
  t.equal((await become('member')).statusCode, 200)
  const again = visitor(app)
  await again.post('/api/auth/sign-in', { email: ana.email, password })
  const body = { token: tokenTo(ana.email) }
  t.match((await again.post('/api/auth/invitation/accept', body)).json(), {
    code: 'RESET_LINK_INVALID',
  })
})

t.test('a site’s own language is that of its invitations to strangers', async (t) => {
  const { services, owner, invite, sent } = await studio(t)
  const eva = 'eva@films.example'
  await owner.request('PATCH', '/api/studio/settings', { language: 'de' })
  await services.settings.read()
  await invite(eva)
  t.match(
    sent.find(({ to }) => to === eva),
    { language: 'de', text: /Einladung|eingeladen/ },
  )
})

t.test(
  'an invitation goes along with its reader’s address, and ends with their account',
  async (t) => {
    const { app, services, owner, invite, sent, tokenTo } = await studio(t)
    const [before, after] = ['ana@films.example', 'ana@new.example']
    const ana = await signedUp(app, before)
    const stranger = await signedUp(app, 'eva@films.example')
    const proven = { emailVerifiedAt: services.clock.now() }
    await services.database.user.updateMany({ where: { email: before }, data: proven })
    await invite(before)
    const invitation = tokenTo(before)
    await invite('eva@films.example')
    const move = async (who: typeof ana, to: string) => {
      await who.post('/api/me/email', { email: to, password })
      const mailed = sent.filter((mail) => mail.to === to).at(-1)?.text ?? ''
      const token = /#token=(\S+)/.exec(mailed)?.[1] ?? ''
      t.equal((await visitor(app).post('/api/auth/email/confirm', { token })).statusCode, 204)
    }
    await move(ana, after)
    await move(stranger, 'mallory@films.example')
    t.match(
      (await owner.get('/api/studio/operators')).json(),
      { invitations: [{ email: 'eva@films.example' }, { email: after }] },
      'but not with one that was never theirs',
    )
    const { id } = await services.database.user.findUniqueOrThrow({ where: { email: after } })
    await owner.request('PATCH', `/api/studio/users/${id}`, { disabled: true })
    const read = visitor(app).post('/api/auth/invitation', { token: invitation })
    t.match((await read).json(), { code: 'RESET_LINK_INVALID' })
  },
)

t.test('an operator is not invited again', async (t) => {
  const { owner, invite, sent } = await studio(t)
  t.match((await invite(owner.email, 'support')).json(), { code: 'CONFLICT' })
  t.notOk(sent.some(({ text }) => text.includes('/invitation#token=')))
})
