import t from 'tap'
import { Pace } from '../../../player/studio/pace.ts'

t.test('speed is told from the last seconds, once there is a second of them', async (t) => {
  const pace = new Pace()
  t.same(pace.speed(100), { bytesPerSecond: 0, secondsLeft: null })
  pace.note(0, 0)
  pace.note(999, 10)
  t.same(pace.speed(100), { bytesPerSecond: 0, secondsLeft: null })
  pace.note(1_000, 10)
  t.same(pace.speed(100), { bytesPerSecond: 10, secondsLeft: 9 })
})

t.test('what was long ago does not count', async (t) => {
  const pace = new Pace()
  for (let second = 0; second <= 20; second++) pace.note(second * 1_000, 1_000 * second)
  for (let second = 21; second <= 40; second++)
    pace.note(second * 1_000, 20_000 + (second - 20) * 10)
  t.equal(pace.speed(30_000).bytesPerSecond, 10)
})

t.test('a transfer that stands still has no time left to tell', async (t) => {
  const pace = new Pace()
  pace.note(0, 50)
  pace.note(5_000, 50)
  t.same(pace.speed(100), { bytesPerSecond: 0, secondsLeft: null })
})

t.test('bytes that are taken back, and pauses, begin the measuring anew', async (t) => {
  const pace = new Pace()
  pace.note(0, 0)
  pace.note(2_000, 80)
  pace.note(3_000, 40)
  t.same(pace.speed(100), { bytesPerSecond: 0, secondsLeft: null })
  pace.note(5_000, 60)
  t.same(pace.speed(100), { bytesPerSecond: 10, secondsLeft: 4 })
  pace.reset()
  t.same(pace.speed(100), { bytesPerSecond: 0, secondsLeft: null })
})
