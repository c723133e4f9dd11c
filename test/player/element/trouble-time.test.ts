import t from 'tap'
import { cinema, playing } from './cinema/cinema.ts'
import { problem } from './cinema/service.ts'
import { assertUnseen, fullBuffer } from './cinema/unseen.ts'

t.test(
  'an hour of pause by the monotonic clock: URLs are renewed before they are used',
  async (t) => {
    const seat = await cinema(t)
    await seat.page.clock.install()
    await seat.sitDown()
    await fullBuffer(seat)
    await seat.pause()
    seat.service.advance(3600)
    await seat.page.clock.fastForward('01:00:00')
    const { time } = await seat.glimpse()
    await seat.seek(time + 28)
    await seat.play()
    await seat.watch(1)
    assertUnseen(t, seat)
    t.notOk(
      seat.service.bucket.requests.some(({ status }) => status === 403),
      'none was refused',
    )
  },
)

t.test(
  'a laptop slept: the clock stood still, the URLs are dead, and nobody notices',
  async (t) => {
    const seat = await cinema(t)
    await seat.sitDown()
    await fullBuffer(seat)
    seat.service.advance(8 * 3600)
    const { time } = await seat.glimpse()
    await seat.seek(time + 28)
    await seat.watch(1)
    assertUnseen(t, seat)
    const refused = seat.service.bucket.requests.filter(({ status }) => status === 403)
    t.ok(refused.length <= 2, 'at most one refusal for the picture and one for the sound')
  },
)

t.test('a session that ended during the pause is opened anew, at the same place', async (t) => {
  const seat = await cinema(t)
  await seat.sitDown()
  await fullBuffer(seat)
  await seat.pause()
  seat.service.advance(3600)
  seat.service.end(problem(410, 'PLAYBACK_ENDED', { reason: 'expired' }))
  const { time } = await seat.glimpse()
  await seat.play()
  await seat.seek(time + 28)
  const after = await seat.watch(1)
  t.ok(after.time >= time + 28)
  t.equal(seat.service.leases.length, 2)
  assertUnseen(t, seat)
})

for (const hours of [-1, 1]) {
  t.test(`a wall clock that is ${hours} h off matters to nobody`, async (t) => {
    const seat = await cinema(t)
    await seat.page.clock.install({ time: Date.now() + hours * 3_600_000 })
    await seat.sitDown()
    await fullBuffer(seat)
    await seat.watch(2)
    assertUnseen(t, seat)
    t.ok(seat.service.bucket.requests.every(({ status }) => status === 200))
  })
}

t.test(
  'the page was put aside and came back: the lease was given back, and play goes on',
  async (t) => {
    const seat = await cinema(t)
    await seat.sitDown()
    await seat.watch(2)
    await seat.page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')))
    await seat.until('the lease given back', () => seat.service.count('DELETE /play/:token') === 1)
    t.ok((seat.service.saved.at(-1) ?? 0) >= 2, 'with the position')
    await seat.seek(50)
    const { time } = await seat.watch(1)
    t.ok(time > 50)
    t.equal(seat.service.leases.length, 2)
    t.same(seat.panels, [])
  },
)

t.test(
  'the film was encoded anew during the pause: the new one plays on at the same place',
  async (t) => {
    const seat = await playing(t)
    seat.service.reencode()
    seat.service.end(problem(410, 'PLAYBACK_ENDED', { reason: 'expired' }))
    await seat.seek(50)
    const { time } = await seat.until('playing', (now) => now.time > 51 && !now.paused)
    t.ok(time < 56)
    t.ok(seat.service.requests.filter((route) => route.endsWith('/main.m3u8')).length >= 2)
    t.same(seat.panels, [])
  },
)

t.test(
  'a tab in the background is frozen for an hour, and plays on when it is looked at',
  async (t) => {
    const seat = await cinema(t)
    await seat.sitDown()
    await fullBuffer(seat)
    await seat.pause()
    const tab = await seat.page.context().newCDPSession(seat.page)
    await tab.send('Page.setWebLifecycleState', { state: 'frozen' })
    seat.service.advance(3600)
    await tab.send('Page.setWebLifecycleState', { state: 'active' })
    const { time } = await seat.glimpse()
    await seat.seek(time + 28)
    await seat.play()
    await seat.watch(1)
    assertUnseen(t, seat)
  },
)
