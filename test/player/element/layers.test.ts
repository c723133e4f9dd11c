import axe from 'axe-core'
import type { Page } from 'playwright-core'
import t from 'tap'
import type { MatineePlayer } from '../../../player/element/matinee-player.ts'
import { openPlayer, playing } from '../../fixtures/player/player.ts'
import { problem } from '../../fixtures/player/service.ts'

/** What axe finds in the player, by the rules that it does not hold by itself too. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const rules = { 'label-content-name-mismatch': { enabled: true } }
    const inside = { include: [['matinee-player']] }
    const { axe: tool } = globalThis as unknown as { axe: typeof axe }
    const { violations } = await tool.run(inside as never, { rules })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)}: ${failureSummary}`),
    )
  })
}

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
