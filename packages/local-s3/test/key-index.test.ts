import fc from 'fast-check'
import t from 'tap'
import { compareKeys, KeyIndex } from '../src/key-index.ts'

const byBytes = (a: string, b: string) => Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b)))

t.test('keys compare as their UTF-8 bytes do', async (t) => {
  t.ok(compareKeys('\uff5e', '😀') < 0, 'where UTF-16 would say otherwise')
  const keys = fc.string({ unit: 'binary' })
  fc.assert(fc.property(keys, keys, (a, b) => Math.sign(compareKeys(a, b)) === byBytes(a, b)))
})

t.test('an index holds each key once, in order, whatever was added and removed', async () => {
  const keys = fc.array(fc.string({ unit: 'binary', maxLength: 3 }))
  fc.assert(
    fc.property(keys, keys, keys, (first, added, removed) => {
      const index = new KeyIndex(new Set(first))
      for (const key of added) index.add(key)
      for (const key of removed) index.remove(key)
      const expected = [...new Set([...first, ...added])].filter((key) => !removed.includes(key))
      const listed = [...index.from('', true)]
      return (
        JSON.stringify(listed) === JSON.stringify(expected.sort(byBytes)) &&
        listed.every((key) => index.has(key)) &&
        removed.every((key) => !index.has(key)) &&
        index.size === listed.length
      )
    }),
  )
})

t.test('reading begins at a key or just behind it, there or not', async (t) => {
  const index = new KeyIndex(['b', 'd'])
  t.same([...index.from('b', true)], ['b', 'd'])
  t.same([...index.from('b', false)], ['d'])
  t.same([...index.from('c', false)], ['d'])
  t.same([...index.from('e', true)], [])
})
