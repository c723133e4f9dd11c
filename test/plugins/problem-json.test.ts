import Fastify from 'fastify'
import t, { type Test } from 'tap'
import { Type } from 'typebox'
import { MatineeError } from '../../server/errors.ts'
import { notFound, problemJson, toMatineeError } from '../../server/plugins/problem-json.ts'
import { build } from '../fixtures/app.ts'

async function app(t: Test) {
  const app = Fastify({ bodyLimit: 100 })
  t.teardown(() => app.close())
  await app.register(problemJson)
  await app.register(notFound)
  const body = Type.Object({ email: Type.String({ minLength: 3 }), age: Type.Integer() })
  app.post('/people', { schema: { body } }, async () => ({}))
  app.get('/pay', async () => {
    throw new MatineeError('PAYMENT_REQUIRED', { members: { offers: [1] } })
  })
  app.get('/crash', async () => {
    throw new Error('the password is hunter2')
  })
  app.get('/database', async () => {
    throw new Error('timeout exceeded when trying to connect')
  })
  return app
}

t.test('a thrown error becomes a problem document with its code and members', async (t) => {
  const answer = await (await app(t)).inject('/pay')
  t.equal(answer.statusCode, 402)
  t.match(answer.headers['content-type'], 'application/problem+json')
  t.match(answer.json(), { status: 402, code: 'PAYMENT_REQUIRED', offers: [1], detail: /plan/ })
})

t.test('a refused body is 400 and names the field', async (t) => {
  const server = await app(t)
  const post = (payload: object) => server.inject({ method: 'POST', url: '/people', payload })
  t.match((await post({ email: 'a', age: 1 })).json(), {
    status: 400,
    code: 'BAD_REQUEST',
    detail: /^email: /,
    fields: [{ field: 'email' }],
  })
  t.match((await post({ email: 'abc' })).json(), {
    fields: [{ field: 'age', message: 'is missing' }],
  })
})

t.test('a body that is too large, not JSON, or of another type has its own code', async (t) => {
  const server = await app(t)
  const post = (payload: string, type: string) =>
    server.inject({ method: 'POST', url: '/people', payload, headers: { 'content-type': type } })
  t.match((await post('x'.repeat(101), 'application/json')).json(), { code: 'TOO_LARGE' })
  t.match((await post('{', 'application/json')).json(), { code: 'BAD_REQUEST' })
  t.match((await post('x', 'text/html')).json(), { code: 'UNSUPPORTED_MEDIA_TYPE' })
})

t.test('an unexpected error says nothing of itself', async (t) => {
  const answer = await (await app(t)).inject('/crash')
  t.equal(answer.statusCode, 500)
  t.notMatch(answer.body, /hunter2/)
  t.match(answer.json(), { code: 'INTERNAL' })
})

t.test('a database that cannot be reached is 503', async (t) => {
  t.match((await (await app(t)).inject('/database')).json(), { status: 503, code: 'UNAVAILABLE' })
})

t.test('a raw statement tells a database that is away from one that is wrong', async (t) => {
  const { app, services } = await build(t)
  const failing = (failure: string) =>
    services.database.$queryRawUnsafe(failure).then(
      () => t.fail('it did not fail'),
      (error: Error) => toMatineeError(error).status,
    )
  const stopped = "do $$ begin raise exception using errcode = '57P01'; end $$"
  t.equal(await failing(stopped), 503)
  t.equal(await failing('select * from nowhere'), 500)
  t.equal(await failing('select 1 / 0'), 500)
  await app.close()
})

t.test('a path that does not exist is a 404 problem', async (t) => {
  t.match((await (await app(t)).inject('/nothing')).json(), { status: 404, code: 'NOT_FOUND' })
})

t.test('the whole app is healthy, and ready when its database answers', async (t) => {
  const { app } = await build(t)
  t.match((await app.inject('/healthz')).json(), { ok: true })
  const told = (await app.inject('/readyz')).json()
  t.same(told, { ready: true, forwarding: 'ok' }, 'which parts there are is no stranger’s business')
  t.match(await app.readiness(), { ready: true, database: 'ok' })
})

t.test('an address that leads nowhere is answered in the same form', async (t) => {
  const { app } = await build(t)
  t.match((await app.inject('/api/videos/%zz')).json(), { status: 400, code: 'BAD_REQUEST' })
  const long = await app.inject(`/api/videos/${'x'.repeat(300)}`)
  t.match(long.headers['content-type'], 'application/problem+json')
  t.match(long.json(), { status: 404, code: 'NOT_FOUND' })
})
