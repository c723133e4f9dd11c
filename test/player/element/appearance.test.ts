import type { Locator, Page } from 'playwright-core'
import t from 'tap'
import type { MatineePlayer } from '../../../player/element/matinee-player.ts'
import { openPlayer, playing } from '../../fixtures/player/player.ts'

/** The greatest contrast, 1 to 21, between two points of what is seen of an element. */
async function contrast(page: Page, seen: Locator): Promise<number> {
  const png = (await seen.screenshot()).toString('base64')
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d')
    if (context === null) throw new Error('There is no canvas.')
    context.drawImage(picture, 0, 0)
    const { data } = context.getImageData(0, 0, picture.width, picture.height)
    const share = (value = 0) =>
      value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4
    const lights: number[] = []
    for (let at = 0; at < data.length; at += 4)
      lights.push(
        0.2126 * share(data[at]) + 0.7152 * share(data[at + 1]) + 0.0722 * share(data[at + 2]),
      )
    return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05)
  }, png)
}

const parts = [
  '.bottom media-play-button',
  'media-mute-button',
  'media-time-range',
  'media-volume-range',
  'media-time-display',
  '.gear:not(.captions)',
  '.gear.captions',
  'media-fullscreen-button',
]

for (const colorScheme of ['light', 'dark'] as const) {
  t.test(
    `in forced colours (${colorScheme}) every control can be told from its ground`,
    async (t) => {
      const player = await openPlayer(t, { colorScheme, forcedColors: 'active' })
      const { page } = player
      await player.load()
      await player.watch(1)
      await player.pause()
      await player.until('a pause', ({ view }) => view.phase === 'paused')
      for (const part of parts) {
        const value = await contrast(page, page.locator(`matinee-player ${part}`))
        t.ok(value >= 3, `${part}: ${value.toFixed(1)}`)
      }
      await page.locator('matinee-player .gear:not(.captions)').click()
      for (const part of ['.settings select', '.settings .close']) {
        const value = await contrast(page, page.locator(`matinee-player ${part}`).first())
        t.ok(value >= 4.5, `${part}: ${value.toFixed(1)}`)
      }
    },
  )
}

t.test('the title stands over the picture in full screen alone', async (t) => {
  const player = await openPlayer(t)
  await player.load({ 'film-title': 'Night Ferry' })
  await player.watch(1)
  const { page } = player
  const title = page.locator('matinee-player .film-title')
  t.notOk(await title.isVisible())
  await page.locator('matinee-player media-fullscreen-button').click()
  await page.waitForFunction(() => document.fullscreenElement !== null)
  await title.getByText('Night Ferry').waitFor()
  const box = await title.boundingBox()
  t.ok(box !== null && box.y < 10, 'at the top')
  await page.evaluate(() => document.exitFullscreen())
  await title.waitFor({ state: 'hidden' })
})

t.test('the screen stays awake while the film plays, and no longer', async (t) => {
  const player = await openPlayer(t)
  await player.page.addInitScript(() => {
    let held = 0
    const request = async () => {
      held += 1
      let isHeld = true
      return {
        release: async () => {
          if (isHeld) held -= 1
          isHeld = false
        },
      }
    }
    Object.defineProperty(navigator, 'wakeLock', { value: { request } })
    Object.defineProperty(window, 'locksHeld', { get: () => held })
  })
  const held = (count: number) =>
    player.page.waitForFunction(
      (wanted) => (window as unknown as { locksHeld: number }).locksHeld === wanted,
      count,
    )
  await player.load()
  await player.watch(1)
  await held(1)
  await player.seek(20)
  await player.watch(1)
  await held(1)
  await player.pause()
  await held(0)
  await player.play()
  await held(1)
  await player.page.evaluate(() => {
    const { video } = document.querySelector('matinee-player') as MatineePlayer
    video.currentTime = video.duration
  })
  await player.until('the end', ({ view }) => view.phase === 'ended')
  await held(0)
  t.pass()
})

t.test(
  'a payment that has failed is told once, by the player where the page does not',
  async (t) => {
    const notice = { kind: 'payment_failed' as const, graceUntil: '2031-05-10T12:00:00Z' }
    for (const [attributes, times] of [
      [{}, 1],
      [{ 'own-notices': '' }, 0],
    ] as const) {
      const player = await openPlayer(t, { viewport: { width: 390, height: 844 } })
      player.service.session = { notice }
      await player.load(attributes)
      await player.watch(0.5)
      const banner = player.page.locator('matinee-player .banner')
      t.equal(await banner.isVisible(), times === 1)
      await player.page.locator('matinee-player .bottom media-play-button').click()
      await player.until('a pause', ({ paused }) => paused)
    }
  },
)

t.test(
  'with reduced motion nothing in the player fades, the controls’ own parts included',
  async (t) => {
    const { page } = await playing(t, { reducedMotion: 'reduce' })
    const moving = await page.evaluate(() => {
      const inside = (root: ShadowRoot | null): Element[] =>
        [...(root?.querySelectorAll('*') ?? [])].flatMap((one) => [one, ...inside(one.shadowRoot)])
      return inside(document.querySelector('matinee-player')?.shadowRoot ?? null)
        .filter((one) => {
          const { transitionDuration, animationName } = getComputedStyle(one)
          const moves = !/^0s(, 0s)*$/.test(transitionDuration) || animationName !== 'none'
          return moves && one.checkVisibility()
        })
        .map((one) => `${one.localName}.${one.getAttribute('class')}`)
    })
    t.same(moving, [])
  },
)
