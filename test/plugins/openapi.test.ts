import { Validator } from '@seriousme/openapi-schema-validator'
import t from 'tap'
import { operations } from '../../contract/operations.ts'
import { build } from '../fixtures/app.ts'

type Schema = { $ref?: string; anyOf?: Schema[]; enum?: string[]; properties?: object }

interface Operation {
  operationId?: string
  summary?: string
  description?: string
  tags?: string[]
  security?: Record<string, string[]>[]
  responses: Record<string, { headers?: object; content?: Record<string, { schema: Schema }> }>
  parameters?: { name: string; schema: { type?: string; minimum?: number; maximum?: number } }[]
}

interface Description {
  tags: { name: string; description: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema>; securitySchemes: Record<string, object> }
}

async function described(t: Parameters<typeof build>[0]) {
  const { app } = await build(t)
  return (await app.inject('/api/openapi.json')).json() as Description
}

const operationsOf = ({ paths }: Description) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      operation,
    })),
  )

/** The components that a status may answer with. */
const schemasOf = ({ responses }: Operation, status: number) => {
  const schema = responses[status]?.content?.['application/problem+json']?.schema
  return (schema?.anyOf ?? [schema]).map((one) => one?.$ref?.split('/').at(-1))
}

t.test('the description is valid OpenAPI 3.1, and says all that linters ask for', async (t) => {
  const description = await described(t)
  const checked = await new Validator().validate({ ...description })
  t.equal(checked.valid, true, JSON.stringify(checked.errors))
  t.match(description, {
    openapi: '3.1.0',
    info: { title: 'Matinee', license: { identifier: 'MIT' }, contact: {}, description: String },
    servers: [{ url: /^https?:.*[^/]$/ }],
  })
  const headings = description.tags.map(({ name }) => name)
  t.same(headings, [...headings].sort())
  const ids = new Set<string>()
  for (const { name, operation } of operationsOf(description)) {
    const { operationId = '', summary, tags = [], parameters = [], security } = operation
    t.match(operationId, /^[a-z][A-Za-z0-9]+$/, `${name} has an operationId`)
    t.notOk(ids.has(operationId), `${operationId} is said of one operation`)
    ids.add(operationId)
    t.ok(summary && operation.description, `${name} has a summary and a description`)
    t.equal(tags.length, 1, `${name} stands under one heading`)
    t.ok(headings.includes(tags[0] ?? ''), `${tags[0]} is described`)
    t.ok(security, `${name} says who may`)
    for (const scheme of security?.flatMap(Object.keys) ?? [])
      t.ok(description.components.securitySchemes[scheme], `${scheme} is described`)
    t.same(operation.responses.default?.content?.['application/problem+json']?.schema, {
      $ref: '#/components/schemas/Problem',
    })
    // A bound is what refuses "1e999", which becomes Infinity.
    for (const at of parameters.filter(({ schema }) => /integer|number/.test(`${schema.type}`)))
      t.match(at.schema, { minimum: Number, maximum: Number }, `${name} bounds ${at.name}`)
  }
})

t.test('every operation of the contract is a route, and is called as it says', async (t) => {
  const routes = new Map(
    operationsOf(await described(t)).map(({ name, operation }) => [name, operation]),
  )
  for (const [name, { id }] of Object.entries(operations))
    t.equal(routes.get(name)?.operationId, id, name)
})

t.test('an operation tells its own problems, with the members that they carry', async (t) => {
  const description = await described(t)
  const routes = new Map(
    operationsOf(description).map(({ operation }) => [operation.operationId, operation]),
  )
  const of = (id: string, status: number) => schemasOf(routes.get(id) as Operation, status)
  t.same(of('startPlayback', 402), ['PaymentRequiredProblem'])
  t.same(of('startPlayback', 409), ['TooManyStreamsProblem'])
  t.same(of('signUp', 409), ['EmailTakenProblem'])
  t.same(of('changePerson', 403), [
    'ForbiddenProblem',
    'StepUpRequiredProblem',
    'OriginRefusedProblem',
  ])
  t.same(of('getUrls', 410), ['PlaybackEndedProblem'])
  const { schemas } = description.components
  t.match(schemas.PaymentRequiredProblem, {
    required: ['type', 'title', 'status', 'detail', 'code', 'reason', 'offers'],
    properties: { offers: { items: { $ref: '#/components/schemas/Offer' } } },
  })
  t.match(schemas.TooManyStreamsProblem?.properties, { streams: { type: 'array' } })
  t.match(schemas.TooManyRequestsProblem?.properties, { retryAfterSeconds: { type: 'number' } })
  t.match(schemas.SubscriptionStatus?.enum, ['active', 'trialing', 'past_due'])
  t.equal(schemas.Offer?.anyOf?.length, 6)
})

t.test('what leads to the bucket is told to be a redirect, and text to be text', async (t) => {
  for (const { name, operation } of operationsOf(await described(t))) {
    const { answer } = operations[name] ?? {}
    if (answer === 'redirect') {
      t.match(operation.responses, { 302: { headers: { location: {} } } }, name)
      t.notOk(operation.responses[200], name)
    } else if (answer !== undefined)
      t.match(operation.responses[200]?.content, { [answer]: {} }, name)
  }
})

t.test('who needs to be signed in, and who may not, is as the description says', async (t) => {
  const { app } = await build(t)
  const description = (await app.inject('/api/openapi.json')).json() as Description
  for (const { name, operation } of operationsOf(description)) {
    const [method = '', path = ''] = name.split(' ')
    const url = path
      .replace(/:token/, 'x'.repeat(43))
      .replace(/:(segment|sheet)/, '1')
      .replaceAll(/:\w+/g, '00000000-0000-4000-8000-000000000000')
    const { statusCode } = await app.inject({
      method: method as 'GET',
      url,
      ...(method !== 'GET' && { headers: { 'content-type': 'application/json' }, payload: '{}' }),
    })
    const closed = operation.security?.length === 1 && operation.security[0]?.session !== undefined
    // A stranger may be told that what they sent makes no sense, but of nothing else.
    if (closed) t.ok(statusCode === 401 || statusCode === 400, `${name} answers ${statusCode}`)
    else t.not(statusCode, 403, name)
  }
})

t.test('it can be read in the browser under the strict policy', async (t) => {
  const { app } = await build(t)
  const page = await app.inject('/api/docs/')
  t.equal(page.statusCode, 200)
  t.match(page.headers['content-type'], 'text/html')
  t.notMatch(page.headers['content-security-policy'], /script-src[^;]*unsafe-inline/)
})
