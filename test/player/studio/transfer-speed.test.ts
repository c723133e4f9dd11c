import t from 'tap'
import { TransferSpeed } from '../../../player/studio/uploads/transfer-speed.ts'

t.test('speed is told from the last seconds, once there is a second of them', async (t) => {
  const speed = new TransferSpeed()
  t.same(speed.speed(100), { bytesPerSecond: 0, secondsLeft: null })
  speed.note(0, 0)
  speed.note(999, 10)
  t.same(speed.speed(100), { bytesPerSecond: 0, secondsLeft: null })
  speed.note(1_000, 10)
  t.same(speed.speed(100), { bytesPerSecond: 10, secondsLeft: 9 })
})

t.test('what was long ago does not count', async (t) => {
  const speed = new TransferSpeed()
  for (let second = 0; second <= 20; second++) speed.note(second * 1_000, 1_000 * second)
  for (let second = 21; second <= 40; second++)
    speed.note(second * 1_000, 20_000 + (second - 20) * 10)
  t.equal(speed.speed(30_000).bytesPerSecond, 10)
})

t.test('a transfer that stands still has no time left to tell', async (t) => {
  const speed = new TransferSpeed()
  speed.note(0, 50)
  speed.note(5_000, 50)
  t.same(speed.speed(100), { bytesPerSecond: 0, secondsLeft: null })
})

t.test('bytes that are taken back, and pauses, begin the measuring anew', async (t) => {
  const speed = new TransferSpeed()
  speed.note(0, 0)
  speed.note(2_000, 80)
  speed.note(3_000, 40)
  t.same(speed.speed(100), { bytesPerSecond: 0, secondsLeft: null })
  speed.note(5_000, 60)
  t.same(speed.speed(100), { bytesPerSecond: 10, secondsLeft: 4 })
  speed.reset()
  t.same(speed.speed(100), { bytesPerSecond: 0, secondsLeft: null })
})
