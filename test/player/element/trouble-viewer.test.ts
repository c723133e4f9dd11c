import t from 'tap'
import { cinema, playing } from './cinema/cinema.ts'
import { problem } from './cinema/service.ts'
import { assertUnseen } from './cinema/unseen.ts'

t.test('a storm of seeks: few requests for URLs, and the last place plays', async (t) => {
  const seat = await playing(t)
  const before = seat.service.requests.length
  for (let i = 0; i < 30; i++) {
    await seat.seek(8 + ((i * 17) % 50))
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  await seat.seek(44)
  const { time } = await seat.until('the last place', (now) => now.time > 45 && !now.paused)
  t.ok(time < 50)
  t.same(seat.panels, [])
  const asked = seat.service.requests.slice(before).filter((route) => route.endsWith('/urls'))
  t.ok(asked.length <= 12, `${asked.length} requests for 31 seeks`)
})

t.test('the quality is switched to and fro: the place is kept', async (t) => {
  const seat = await playing(t)
  for (const choice of [0, 1, 0, 1]) {
    const { time } = await seat.glimpse()
    await seat.page.evaluate((index) => {
      const { video } = document.querySelector('matinee-player') as HTMLElement & {
        video: HTMLVideoElement & { videoRenditions: { selectedIndex: number } }
      }
      video.videoRenditions.selectedIndex = index
    }, choice)
    const after = await seat.watch(1)
    t.ok(after.time - time < 4, 'without a jump')
  }
  t.same(seat.panels, [])
})

t.test('a film is watched from start to end with everything going wrong in turn', async (t) => {
  const seat = await cinema(t)
  const faults = [{ status: 403 }, 'drop', 'break', { status: 500 }, { status: 503 }] as const
  seat.service.bucket.fault = (_key, count) =>
    count % 3 === 0 ? faults[(count / 3) % faults.length] : undefined
  seat.service.fault = (route, count) =>
    route.endsWith('/urls') && count % 4 === 1 ? { status: 503 } : undefined
  await seat.sitDown()
  await seat.page.evaluate(() => {
    const { video } = document.querySelector('matinee-player') as HTMLElement & {
      video: HTMLVideoElement
    }
    video.playbackRate = 4
  })
  const halfway = await seat.until('the middle', ({ time }) => time > 32, 60)
  t.equal(halfway.paused, false)
  seat.service.advance(3600)
  seat.service.end(problem(410, 'PLAYBACK_ENDED', { reason: 'expired' }))
  const { time } = await seat.until('the end', ({ view }) => view.phase === 'ended', 60)
  t.ok(time > 63.5)
  assertUnseen(t, seat)
  t.same(seat.complaints, [])
})
