import t, { type Test } from 'tap'
import { build } from '../fixtures/app.ts'
import { password } from '../fixtures/visitor.ts'

const limit = 3

async function open(t: Test, settings: Record<string, string> = {}) {
  const { app } = await build(t, { AUTH_ATTEMPTS_PER_MINUTE: String(limit), ...settings })
  const attempt = (remoteAddress: string, email: string, headers = {}) =>
    app.inject({
      method: 'POST',
      url: '/api/auth/sign-in',
      remoteAddress,
      headers,
      payload: { email, password },
    })
  return { app, attempt }
}

t.test('one address may try so often in a minute, whichever accounts it tries', async (t) => {
  const { attempt } = await open(t)
  for (let i = 0; i < limit; i++) {
    t.equal((await attempt('203.0.113.7', `user${i}@films.example`)).statusCode, 401)
  }
  const refused = await attempt('203.0.113.7', 'another@films.example')
  t.equal(refused.statusCode, 429)
  t.equal(refused.json().code, 'TOO_MANY_REQUESTS')
  t.match(refused.headers['retry-after'], /^([1-9]|[1-5][0-9]|60)$/)
  t.equal((await attempt('203.0.113.8', 'another@films.example')).statusCode, 401, 'others may')
})

t.test(
  'one account may be tried so often in a minute, from wherever, however written',
  async (t) => {
    const { attempt } = await open(t)
    const spellings = ['ana@films.example', 'ANA@films.example', ' ana@films.example']
    for (const [i, email] of spellings.entries()) {
      t.equal((await attempt(`203.0.113.${i}`, email)).statusCode, 401)
    }
    t.equal((await attempt('203.0.113.99', 'ana@films.example')).statusCode, 429)
    t.equal((await attempt('203.0.113.99', 'ben@films.example')).statusCode, 401)
  },
)

t.test('neighbours in one IPv6 network count as one', async (t) => {
  const { attempt } = await open(t)
  for (let i = 0; i < limit; i++) await attempt(`2001:db8:0:1::${i}`, `user${i}@films.example`)
  t.equal((await attempt('2001:db8:0:1::ffff', 'another@films.example')).statusCode, 429)
  t.equal((await attempt('2001:db8:0:2::1', 'another@films.example')).statusCode, 401)
})

t.test('behind a trusted proxy, clients are told apart', async (t) => {
  const { attempt } = await open(t, { TRUSTED_PROXIES: '10.0.0.0/8' })
  for (let i = 0; i < limit; i++) {
    const headers = { 'x-forwarded-for': '203.0.113.7' }
    await attempt('10.0.0.1', `user${i}@films.example`, headers)
  }
  const from = (address: string) =>
    attempt('10.0.0.1', 'another@films.example', { 'x-forwarded-for': address })
  t.equal((await from('203.0.113.7')).statusCode, 429)
  t.equal((await from('203.0.113.8')).statusCode, 401)
  t.equal((await from('203.0.113.9, 203.0.113.7')).statusCode, 429, 'the last hop counts')
})

t.test('nobody else can claim to be many clients', async (t) => {
  const { attempt } = await open(t, { TRUSTED_PROXIES: '10.0.0.0/8' })
  for (let i = 0; i < limit; i++) {
    await attempt('203.0.113.7', `user${i}@films.example`, { 'x-forwarded-for': `198.51.100.${i}` })
  }
  const refused = await attempt('203.0.113.7', 'another@films.example', {
    'x-forwarded-for': '198.51.100.99',
  })
  t.equal(refused.statusCode, 429)
})

t.test('every way to try a password or an address is limited, each by itself', async (t) => {
  const { app } = await open(t)
  const bodies: Record<string, object> = {
    '/api/auth/sign-up': { email: 'no', password },
    '/api/auth/sign-in': { email: 'no', password },
    '/api/auth/password/forgot': { email: 'no' },
    '/api/auth/password/reset': { token: 'made-up', password },
  }
  for (const [url, payload] of Object.entries(bodies)) {
    const statuses = []
    for (let i = 0; i <= limit; i++) {
      statuses.push((await app.inject({ method: 'POST', url, payload })).statusCode)
    }
    t.same(statuses.slice(0, limit).includes(429), false, url)
    t.equal(statuses.at(-1), 429, url)
  }
})

t.test('refreshing is not limited: a household behind one address shares it', async (t) => {
  const { app } = await open(t)
  for (let i = 0; i < limit * 3; i++) {
    const answer = await app.inject({ method: 'POST', url: '/api/auth/refresh' })
    t.equal(answer.statusCode, 401)
  }
})
