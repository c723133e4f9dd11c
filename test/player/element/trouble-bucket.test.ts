import t from 'tap'
import { cinema, playing } from './cinema/cinema.ts'
import { assertUnseen, fullBuffer } from './cinema/unseen.ts'

for (const [what, fault] of [
  ['refused', { status: 403 }],
  ['dropped without an answer', 'drop'],
  ['broken off in the middle', 'break'],
  ['answered with 500', { status: 500 }],
  ['answered with 503', { status: 503 }],
] as const) {
  t.test(`every third segment ${what}`, async (t) => {
    const seat = await cinema(t)
    seat.service.bucket.fault = (_key, count) => (count % 3 === 0 ? fault : undefined)
    await seat.sitDown()
    await fullBuffer(seat)
    await seat.watch(1)
    assertUnseen(t, seat)
  })
}

t.test('the bucket fails for a while: the buffer plays on', async (t) => {
  const seat = await playing(t)
  await fullBuffer(seat)
  const since = performance.now()
  seat.service.bucket.fault = () =>
    performance.now() - since < 5_000 ? { status: 500 } : undefined
  await seat.watch(7)
  await seat.until('the buffer full again', ({ ahead }) => ahead > 24)
  assertUnseen(t, seat)
})

t.test('a slow bucket is waited for', async (t) => {
  const seat = await cinema(t)
  seat.service.bucket.delayMs = 1500
  await seat.sitDown()
  await seat.watch(6)
  assertUnseen(t, seat)
})
