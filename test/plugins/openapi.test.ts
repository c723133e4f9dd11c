import { Validator } from '@seriousme/openapi-schema-validator'
import t from 'tap'
import { build } from '../fixtures/app.ts'

interface Operation {
  summary?: string
  tags?: string[]
  responses: Record<string, { content?: Record<string, unknown> }>
  parameters?: { name: string; schema: { type?: string; minimum?: number; maximum?: number } }[]
}

t.test(
  'the description is valid OpenAPI 3.1 and says of every operation what it is for',
  async (t) => {
    const { app } = await build(t)
    const description = (await app.inject('/api/openapi.json')).json()
    const checked = await new Validator().validate(description)
    t.equal(checked.valid, true, JSON.stringify(checked.errors))
    t.match(description, { openapi: '3.1.0', info: { title: 'Matinee' } })
    for (const [path, methods] of Object.entries<Record<string, Operation>>(description.paths)) {
      for (const [method, { summary, tags, responses, parameters = [] }] of Object.entries(
        methods,
      )) {
        const name = `${method} ${path}`
        t.ok(summary, `${name} has a summary`)
        t.equal(tags?.length, 1, `${name} stands under one heading`)
        t.ok(responses.default?.content?.['application/problem+json'], `${name} may be refused`)
        // A bound is what refuses "1e999", which becomes Infinity.
        for (const at of parameters.filter(({ schema }) => /integer|number/.test(`${schema.type}`)))
          t.match(at.schema, { minimum: Number, maximum: Number }, `${name} bounds ${at.name}`)
      }
    }
  },
)

t.test('it can be read in the browser under the strict policy', async (t) => {
  const { app } = await build(t)
  const page = await app.inject('/api/docs/')
  t.equal(page.statusCode, 200)
  t.match(page.headers['content-type'], 'text/html')
  t.notMatch(page.headers['content-security-policy'], /script-src[^;]*unsafe-inline/)
})
