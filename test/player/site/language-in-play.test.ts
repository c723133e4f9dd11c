// A film that plays while its page is shown in another language, with the real API, database and bucket.
import t from 'tap'
import { siteWords } from '../../../contract/words/site.ts'
import { openApi } from '../../fixtures/player/with-api.ts'
import { settled, visitor } from './visit.ts'

t.test('a film that plays goes on in the same place when another language is chosen', async (t) => {
  const api = await openApi(t)
  await api.video({ slug: 'open', free: true })
  const { page } = await visitor(t, { url: api.origin })
  await page.goto('/watch/open')
  await settled(page)
  await page.locator('matinee-player[state=ready]').waitFor()
  await page.locator('matinee-player').getByRole('button', { name: 'play' }).first().click()
  const played = () =>
    page.waitForFunction(() => {
      const video = document.querySelector('matinee-player')?.shadowRoot?.querySelector('video')
      return video?.paused === false && video.currentTime > 1
    })
  await played()
  await page.getByLabel(siteWords('language')).selectOption('fr')
  await page.locator('html[lang=fr]').waitFor()
  await played()
  t.notMatch(page.url(), /play=/, 'a page that is loaded again later starts nothing')
})
