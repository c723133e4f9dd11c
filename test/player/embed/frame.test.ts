import t from 'tap'
import type { MatineePlayer } from '../../../player/element/matinee-player.ts'
import { openBrowser } from '../../fixtures/browser.ts'
import { openApi } from '../../fixtures/player/with-api.ts'
import { until } from '../../fixtures/until.ts'
import { findings } from '../site/inspect.ts'

t.test('axe finds nothing in the frame, whatever the film does', async (t) => {
  const api = await openApi(t)
  await api.video({ slug: 'free', title: 'Harbour', free: true })
  const context = await (await openBrowser(t)).newContext({ viewport: { width: 800, height: 450 } })
  t.teardown(() => context.close())
  const page = await context.newPage()
  await page.goto(`${api.origin}/embed/free`)
  await page.locator('matinee-player[state=ready]').waitFor()
  t.same(await findings(page), [], 'before play')
  const name = page.getByRole('link', { name: 'Harbour' })
  t.equal(await name.evaluate((link) => getComputedStyle(link).fontSize), '16px')
  await page.evaluate(() =>
    (document.querySelector('matinee-player') as MatineePlayer).video.play().catch(() => undefined),
  )
  await page.locator('matinee-player[state=playing]').waitFor()
  t.same(await findings(page), [], 'playing')
  const heading = page.locator('.film')
  const shows = (opacity: string) =>
    until(`the name at ${opacity}`, () =>
      heading.evaluate((line, wanted) => getComputedStyle(line).opacity === wanted, opacity),
    )
  await shows('0')
  await name.focus()
  await shows('1')
  await page.goto(`${api.origin}/embed/no-such-film`)
  t.same(await findings(page), [], 'where there is no film')
})
