import t, { type Test } from 'tap'
import { startFakeApi, type World } from './fake-api.ts'
import { aVideo, catalogue, member, refused } from './fake-videos.ts'
import { open, settled, visitor } from './visit.ts'

async function atTheFront(t: Test, changes: Partial<World>) {
  const api = await startFakeApi(t, changes)
  const { page } = await visitor(t, api)
  await open(page, '/')
  return { api, page }
}

t.test('the page asks for its films once, before it is known who looks at it', async (t) => {
  const api = await startFakeApi(t, { videos: catalogue(), me: member() })
  const { page } = await visitor(t, api)
  const answered = page.waitForResponse('**/api/front')
  await page.route('**/api/session', async (route) => {
    await answered
    await route.continue()
  })
  await open(page, '/')
  await page.getByRole('status').getByText('10 films shown').waitFor({ state: 'attached' })
  const lists = ['/api/front', '/api/videos', '/api/me/begun', '/api/me/watchlist']
  t.same(
    api.asked.map(({ path }) => path).filter((path) => lists.includes(path)),
    ['/api/front'],
  )
})

t.test('the further pages are there when one goes back, and so is the place', async (t) => {
  const { page } = await atTheFront(t, { videos: catalogue(40), me: member() })
  const films = page.getByRole('list', { name: 'Films', exact: true }).getByRole('link')
  await page.getByRole('button', { name: 'Show more films' }).click()
  await page.getByRole('status').getByText('40 films shown').waitFor({ state: 'attached' })
  await films.last().scrollIntoViewIfNeeded()
  const before = await page.evaluate(() => scrollY)
  await films.last().click()
  await settled(page)
  await page.goBack()
  await page.waitForFunction((y) => Math.abs(scrollY - y) < 50, before)
  await films.last().click()
  await page.getByRole('button', { name: 'Add to watchlist' }).click()
  await page.getByRole('button', { name: 'On your watchlist' }).waitFor()
  await page.goBack()
  const kept = page.getByRole('list', { name: 'Films on your watchlist' })
  await kept.getByRole('link').waitFor()
  t.equal(await films.count(), 40 - 5, 'what was put on the list is there, and all the rest')
})

t.test('what was watched is forgotten on request, and the page is as for anyone', async (t) => {
  const videos = catalogue(12).map((video, index) =>
    [3, 5].includes(index) ? { ...video, resumeSeconds: 61 } : video,
  )
  const { page, api } = await atTheFront(t, { videos, me: member() })
  const begun = page.getByRole('region', { name: 'Continue watching' })
  t.equal(await begun.getByRole('link').count(), 1)
  api.fail('DELETE /api/me/begun', 503, 'UNAVAILABLE', { detail: 'Not available right now.' })
  await begun.getByRole('button', { name: 'Clear' }).click()
  await begun.getByRole('alert').getByText('Not available right now.').waitFor()
  api.restore('DELETE /api/me/begun')
  await begun.getByRole('button', { name: 'Clear' }).click()
  await page.locator('.feature').getByRole('link', { name: 'The Salt Road' }).waitFor()
  t.equal(await begun.count(), 0)
})

t.test('what was one viewer’s own is gone as soon as they sign out', async (t) => {
  const videos = catalogue(12).map((video) => ({ ...video, resumeSeconds: 61 }))
  const { page, api } = await atTheFront(t, { videos, me: member() })
  await page.getByRole('list', { name: 'Films you have begun' }).waitFor()
  api.hold('GET /api/front')
  await page.evaluate(() => fetch('/api/auth/sign-out', { method: 'POST' }))
  await page.evaluate(() => new BroadcastChannel('matinee').postMessage('session'))
  await page.getByRole('list', { name: 'Films you have begun' }).waitFor({ state: 'detached' })
  await page.getByRole('list', { name: 'New films' }).getByRole('link').first().waitFor()
})

t.test('films that are announced stand before all others, with their day', async (t) => {
  const soon = (title: string, day: string) =>
    aVideo({ title, comingAt: `2031-05-${day}T12:00:00Z`, access: refused('coming', []) })
  const videos = [soon('Later', '09'), soon('Sooner', '03'), ...catalogue(3)]
  const { page } = await atTheFront(t, { videos })
  const coming = page.getByRole('list', { name: 'Coming soon' }).getByRole('link')
  t.match(await coming.allTextContents(), [/Sooner.*3 May 2031/, /Later.*9 May 2031/])
  const headings = await page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents()
  t.same(headings, ['The Salt Road', 'Free to watch', 'Coming soon', 'All films'])
})
