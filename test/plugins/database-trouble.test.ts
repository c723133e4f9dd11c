import { createServer, connect as dial, type Socket } from 'node:net'
import t, { type Test } from 'tap'
import { toMatineeError } from '../../server/plugins/problem-json.ts'
import { build } from '../fixtures/app.ts'
import { database } from '../fixtures/database.ts'
import { signedUp } from '../fixtures/visitor.ts'

t.test('every way in which a connection dies means "not now"', async (t) => {
  const dying: unknown[] = [
    new Error('Connection terminated unexpectedly'),
    new Error('Client has encountered a connection error and is not queryable'),
    new Error('Query read timeout'),
    Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }),
    Object.assign(new AggregateError([new Error('a'), new Error('b')], ''), {
      code: 'ECONNREFUSED',
    }),
    new AggregateError([Object.assign(new Error(''), { code: 'EHOSTUNREACH' })]),
    Object.assign(new Error('the database system is shutting down'), { code: '57P03' }),
    Object.assign(new Error('canceling statement due to lock timeout'), { code: '55P03' }),
    Object.assign(new Error('DatabaseNotReachable'), { cause: { kind: 'DatabaseNotReachable' } }),
    new Error('the query failed', { cause: new Error('Connection terminated') }),
  ]
  for (const error of dying) t.equal(toMatineeError(error as Error).status, 503, String(error))
})

t.test(
  'what is wrong with a statement is our mistake, and no endless chain is followed',
  async (t) => {
    const circle = new Error('a circle')
    circle.cause = circle
    const wrong = Object.assign(new Error('column "x" does not exist'), { code: '42703' })
    for (const error of [circle, wrong, new TypeError('x is not a function'), new Error('')]) {
      t.equal(toMatineeError(error).status, 500, String(error))
    }
  },
)

/** Stands between the app and Postgres, and cuts connections after so many bytes in either direction. */
async function cutter(t: Test, url: URL) {
  let most = Number.POSITIVE_INFINITY
  let passed = 0
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = dial(Number(url.port), url.hostname)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('error', () => undefined)
      from.on('close', () => to.destroy())
      from.on('data', (bytes) => {
        passed += bytes.length
        if (passed < most) return void to.write(bytes)
        // What was said reaches the other side by half.
        to.write(bytes.subarray(0, bytes.length >> 1))
        passed = 0
        from.destroy()
        to.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const through = new URL(url)
  through.port = String((server.address() as { port: number }).port)
  return {
    url: through.href,
    cutEvery: (bytes: number) => {
      most = bytes
      passed = 0
    },
  }
}

t.test(
  'wherever the talk with the database is cut, requests are answered or put off',
  async (t) => {
    const line = await cutter(t, new URL(await database(t)))
    const { app } = await build(t, { DATABASE_URL: line.url })
    const ana = await signedUp(app)
    const seen = new Set<number>()
    for (const bytes of [400, 900, 1_500, 2_700, 4_100, 7_000]) {
      line.cutEvery(bytes)
      const asked = Array.from({ length: 12 }, (_, i) =>
        i % 3 === 0 ? ana.post('/api/auth/refresh') : ana.get(i % 2 ? '/api/me' : '/api/videos'),
      )
      for (const { statusCode, body } of await Promise.all(asked)) {
        seen.add(statusCode)
        if (statusCode === 500) t.fail(body)
      }
    }
    t.ok(seen.has(503), [...seen].join())
    line.cutEvery(Number.POSITIVE_INFINITY)
  },
)

t.test('a locked table is answered for within two seconds', async (t) => {
  const { app, services } = await build(t)
  const ana = await signedUp(app)
  await services.database.$transaction(async (tx) => {
    await tx.$executeRaw`lock table "User", "RefreshFamily", "Video" in access exclusive mode`
    const started = performance.now()
    const asked = Array.from({ length: 25 }, (_, i) => ana.get(i % 2 ? '/api/me' : '/api/videos'))
    const statuses = (await Promise.all(asked)).map(({ statusCode }) => statusCode)
    t.same(new Set(statuses), new Set([503]))
    const took = performance.now() - started
    t.ok(took < 2_500, `${Math.round(took)} ms`)
  })
})
