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

t.test(
  'while a finger rests on the picture it plays at double speed, below the middle too',
  async (t) => {
    const { page } = await playing(t, { hasTouch: true, viewport: { width: 390, height: 844 } })
    const { down, up } = await finger(page)
    const box = await page.locator('matinee-player').boundingBox()
    const { x = 0, y = 0, width = 0, height = 0 } = box ?? {}
    await down(x + width / 2, y + height / 2)
    await speedIs(page, 2)
    const said = page.locator('matinee-player .feedback')
    t.equal(await said.textContent(), playerWords('speedIs', { speed: 2 }))
    await up()
    await speedIs(page, 1)
    t.equal(await said.textContent(), playerWords('speedIs', { speed: 1 }))
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
