import t from 'tap'
import { decodeForm } from '../../src/http/form.ts'

t.test('brackets are hashes and lists', async (t) => {
  const decoded = decodeForm('a=1&b[c]=2&b[d][0][e]=3&b[d][1][e]=4&f[]=5&f[]=6&g%5Bh%5D=%26+%3D')
  t.same(decoded, {
    a: '1',
    b: { c: '2', d: { 0: { e: '3' }, 1: { e: '4' } } },
    f: { 0: '5', 1: '6' },
    g: { h: '& =' },
  })
})

t.test('names cannot reach what every object has', async (t) => {
  const decoded = decodeForm('__proto__[polluted]=1&constructor[prototype][polluted]=1')
  t.equal(({} as { polluted?: string }).polluted, undefined)
  t.strictSame(Object.keys(decoded), ['__proto__', 'constructor'])
})

for (const [what, encoded] of [
  ['a name without an end', 'a[b=1'],
  ['a name without a beginning', '[b]=1'],
  ['something after the brackets', 'a[b]c=1'],
  ['a name that is text and hash at once', 'a=1&a[b]=2'],
  ['nesting without end', `a${'[b]'.repeat(20)}=1`],
  ['thousands of parameters', Array.from({ length: 5001 }, (_, index) => `a${index}=1`).join('&')],
] as const) {
  t.test(`${what} is refused`, async (t) => {
    t.match(
      t.throws(() => decodeForm(encoded)),
      { status: 400, type: 'invalid_request_error' },
    )
  })
}
