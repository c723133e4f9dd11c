import Fastify from 'fastify'
import t, { type Test } from 'tap'
import { Type } from 'typebox'
import { Nullable } from '../../contract/common.ts'
import { problemJson } from '../../server/plugins/problem-json.ts'
import { readerLanguage } from '../../server/plugins/reader-language.ts'
import { validation } from '../../server/plugins/validation.ts'

async function complaints(t: Test, payload: object, language = 'en') {
  const app = Fastify()
  t.teardown(() => app.close())
  await app.register(readerLanguage)
  await app.register(validation)
  await app.register(problemJson)
  const members = {
    name: Nullable(Type.String({ minLength: 2, maxLength: 10, pattern: '^[^<]+$' })),
    address: Nullable(Type.String({ format: 'email' })),
    title: Type.String({ minLength: 1 }),
    kind: Type.Union([Type.Literal('rent'), Type.Literal('buy')]),
    count: Nullable(Type.Integer()),
  }
  const body = Type.Partial(Type.Object(members), { additionalProperties: false })
  app.post('/', { schema: { body } }, async () => ({}))
  const headers = { 'accept-language': language }
  const answer = await app.inject({ method: 'POST', url: '/', payload, headers })
  t.equal(answer.statusCode, 400)
  return (answer.json() as { fields: { field: string; message: string }[] }).fields
}

t.test('what may also be null is refused for what is wrong with it, in one sentence', async (t) => {
  const wrongForm = 'is not of the right form'
  t.same(await complaints(t, { name: 'Ana <b>' }), [{ field: 'name', message: wrongForm }])
  t.same(await complaints(t, { name: 'a long name of hers' }), [
    { field: 'name', message: 'must have at most 10 characters' },
  ])
  t.same(await complaints(t, { name: 'A' }), [
    { field: 'name', message: 'must have at least 2 characters' },
  ])
  t.same(await complaints(t, { address: 'nonsense' }), [
    { field: 'address', message: 'is not an e-mail address' },
  ])
  t.same(await complaints(t, { count: 'three' }), [{ field: 'count', message: 'must be integer' }])
})

t.test('a choice of several is named once, and not as a schema', async (t) => {
  t.same(await complaints(t, { kind: 'lend' }), [
    { field: 'kind', message: 'is not of the right form' },
  ])
})

t.test('what is left empty is missing, and what is not known is said to be', async (t) => {
  t.same(await complaints(t, { title: '' }), [{ field: 'title', message: 'is missing' }])
  t.same(await complaints(t, { titel: 'x' }), [{ field: 'titel', message: 'is not known here' }])
})

t.test('in the reader’s language', async (t) => {
  t.match(await complaints(t, { address: 'nonsense' }, 'de'), [{ message: /E-Mail-Adresse/ }])
  t.match(await complaints(t, { name: 'a long name of hers' }, 'de'), [{ message: /10 Zeichen/ }])
})
