import t from 'tap'
import { openPlayer, playing, secondSession } from '../../fixtures/player/player.ts'
import { problem } from '../../fixtures/player/service.ts'

t.test('a page that goes away leaves a report of how it went', async (t) => {
  const player = await openPlayer(t)
  await player.load()
  const { time } = await player.watch(3)
  await player.page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')))
  await player.until('a report', () => player.service.reports.length > 0)
  const [report] = player.service.reports
  t.match(report, { token: 'token-1', stallCount: 0, errorCode: null })
  t.ok((report?.startUpMs ?? 0) > 0 && (report?.startUpMs ?? 0) < 20_000)
  const watched = report?.watchedSeconds ?? 0
  t.ok(watched > 2 && watched <= time + 1, `${watched} of ${time} s`)
})

t.test('a picture that stands still for want of data is reported as a stall', async (t) => {
  const player = await playing(t)
  player.service.fault = (route) => (route.endsWith('/urls') ? { status: 503 } : undefined)
  await player.page.evaluate(() => {
    const { video } = document.querySelector('matinee-player') as HTMLElement & {
      video: HTMLVideoElement
    }
    video.playbackRate = 8
  })
  await player.until('an empty buffer', ({ view }) => view.phase === 'buffering', 30)
  player.service.fault = () => undefined
  await player.until('playing', ({ view }) => view.phase === 'playing')
  await player.page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')))
  await player.until('a report', () => player.service.reports.length > 0)
  const report = player.service.reports.at(-1)
  t.equal(report?.errorCode, null)
  t.ok((report?.stallCount ?? 0) > 0)
  t.ok((report?.stallMs ?? 0) > 0)
})

t.test('what ends a viewing is reported by its code, each session for itself', async (t) => {
  const player = await playing(t)
  player.service.end(problem(410, 'PLAYBACK_ENDED', { reason: 'expired' }))
  await player.seek(50)
  await secondSession(player)
  await player.until('the film to play on', ({ time }) => time > 51)
  t.match(player.service.reports, [{ token: 'token-1', errorCode: null, startUpMs: Number }])
  player.service.end(problem(410, 'PLAYBACK_ENDED', { reason: 'kicked' }))
  await player.seek(20)
  await player.panel('ended')
  await player.until('the second report', () => player.service.reports.length > 1)
  const [first, second] = player.service.reports
  t.match(second, { token: 'token-2', errorCode: 'PLAYBACK_ENDED', startUpMs: null })
  t.ok((first?.startUpMs ?? 0) > 0, 'the start counts once')
})
