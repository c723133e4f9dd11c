import fc from 'fast-check'
import t from 'tap'
import { KeyIndex } from '../src/key-index.ts'
import { listPage } from '../src/listing.ts'

const query = { prefix: '', delimiter: '', maxKeys: 1000, after: '' }
const index = new KeyIndex(['a', 'b/1', 'b/2', 'b/c/3', 'd', 'e//f'])

t.test('prefix and delimiter', async (t) => {
  const table = [
    [{}, ['a', 'b/1', 'b/2', 'b/c/3', 'd', 'e//f'], []],
    [{ delimiter: '/' }, ['a', 'd'], ['b/', 'e/']],
    [{ delimiter: '/', prefix: 'b' }, [], ['b/']],
    [{ delimiter: '/', prefix: 'b/' }, ['b/1', 'b/2'], ['b/c/']],
    [{ delimiter: '//' }, ['a', 'b/1', 'b/2', 'b/c/3', 'd'], ['e//']],
    [{ prefix: 'c' }, [], []],
    [{ after: 'b/2' }, ['b/c/3', 'd', 'e//f'], []],
    [{ after: 'b/', delimiter: '/' }, ['d'], ['e/']],
    [{ after: 'a', prefix: 'b/' }, ['b/1', 'b/2', 'b/c/3'], []],
    [{ maxKeys: 0 }, [], []],
  ] as const
  for (const [changes, keys, commonPrefixes] of table) {
    const page = listPage(index, { ...query, ...changes })
    t.same(page, { keys, commonPrefixes, last: null }, JSON.stringify(changes))
  }
})

t.test('a full page names its last entry only when more follow', async (t) => {
  t.equal(listPage(index, { ...query, maxKeys: 6 }).last, null)
  t.equal(listPage(index, { ...query, maxKeys: 5 }).last, 'd')
  t.equal(listPage(index, { ...query, maxKeys: 2, delimiter: '/' }).last, 'b/')
})

t.test('pages of any size make up the whole listing', async () => {
  const keys = fc.uniqueArray(fc.stringMatching(/^[ab/]{1,5}$/))
  fc.assert(
    fc.property(
      keys,
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom('', '/'),
      (all, maxKeys, delimiter) => {
        const many = new KeyIndex(all)
        const whole = listPage(many, { ...query, delimiter })
        const seen: string[] = []
        for (let after: string | null = ''; after !== null; ) {
          const page = listPage(many, { ...query, delimiter, maxKeys, after })
          seen.push(...page.keys, ...page.commonPrefixes)
          after = page.last
        }
        const expected = [...whole.keys, ...whole.commonPrefixes]
        return JSON.stringify(seen.sort()) === JSON.stringify(expected.sort())
      },
    ),
  )
})
