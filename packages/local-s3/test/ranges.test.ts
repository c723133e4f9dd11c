import fc from 'fast-check'
import t from 'tap'
import { S3Error } from '../src/errors.ts'
import { parseRange, sliceFiles } from '../src/ranges.ts'

t.test('ranges of ten bytes', async (t) => {
  const table = [
    ['bytes=0-0', 0, 0],
    ['bytes=0-9', 0, 9],
    ['bytes=0-10', 0, 9],
    ['bytes=9-', 9, 9],
    ['bytes=-1', 9, 9],
    ['bytes=-10', 0, 9],
    ['bytes=-11', 0, 9],
  ] as const
  for (const [header, start, end] of table) t.same(parseRange(header, 10), { start, end }, header)
})

t.test('what is no range, or more than one, asks for the whole', async (t) => {
  const headers = ['bytes=-', 'bytes=3-2', 'bytes=0-1,3-4', 'bytes=a-b', 'chars=0-1', '', undefined]
  for (const header of headers) t.equal(parseRange(header, 10), null, String(header))
})

t.test('a range beyond the end, or of an empty object, cannot be satisfied', async (t) => {
  for (const [header, size] of [
    ['bytes=10-', 10],
    ['bytes=10-12', 10],
    ['bytes=-0', 10],
    ['bytes=0-', 0],
    ['bytes=-1', 0],
  ] as const) {
    t.throws(() => parseRange(header, size), { code: 'InvalidRange' }, header)
  }
  try {
    parseRange('bytes=10-', 10)
  } catch (error) {
    t.ok(error instanceof S3Error)
    t.match(error, { members: { RangeRequested: 'bytes=10-', ActualObjectSize: 10 } })
  }
})

t.test('a span over several files is cut where they meet', async (t) => {
  t.same(sliceFiles([5, 5, 1], { start: 3, end: 10 }), [
    { index: 0, start: 3, end: 4 },
    { index: 1, start: 0, end: 4 },
    { index: 2, start: 0, end: 0 },
  ])
  t.same(sliceFiles([5, 5, 1], { start: 5, end: 6 }), [{ index: 1, start: 0, end: 1 }])
})

t.test('the slices of any span are its bytes, in order', async () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 6 }),
      fc.nat(30),
      fc.nat(30),
      (sizes, a, b) => {
        const total = sizes.reduce((sum, size) => sum + size, 0)
        const span = { start: Math.min(a, b), end: Math.max(a, b) }
        fc.pre(span.end < total)
        const whole = sizes.flatMap((size, index) =>
          Array.from({ length: size }, (_, at) => `${index}:${at}`),
        )
        const got = sliceFiles(sizes, span).flatMap(({ index, start, end }) =>
          Array.from({ length: end - start + 1 }, (_, at) => `${index}:${start + at}`),
        )
        return got.join() === whole.slice(span.start, span.end + 1).join()
      },
    ),
  )
})
