import Fastify from 'fastify'
import t, { type Test } from 'tap'
import { Type } from 'typebox'
import { problemJson } from '../../server/plugins/problem-json.ts'
import { validation } from '../../server/plugins/validation.ts'

async function app(t: Test) {
  const app = Fastify()
  t.teardown(() => app.close())
  await app.register(validation)
  const price = Type.Union([Type.Integer({ minimum: 1 }), Type.Null()])
  const body = Type.Object({ price }, { additionalProperties: false })
  const querystring = Type.Object({
    limit: Type.Integer({ default: 24, minimum: 1, maximum: 100 }),
    id: Type.Optional(Type.String({ format: 'uuid' })),
  })
  app.post('/', { schema: { body } }, async (request) => request.body)
  app.get('/', { schema: { querystring } }, async (request) => request.query)
  return app
}

t.test('JSON keeps its types: nothing is taken for something else', async (t) => {
  const server = await app(t)
  const post = async (price: unknown) => {
    const answer = await server.inject({ method: 'POST', url: '/', payload: { price } })
    return answer.statusCode
  }
  t.equal(await post(1), 200)
  t.equal(await post(null), 200)
  for (const wrong of [0, '1', '', false, [1], 1.5]) t.equal(await post(wrong), 400, String(wrong))
  const more = { price: 1, prise: 2 }
  t.equal((await server.inject({ method: 'POST', url: '/', payload: more })).statusCode, 400)
})

t.test('a query is text, and becomes what its schema says', async (t) => {
  const server = await app(t)
  t.same((await server.inject('/?limit=5')).json(), { limit: 5 })
  t.same((await server.inject('/')).json(), { limit: 24 })
  const endless = ['limit=1e999', 'limit=-1e999', 'limit=NaN', 'limit=Infinity']
  for (const wrong of ['limit=five', 'limit=1.5', 'limit=101', 'id=7', ...endless]) {
    t.equal((await server.inject(`/?${wrong}`)).statusCode, 400, wrong)
  }
})

t.test(
  'text with a NUL, which Postgres cannot store, is refused by the name of its field',
  async (t) => {
    const server = Fastify()
    t.teardown(() => server.close())
    await server.register(problemJson)
    await server.register(validation)
    server.post('/:name', async () => 'taken')
    const post = (url: string, payload: object = {}) =>
      server.inject({ method: 'POST', url, payload })
    t.match((await post('/a', { video: { titles: ['fine', 'a\0b'] } })).json(), {
      status: 400,
      code: 'BAD_REQUEST',
      fields: [{ field: 'video.titles.1' }],
    })
    t.match((await post('/%00')).json(), { status: 400, fields: [{ field: 'name' }] })
    t.match((await post('/a?q=%00')).json(), { status: 400, fields: [{ field: 'q' }] })
    t.equal((await post('/a', { video: { title: 'fine' } })).statusCode, 200)
  },
)

t.test('what is nested without end is refused, however much of it there is', async (t) => {
  const server = Fastify()
  t.teardown(() => server.close())
  await server.register(problemJson)
  await server.register(validation)
  server.post('/', async () => 'taken')
  const post = (payload: string) =>
    server.inject({
      method: 'POST',
      url: '/',
      headers: { 'content-type': 'application/json' },
      payload,
    })
  for (const [open, close] of [
    ['[', ']'],
    ['{"a":', '}'],
  ] as const) {
    const nested = (depth: number) => `${open.repeat(depth)}1${close.repeat(depth)}`
    t.equal((await post(nested(32))).statusCode, 200, open)
    t.match((await post(nested(33))).json(), { status: 400, code: 'BAD_REQUEST' }, open)
    t.match((await post(nested(100_000))).json(), { status: 400, code: 'BAD_REQUEST' }, open)
  }
})
