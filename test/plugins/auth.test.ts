import { createHmac } from 'node:crypto'
import { fastify } from 'fastify'
import t, { type Test } from 'tap'
import { MatineeError } from '../../server/errors.ts'
import {
  ACCESS_TOKEN_SECONDS,
  type AuthOptions,
  authPlugin,
  maybeViewerOf,
  viewerOf,
} from '../../server/plugins/auth.ts'

const secret = 'first-secret-of-at-least-32-characters'
const older = 'older-secret-of-at-least-32-characters'
const start = new Date('2026-03-01T12:00:00.000Z')

interface AppOptions extends Partial<AuthOptions> {
  role?: 'member' | 'admin'
}

const base64url = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url')

/** A token made by hand, so that it can be wrong in any one way. */
function sign(claims: object, { alg = 'HS256', key = secret } = {}): string {
  const signed = `${base64url({ alg, typ: 'JWT' })}.${base64url(claims)}`
  if (alg === 'none') return `${signed}.`
  const digest = createHmac(alg.replace('HS', 'sha'), key).update(signed).digest('base64url')
  return `${signed}.${digest}`
}

async function open(t: Test, { role = 'member', ...options }: AppOptions = {}) {
  const time = { now: start }
  const app = fastify()
  await app.register(authPlugin, {
    secrets: [secret],
    clock: {
      now: () => time.now,
      monotonic: () => time.now.getTime(),
      delay: async () => undefined,
    },
    https: false,
    roleOf: async () => role,
    ...options,
  })
  app.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof MatineeError)) throw error
    return reply.code(error.status).send({ code: error.code })
  })
  app.post('/api/in', async (_request, reply) => {
    app.signIn(reply, {
      userId: 'user-1',
      familyId: 'family-1',
      refreshToken: 'r',
      refreshExpiresAt: new Date(start.getTime() + 3_600_000),
    })
    return {}
  })
  app.post('/api/out', async (_request, reply) => {
    app.signOut(reply)
    return {}
  })
  app.get('/api/viewer', async (request) => viewerOf(request))
  app.get('/api/maybe', async (request) => ({ viewer: maybeViewerOf(request) }))
  app.get('/play/anything', async (request) => ({ viewer: maybeViewerOf(request) }))
  t.teardown(() => app.close())

  const cookies = async () => (await app.inject({ method: 'POST', url: '/api/in' })).cookies
  const access = async () => (await cookies()).find(({ name }) => name.endsWith('access'))?.value
  const get = (url: string, token?: string, headers = {}) =>
    app.inject({ url, headers, ...(token && { cookies: { matinee_access: token } }) })
  return { app, time, cookies, access, get }
}

t.test('a signed-in request knows its viewer, with the role that is stored now', async (t) => {
  const { access, get } = await open(t, { role: 'admin' })
  const answer = await get('/api/viewer', await access())
  t.equal(answer.statusCode, 200)
  t.same(answer.json(), { userId: 'user-1', familyId: 'family-1', role: 'admin' })
})

t.test(
  'without a cookie, sign-in is required where it is needed and nobody elsewhere',
  async (t) => {
    const { get } = await open(t)
    const refused = await get('/api/viewer')
    t.equal(refused.statusCode, 401)
    t.equal(refused.json().code, 'SIGN_IN_REQUIRED')
    t.same((await get('/api/maybe')).json(), { viewer: null })
  },
)

t.test('an access token is good for fifteen minutes and not a second more', async (t) => {
  const { access, get, time } = await open(t)
  const token = await access()
  t.equal(ACCESS_TOKEN_SECONDS, 900)
  time.now = new Date(start.getTime() + 900_000)
  t.equal((await get('/api/viewer', token)).statusCode, 200)
  time.now = new Date(start.getTime() + 901_000)
  t.equal((await get('/api/viewer', token)).statusCode, 401)
})

t.test('a token signed with an older secret is good until that secret is dropped', async (t) => {
  const before = await open(t, { secrets: [older] })
  const token = await before.access()
  const rotating = await open(t, { secrets: [secret, older] })
  t.equal((await rotating.get('/api/viewer', token)).statusCode, 200)
  const rotated = await open(t, { secrets: [secret] })
  t.equal((await rotated.get('/api/viewer', token)).statusCode, 401)
  t.equal(
    (await rotated.get('/api/viewer', await rotating.access())).statusCode,
    200,
    'the first secret signs',
  )
})

t.test('a sign-in that no longer stands counts as signed out', async (t) => {
  const { access, get } = await open(t, { roleOf: async () => null })
  const token = await access()
  t.equal((await get('/api/viewer', token)).statusCode, 401)
  t.same((await get('/api/maybe', token)).json(), { viewer: null })
})

t.test(
  'when it cannot be told who asks, nobody is let in and nobody is called a stranger',
  async (t) => {
    const { access, get } = await open(t, {
      roleOf: async () => {
        throw new Error('connection refused')
      },
    })
    const token = await access()
    for (const url of ['/api/viewer', '/api/maybe']) {
      const answer = await get(url, token)
      t.equal(answer.statusCode, 503, url)
      t.equal(answer.json().code, 'ENTITLEMENTS_UNAVAILABLE', url)
    }
  },
)

t.test('a token in the Authorization header is not looked at', async (t) => {
  const { access, get } = await open(t)
  const headers = { authorization: `Bearer ${await access()}` }
  t.equal((await get('/api/viewer', undefined, headers)).statusCode, 401)
})

t.test('under /play the cookie is not looked at', async (t) => {
  const { access, get } = await open(t)
  t.same((await get('/play/anything', await access())).json(), { viewer: null })
})

t.test('tokens that this server would not have signed are refused', async (t) => {
  const { access, get } = await open(t)
  const good = {
    sub: 'user-1',
    sid: 'family-1',
    typ: 'access',
    aud: 'matinee',
    iat: start.getTime() / 1000,
    exp: start.getTime() / 1000 + 600,
  }
  const { exp: _exp, ...endless } = good
  const { typ: _typ, ...typeless } = good
  const { sid: _sid, ...familyless } = good
  t.equal((await get('/api/viewer', sign(good))).statusCode, 200, 'the pattern itself is good')
  const refused: Record<string, string> = {
    'another algorithm': sign(good, { alg: 'HS512' }),
    'no algorithm': sign(good, { alg: 'none' }),
    'another secret': sign(good, { key: 'some-other-secret-of-32-characters-or-more' }),
    'no expiry': sign(endless),
    'another audience': sign({ ...good, aud: 'elsewhere' }),
    'another type': sign({ ...good, typ: 'playback' }),
    'no type': sign(typeless),
    'no sign-in': sign(familyless),
    'issued more than fifteen minutes ago': sign({
      ...good,
      iat: good.iat - 901,
      exp: good.iat + 600,
    }),
    'not a token at all': 'hello',
    'the same claims without a signature': sign(good).replace(/[^.]+$/, ''),
    'a signature cut short': ((await access()) ?? '').slice(0, -3),
  }
  for (const [what, token] of Object.entries(refused))
    t.equal((await get('/api/viewer', token)).statusCode, 401, what)
})

t.test('cookies are httpOnly and Lax, and end with what they carry', async (t) => {
  const { cookies } = await open(t)
  for (const cookie of await cookies())
    t.match(cookie, { httpOnly: true, sameSite: 'Lax', path: '/' }, cookie.name)
  t.same(
    (await cookies()).map(({ name, maxAge, secure }) => [name, maxAge, secure ?? false]),
    [
      ['matinee_access', 900, false],
      ['matinee_refresh', 3600, false],
    ],
  )
})

t.test('over https the cookies are Secure and bound to the host', async (t) => {
  const { cookies } = await open(t, { https: true })
  for (const cookie of await cookies()) {
    t.match(cookie.name, /^__Host-/)
    t.equal(cookie.secure, true)
    t.equal(cookie.path, '/')
    t.equal(cookie.domain, undefined)
  }
})

t.test('signing out empties both cookies', async (t) => {
  const { app } = await open(t)
  const { cookies } = await app.inject({ method: 'POST', url: '/api/out' })
  t.same(
    cookies.map(({ name, value, maxAge }) => [name, value, maxAge]),
    [
      ['matinee_access', '', 0],
      ['matinee_refresh', '', 0],
    ],
  )
})

t.test('a start without a secret is refused', async (t) => {
  await t.rejects(open(t, { secrets: [] }), /at least one secret/)
})
