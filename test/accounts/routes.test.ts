import t from 'tap'
import { build } from '../fixtures/app.ts'
import { password, signedUp, type Visitor, visitor } from '../fixtures/visitor.ts'

const email = 'ana@films.example'
/** A browser stays known when nobody is signed in with it any more. */
const session = ['matinee_access', 'matinee_refresh']
const sessionOf = ({ cookies }: Visitor) => session.filter((name) => cookies.has(name))

t.test('someone who signs up is signed in, as a member', async (t) => {
  const { app } = await build(t)
  const ana = visitor(app)
  const answer = await ana.post('/api/auth/sign-up', { email: '  Ana@Films.Example ', password })
  t.equal(answer.statusCode, 201)
  t.match(answer.json(), { user: { id: /^[0-9a-f-]{36}$/, email, role: 'member' } })
  const me = await ana.get('/api/me')
  t.equal(me.statusCode, 200)
  t.same(me.json(), { ...answer.json(), subscription: null })
  t.equal(me.headers['cache-control'], 'no-store')
})

t.test('one address has one account, however it is written', async (t) => {
  const { app, services } = await build(t)
  await signedUp(app, email)
  const again = await visitor(app).post('/api/auth/sign-up', {
    email: 'ANA@films.example',
    password,
  })
  t.equal(again.statusCode, 409)
  t.equal(again.json().code, 'EMAIL_TAKEN')
  t.equal(await services.database.user.count(), 1)
})

t.test('of two sign-ups with one address at the same moment, one succeeds', async (t) => {
  const { app, services } = await build(t)
  const answers = await Promise.all(
    [visitor(app), visitor(app)].map((who) => who.post('/api/auth/sign-up', { email, password })),
  )
  t.same(answers.map(({ statusCode }) => statusCode).sort(), [201, 409])
  t.equal(await services.database.user.count(), 1)
})

t.test('signing in needs the password, and the address in any letter case', async (t) => {
  const { app } = await build(t)
  await signedUp(app, email)
  const ana = visitor(app)
  const answer = await ana.post('/api/auth/sign-in', { email: 'ANA@FILMS.EXAMPLE', password })
  t.equal(answer.statusCode, 200)
  t.equal(answer.json().user.email, email)
  t.equal((await ana.get('/api/me')).statusCode, 200)
})

t.test('a wrong password and an unknown address get the same answer', async (t) => {
  const { app } = await build(t)
  await signedUp(app, email)
  const wrong = await visitor(app).post('/api/auth/sign-in', { email, password: 'not hers at all' })
  const unknown = await visitor(app).post('/api/auth/sign-in', {
    email: 'nobody@films.example',
    password,
  })
  t.equal(wrong.statusCode, 401)
  t.equal(wrong.json().code, 'WRONG_CREDENTIALS')
  t.equal(unknown.statusCode, wrong.statusCode)
  t.same(unknown.json(), wrong.json())
  t.same(wrong.cookies, [])
})

t.test('someone who signs out is out, and the tokens they had are dead', async (t) => {
  const { app } = await build(t)
  const ana = await signedUp(app)
  const before = new Map(ana.cookies)
  t.equal((await ana.post('/api/auth/sign-out')).statusCode, 204)
  t.same(sessionOf(ana), [])
  for (const [name, value] of before) ana.cookies.set(name, value)
  t.equal((await ana.get('/api/me')).statusCode, 401, 'the access token')
  t.equal((await ana.post('/api/auth/refresh')).statusCode, 401, 'the refresh token')
})

t.test('signing out works with an access token that has expired, and without any', async (t) => {
  const { app } = await build(t)
  const ana = await signedUp(app)
  const refresh = ana.cookies.get('matinee_refresh') ?? ''
  ana.cookies.delete('matinee_access')
  t.equal((await ana.post('/api/auth/sign-out')).statusCode, 204)
  ana.cookies.set('matinee_refresh', refresh)
  t.equal((await ana.post('/api/auth/refresh')).statusCode, 401)
  t.equal((await visitor(app).post('/api/auth/sign-out')).statusCode, 204)
})

t.test(
  'signing out leaves other browsers signed in, signing out everywhere does not',
  async (t) => {
    const { app } = await build(t)
    const phone = await signedUp(app)
    const laptop = visitor(app)
    const television = visitor(app)
    for (const who of [laptop, television]) {
      await who.post('/api/auth/sign-in', { email: phone.email, password })
    }
    await phone.post('/api/auth/sign-out')
    t.equal((await laptop.get('/api/me')).statusCode, 200)
    t.equal((await laptop.post('/api/auth/sign-out-everywhere')).statusCode, 204)
    t.same(sessionOf(laptop), [])
    t.equal((await television.get('/api/me')).statusCode, 401)
    t.equal((await television.post('/api/auth/refresh')).statusCode, 401)
  },
)

t.test('signing out everywhere needs to be signed in', async (t) => {
  const { app } = await build(t)
  t.equal((await visitor(app).post('/api/auth/sign-out-everywhere')).statusCode, 401)
})

t.test('someone else who signs in with the same browser ends the earlier session', async (t) => {
  const { app, services } = await build(t)
  const ana = await signedUp(app, 'ana@films.example')
  await signedUp(app, 'ben@films.example')
  await ana.post('/api/auth/sign-in', { email: 'ben@films.example', password })
  t.equal((await ana.get('/api/me')).json().user.email, 'ben@films.example')
  const left = { userId: ana.userId, revokedAt: null }
  t.equal(await services.database.refreshFamily.count({ where: left }), 0)
})

t.test(
  'signing in again does not end what the same person is watching in another tab',
  async (t) => {
    const { app, services } = await build(t)
    const ana = await signedUp(app)
    await ana.post('/api/auth/sign-in', { email: ana.email, password })
    const open = { userId: ana.userId, revokedAt: null }
    t.equal(await services.database.refreshFamily.count({ where: open }), 2)
  },
)

t.test('without a session, /api/me and refresh say that signing in is required', async (t) => {
  const { app } = await build(t)
  const nobody = visitor(app)
  for (const answer of [await nobody.get('/api/me'), await nobody.post('/api/auth/refresh')]) {
    t.equal(answer.statusCode, 401)
    t.equal(answer.json().code, 'SIGN_IN_REQUIRED')
  }
})

t.test('a refresh goes on with the session after the access token is gone', async (t) => {
  const { app, services } = await build(t)
  const ana = await signedUp(app)
  services.clock.advance(901)
  t.equal((await ana.get('/api/me')).statusCode, 401)
  t.equal((await ana.post('/api/auth/refresh')).statusCode, 204)
  t.equal((await ana.get('/api/me')).statusCode, 200)
})

t.test('input that cannot be right is refused with the name of its field', async (t) => {
  const { app, services } = await build(t)
  const refused: [path: string, body: object, field: string][] = [
    ['sign-up', { password }, 'email'],
    ['sign-up', { email }, 'password'],
    ['sign-up', { email, password, role: 'admin' }, 'role'],
    ['sign-up', { email: 'ana', password }, 'email'],
    ['sign-up', { email: 'ana@films', password }, 'email'],
    ['sign-up', { email: 'ana@@films.example', password }, 'email'],
    ['sign-up', { email: 'josé@films.example', password }, 'email'],
    ['sign-up', { email: '"ana b"@films.example', password }, 'email'],
    ['sign-up', { email: 'ana@films.example\u0000', password }, 'email'],
    ['sign-up', { email: `${'a'.repeat(242)}@films.example`, password }, 'email'],
    ['sign-up', { email: ['a@b.example', 'c@d.example'], password }, 'email'],
    ['sign-up', { email, password: '1234567' }, 'password'],
    ['sign-up', { email, password: 'x'.repeat(201) }, 'password'],
    ['sign-up', { email, password: { $ne: null } }, 'password'],
    ['sign-in', { email, password: '' }, 'password'],
    ['password/forgot', {}, 'email'],
    ['password/reset', { password }, 'token'],
    ['password/reset', { token: 'x', password: 'short' }, 'password'],
  ]
  for (const [path, body, field] of refused) {
    const answer = await visitor(app).post(`/api/auth/${path}`, body)
    const what = `${path} ${JSON.stringify(body).slice(0, 60)}`
    t.equal(answer.statusCode, 400, what)
    t.equal(answer.json().code, 'BAD_REQUEST', what)
    t.match(answer.json().detail, new RegExp(`^${field}: [ \\w"{}-]+\\.$`), what)
  }
  t.equal(await services.database.user.count(), 0)
})

t.test('passwords of 8 and of 200 characters are accepted', async (t) => {
  const { app } = await build(t)
  for (const length of [8, 200]) {
    const body = {
      email: `ana${length}@films.example`,
      password: 'üñé'.repeat(length).slice(0, length),
    }
    t.equal((await visitor(app).post('/api/auth/sign-up', body)).statusCode, 201, `${length}`)
    t.equal((await visitor(app).post('/api/auth/sign-in', body)).statusCode, 200, `${length}`)
  }
})

t.test('an address and a password are the same on every keyboard', async (t) => {
  const { app, services } = await build(t)
  const composed = { email: 'jose@cinéma.example', password: 'crème brûlée' }
  const decomposed = {
    email: composed.email.normalize('NFD'),
    password: composed.password.normalize('NFD'),
  }
  t.equal((await visitor(app).post('/api/auth/sign-up', decomposed)).statusCode, 201)
  t.equal((await visitor(app).post('/api/auth/sign-up', composed)).json().code, 'EMAIL_TAKEN')
  t.equal((await visitor(app).post('/api/auth/sign-in', composed)).statusCode, 200)
  t.equal((await visitor(app).post('/api/auth/sign-in', decomposed)).statusCode, 200)
  t.equal(await services.database.user.count(), 1)
})

t.test('a password that is guessed first opens no account', async (t) => {
  const { app, services } = await build(t)
  for (const weak of ['password', '12345678', ' '.repeat(8), email, 'Matinee!']) {
    const answer = await visitor(app).post('/api/auth/sign-up', { email, password: weak })
    t.equal(answer.statusCode, 400, weak)
    t.match(answer.json(), { code: 'BAD_REQUEST', fields: [{ field: 'password' }] }, weak)
  }
  t.equal(await services.database.user.count(), 0)
})

t.test('a body that is not JSON is 400, of another type 415, and too large 413', async (t) => {
  const { app, services } = await build(t)
  const send = (payload: string, type = 'application/json') =>
    app.inject({
      method: 'POST',
      url: '/api/auth/sign-up',
      headers: { 'content-type': type },
      payload,
    })
  t.equal((await send('{"email":')).statusCode, 400)
  t.equal((await send('a=b', 'text/csv')).statusCode, 415)
  const padded = JSON.stringify({ email, password, padding: 'x'.repeat(70_000) })
  t.equal((await send(padded)).statusCode, 413)
  t.equal(await services.database.user.count(), 0)
})

t.test('a closed account is signed out, and told why only by its password', async (t) => {
  const { app, services } = await build(t)
  const ana = await signedUp(app)
  const disabledAt = services.clock.now()
  await services.database.user.update({ where: { id: ana.userId }, data: { disabledAt } })
  t.equal((await ana.get('/api/me')).statusCode, 401)
  t.equal((await ana.post('/api/auth/refresh')).statusCode, 401)
  const right = await visitor(app).post('/api/auth/sign-in', { email: ana.email, password })
  t.equal(right.statusCode, 403)
  t.match(right.json().detail, /closed/)
  const wrong = await visitor(app).post('/api/auth/sign-in', {
    email: ana.email,
    password: 'not hers at all',
  })
  t.equal(wrong.json().code, 'WRONG_CREDENTIALS')
})

t.test('when the database is down the answer is 503 and the cookies stay', async (t) => {
  const { app } = await build(t)
  const ana = await signedUp(app)
  const down = await build(t, { DATABASE_URL: 'postgresql://127.0.0.1:1/none' })
  const stranded = visitor(down.app)
  for (const [name, value] of ana.cookies) stranded.cookies.set(name, value)
  for (const answer of [
    await stranded.get('/api/me'),
    await stranded.post('/api/auth/refresh'),
    await stranded.post('/api/auth/sign-in', { email: ana.email, password }),
    await stranded.post('/api/auth/sign-out'),
  ]) {
    t.equal(answer.statusCode, 503)
    t.notMatch(answer.body, /127\.0\.0\.1|connect/)
  }
  t.same(sessionOf(stranded), session)
})
