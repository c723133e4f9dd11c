import type { Page } from 'playwright-core'
import t from 'tap'
import type { MatineePlayer } from '../../../player/element/matinee-player.ts'
import { playing } from '../../fixtures/player/player.ts'

type Place = Partial<Pick<VTTCue, 'line' | 'snapToLines' | 'vertical'>>

/** Cues that are shown all the time, each with a place of its own. */
const show = (page: Page, places: Record<string, Place>) =>
  page.evaluate(async (all) => {
    const { video } = document.querySelector('matinee-player') as MatineePlayer
    const track = [...video.textTracks].find(({ kind }) => kind === 'subtitles')
    const element = video.querySelector('track[kind="subtitles"]')
    if (track === undefined || element === null) throw new Error('The film has no captions.')
    // What is loaded takes the place of what was there.
    const loaded = new Promise((resolve) => element.addEventListener('load', resolve))
    track.mode = 'showing'
    await loaded
    for (const [text, place] of Object.entries(all))
      track.addCue(Object.assign(new VTTCue(0, 1000, text), place))
  }, places)

const lines = (page: Page) =>
  page.evaluate(() => {
    const { video } = document.querySelector('matinee-player') as MatineePlayer
    const track = [...video.textTracks].find(({ mode }) => mode === 'showing')
    const cues = [...(track?.activeCues ?? [])] as VTTCue[]
    return Object.fromEntries(
      cues
        .filter(({ text }) => text !== 'The tide comes in.')
        .map(({ text, line, snapToLines }) => [text, snapToLines ? line : `${line} %`]),
    )
  })

/** Shows the controls, or waits until they are gone. */
const controls = async (page: Page, are: 'there' | 'gone') => {
  if (are === 'there') await page.mouse.move(400, 200 + Math.random() * 20)
  await page
    .locator(
      `matinee-player media-controller${are === 'there' ? ':not([userinactive])' : '[userinactive]'}`,
    )
    .waitFor()
  // Who listens to the attribute hears of it after the test does.
  await page.evaluate(() => new Promise(requestAnimationFrame))
}

t.test('only captions that would lie under the controls make way for them', async (t) => {
  const { page } = await playing(t)
  const places: Record<string, Place> = {
    'by itself': {},
    'top line': { line: 0 },
    'third line': { line: 3 },
    'last line': { line: -1 },
    'high enough': { line: -6 },
    'at 10 %': { snapToLines: false, line: 10 },
    'at 95 %': { snapToLines: false, line: 95 },
    upright: { vertical: 'rl', line: -1 },
  }
  const own = {
    'by itself': 'auto',
    'top line': 0,
    'third line': 3,
    'last line': -1,
    'high enough': -6,
    'at 10 %': '10 %',
    'at 95 %': '95 %',
    upright: -1,
  }
  await show(page, places)
  await controls(page, 'gone')
  t.same(await lines(page), own)
  await controls(page, 'there')
  // 27 px with their spacing 35: 92 px of controls are three lines, and the fourth is the cue's own.
  t.same(await lines(page), { ...own, 'by itself': -4, 'last line': -4, 'at 95 %': -4 })
  await controls(page, 'gone')
  t.same(await lines(page), own, 'and they go back')
})

t.test('a caption that is too long for one line makes way with all its lines', async (t) => {
  const { page } = await playing(t)
  const long = 'When the tide comes in, nobody on the island speaks, and nobody sleeps. '.repeat(2)
  await show(page, { [long]: {}, [`<i>${'tide '.repeat(8)}</i>`]: {} })
  await controls(page, 'there')
  // Three lines of controls; the first falls into two or three, by the device's letters.
  const [[, first] = [], [, second] = []] = Object.entries(await lines(page))
  t.match(String(first), /^-[56]$/)
  t.equal(second, -4, 'what marks it is no text')
})
