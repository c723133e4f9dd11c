// A film in a small player, with the real API, database and bucket.
import type { Page } from 'playwright-core'
import t from 'tap'
import { runningTime } from '../../../contract/words/format.ts'
import { openApi } from '../../fixtures/player/with-api.ts'
import { visitor } from './visit.ts'

const api = await openApi(t)
await api.video({ slug: 'free', free: true })

const boxOf = async (page: Page, name: string) => {
  const box = await page.locator(`matinee-player ${name}`).boundingBox()
  if (box === null) throw new Error(`${name} is not shown`)
  return box
}

for (const [path, width, height] of [
  ['/watch/free', 320, 568],
  ['/watch/free', 390, 844],
  ['/watch/free', 844, 390],
  ['/embed/free', 320, 180],
  ['/embed/free', 480, 270],
] as const) {
  t.test(`the button to begin leaves the bar to seek on free: ${path} at ${width}`, async (t) => {
    const { page } = await visitor(t, { url: api.origin }, { width, height })
    await page.goto(path)
    await page.locator('matinee-player[state=ready]').waitFor()
    t.notOk(await page.locator('matinee-player .poster').isVisible(), 'a film without one')
    const button = await boxOf(page, '.first-play')
    const bar = await boxOf(page, 'media-time-range')
    t.ok(button.y + button.height <= bar.y, `${button.y + button.height} is above ${bar.y}`)
    t.ok(Math.min(button.width, button.height) >= 44, 'and is large enough to press')
  })
}

for (const [width, height] of [
  [844, 390],
  [667, 375],
  [568, 320],
] as const) {
  t.test(`the controls are in sight on a phone lying down, at ${width}×${height}`, async (t) => {
    const { page } = await visitor(t, { url: api.origin }, { width, height })
    await page.goto('/watch/free')
    await page.locator('matinee-player[state=ready]').waitFor()
    for (const name of [
      'media-time-range',
      '.bottom media-play-button',
      'media-fullscreen-button',
    ]) {
      const { y, height: size } = await boxOf(page, name)
      t.ok(y >= 0 && y + size <= height, `${name} ends at ${y + size}`)
    }
  })
}

t.test('a film’s length is told to the nearest second', async (t) => {
  const { page, complaints } = await visitor(t, { url: api.origin })
  await page.goto('/watch/free')
  await page.locator('matinee-player[state=ready]').waitFor()
  const total = () =>
    page.evaluate(() => {
      const player = document.querySelector('matinee-player')?.shadowRoot
      const display = player?.querySelector('media-time-display')
      display?.setAttribute('mediaduration', '59.96')
      return display?.shadowRoot?.textContent?.trim()
    })
  t.match(await total(), /1:00$/)
  t.equal(runningTime(59.96), '1 min')
  t.same(complaints, [])
})
