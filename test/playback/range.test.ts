import t from 'tap'
import { rangeOf } from '../../server/playback/range.ts'

const whole = { share: 1, signed: undefined }

t.test('a plain range counts by its bytes and is all that is signed', async (t) => {
  t.same(rangeOf('bytes=0-99', 1_000), { share: 0.1, signed: 'bytes=0-99' })
  t.same(rangeOf('bytes=900-2000', 1_000), { share: 0.1, signed: 'bytes=900-2000' })
})

t.test('whatever else is asked for counts as all of it', async (t) => {
  const others = [
    undefined,
    '',
    'bytes=0-',
    'bytes=-5',
    'bytes=0-1,5-9',
    'bytes=9-1',
    'bytes=0-999',
  ]
  for (const header of [...others, 'bytes=0-99999', 'bytes=1000-1001', 'items=0-1']) {
    t.same(rangeOf(header, 1_000), whole, String(header))
  }
  t.same(rangeOf('bytes=0-9', undefined), whole)
  t.same(rangeOf('bytes=0-9', 0), whole)
})
