import t, { type Test } from 'tap'
import { build } from '../fixtures/app.ts'
import { password, signedUp } from '../fixtures/visitor.ts'

const limit = 3

async function open(t: Test, settings: Record<string, string> = {}) {
  const { app, services } = await build(t, { AUTH_ATTEMPTS_PER_MINUTE: String(limit), ...settings })
  const attempt = (remoteAddress: string, email: string, headers = {}) =>
    app.inject({
      method: 'POST',
      url: '/api/auth/sign-in',
      remoteAddress,
      headers,
      payload: { email, password },
    })
  return { app, services, attempt }
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

/** Someone signed up, and how to try their password from an address and, if given, their browser. */
async function owned(t: Test) {
  const opened = await open(t)
  const owner = await signedUp(opened.app)
  const enter = async (
    remoteAddress: string,
    given = password,
    cookies: Map<string, string> = new Map(),
  ) => {
    const { statusCode } = await opened.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in',
      remoteAddress,
      headers: { origin: 'http://localhost:3000' },
      cookies: Object.fromEntries(cookies),
      payload: { email: owner.email, password: given },
    })
    return statusCode
  }
  const guess = (remoteAddress: string, cookies?: Map<string, string>) =>
    enter(remoteAddress, 'not hers at all', cookies)
  return { ...opened, owner, enter, guess }
}

t.test('what others do wrong keeps nobody out who knows the password', async (t) => {
  const { enter, guess, services } = await owned(t)
  for (let i = 0; i < limit * 4; i++) await guess(`203.0.113.${i % 5}`)
  t.equal(await guess('203.0.113.0'), 429)
  t.equal(await enter('198.51.100.1'), 200, 'from elsewhere')
  t.same(services.clock.delays.slice(-1), [5_000], 'who is not known there waits a little')
})

t.test('where the owner has signed in before, nothing is to be waited for', async (t) => {
  const { owner, enter, guess, services } = await owned(t)
  for (let i = 0; i < limit * 4; i++) await guess(`203.0.113.${i % 5}`)
  const before = services.clock.delays.length
  t.equal(await enter('127.0.0.1'), 200, 'from her network with another browser')
  t.equal(await enter('203.0.113.0', password, owner.cookies), 200, 'with her browser, from there')
  t.equal(services.clock.delays.length, before)
  services.clock.advance(91 * 24 * 60 * 60)
  for (let i = 0; i < limit; i++) await guess(`203.0.113.${i}`)
  t.equal(await enter('127.0.0.1'), 200)
  t.equal(services.clock.delays.length, before + 1, 'after ninety days the network is not hers')
})

t.test('a known browser has a count of its own, and an end to it', async (t) => {
  const { owner, enter, guess } = await owned(t)
  for (let i = 0; i < limit; i++) t.equal(await guess('203.0.113.7', owner.cookies), 401)
  t.equal(await guess('203.0.113.7', owner.cookies), 429)
  t.equal(await guess('198.51.100.9', owner.cookies), 429, 'wherever it is')
  t.equal(await enter('203.0.113.7'), 200, 'others at the address are not it')
})

t.test('a browser known to one account is unknown to another', async (t) => {
  const { app, attempt, services } = await open(t)
  const { cookies } = await signedUp(app)
  await signedUp(app, 'ben@films.example')
  await services.database.device.updateMany({ data: { address: '192.0.2.1' } })
  for (let i = 0; i < limit; i++) {
    const payload = { email: 'ben@films.example', password: 'not his at all' }
    const headers = { origin: 'http://localhost:3000' }
    const sent = {
      url: '/api/auth/sign-in',
      headers,
      cookies: Object.fromEntries(cookies),
      payload,
    }
    const remoteAddress = '203.0.113.7'
    t.equal((await app.inject({ method: 'POST', ...sent, remoteAddress })).statusCode, 401)
  }
  t.equal((await attempt('203.0.113.7', 'ben@films.example')).statusCode, 429)
})

t.test('right passwords are not counted, a hundred wrong ones at once are', async (t) => {
  const { enter, guess } = await owned(t)
  for (let i = 0; i < limit * 2; i++) t.equal(await enter('203.0.113.7'), 200)
  const statuses = await Promise.all(Array.from({ length: 12 }, () => guess('203.0.113.8')))
  t.equal(statuses.filter((status) => status === 401).length, limit)
})

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

t.test('whoever asks for mails to someone has nobody else refused', async (t) => {
  const { app } = await open(t)
  for (const path of ['password/forgot', 'sign-in-link']) {
    const ask = async (remoteAddress: string) => {
      const payload = { email: 'ana@films.example' }
      const sent = { method: 'POST', url: `/api/auth/${path}`, remoteAddress, payload } as const
      return (await app.inject(sent)).statusCode
    }
    for (let i = 0; i < limit * 3; i++) t.equal(await ask(`203.0.113.${i}`), 202)
    t.equal(await ask('198.51.100.1'), 202, `${path} from elsewhere`)
  }
})

t.test('that an address is taken is told a client five times an hour', async (t) => {
  const { app, services } = await open(t, { AUTH_ATTEMPTS_PER_MINUTE: '100' })
  for (let i = 0; i < 8; i++) await signedUp(app, `person${i}@films.example`)
  const ask = async (email: string, remoteAddress = '203.0.113.7') => {
    const sent = { method: 'POST', url: '/api/auth/sign-up', remoteAddress } as const
    return app.inject({ ...sent, payload: { email, password } })
  }
  for (let i = 0; i < 5; i++) t.equal((await ask(`person${i}@films.example`)).statusCode, 409)
  const refused = await ask('person5@films.example')
  t.equal(refused.statusCode, 429)
  t.match(refused.headers['retry-after'], /^3[56]\d\d$/)
  t.equal((await ask('nobody@films.example')).statusCode, 429, 'what is free is told as little')
  t.equal((await ask('new@films.example', '203.0.113.8')).statusCode, 201, 'others may')
  services.clock.advance(60 * 60)
  t.equal((await ask('person5@films.example')).statusCode, 409)
})

t.test('of many at once no more are told', async (t) => {
  const { app } = await open(t, { AUTH_ATTEMPTS_PER_MINUTE: '100' })
  const { email } = await signedUp(app)
  const sent = { method: 'POST', url: '/api/auth/sign-up', payload: { email, password } } as const
  const answers = await Promise.all(Array.from({ length: 9 }, () => app.inject(sent)))
  t.equal(answers.filter(({ statusCode }) => statusCode === 409).length, 5)
})

t.test('refreshing is not limited: a household behind one address shares it', async (t) => {
  const { app } = await open(t)
  for (let i = 0; i < limit * 3; i++) {
    const answer = await app.inject({ method: 'POST', url: '/api/auth/refresh' })
    t.equal(answer.statusCode, 401)
  }
})

t.test('one browser exchanges its token thirty times a minute', async (t) => {
  const { app, services } = await open(t)
  const ana = await signedUp(app)
  // The first token is as old as the sign-in.
  services.clock.advance(60)
  for (let i = 0; i < 30; i++) t.equal((await ana.post('/api/auth/refresh')).statusCode, 204)
  const refused = await ana.post('/api/auth/refresh')
  t.equal(refused.statusCode, 429)
  t.equal(refused.headers['retry-after'], '60')
  services.clock.advance(61)
  t.equal((await ana.post('/api/auth/refresh')).statusCode, 204, 'and is signed in all the while')
})
