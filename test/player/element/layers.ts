import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe finds in the player, by the rules that it does not hold by itself too. */
export async function findings(page: Page): Promise<string[]> {
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
