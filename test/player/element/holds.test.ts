import type { Page } from 'playwright-core'
import t from 'tap'
import { playerWords } from '../../../contract/words/player.ts'
import type { MatineePlayer } from '../../../player/element/matinee-player.ts'
import { playing } from '../../fixtures/player/player.ts'

/** A finger, as the browser hears of it. */
async function finger(page: Page) {
  const session = await page.context().newCDPSession(page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints })
  return {
    down: (x: number, y: number) => send('touchStart', { x, y }),
    move: (x: number, y: number) => send('touchMove', { x, y }),
    up: () => send('touchEnd'),
  }
}
interface Point {
  x: number
  y: number
}

const speedIs = (page: Page, speed: number) =>
  page.waitForFunction(
    (wanted) =>
      (document.querySelector('matinee-player') as MatineePlayer).video.playbackRate === wanted,
    speed,
  )

/** All that is said over the picture from now on, however soon it goes again. */
async function sayings(page: Page): Promise<() => Promise<string[]>> {
  const said = await page.locator('matinee-player .feedback').evaluateHandle((feedback) => {
    const texts: string[] = []
    const note = () => {
      if (feedback.textContent !== '') texts.push(feedback.textContent)
    }
    new MutationObserver(note).observe(feedback, { childList: true })
    return texts
  })
  return () => said.jsonValue()
}

t.test(
  'while a finger rests on the picture it plays at double speed, below the middle too',
  async (t) => {
    const { page } = await playing(t, { hasTouch: true, viewport: { width: 390, height: 844 } })
    const { down, up } = await finger(page)
    const box = await page.locator('matinee-player').boundingBox()
    const { x = 0, y = 0, width = 0, height = 0 } = box ?? {}
    const said = await sayings(page)
    await down(x + width / 2, y + height / 2)
    await speedIs(page, 2)
    t.same(await said(), [playerWords('speedIs', { speed: 2 })])
    await up()
    await speedIs(page, 1)
    t.same(
      await said(),
      [2, 1].map((speed) => playerWords('speedIs', { speed })),
    )
  },
)

t.test('a finger draws the full screen down, which is asked to lie', async (t) => {
  const { page } = await playing(t, { hasTouch: true, isMobile: true })
  const { down, move, up } = await finger(page)
  await page.evaluate(() => {
    const asked: string[] = []
    Object.assign(window, { asked })
    Object.assign(screen.orientation, { lock: async (to: string) => void asked.push(to) })
  })
  await page.locator('matinee-player media-mute-button').focus()
  await page.keyboard.press('f')
  await page.waitForFunction(() => document.fullscreenElement?.localName === 'matinee-player')
  t.same(await page.evaluate(() => (window as unknown as { asked: string[] }).asked), ['landscape'])
  await down(300, 60)
  for (const y of [80, 110, 140, 170]) await move(300, y)
  await up()
  await page.waitForFunction(() => document.fullscreenElement === null)
  t.pass('the page is back')
})
