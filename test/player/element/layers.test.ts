import axe from 'axe-core'
import type { Page } from 'playwright-core'
import t from 'tap'
import type { MatineePlayer } from '../../../player/element/matinee-player.ts'
import { playing } from '../../fixtures/player/player.ts'

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
