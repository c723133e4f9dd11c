import type { Page } from 'playwright-core'
import t from 'tap'
import type { MatineePlayer } from '../../../player/element/matinee-player.ts'
import { openPlayer, playing } from '../../fixtures/player/player.ts'
import { until } from '../../fixtures/until.ts'

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

/** Where the cues lie while the controls are there, or gone; they come and go by themselves. */
const lines = (page: Page, controls: 'there' | 'gone') =>
  until(`the controls ${controls}`, async () => {
    if (controls === 'there') await page.mouse.move(400, 200 + Math.random() * 20)
    return page.evaluate(async (gone) => {
      const { video, shadowRoot } = document.querySelector('matinee-player') as MatineePlayer
      const controller = shadowRoot?.querySelector('media-controller')
      const are = () => controller?.hasAttribute('userinactive') === gone
      // Who listens to the attribute hears of it a moment later.
      const before = are()
      await new Promise(requestAnimationFrame)
      if (!before || !are()) return undefined
      const track = [...video.textTracks].find(({ mode }) => mode === 'showing')
      const cues = [...(track?.activeCues ?? [])] as VTTCue[]
      return Object.fromEntries(
        cues
          .filter(({ text }) => text !== 'The tide comes in.')
          .map(({ text, line, snapToLines }) => [text, snapToLines ? line : `${line} %`]),
      )
    }, controls === 'gone')
  })

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
  t.same(await lines(page, 'gone'), own)
  // 27 px with their spacing 35: 92 px of controls are three lines, and the fourth is the cue's own.
  t.same(await lines(page, 'there'), { ...own, 'by itself': -4, 'last line': -4, 'at 95 %': -4 })
  t.same(await lines(page, 'gone'), own, 'and they go back')
})

t.test('a caption that is too long for one line makes way with all its lines', async (t) => {
  const { page } = await playing(t)
  const long = 'When the tide comes in, nobody on the island speaks, and nobody sleeps. '.repeat(2)
  await show(page, { [long]: {}, [`<i>${'tide '.repeat(8)}</i>`]: {} })
  // Three lines of controls; the first falls into two or three, by the device's letters.
  const [[, first] = [], [, second] = []] = Object.entries(await lines(page, 'there'))
  t.match(String(first), /^-[56]$/)
  t.equal(second, -4, 'what marks it is no text')
})

/** The first and the last row of the page in which a caption is drawn; none while there is none. */
const rows = async (page: Page) => {
  const picture = (await page.screenshot()).toString('base64')
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes]))
    const { width, height } = bitmap
    const pen = new OffscreenCanvas(width, height).getContext('2d')
    if (pen === null) throw new Error('There is no canvas.')
    pen.drawImage(bitmap, 0, 0)
    const { data } = pen.getImageData(0, 0, width, height)
    const isMagenta = (at: number) =>
      (data[at] ?? 0) > 150 && (data[at + 1] ?? 0) < 50 && (data[at + 2] ?? 0) > 150
    const of = (at: number) => Math.floor(at / 4 / width)
    const found: number[] = []
    for (let at = 0; at < data.length; at += 4) if (isMagenta(at)) found.push(of(at))
    const [from] = found
    const to = found.at(-1)
    return from === undefined || to === undefined ? undefined : { from, to }
  }, picture)
}

const areControlsGone = (page: Page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector('matinee-player') as MatineePlayer
    return shadowRoot?.querySelector('media-controller')?.hasAttribute('userinactive') === true
  })

t.test('a caption on screen is drawn above the controls, and goes back with them', async (t) => {
  const player = await openPlayer(t)
  const { page } = player
  const look = { colour: 'white', background: 'rgb(255 0 255)' }
  await page.addInitScript(
    (kept) => localStorage.setItem('matinee-player', kept),
    JSON.stringify({ look }),
  )
  await player.load({ 'page-keys': '' })
  await player.watch(1)
  await page.evaluate(() => {
    const { video } = document.querySelector('matinee-player') as MatineePlayer
    // The picture has colours of its own.
    video.style.objectPosition = '4000px'
  })
  await page.keyboard.press('c')
  for (const gone of [false, true, false, true]) {
    const what = gone ? 'no controls, and a caption' : 'controls and a caption'
    const { from, to } = await until(what, async () => {
      if (!gone) await page.mouse.move(400, 200 + Math.random() * 20)
      const before = await areControlsGone(page)
      const seen = await rows(page)
      return before === gone && (await areControlsGone(page)) === gone && seen
    })
    if (gone) t.ok(from > 540 - 92, `${from} to ${to} lies at the lower edge`)
    else t.ok(to < 540 - 92, `${from} to ${to} lies above the controls`)
  }
})
