import t from 'tap'
import { playing } from '../../fixtures/player/player.ts'
import { assertUnseen, fullBuffer } from '../../fixtures/player/unseen.ts'

t.test('the API cannot sign for ten seconds: the buffer plays on', async (t) => {
  const player = await playing(t)
  await fullBuffer(player)
  const since = performance.now()
  player.service.bucket.requests.length = 0
  player.service.fault = (route) =>
    route.endsWith('/urls') && performance.now() - since < 10_000 ? { status: 503 } : undefined
  player.service.advance(3600)
  await player.watch(11)
  await player.until('the buffer full again', ({ ahead }) => ahead > 24)
  assertUnseen(t, player)
})

t.test('too many requests: it waits as long as it is told to', async (t) => {
  const player = await playing(t)
  await fullBuffer(player)
  const since = performance.now()
  let told = 0
  player.service.fault = (route) => {
    if (!route.endsWith('/urls') || performance.now() - since > 2000) return undefined
    told++
    return { status: 429, retryAfterSeconds: 2 }
  }
  player.service.advance(3600)
  await player.watch(5)
  assertUnseen(t, player)
  t.ok(told <= 4, `asked ${told} times`)
})

t.test(
  'offline and back: it says so once the buffer is empty, and goes on by itself',
  async (t) => {
    const player = await playing(t)
    await player.page.context().setOffline(true)
    await player.seek(50)
    const waiting = await player.until('a note', ({ view }) => view.note !== null)
    t.equal(waiting.view.phase, 'buffering')
    t.match(waiting.view.note, /connection is lost/)
    await player.page.context().setOffline(false)
    const after = await player.until(
      'playing',
      ({ view, time }) => view.phase === 'playing' && time > 51,
    )
    t.equal(after.view.note, null)
    t.same(player.panels, [])
  },
)
