import t from 'tap'
import { nameSchemas } from '../../server/plugins/openapi/name-schemas.ts'

const price = { title: 'Price', type: 'object', properties: { amount: { type: 'integer' } } }

t.test('what has a title is told once and referred to', async (t) => {
  const named = nameSchemas({ a: price, b: [{ anyOf: [price, { type: 'null' }] }] })
  const $ref = '#/components/schemas/Price'
  t.same(named, {
    a: { $ref },
    b: [{ anyOf: [{ $ref }, { type: 'null' }] }],
    components: { schemas: { Price: { type: 'object', properties: price.properties } } },
  })
})

t.test('titles of other things are no names', async (t) => {
  const document = { info: { title: 'Matinee' }, properties: { title: { type: 'string' } } }
  t.same(nameSchemas(document), { ...document, components: { schemas: {} } })
})

t.test('two schemas of one name are a mistake of the contract', async (t) => {
  const other = { ...price, properties: {} }
  t.throws(() => nameSchemas({ a: price, b: other }), /called Price/)
})
