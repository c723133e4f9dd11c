import t from 'tap'
import { changedAttributes } from '../../src/events/changed-attributes.ts'

for (const [what, before, after, expected] of [
  ['nothing', { a: 1, b: [1], c: { d: 1 } }, { a: 1, b: [1], c: { d: 1 } }, undefined],
  ['a value', { a: 1, b: 2 }, { a: 3, b: 2 }, { a: 1 }],
  ['one member of a hash', { c: { d: 1, e: 2 } }, { c: { d: 1, e: 3 } }, { c: { e: 2 } }],
  ['a list, as a whole', { b: [1, 2] }, { b: [1, 3] }, { b: [1, 2] }],
  ['a new member', { c: {} }, { c: { d: 1 } }, { c: { d: null } }],
  ['a member that went', { a: 1, b: 2 }, { a: 1 }, { b: 2 }],
  ['a hash that was nothing before', { c: null }, { c: { d: 1 } }, { c: null }],
] as const) {
  t.test(`what was before is told of ${what}`, async (t) => {
    t.same(changedAttributes(before, after), expected)
  })
}
