import type { Locator } from 'playwright-core'
import t from 'tap'
import type { MatineePlayer } from '../../../player/element/matinee-player.ts'
import { openPlayer, type TestPlayer } from '../../fixtures/player/player.ts'
import { offers, paymentRequired, problem } from '../../fixtures/player/service.ts'

const streams = [
  { id: 'tv', deviceName: 'Living room with the large television', title: 'Harbour' },
  { id: 'phone', deviceName: 'Phone', title: 'Harbour' },
]

const signInFirst = problem(401, 'SIGN_IN_REQUIRED', { reason: 'sign_in_required', offers })

/** Panels by what the API answers when the film is asked for; that of trouble is as `ended` is. */
const panels = {
  paywall: paymentRequired,
  'sign-in': signInFirst,
  streams: problem(409, 'TOO_MANY_STREAMS', { streams }),
  ended: problem(410, 'PLAYBACK_ENDED', { reason: 'signed_out' }),
}

/** As wide as the screen, with text of twice the usual size. */
async function large(player: TestPlayer): Promise<void> {
  await player.page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
    document.body.style.margin = '0'
  })
}

/** Presses are heard, and do nothing. */
async function hold(player: TestPlayer): Promise<() => Promise<string[]>> {
  const handle = await player.page.evaluateHandle(() => {
    const pressed: string[] = []
    const listener = (event: Event) => {
      const [target] = event.composedPath() as Element[]
      const button = target?.closest('button, a')
      if (button === null || button === undefined) return
      pressed.push(button.textContent)
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('click', listener, { capture: true })
    Object.assign(window, { letGo: () => window.removeEventListener('click', listener, true) })
    return pressed
  })
  return async () => {
    await player.page.evaluate(() => (window as unknown as { letGo: () => void }).letGo())
    return handle.jsonValue()
  }
}

/** Reads all that a panel says and presses each of its buttons and links, as far as scrolling goes. */
async function pressAll(player: TestPlayer, panel: Locator, name: string): Promise<string[]> {
  const heard = await hold(player)
  const missing: string[] = []
  for (const text of await panel.locator('h2:visible, p:visible, dd, select').all()) {
    await text
      .click({ trial: true, timeout: 8000 })
      .catch(async () => missing.push(`${name}: ${await text.textContent()}`))
  }
  const buttons = await panel.locator('button:visible, a:visible').all()
  for (const button of buttons) {
    await button
      .click({ timeout: 8000 })
      .catch(async () => missing.push(`${name}: ${await button.textContent()}`))
  }
  const pressed = (await heard()).length
  if (buttons.length === 0 || pressed !== buttons.length) missing.push(`${name}: ${pressed}`)
  const wide = await player.page.evaluate(() => {
    const root = document.querySelector('matinee-player')?.shadowRoot
    const boxes = [...(root?.querySelectorAll('.panel *, .layer:not([hidden]) *') ?? [])]
    return boxes
      .map((box) => box.getBoundingClientRect())
      .filter(({ left, right }) => left < -1 || right > document.documentElement.clientWidth + 1)
      .length
  })
  if (wide > 0) missing.push(`${name}: ${wide} wider than the screen`)
  return missing
}

const inside = (player: TestPlayer, selector: string) =>
  player.page.locator(`matinee-player ${selector}`)

const more = (player: TestPlayer) =>
  player.page.evaluate(() => {
    const element = document.querySelector('matinee-player') as MatineePlayer
    element.more = ['Dusk', 'The Long Way to Ushuaia', 'Glasshouse', 'Signal Hill'].map(
      (title) => ({ href: '#next', title, posterUrl: '/poster.jpg' }),
    )
  })

/** All that can stand over the picture. */
async function everything(player: TestPlayer): Promise<string[]> {
  const { page, service } = player
  const missing: string[] = []
  const press = async (name: string, panel: Locator) =>
    missing.push(...(await pressAll(player, panel, name)))

  await player.pause()
  await inside(player, '.gear:not(.captions)').click()
  await press('settings', inside(player, '.settings'))
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await press('keys', inside(player, '.keys'))
  await page.keyboard.press('Escape')
  for (const [kind, fault] of Object.entries(panels)) {
    service.fault = (route) => (route.endsWith('/playback') ? fault : undefined)
    await page.evaluate(() => (document.querySelector('matinee-player') as MatineePlayer).reload(1))
    await player.panel(kind)
    await press(kind, inside(player, '.panel'))
  }
  service.fault = () => undefined
  service.teaserSeconds = 8
  await page.evaluate(() => (document.querySelector('matinee-player') as MatineePlayer).reload(7))
  await player.play()
  await player.panel('teaser-end')
  await press('teaser-end', inside(player, '.panel'))
  service.teaserSeconds = null
  await more(player)
  await page.evaluate(() => (document.querySelector('matinee-player') as MatineePlayer).reload(63))
  await player.until('the end', ({ view }) => view.phase === 'ended')
  await press('end', inside(player, '.end'))
  return missing
}

for (const [width, height] of [
  [320, 568],
  [568, 320],
  [390, 844],
  [844, 390],
  [1280, 800],
  [1920, 1080],
] as const) {
  t.test(
    `all that stands over the picture can be read and used at ${width}×${height}`,
    async (t) => {
      const player = await openPlayer(t, { viewport: { width, height } })
      await player.load()
      await large(player)
      await player.watch(0.5)
      t.same(await everything(player), [], 'in the page')
      await player.page.evaluate(() =>
        (document.querySelector('matinee-player') as MatineePlayer).reload(1),
      )
      await player.until('the film', ({ view }) => view.phase === 'playing')
      await inside(player, 'media-fullscreen-button').click()
      await player.page.waitForFunction(() => document.fullscreenElement !== null)
      t.same(await everything(player), [], 'in full screen')
      t.equal(
        await player.page.evaluate(() => document.fullscreenElement?.localName),
        'matinee-player',
      )
    },
  )
}

// As in the frame of another page, and wherever a page has given the player a height.
for (const [width, height] of [
  [320, 180],
  [568, 320],
] as const) {
  t.test(`where the player cannot grow, at ${width}×${height}, nothing is cut off`, async (t) => {
    const player = await openPlayer(t, { viewport: { width, height } })
    await player.load()
    await large(player)
    await player.page.evaluate(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(`html, body { margin: 0; height: 100% }
        matinee-player { display: block; width: 100%; height: 100% }`)
      document.adoptedStyleSheets = [sheet]
    })
    await player.watch(0.5)
    t.same(await everything(player), [])
    t.equal(
      await player.page.evaluate(() => document.querySelector('matinee-player')?.clientHeight),
      height,
    )
  })
}
