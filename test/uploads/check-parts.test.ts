import t from 'tap'
import { objectionToParts } from '../../server/uploads/check-parts.ts'

const plan = { partSizeBytes: 10, partCount: 3 }
const part = (partNumber: number, sizeBytes = 10, etag = `"tag${partNumber}"`) => ({
  ...{ partNumber, sizeBytes, etag, sha256: null },
})
const whole = [part(1), part(2), part(3, 5)]
const claims = [1, 2, 3].map((partNumber) => ({ partNumber, etag: `tag${partNumber}` }))
const object = (stored = whole, claimed = claims) => objectionToParts(plan, 25, stored, claimed)

t.test('all parts of the planned sizes, as sent, are fine, in any order', async (t) => {
  t.equal(object(), null)
  t.equal(object(whole.toReversed(), claims.toReversed()), null)
})

t.test('what is missing is named', async (t) => {
  t.match(object([part(1)]), /send part 2, 3\./)
  t.match(object([]), /part 1, 2, 3\./)
  const many = { partSizeBytes: 1, partCount: 50 }
  t.match(objectionToParts(many, 50, [], []), /part 1, 2, 3 and 47 more/)
})

t.test('parts of another size are named', async (t) => {
  t.match(object([part(1, 9), part(2), part(3, 5)]), /Send part 1 again/)
  t.match(object([part(1), part(2), part(3, 10)]), /Send part 3 again/)
})

t.test('parts that somebody else sent, or that were never claimed, are named', async (t) => {
  t.match(object([part(1), part(2, 10, '"other"'), part(3, 5)]), /Send part 2 again/)
  t.match(object(whole, claims.slice(0, 2)), /Send part 3 again/)
})

t.test('more parts than planned are refused', async (t) => {
  t.match(object([...whole, part(4)]), /More parts/)
})
