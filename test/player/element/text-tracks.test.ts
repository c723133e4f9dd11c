import t from 'tap'
import { playing, type Seat } from './cinema/cinema.ts'
import { problem } from './cinema/service.ts'

/** The tracks as the browser sees them. */
const tracks = (seat: Seat) =>
  seat.page.evaluate(() => {
    const { video } = document.querySelector('matinee-player') as HTMLElement & {
      video: HTMLVideoElement
    }
    return [...video.textTracks].map(({ kind, label, mode, cues }) => ({
      kind,
      label,
      mode,
      cues: [...(cues ?? [])].map((cue) => (cue as VTTCue).text),
    }))
  })

t.test('captions are listed once and shown when chosen from the menu', async (t) => {
  const seat = await playing(t)
  const listed = (await tracks(seat)).filter(({ kind }) => kind === 'subtitles')
  t.match(listed, [{ label: 'English', mode: 'disabled' }])
  t.equal(listed.length, 1)
  await seat.page.locator('matinee-player media-captions-menu-button').click()
  await seat.page.getByRole('menuitemradio', { name: 'English' }).click()
  await seat.page.waitForFunction(() => {
    const { video } = document.querySelector('matinee-player') as HTMLElement & {
      video: HTMLVideoElement
    }
    return video.textTracks[0]?.cues?.length === 1
  })
  t.match((await tracks(seat))[0], { mode: 'showing', cues: ['The tide comes in.'] })
  t.same(seat.complaints, [])
})

t.test('the choice of captions outlives a new session', async (t) => {
  const seat = await playing(t)
  await seat.page.locator('matinee-player media-captions-menu-button').click()
  await seat.page.getByRole('menuitemradio', { name: 'English' }).click()
  seat.service.end(problem(410, 'PLAYBACK_ENDED', { reason: 'expired' }))
  await seat.seek(50)
  await seat.watch(1)
  t.equal(seat.service.leases.length, 2)
  const listed = (await tracks(seat)).filter(({ kind }) => kind === 'subtitles')
  t.match(listed, [{ label: 'English', mode: 'showing', cues: ['The tide comes in.'] }])
})

t.test('the seek bar previews pictures and chapters', async (t) => {
  const seat = await playing(t)
  const pictures: string[] = []
  seat.page.on('request', (request) => {
    if (request.url().endsWith('.jpg')) pictures.push(new URL(request.url()).pathname)
  })
  await seat.page.locator('matinee-player media-time-range').hover()
  await seat.until('a picture', () => pictures.length > 0)
  t.equal(pictures[0], '/play/token-1/storyboard/0.jpg')
  // In the middle of the bar the second chapter has begun.
  const chapter = seat.page.locator('matinee-player media-preview-chapter-display')
  t.equal(await chapter.getAttribute('aria-valuetext'), 'chapter: Dusk')
})
