import t from 'tap'
import { openPlayer, playing } from '../../fixtures/player/player.ts'
import { problem } from '../../fixtures/player/service.ts'
import { assertUnseen } from '../../fixtures/player/unseen.ts'

t.test('a storm of seeks: few requests for URLs, and the last place plays', async (t) => {
  const player = await playing(t)
  const before = player.service.requests.length
  for (let i = 0; i < 30; i++) {
    await player.seek(8 + ((i * 17) % 50))
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  await player.seek(44)
  const { time } = await player.until('the last place', (now) => now.time > 45 && !now.paused)
  t.ok(time < 50)
  t.same(player.panels, [])
  const asked = player.service.requests.slice(before).filter((route) => route.endsWith('/urls'))
  t.ok(asked.length <= 12, `${asked.length} requests for 31 seeks`)
})

t.test('the quality is switched to and fro: the place is kept', async (t) => {
  const player = await playing(t)
  for (const choice of [0, 1, 0, 1]) {
    const { time } = await player.glimpse()
    await player.page.evaluate((index) => {
      const { video } = document.querySelector('matinee-player') as HTMLElement & {
        video: HTMLVideoElement & { videoRenditions: { selectedIndex: number } }
      }
      video.videoRenditions.selectedIndex = index
    }, choice)
    const after = await player.watch(1)
    t.ok(after.time - time < 4, 'without a jump')
  }
  t.same(player.panels, [])
})

t.test('a film is watched from start to end with everything going wrong in turn', async (t) => {
  const player = await openPlayer(t)
  const faults = [{ status: 403 }, 'drop', 'break', { status: 500 }, { status: 503 }] as const
  player.service.bucket.fault = (_key, count) =>
    count % 3 === 0 ? faults[(count / 3) % faults.length] : undefined
  player.service.fault = (route, count) =>
    route.endsWith('/urls') && count % 4 === 1 ? { status: 503 } : undefined
  await player.load()
  await player.page.evaluate(() => {
    const { video } = document.querySelector('matinee-player') as HTMLElement & {
      video: HTMLVideoElement
    }
    video.playbackRate = 4
  })
  const halfway = await player.until('the middle', ({ time }) => time > 32, 60)
  t.equal(halfway.paused, false)
  player.service.end(problem(410, 'PLAYBACK_ENDED', { reason: 'expired' }))
  const { time } = await player.until('the end', ({ view }) => view.phase === 'ended', 60)
  t.ok(time > 63.5)
  const { requests } = player.service.bucket
  const statuses = new Set(requests.map(({ status }) => status))
  t.same([...statuses].sort(), [0, 200, 403, 500, 503], 'all of it went wrong')
  assertUnseen(t, player)
  t.same(player.complaints, [])
})
