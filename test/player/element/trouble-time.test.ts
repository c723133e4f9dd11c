import t from 'tap'
import { openPlayer, playing, secondSession } from '../../fixtures/player/player.ts'
import { problem } from '../../fixtures/player/service.ts'
import { assertUnseen, fullBuffer } from '../../fixtures/player/unseen.ts'
import { until } from '../../fixtures/until.ts'

t.test(
  'an hour of pause by the monotonic clock: URLs are renewed before they are used',
  async (t) => {
    const player = await openPlayer(t)
    await player.page.clock.install()
    await player.load()
    await fullBuffer(player)
    await player.pause()
    // What is still on its way when an hour passes at once has taken an hour, and is asked for again.
    await player.until('nothing to be on its way', ({ ahead }) => ahead >= 30)
    player.service.advance(3600)
    await player.page.clock.fastForward('01:00:00')
    const { time } = await player.glimpse()
    await player.seek(time + 28)
    await player.play()
    await player.watch(1)
    assertUnseen(t, player)
    t.notOk(
      player.service.bucket.requests.some(({ status }) => status === 403),
      'none was refused',
    )
  },
)

t.test(
  'a laptop slept: the clock stood still, the URLs are dead, and nobody notices',
  async (t) => {
    const player = await openPlayer(t)
    await player.load()
    await fullBuffer(player)
    player.service.advance(8 * 3600)
    const { time } = await player.glimpse()
    await player.seek(time + 28)
    const refused = () => player.service.bucket.requests.filter(({ status }) => status === 403)
    await player.until('a URL that it held to be refused', () => refused().length > 0)
    await player.watch(1)
    assertUnseen(t, player)
    t.ok(refused().length <= 2, 'at most one refusal for the picture and one for the sound')
  },
)

t.test('a session that ended during the pause is opened anew, at the same place', async (t) => {
  const player = await openPlayer(t)
  await player.load()
  await fullBuffer(player)
  await player.pause()
  player.service.end(problem(410, 'PLAYBACK_ENDED', { reason: 'expired' }))
  const { time } = await player.glimpse()
  await player.play()
  await player.seek(time + 28)
  await secondSession(player)
  const after = await player.watch(1)
  t.ok(after.time >= time + 28)
  t.ok(after.time < time + 32, 'nothing was skipped')
  assertUnseen(t, player)
})

for (const hours of [-1, 1]) {
  t.test(`a wall clock that is ${hours} h off matters to nobody`, async (t) => {
    const player = await openPlayer(t)
    await player.page.clock.install({ time: Date.now() + hours * 3_600_000 })
    await player.load()
    await fullBuffer(player)
    await player.watch(2)
    assertUnseen(t, player)
    t.ok(player.service.bucket.requests.every(({ status }) => status === 200))
  })
}

t.test(
  'the page was put aside and came back: the lease was given back, and play goes on',
  async (t) => {
    const player = await openPlayer(t)
    await player.load()
    await player.watch(2)
    await player.page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')))
    await player.until(
      'the lease given back',
      () => player.service.count('DELETE /play/:token') === 1,
    )
    t.ok((player.service.saved.at(-1) ?? 0) >= 2, 'with the position')
    player.service.advance(3600)
    await player.pause()
    await player.play()
    await secondSession(player)
    const captions = () =>
      player.page.locator('matinee-player track[kind=subtitles]').getAttribute('src')
    await until('captions of the new session', async () => (await captions())?.includes('token-2'))
    await player.seek(50)
    const { time } = await player.watch(1)
    t.ok(time > 50)
    t.same(player.panels, [])
  },
)

t.test(
  'the film was encoded anew during the pause: the new one plays on at the same place',
  async (t) => {
    const player = await playing(t)
    player.service.reencode()
    player.service.end(problem(410, 'PLAYBACK_ENDED', { reason: 'expired' }))
    await player.seek(50)
    const { time } = await player.until('playing', (now) => now.time > 51 && !now.paused)
    t.ok(time < 56)
    t.ok(player.service.requests.filter((route) => route.endsWith('/main.m3u8')).length >= 2)
    t.same(player.panels, [])
  },
)

t.test(
  'a tab in the background is frozen for an hour, and plays on when it is looked at',
  async (t) => {
    const player = await openPlayer(t)
    await player.load()
    await fullBuffer(player)
    await player.pause()
    const tab = await player.page.context().newCDPSession(player.page)
    await tab.send('Page.setWebLifecycleState', { state: 'frozen' })
    player.service.advance(3600)
    await tab.send('Page.setWebLifecycleState', { state: 'active' })
    const { time } = await player.glimpse()
    await player.seek(time + 28)
    await player.play()
    await player.watch(1)
    assertUnseen(t, player)
  },
)
