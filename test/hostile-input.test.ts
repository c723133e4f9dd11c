import fc from 'fast-check'
import type { FastifyInstance, InjectOptions } from 'fastify'
import t from 'tap'
import { roles } from '../contract/roles.ts'
import { createUser } from '../server/accounts/users.ts'
import { build } from './fixtures/app.ts'
import { addPlayableVideo } from './fixtures/rows.ts'
import { password, signedUp, visitor } from './fixtures/visitor.ts'

interface Operation {
  method: NonNullable<InjectOptions['method']>
  path: string
  query: string[]
  body: string[]
}

interface Described {
  parameters?: { in: string; name: string }[]
  requestBody?: { content: Record<string, { schema: { properties?: object } }> }
}

/** An answer that goes on until its reader leaves, which nobody does here. */
const endless = /\/videos\/\{id\}\/events$/

/** Every operation of the description, with the names that it knows. */
function operationsOf(app: FastifyInstance & { swagger(): { paths?: object } }): Operation[] {
  const paths = Object.entries(app.swagger().paths ?? {}).filter(([path]) => !endless.test(path))
  return paths.flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Described>).map(([method, described]) => ({
      method: method.toUpperCase() as Operation['method'],
      path,
      query: (described.parameters ?? []).filter((at) => at.in === 'query').map(({ name }) => name),
      body: Object.keys(
        described.requestBody?.content['application/json']?.schema.properties ?? {},
      ),
    })),
  )
}

/** These end the sign-in that the others are tried with. */
const endsTheSession = /sign-out|refresh$|password/

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    ...['', '.', '..', '%00', '%2e%2e%2f', "' or 1=1 --", '\u0000', '\u202e', 'NaN', '-1', '1e999'],
    ...[
      '9007199254740993',
      '0x10',
      'null',
      '[]',
      '{}',
      '__proto__',
      'constructor',
      'x'.repeat(300),
    ],
    ...['00000000-0000-4000-8000-000000000000', '2026-02-30T00:00:00Z', 'a@b', 'ſ@ﬀ.example'],
  ),
)
const value = fc.oneof(
  nasty,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, -1, 0, 2 ** 53, 1e308, 0.5, true),
)

/** More by `npm run fuzz`. */
const runs = Number(process.env.FUZZ_RUNS ?? 2_000)
/** A slow machine tries fewer, and ends before the runner gives the file up. */
const longest = { interruptAfterTimeLimit: 15 * 60_000 }

/** Everyone who may ask, and an owner whose things the others name. */
const callers = ['nobody', ...roles] as const
/** Who sees nothing of people. */
const blind: readonly string[] = ['nobody', 'member', 'editor']
const victim = 'victim@films.example'

const request = (operations: Operation[], ids: readonly string[]) =>
  fc.constantFrom(...operations).chain((operation) =>
    fc.record({
      operation: fc.constant(operation),
      segments: fc.array(fc.oneof(nasty, fc.constantFrom(...ids)), {
        minLength: 4,
        maxLength: 4,
      }),
      query: fc.dictionary(fc.constantFrom('x', '__proto__', ...operation.query), nasty, {
        maxKeys: 4,
      }),
      body: fc.oneof(
        fc.dictionary(
          fc.constantFrom('x', ...operation.body),
          fc.oneof(value, fc.constantFrom(...ids)),
          { maxKeys: 6 },
        ),
        value,
      ),
      who: fc.constantFrom(...callers),
    }),
  )

t.test(
  'whatever is sent, by whoever, is answered with a sentence and never with a failure',
  async (t) => {
    const { app, services } = await build(t, { AUTH_ATTEMPTS_PER_MINUTE: '100000' })
    const { database, clock } = services
    const film = await addPlayableVideo(services, { video: { free: true } })
    const owner = await signedUp(app, victim)
    const grant = await database.grant.create({
      data: { userId: owner.userId, videoId: film.id, reason: 'a gift', grantedById: null },
    })
    const device = await database.device.findFirstOrThrow({ where: { userId: owner.userId } })
    const ids = [owner.userId, film.id, grant.id, device.id]
    const cookies: Record<string, Record<string, string>> = { nobody: {} }
    for (const role of roles) {
      const email = `${role}@films.example`
      await createUser(database, { email, password, role, now: clock.now() })
      const who = visitor(app)
      const answer = await who.post('/api/auth/sign-in', { email, password })
      if (answer.statusCode !== 200) throw new Error(answer.body)
      cookies[role] = Object.fromEntries(who.cookies)
    }
    const operations = operationsOf(app as unknown as Parameters<typeof operationsOf>[0])
    t.ok(operations.length > 40, `${operations.length} operations`)

    let count = 0
    const tried = fc.asyncProperty(request(operations, ids), async (drawn) => {
      count += 1
      const { operation, segments, query, body, who } = drawn
      const { method, path } = operation
      let next = 0
      const filled = path.replace(/\{[^}]+\}/g, () => encodeURIComponent(segments[next++] ?? ''))
      const sends = method !== 'GET' && method !== 'OPTIONS'
      const answer = await app.inject({
        method,
        url: `${filled}?${new URLSearchParams(query)}`,
        cookies: endsTheSession.test(path) ? {} : (cookies[who] ?? {}),
        headers: {
          origin: 'http://localhost:3000',
          ...(sends && { 'content-type': 'application/json' }),
        },
        ...(sends && { payload: JSON.stringify(body) }),
      })
      if (blind.includes(who) && answer.body.includes(victim)) {
        throw new Error(`${method} ${filled} tells ${who} of someone else: ${answer.body}`)
      }
      if (answer.statusCode < 400) return
      const problem = answer.json() as { code?: string; title?: string }
      const isProblem =
        String(answer.headers['content-type']).includes('application/problem+json') &&
        /^[A-Z][A-Z_]+$/.test(problem.code ?? '')
      // Stripe does not answer in this test: that is said, and is no failure of ours.
      const expected = answer.statusCode < 500 || problem.code === 'PAYMENT_PROVIDER_UNAVAILABLE'
      const leaks = /prisma|postgres|node_modules|X-Amz|sk_test/i.test(answer.body)
      if (!isProblem || !expected || leaks) {
        throw new Error(`${method} ${filled} as ${who}: ${answer.statusCode} ${answer.body}`)
      }
    })
    await fc.assert(tried, { numRuns: runs, ...longest })
    t.ok(count > 100, `${count} requests`)
    const spared = await database.user.findUniqueOrThrow({ where: { id: owner.userId } })
    t.equal(spared.passwordHash.length > 20, true, 'what is another’s is left to its owner')
  },
)

t.test('whatever stands in a cookie, a token or a signature is no key', async (t) => {
  const { app } = await build(t)
  const text = fc.string({ unit: 'binary', maxLength: 300 })
  const base64url = fc
    .uint8Array({ maxLength: 90 })
    .map((b) => Buffer.from(b).toString('base64url'))
  const part = fc.oneof(
    base64url,
    fc.jsonValue({ maxDepth: 2 }).map((v) => Buffer.from(JSON.stringify(v)).toString('base64url')),
    fc
      .record({
        alg: fc.constantFrom('none', 'HS256', 'HS512', 'RS256', ''),
        typ: fc.constantFrom('JWT', 'access'),
      })
      .map((header) => Buffer.from(JSON.stringify(header)).toString('base64url')),
  )
  const token = fc.oneof(
    text,
    fc.tuple(part, part, part).map((parts) => parts.join('.')),
  )
  const signature = fc.oneof(
    text,
    fc.tuple(text, text).map(([at, sum]) => `t=${at},v1=${sum}`),
  )
  const asked = fc.asyncProperty(
    token,
    signature,
    fc.uint8Array({ maxLength: 500 }),
    async (given, signed, bytes) => {
      const header = (value: string) => value.replace(/[^\x20-\x7e]/g, '')
      const cookie = `matinee_access=${header(given)}; matinee_refresh=${header(given)}; =; a`
      const me = await app.inject({ url: '/api/me', headers: { cookie } })
      const origin = 'http://localhost:3000'
      const refresh = await app.inject({
        ...{ method: 'POST', url: '/api/auth/refresh', headers: { cookie, origin } },
      })
      const hook = await app.inject({
        ...{ method: 'POST', url: '/webhooks/stripe', payload: Buffer.from(bytes) },
        headers: { 'stripe-signature': header(signed), 'content-type': 'application/json' },
      })
      const play = await app.inject({ url: `/play/${encodeURIComponent(given)}/main.m3u8` })
      const statuses = [me, refresh, hook, play].map(({ statusCode }) => statusCode)
      const isRefused = statuses.every((status) => status >= 400 && status < 500)
      if (!isRefused) throw new Error(`${JSON.stringify(given)}: ${statuses}`)
    },
  )
  await fc.assert(asked, { numRuns: Math.ceil(runs / 10), interruptAfterTimeLimit: 2 * 60_000 })
  t.pass('everything was refused')
})
