import fc from 'fast-check'
import t from 'tap'
import { largestFile, mostParts } from '../../contract/uploads.ts'
import { largestPart, partSize, planParts, smallestPart } from '../../server/uploads/part-plan.ts'

const mebibyte = 1024 ** 2
const gibibyte = 1024 * mebibyte

t.test('how files of every size are cut', async (t) => {
  const table = [
    [1, 8 * mebibyte, 1],
    [8 * mebibyte, 8 * mebibyte, 1],
    [8 * mebibyte + 1, 8 * mebibyte, 2],
    [gibibyte, 8 * mebibyte, 128],
    [8000 * mebibyte, 8 * mebibyte, 1000],
    [8000 * mebibyte + 1, 9 * mebibyte, 889],
    [10 * gibibyte, 11 * mebibyte, 931],
    [largestFile, largestPart, 1024],
  ] as const
  for (const [size, partSizeBytes, partCount] of table) {
    t.same(planParts(size), { partSizeBytes, partCount }, `${size} bytes`)
  }
})

t.test('every plan is one that S3 takes, and its parts are the file', async () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: largestFile }), (size) => {
      const plan = planParts(size)
      const last = partSize(plan, size, plan.partCount)
      return (
        plan.partCount >= 1 &&
        plan.partCount <= mostParts &&
        plan.partSizeBytes >= smallestPart &&
        plan.partSizeBytes <= largestPart &&
        last >= 1 &&
        last <= plan.partSizeBytes &&
        plan.partSizeBytes * (plan.partCount - 1) + last === size
      )
    }),
  )
})

t.test('what is no size of a file is refused', async (t) => {
  for (const size of [0, -1, 1.5, Number.NaN, largestFile + 1]) {
    t.throws(() => planParts(size), RangeError, String(size))
  }
})
