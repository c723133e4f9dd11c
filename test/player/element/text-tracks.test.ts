import t from 'tap'
import type { MatineePlayer } from '../../../player/element/matinee-player.ts'
import { playing, secondSession, type TestPlayer } from '../../fixtures/player/player.ts'
import { problem } from '../../fixtures/player/service.ts'

/** The tracks as the browser sees them. */
const tracks = (player: TestPlayer) =>
  player.page.evaluate(() => {
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
  const player = await playing(t)
  const listed = (await tracks(player)).filter(({ kind }) => kind === 'subtitles')
  t.match(listed, [{ label: 'English', mode: 'disabled' }])
  t.equal(listed.length, 1)
  await player.page.locator('matinee-player .gear:not(.captions)').click()
  await player.page.getByRole('combobox', { name: 'Captions', exact: true }).selectOption('English')
  await player.page.waitForFunction(() => {
    const { video } = document.querySelector('matinee-player') as HTMLElement & {
      video: HTMLVideoElement
    }
    return video.textTracks[0]?.cues?.length === 1
  })
  t.match((await tracks(player))[0], { mode: 'showing', cues: ['The tide comes in.'] })
  t.same(player.complaints, [])
})

t.test('the choice of captions outlives a new session', async (t) => {
  const player = await playing(t)
  // So that most of the film is still to be fetched once they are chosen.
  await player.pause()
  await player.page.locator('matinee-player .gear:not(.captions)').click()
  await player.page.getByRole('combobox', { name: 'Captions', exact: true }).selectOption('English')
  player.service.end(problem(410, 'PLAYBACK_ENDED', { reason: 'expired' }))
  await player.seek(50)
  await player.play()
  await secondSession(player)
  await player.watch(1)
  const listed = (await tracks(player)).filter(({ kind }) => kind === 'subtitles')
  t.match(listed, [{ label: 'English', mode: 'showing', cues: ['The tide comes in.'] }])
})

t.test('the chapters are those of the film that plays', async (t) => {
  const player = await playing(t)
  const range = player.page.locator('matinee-player media-time-range')
  const shown = async () =>
    (await tracks(player)).filter(({ kind }) => kind === 'chapters').map(({ cues }) => cues)
  const next = async (...titles: string[]) => {
    const chapters = titles.map((title, index) => ({ title, startSeconds: index * 20 }))
    player.service.session = { chapters }
    const before = player.service.leases.length
    await player.page.evaluate(() =>
      (document.querySelector('matinee-player') as MatineePlayer).reload(0),
    )
    await player.until('a session', () => player.service.leases.length > before)
    await player.watch(1)
  }
  t.same(await shown(), [['Dawn', 'Dusk']])
  await next('Ebb', 'Flood', 'Slack')
  t.same(await shown(), [['Ebb', 'Flood', 'Slack']])
  await range.hover()
  const chapter = player.page.locator('matinee-player media-preview-chapter-display')
  await player.page.waitForFunction(
    (element) => element?.getAttribute('aria-valuetext') === 'chapter: Flood',
    await chapter.elementHandle(),
  )
  await next()
  t.same(await shown(), [[]])
})

t.test('the seek bar previews pictures and chapters', async (t) => {
  const player = await playing(t)
  const pictures: string[] = []
  player.page.on('request', (request) => {
    if (request.url().endsWith('.jpg')) pictures.push(new URL(request.url()).pathname)
  })
  await player.page.locator('matinee-player media-time-range').hover()
  await player.until('a picture', () => pictures.length > 0)
  t.equal(pictures[0], '/play/token-1/storyboard/0.jpg')
  // In the middle of the bar the second chapter has begun.
  const chapter = player.page.locator('matinee-player media-preview-chapter-display')
  t.equal(await chapter.getAttribute('aria-valuetext'), 'chapter: Dusk')
})
