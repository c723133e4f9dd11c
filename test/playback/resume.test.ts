import t from 'tap'
import { isWorthResuming } from '../../server/playback/resume.ts'

t.test('who has begun and not finished goes on from there', async (t) => {
  const hour = 3600
  t.notOk(isWorthResuming(9.9, hour))
  t.ok(isWorthResuming(10, hour))
  t.ok(isWorthResuming(hour - 108.1, hour))
  t.notOk(isWorthResuming(hour - 108, hour))
  t.notOk(isWorthResuming(hour, hour))
})

t.test('the credits of a long film are taken for three minutes', async (t) => {
  const long = 3 * 3600
  t.ok(isWorthResuming(long - 181, long))
  t.notOk(isWorthResuming(long - 180, long))
})

t.test('of a film of unknown length every position counts', async (t) => {
  t.ok(isWorthResuming(100_000, Number.POSITIVE_INFINITY))
})
