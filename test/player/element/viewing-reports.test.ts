import t from 'tap'
import { cinema, playing } from './cinema/cinema.ts'
import { problem } from './cinema/service.ts'

t.test('a page that goes away leaves a report of how it went', async (t) => {
  const seat = await cinema(t)
  await seat.sitDown()
  const { time } = await seat.watch(3)
  await seat.page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')))
  await seat.until('a report', () => seat.service.reports.length > 0)
  const [report] = seat.service.reports
  t.match(report, { token: 'token-1', stallCount: 0, errorCode: null })
  t.ok((report?.startUpMs ?? 0) > 0 && (report?.startUpMs ?? 0) < 20_000)
  const watched = report?.watchedSeconds ?? 0
  t.ok(watched > 2 && watched <= time + 1, `${watched} of ${time} s`)
})

t.test('a picture that stands still for want of data is reported as a stall', async (t) => {
  const seat = await playing(t)
  seat.service.fault = (route) => (route.endsWith('/urls') ? { status: 503 } : undefined)
  await seat.page.evaluate(() => {
    const { video } = document.querySelector('matinee-player') as HTMLElement & {
      video: HTMLVideoElement
    }
    video.playbackRate = 8
  })
  await seat.until('an empty buffer', ({ view }) => view.phase === 'buffering', 30)
  seat.service.fault = () => undefined
  await seat.until('playing', ({ view }) => view.phase === 'playing')
  await seat.page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')))
  await seat.until('a report', () => seat.service.reports.length > 0)
  const report = seat.service.reports.at(-1)
  t.equal(report?.errorCode, null)
  t.ok((report?.stallCount ?? 0) > 0)
  t.ok((report?.stallMs ?? 0) > 0)
})

t.test('what ends a viewing is reported by its code, each session for itself', async (t) => {
  const seat = await playing(t)
  seat.service.end(problem(410, 'PLAYBACK_ENDED', { reason: 'expired' }))
  await seat.seek(50)
  await seat.until('the second session', ({ time }) => time > 51)
  t.match(seat.service.reports, [{ token: 'token-1', errorCode: null, startUpMs: Number }])
  seat.service.end(problem(410, 'PLAYBACK_ENDED', { reason: 'kicked' }))
  seat.service.advance(3600)
  await seat.seek(20)
  await seat.panel('ended')
  await seat.until('the second report', () => seat.service.reports.length > 1)
  const [first, second] = seat.service.reports
  t.match(second, { token: 'token-2', errorCode: 'PLAYBACK_ENDED', startUpMs: null })
  t.ok((first?.startUpMs ?? 0) > 0, 'the start counts once')
})
