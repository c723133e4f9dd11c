import { Secret, TOTP } from 'otpauth'
import t, { type Test } from 'tap'
import { build } from '../fixtures/app.ts'
import { password, signedUp, visitor } from '../fixtures/visitor.ts'

async function open(t: Test) {
  const { app, services } = await build(t)
  const ana = await signedUp(app)
  const { clock, database } = services
  const become = (role: 'admin') =>
    database.user.update({ where: { id: ana.userId }, data: { role } })
  /** Sets the app up, and reads codes off it. */
  const addTotp = async () => {
    const begun = await ana.post('/api/me/totp')
    t.equal(begun.statusCode, 201)
    const totp = new TOTP({ secret: Secret.fromBase32(begun.json().secret) })
    const code = () => totp.generate({ timestamp: clock.now().getTime() })
    const confirmed = await ana.post('/api/me/totp/confirm', { code: code() })
    t.equal(confirmed.statusCode, 200)
    const { recoveryCodes } = confirmed.json() as { recoveryCodes: string[] }
    return { code, recoveryCodes }
  }
  const enter = (given: object = {}) =>
    visitor(app).post('/api/auth/sign-in', { email: ana.email, password, ...given })
  return { app, services, clock, database, ana, become, addTotp, enter }
}

t.test('codes of an app are asked for once one was typed, and each is good once', async (t) => {
  const { ana, clock, addTotp, enter } = await open(t)
  await ana.post('/api/me/totp')
  t.equal((await enter()).statusCode, 200, 'one that was never typed asks for nothing')
  const { code, recoveryCodes } = await addTotp()
  t.match((await enter()).json(), { code: 'SECOND_FACTOR_REQUIRED' })
  t.match((await enter({ password: 'wrong password', code: code() })).json(), {
    code: 'WRONG_CREDENTIALS',
  })
  t.equal((await enter({ code: code() })).statusCode, 401, 'the one that set it up is used')
  clock.advance(60)
  t.equal((await enter({ code: code() })).statusCode, 200)
  t.match((await enter({ code: code() })).json(), {
    ...{ code: 'WRONG_CREDENTIALS', fields: [{ field: 'code' }] },
  })
  clock.advance(60)
  const old = code()
  clock.advance(61)
  t.equal((await enter({ code: old })).statusCode, 401, 'an old one')
  t.equal(recoveryCodes.length, 10)
  const [first = ''] = recoveryCodes
  t.equal((await enter({ code: first.toUpperCase() })).statusCode, 200, 'a recovery code')
  t.equal((await enter({ code: first })).statusCode, 401, 'works once')
  t.match((await ana.get('/api/me/factors')).json(), { totp: true, recoveryCodesLeft: 9 })
})

t.test('one code that is sent many times at once lets in once', async (t) => {
  const { clock, addTotp, enter } = await open(t)
  const { code } = await addTotp()
  clock.advance(60)
  const answers = await Promise.all([1, 2, 3, 4].map(() => enter({ code: code() })))
  t.equal(answers.filter(({ statusCode }) => statusCode === 200).length, 1)
})

t.test(
  'of one account twenty wrong codes an hour are looked at, wherever they come from',
  async (t) => {
    const { app, ana, clock, addTotp } = await open(t)
    const { code, recoveryCodes } = await addTotp()
    const from = async (remoteAddress: string, given: object, cookies: object = {}) => {
      const payload = { email: ana.email, password, ...given }
      const headers = { origin: 'http://localhost:3000' }
      const sent = { method: 'POST', url: '/api/auth/sign-in', remoteAddress, headers } as const
      return (await app.inject({ ...sent, cookies: { ...cookies }, payload })).statusCode
    }
    const wrong = { code: 'not-a-code' }
    for (let i = 0; i < 30; i++) {
      t.not(await from(`203.0.113.${i}`, { ...wrong, password: 'not hers at all' }), 200)
    }
    clock.advance(61)
    const tried = []
    for (let i = 0; i < 22; i++) {
      if (i % 8 === 0) clock.advance(61)
      tried.push(await from(`198.51.100.${i}`, wrong))
    }
    t.same(tried.slice(0, 20), Array(20).fill(401), 'who has no password uses none of them up')
    t.same(tried.slice(20), [429, 429])
    clock.advance(61)
    t.equal(await from('192.0.2.1', { code: recoveryCodes[0] }), 429, 'not even the right one')
    const own = Object.fromEntries(ana.cookies)
    t.equal(await from('192.0.2.1', { code: code() }, own), 200, 'her own browser has its own')
    clock.advance(60 * 60)
    t.equal(await from('192.0.2.1', { code: recoveryCodes[0] }), 200)
  },
)

t.test('what moves money, roles or a second factor asks who one is after an hour', async (t) => {
  const { app, clock, ana, become } = await open(t)
  await become('admin')
  const { userId } = await signedUp(app, 'ben@films.example')
  const change = () => ana.request('PATCH', `/api/studio/users/${userId}`, { role: 'editor' })
  clock.advance(3_600)
  t.equal((await ana.post('/api/auth/refresh')).statusCode, 204)
  t.equal((await change()).statusCode, 200, 'an hour is recent')
  clock.advance(1)
  for (const [method, url, body] of [
    ['PATCH', `/api/studio/users/${userId}`, { role: 'support' }],
    ['PATCH', `/api/studio/users/${userId}`, { disabled: true }],
    ['POST', '/api/studio/payments/ch_1/refund', {}],
    ['POST', '/api/studio/operators/invitations', { email: 'c@films.example', role: 'editor' }],
    ['DELETE', `/api/studio/videos/${userId}`, undefined],
    ['PATCH', '/api/studio/settings', { secondFactorRequired: true }],
    ['POST', `/api/studio/users/${userId}/customers`, { customerId: 'cus_1' }],
    ['PATCH', `/api/studio/bundles/${userId}`, { active: false }],
    ['PATCH', '/api/studio/promotion-codes/promo_1', { active: false }],
    ['POST', '/api/me/totp', undefined],
    ['POST', '/api/me/passkeys/options', undefined],
  ] as const) {
    const refused = (await ana.request(method, url, body)).json()
    t.match(refused, { code: 'STEP_UP_REQUIRED', methods: ['password'] }, `${method} ${url}`)
  }
  t.equal((await ana.request('PATCH', '/api/studio/settings', { name: 'Lantern' })).statusCode, 200)
  t.equal((await ana.post('/api/me/prove', { password: 'not mine at all' })).statusCode, 401)
  t.equal((await change()).statusCode, 403, 'a wrong password proves nothing')
  t.equal((await ana.post('/api/me/prove', { password })).statusCode, 204)
  t.equal((await change()).statusCode, 200)
})

t.test(
  'who has a second factor proves it by that one, and a thief with a password by nothing',
  async (t) => {
    const { clock, ana, addTotp } = await open(t)
    const { code } = await addTotp()
    clock.advance(3_700)
    await ana.post('/api/auth/refresh')
    t.match((await ana.request('DELETE', '/api/me/totp')).json(), {
      ...{ code: 'STEP_UP_REQUIRED', methods: ['code'] },
    })
    t.match((await ana.post('/api/me/prove', { password })).json(), { code: 'STEP_UP_REQUIRED' })
    t.match((await ana.request('DELETE', '/api/me', { password })).json(), {
      code: 'STEP_UP_REQUIRED',
    })
    t.equal((await ana.post('/api/me/prove', { code: '000000' })).statusCode, 401)
    t.equal((await ana.post('/api/me/prove', { code: code() })).statusCode, 204)
    t.equal((await ana.request('DELETE', '/api/me/totp')).statusCode, 204)
    t.match((await ana.get('/api/me/factors')).json(), { totp: false, recoveryCodesLeft: 0 })
  },
)

t.test('where it is required, the studio opens to who has shown a second factor', async (t) => {
  const { app, clock, ana, become, addTotp, enter } = await open(t)
  await become('admin')
  const require = () => ana.request('PATCH', '/api/studio/settings', { secondFactorRequired: true })
  t.equal((await require()).statusCode, 200)
  t.match((await ana.get('/api/studio/videos')).json(), { code: 'STEP_UP_REQUIRED', setUp: true })
  t.equal((await ana.get('/api/me')).statusCode, 200, 'one’s own account opens')
  const { code } = await addTotp()
  t.equal((await ana.get('/api/studio/videos')).statusCode, 200)
  clock.advance(60)
  const again = visitor(app)
  const entered = await again.post('/api/auth/sign-in', {
    ...{ email: ana.email, password, code: code() },
  })
  t.equal(entered.statusCode, 200)
  t.equal((await again.get('/api/studio/videos')).statusCode, 200)
  t.equal((await enter()).statusCode, 401)
})

t.test('a second factor that was removed again opens nothing where one is required', async (t) => {
  const { ana, become, addTotp } = await open(t)
  await become('admin')
  await ana.request('PATCH', '/api/studio/settings', { secondFactorRequired: true })
  await addTotp()
  t.equal((await ana.get('/api/studio/videos')).statusCode, 200)
  t.equal((await ana.request('DELETE', '/api/me/totp')).statusCode, 204)
  t.match((await ana.get('/api/studio/videos')).json(), { code: 'STEP_UP_REQUIRED', setUp: true })
})

t.test('a passkey that proves nothing is refused, and its challenge is gone', async (t) => {
  const { app, ana, database } = await open(t)
  const { options } = (await ana.post('/api/me/passkeys/options')).json()
  t.match(options, { rp: { id: 'localhost' }, user: { name: ana.email } })
  const id = 'AAAA'
  const client = { type: 'webauthn.create', challenge: options.challenge, origin: 'http://evil' }
  const clientDataJSON = Buffer.from(JSON.stringify(client)).toString('base64url')
  const common = { id, rawId: id, type: 'public-key', clientExtensionResults: {} }
  const response = { ...common, response: { clientDataJSON, attestationObject: 'oA' } }
  t.equal((await ana.post('/api/me/passkeys', { name: 'x', response })).statusCode, 400)
  const assertion = {
    ...common,
    response: { clientDataJSON, authenticatorData: 'AAAA', signature: 'AAAA' },
  }
  const stranger = visitor(app)
  const refused = await stranger.post('/api/auth/passkey', { response: assertion })
  t.match(refused.json(), { code: 'WRONG_CREDENTIALS' })
  t.equal((await ana.post('/api/me/prove', { passkey: assertion })).statusCode, 401)
  t.equal(await database.passkey.count(), 0)
})
