import t from 'tap'
import { openPlayer, playing } from '../../fixtures/player/player.ts'
import { assertUnseen, fullBuffer } from '../../fixtures/player/unseen.ts'

t.test('the API cannot sign for ten seconds: the buffer plays on', async (t) => {
  const player = await playing(t)
  const { time } = await fullBuffer(player)
  let refused = 0
  let since: number | undefined
  player.service.fault = (route) => {
    if (!route.endsWith('/urls')) return undefined
    since ??= performance.now()
    if (performance.now() - since > 10_000) return undefined
    refused++
    return { status: 503 }
  }
  player.service.advance(3600)
  // So far that more is wanted, and that what is there lasts for longer than the fault.
  await player.seek(time + 10)
  await player.watch(11)
  await player.until('the buffer full again', ({ ahead }) => ahead > 24)
  t.ok(refused > 1, `refused ${refused} times`)
  assertUnseen(t, player)
})

t.test('too many requests: it waits as long as it is told to', async (t) => {
  const player = await playing(t)
  const { time } = await fullBuffer(player)
  const refused = new Map<string, number[]>()
  player.service.fault = (route) => {
    if (!route.endsWith('/urls')) return undefined
    const times = refused.get(route) ?? []
    const [first = performance.now()] = times
    // Both clocks round.
    if (performance.now() - first >= 1990) return undefined
    refused.set(route, [...times, performance.now()])
    return { status: 429, retryAfterSeconds: 2 }
  }
  player.service.advance(3600)
  await player.seek(time + 10)
  await player.until('the buffer full again', ({ ahead }) => ahead > 24)
  assertUnseen(t, player)
  t.ok(refused.size > 0, 'it was told so')
  for (const [route, [first = 0, ...more]] of refused) {
    // Another may be on its way when the answer comes.
    const gaps = more.map((at) => at - first)
    t.ok(gaps.length <= 1, `${route} again after ${gaps} ms`)
  }
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

for (const [what, attributes, phase] of [
  ['nobody has pressed play waits for it', { autoplay: undefined }, 'ready'],
  ['was to play plays', {}, 'playing'],
] as const) {
  t.test(`the API is back, and so is the line: a film that ${what}`, async (t) => {
    const player = await openPlayer(t)
    player.service.fault = (route) => (route.endsWith('/playback') ? 'drop' : undefined)
    await player.load(attributes)
    await player.panel('unavailable')
    player.service.fault = () => undefined
    await player.page.evaluate(() => dispatchEvent(new Event('online')))
    await player.until(phase, ({ view }) => view.phase === phase)
    t.equal(player.service.count('POST /play/:token/begin'), phase === 'playing' ? 1 : 0)
  })
}
