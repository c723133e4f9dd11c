import type { Page } from 'playwright-core'
import t from 'tap'
import { playerWords } from '../../../contract/words/player.ts'
import type { MatineePlayer } from '../../../player/element/matinee-player.ts'
import { openPlayer, playing } from '../../fixtures/player/player.ts'
import { problem } from '../../fixtures/player/service.ts'
import { findings } from './layers.ts'

const streams = [
  { id: 'tv', deviceName: 'Living room', title: 'Harbour' },
  { id: 'phone', deviceName: 'Phone', title: 'Harbour' },
]

t.test('axe finds nothing, whatever stands over the picture', async (t) => {
  const player = await playing(t)
  const { page } = player
  t.same(await findings(page), [], 'playing')
  await page.locator('matinee-player .gear:not(.captions)').click()
  t.same(await findings(page), [], 'settings')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  t.same(await findings(page), [], 'keys')
  await page.keyboard.press('Escape')
  await page.evaluate(() => {
    const player = document.querySelector('matinee-player') as MatineePlayer
    player.more = [{ href: '#dusk', title: 'Dusk', posterUrl: null }]
  })
  await player.seek(63)
  await player.until('the end', ({ view }) => view.phase === 'ended')
  t.same(await findings(page), [], 'the end')
})

for (const [width, height] of [[320, 568]] as const) {
  t.test(`the device limit and the settings can be used at ${width}×${height}`, async (t) => {
    const player = await openPlayer(t, { viewport: { width, height } })
    player.service.fault = (route) =>
      route.endsWith('/begin') && player.service.stopped.length < 2
        ? problem(409, 'TOO_MANY_STREAMS', { streams })
        : undefined
    await player.load()
    await player.page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    await player.panel('streams')
    for (const name of ['Stop Living room', 'Stop Phone']) {
      await player.panel('streams')
      await player.press(name)
    }
    await player.watch(1)
    t.same(player.service.stopped, ['tv', 'phone'])
    const { page } = player
    await page.locator('matinee-player .gear:not(.captions)').click()
    for (const select of await page.locator('matinee-player select').all()) {
      await select.click({ trial: true, timeout: 5000 })
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    t.ok(wide <= 16, 'and nothing is wider than the screen')
  })
}

const sizes = [
  [320, 568],
  [390, 844],
  [844, 390],
  [568, 320],
] as const

/** Whether all of what has the focus can be seen, without anything lying over it. */
const isSeen = (page: Page) =>
  page.evaluate(() => {
    const inside = document.querySelector('matinee-player')?.shadowRoot
    const { left, top, right, bottom } = inside?.activeElement?.getBoundingClientRect() ?? {
      ...{ left: 0, top: 0, right: 0, bottom: 0 },
    }
    const corners = [
      [left + 4, top + 4],
      [right - 4, bottom - 4],
    ] as const
    return corners.every(([x, y]) => inside?.elementFromPoint(x, y) === inside?.activeElement)
  })

for (const [width, height] of sizes) {
  t.test(
    `the keys and the settings are reached at ${width}×${height}, at twice the text`,
    async (t) => {
      const player = await playing(t, { viewport: { width, height } })
      const { page } = player
      // Or a slow machine comes to the film's end first.
      await player.pause()
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%'
        document.querySelector('matinee-player')?.setAttribute('page-keys', '')
      })
      const sheet = page.getByRole('dialog', { name: playerWords('keys') })
      const settings = page.getByRole('dialog', { name: playerWords('settings') })
      for (const where of ['page', 'full screen']) {
        if (where === 'full screen') {
          await page.keyboard.press('f')
          await page.waitForFunction(() => document.fullscreenElement !== null)
        }
        await page.keyboard.press('?')
        await page.keyboard.press('Tab')
        t.ok(await isSeen(page), `${where}: closing the keys is seen at once`)
        const last = sheet.locator('dd').last()
        await last.scrollIntoViewIfNeeded()
        t.ok(await last.isVisible())
        await sheet.getByRole('button', { name: playerWords('closeKeys') }).click({ timeout: 5000 })
        t.equal(await sheet.isVisible(), false, where)
        await page.keyboard.press('c')
        await page.mouse.move(width / 2, 100)
        await page.locator('matinee-player .gear:not(.captions)').click()
        for (const select of await settings.locator('select').all()) {
          await select.click({ trial: true, timeout: 5000 })
          await select.focus()
          t.ok(await isSeen(page), `${where}: ${await select.locator('..').textContent()}`)
        }
        await settings.getByRole('button', { name: playerWords('closeSettings') }).click()
        t.equal(await settings.isVisible(), false, where)
      }
    },
  )
}
