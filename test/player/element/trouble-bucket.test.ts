import t from 'tap'
import { openPlayer, playing } from '../../fixtures/player/player.ts'
import { assertUnseen, fullBuffer } from '../../fixtures/player/unseen.ts'

for (const [what, fault] of [
  ['refused', { status: 403 }],
  ['dropped without an answer', 'drop'],
  ['broken off in the middle', 'break'],
  ['answered with 500', { status: 500 }],
  ['answered with 503', { status: 503 }],
] as const) {
  t.test(`every third segment ${what}`, async (t) => {
    const player = await openPlayer(t)
    player.service.bucket.fault = (_key, count) => (count % 3 === 0 ? fault : undefined)
    await player.load()
    await fullBuffer(player)
    await player.watch(1)
    assertUnseen(t, player)
  })
}

t.test('the bucket fails for a while: the buffer plays on', async (t) => {
  const player = await playing(t)
  await fullBuffer(player)
  const since = performance.now()
  player.service.bucket.fault = () =>
    performance.now() - since < 5_000 ? { status: 500 } : undefined
  await player.watch(7)
  await player.until('the buffer full again', ({ ahead }) => ahead > 24)
  assertUnseen(t, player)
})

t.test('a slow bucket is waited for', async (t) => {
  const player = await openPlayer(t)
  player.service.bucket.delayMs = 1500
  await player.load()
  await player.watch(6)
  assertUnseen(t, player)
})
