import t, { type Test } from 'tap'
import { siteWords } from '../../../contract/words/site.ts'
import { startFakeApi, type World } from './fake-api.ts'
import { allowed, aVideo, catalogue, member } from './fake-videos.ts'
import { open, visitor, where } from './visit.ts'

async function atTheCatalogue(t: Test, changes: Partial<World>, path = '/') {
  const api = await startFakeApi(t, changes)
  const { page, complaints } = await visitor(t, api)
  await open(page, path)
  const videos = page.getByRole('list', { name: 'Films', exact: true })
  return { api, page, complaints, videos }
}

t.test('every film is one link with its title, its length and what it asks for', async (t) => {
  const videos = [
    aVideo({ title: 'Night Ferry', durationSeconds: 5520, access: allowed('free') }),
    aVideo({ title: 'Signal Hill', access: allowed('subscription'), resumeSeconds: 61 }),
    aVideo({ title: 'Glasshouse', access: allowed('subscription'), resumeSeconds: 754 }),
  ]
  const { page, videos: list, complaints } = await atTheCatalogue(t, { videos, me: member() })
  t.same(await list.getByRole('link').count(), 2)
  const free = list.getByRole('link', { name: /Night Ferry/ })
  t.equal(await free.getAttribute('href'), '/watch/night-ferry')
  t.match(await free.textContent(), /Free[\s\S]*1 h 32 min/)
  await list.getByRole('link', { name: /watched to 12:34/ }).waitFor()
  await page.getByRole('link', { name: 'Continue at 1:01' }).waitFor()
  t.equal(await page.title(), 'Matinee')
  t.same(complaints, [])
})

t.test('what was begun leads, wherever in the catalogue it stands', async (t) => {
  const videos = [
    ...catalogue(30),
    aVideo({ title: 'Night Ferry', access: allowed('subscription'), resumeSeconds: 754 }),
    aVideo({ title: 'Glasshouse', access: allowed('subscription'), resumeSeconds: 61 }),
  ].map((video, index) => (index < 30 ? { ...video, resumeSeconds: null } : video))
  const { page, complaints } = await atTheCatalogue(t, { videos, me: member() })
  const shelf = page.getByRole('list', { name: 'Films you have begun' })
  await shelf.getByRole('link', { name: /watched to 1:01\s*Glasshouse/ }).waitFor()
  t.equal(await shelf.getByRole('link').count(), 1, 'what leads is not there again')
  await page.getByRole('link', { name: 'Continue at 12:34' }).waitFor()
  t.same(complaints, [])
})

t.test(
  'what leads the page is not repeated; with more than a handful the newest have a row',
  async (t) => {
    const { page, api } = await atTheCatalogue(t, { videos: catalogue(9) })
    const hrefs = (name: string) =>
      page
        .getByRole('list', { name, exact: true })
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    const slugs = () => api.world.videos.map(({ slug }) => `/watch/${slug}`)
    const lead = page.getByRole('region').getByRole('link', { name: 'The Salt Road' })
    t.equal(await lead.getAttribute('href'), '/watch/the-salt-road')
    t.same(await hrefs('Films'), slugs().slice(1))
    t.equal(await page.getByRole('list', { name: 'New films' }).count(), 0)
    api.world.videos = catalogue(10)
    await open(page, '/')
    t.same(await hrefs('New films'), slugs().slice(1, 5))
    t.same(await hrefs('Films'), slugs().slice(5))
    await page.getByRole('region', { name: 'More films' }).waitFor()
    api.world.videos = catalogue(1)
    await open(page, '/')
    await lead.waitFor()
    t.equal(await page.getByRole('list').count(), 0, 'one film is the whole page')
  },
)

t.test('who looks at them cannot be told: the films are there all the same', async (t) => {
  const api = await startFakeApi(t, { videos: catalogue() })
  const { page } = await visitor(t, api)
  api.fail('GET /api/session', 503, 'UNAVAILABLE')
  await open(page, '/')
  t.ok(await page.getByRole('list', { name: 'Films', exact: true }).getByRole('link').count())
  t.equal(await page.getByRole('alert').count(), 0)
})

t.test('a search of earlier addresses leads to the page of search', async (t) => {
  const { page } = await atTheCatalogue(t, { videos: catalogue() }, '/?q=boats')
  await page.getByRole('list', { name: 'Films for “boats”' }).getByRole('link').waitFor()
  t.equal(where(page), '/search?q=boats')
})

t.test('more films come on request, page after page', async (t) => {
  const { page, videos, api } = await atTheCatalogue(t, { videos: catalogue(60) })
  t.equal(await videos.getByRole('link').count(), 24 - 5, 'one leads, four are new')
  const more = page.getByRole('button', { name: 'Show more films' })
  await more.click()
  await videos.getByRole('link').nth(42).waitFor()
  api.fail('GET /api/videos', 503, 'UNAVAILABLE', { detail: 'Not available right now.' })
  await more.click()
  await page.getByText('Not available right now.').waitFor()
  api.restore('GET /api/videos')
  await page.getByRole('button', { name: 'Try again' }).click()
  await videos.getByRole('link').nth(54).waitFor()
  await more.waitFor({ state: 'detached' })
})

t.test('films that do not load can be asked for again', async (t) => {
  const api = await startFakeApi(t)
  const { page } = await visitor(t, api)
  api.fail('GET /api/front', 503, 'UNAVAILABLE', { detail: 'Not available right now.' })
  await page.goto('/')
  await page.getByRole('alert').getByText('Not available right now.').waitFor()
  api.restore('GET /api/front')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('link', { name: /The Salt Road/ }).waitFor()
  t.equal(await page.getByRole('alert').count(), 0)
})

t.test('waiting for films is said', async (t) => {
  const api = await startFakeApi(t)
  const { page } = await visitor(t, api)
  api.hold('GET /api/front')
  await page.goto('/')
  await page.getByRole('status').getByText('Loading films').waitFor()
  await page.locator('.grid .outline-line').first().waitFor({ state: 'attached' })
})

t.test('a catalogue without films says so', async (t) => {
  const { page } = await atTheCatalogue(t, { videos: [] })
  await page.getByText(siteWords('noFilms')).waitFor()
  t.equal(await page.getByRole('list', { name: 'Films', exact: true }).count(), 0)
})

t.test(
  'pictures come in the size that is shown, the first before all; a missing one is made up for',
  async (t) => {
    const sizes = (name: string) => [
      { width: 320, type: 'image/jpeg' as const, url: `/posters/${name}320` },
      { width: 1280, type: 'image/jpeg' as const, url: `/posters/${name}1280` },
    ]
    const inFormats = [
      { width: 320, type: 'image/avif' as const, url: '/posters/4320' },
      { width: 320, type: 'image/webp' as const, url: '/posters/5320' },
      { width: 320, type: 'image/jpeg' as const, url: '/posters/6320' },
    ]
    const gone = [{ width: 320, type: 'image/jpeg' as const, url: '/api/none' }]
    const goneInFormats = [{ width: 320, type: 'image/avif' as const, url: '/api/none' }]
    const videos = [
      aVideo({ posterUrl: '/posters/1', posterSizes: sizes('1') }),
      aVideo({ posterUrl: '/posters/2', posterSizes: sizes('2') }),
      aVideo({ posterUrl: '/posters/3', posterSizes: gone }),
      aVideo({ posterUrl: '/posters/6', posterSizes: inFormats }),
      aVideo({ posterUrl: '/posters/7', posterSizes: goneInFormats }),
    ]
    const { page } = await atTheCatalogue(t, { videos })
    const images = page.locator('main img')
    await page.waitForFunction(() =>
      [...document.querySelectorAll('img')].every((one) => one.naturalWidth > 0),
    )
    const shown = await images.evaluateAll((all: HTMLImageElement[]) =>
      all.map(({ currentSrc, fetchPriority, width, height }) => {
        const wide = width > 0 && height > 0
        return [new URL(currentSrc).pathname, fetchPriority, wide]
      }),
    )
    t.same(shown, [
      ['/posters/11280', 'high', true],
      ['/posters/2320', 'auto', true],
      ['/posters/3', 'auto', true],
      ['/posters/4320', 'auto', true],
      ['/posters/7', 'auto', true],
    ])
  },
)

t.test('a picture that does not load leaves a plain frame, not a broken one', async (t) => {
  const videos = [1, 2].flatMap(() => [
    aVideo({ posterUrl: '/api/no-such-picture' }),
    aVideo({ posterUrl: null }),
  ])
  const { page } = await atTheCatalogue(t, { videos })
  await page.locator('.feature .poster-empty').waitFor()
  await page.locator('.grid .poster-empty').nth(1).waitFor()
  t.equal(await page.locator('img').count(), 0)
})
