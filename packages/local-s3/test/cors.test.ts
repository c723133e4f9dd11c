import t from 'tap'
import { type CorsRule, corsHeaders, readCorsRules, writeCorsRules } from '../src/cors.ts'
import { s3Document } from '../src/xml.ts'

const rule: CorsRule = {
  origins: ['https://films.example', 'http://*.local:3000'],
  methods: ['GET', 'PUT'],
  headers: ['content-*', 'Range'],
  exposed: ['ETag', 'x-amz-request-id'],
  maxAgeSeconds: 600,
}
const ask = (origin: string, method = 'GET', headers: string[] = [], rules = [rule]) =>
  corsHeaders(rules, { origin, method, headers })

t.test('a rule answers its origins, methods and headers', async (t) => {
  t.same(ask('https://films.example', 'PUT', ['content-type', 'range']), {
    'access-control-allow-origin': 'https://films.example',
    'access-control-allow-methods': 'GET, PUT',
    'access-control-allow-headers': 'content-type, range',
    'access-control-expose-headers': 'ETag, x-amz-request-id',
    'access-control-max-age': '600',
    'access-control-allow-credentials': 'true',
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  })
  t.ok(ask('http://studio.local:3000'))
})

t.test('nothing else is answered', async (t) => {
  t.equal(ask('https://films.example.evil'), null)
  t.equal(ask('http://films.example'), null, 'another scheme')
  t.equal(ask('https://films.example:8443'), null, 'another port')
  t.equal(ask('http://studio.local:3001'), null)
  t.equal(ask('http://.local:300'), null, 'the two ends of a pattern may not overlap')
  t.equal(ask('https://films.example', 'DELETE'), null)
  t.equal(ask('https://films.example', 'GET', ['x-other']), null)
  t.equal(ask('https://films.example', 'GET', [], []), null)
})

t.test('the first rule that covers a request decides', async (t) => {
  const open = { ...rule, origins: ['*'], headers: ['*'], exposed: [], maxAgeSeconds: null }
  const answer = ask('https://films.example', 'GET', [], [open, rule])
  t.equal(answer?.['access-control-allow-origin'], '*')
  t.notOk('access-control-allow-credentials' in (answer ?? {}), 'any origin, so no cookies')
  const other = ask('https://films.example', 'GET', ['x-any'], [rule, open])
  t.equal(other?.['access-control-allow-origin'], '*')
})

t.test('rules survive being written and read', async (t) => {
  const rules = [rule, { ...rule, maxAgeSeconds: null, exposed: [] }]
  t.same(readCorsRules(s3Document('CORSConfiguration', writeCorsRules(rules))), rules)
})

t.test('rules that S3 would not take are refused', async (t) => {
  const xml = (inner: string) =>
    `<CORSConfiguration><CORSRule>${inner}</CORSRule></CORSConfiguration>`
  const origin = '<AllowedOrigin>*</AllowedOrigin>'
  const method = '<AllowedMethod>GET</AllowedMethod>'
  const read = (inner: string) => () => readCorsRules(xml(inner))
  t.throws(read(origin), { code: 'MalformedXML' })
  t.throws(read(method), { code: 'MalformedXML' })
  t.throws(read(`${origin}<AllowedMethod>PATCH</AllowedMethod>`), { code: 'InvalidRequest' })
  t.throws(read(`<AllowedOrigin>*.*</AllowedOrigin>${method}`), { code: 'InvalidRequest' })
  t.throws(() => readCorsRules('<CORSConfiguration/>'), { code: 'MalformedXML' })
  t.doesNotThrow(read(origin + method))
})
