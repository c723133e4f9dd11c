import t, { type Test } from 'tap'
import type { Neighbour, Within } from '../../../contract/catalog.ts'
import type { Collection, CollectionFilm } from '../../../contract/collections.ts'
import { siteWords } from '../../../contract/words/site.ts'
import type { MatineePlayer } from '../../../player/element/define.ts'
import { goOnWith } from '../../../player/site/go-on-with.ts'
import { startFakeApi, type World } from './fake-api.ts'
import { cardOf } from './fake-front.ts'
import { allowed, aVideo, member, refused } from './fake-videos.ts'
import { findings, overflow, smallTargets } from './inspect.ts'
import { type Eyes, open, visitor, where } from './visit.ts'

const episode = (season: number, episode: number, changes: Partial<CollectionFilm> = {}) => ({
  ...cardOf(aVideo({ title: `Part ${season} ${episode}`, access: allowed('subscription') })),
  ...{ season, episode, watched: false },
  ...changes,
})

const aSeries = (changes: Partial<Collection> = {}): Collection => ({
  ...{ slug: 'night-shift', title: 'Night Shift', description: 'Nurses, after midnight.' },
  series: true,
  seasons: [
    { number: 1, title: 'Beginnings' },
    { number: 2, title: '' },
  ],
  videos: [episode(1, 1, { watched: true }), episode(1, 2), episode(2, 1)],
  trailers: [cardOf(aVideo({ title: 'The trailer' }))],
  extras: [cardOf(aVideo({ title: 'How it was made' }))],
  nextCursor: null,
  ...changes,
})

async function site(t: Test, changes: Partial<World>, path: string, eyes: Eyes = {}) {
  const api = await startFakeApi(t, { me: member(), ...changes })
  const { page, complaints } = await visitor(t, api, eyes)
  await open(page, path)
  return { api, page, complaints }
}

t.test('one goes on at what was begun, else behind what was seen last', async (t) => {
  const [one, two, three] = [episode(1, 1), episode(1, 2), episode(1, 3)]
  const seen = (film: CollectionFilm) => ({ ...film, watched: true })
  t.equal(goOnWith([]), undefined)
  t.equal(goOnWith([one, two]), one)
  t.equal(goOnWith([seen(one), two, three]), two)
  t.equal(goOnWith([one, seen(two), three]), three)
  t.match(goOnWith([seen(one), two, { ...three, resumeSeconds: 30 }]), { title: 'Part 1 3' })
  t.match(goOnWith([seen(one), seen(two)]), { title: 'Part 1 1' }, 'from the beginning again')
})

t.test('a series shows its seasons, what was seen, its trailer and its extras', async (t) => {
  const { page, complaints } = await site(
    t,
    { collections: [aSeries()] },
    '/collections/night-shift',
  )
  const first = page.getByRole('list', { name: 'Episodes of Season 1 · Beginnings' })
  t.same(await first.getByRole('link').count(), 2)
  t.match(
    await first.getByRole('link').first().textContent(),
    /Part 1 1\s*Episode 1 · 1 h 32 min · Watched/,
  )
  const second = page.getByRole('list', { name: 'Episodes of Season 2' }).getByRole('link')
  t.equal(await second.getAttribute('href'), '/watch/part-2-1?in=night-shift')
  const go = page.getByRole('link', { name: 'Continue with S1 E2' })
  t.equal(await go.getAttribute('href'), '/watch/part-1-2?play=1&in=night-shift')
  const trailer = page.getByRole('link', { name: siteWords('trailer'), exact: true })
  t.equal(await trailer.getAttribute('href'), '/watch/the-trailer?play=1&in=night-shift')
  await page.getByRole('list', { name: 'Extras' }).getByRole('link').waitFor()
  t.equal(await page.getByRole('list', { name: 'Trailers' }).count(), 0, 'the one has its button')
  t.same(complaints, [])
})

t.test('a long series comes by pages, an empty one says so', async (t) => {
  const videos = Array.from({ length: 30 }, (_, index) => episode(1, index + 1))
  const collections = [
    aSeries({ videos, seasons: [{ number: 1, title: '' }] }),
    aSeries({ slug: 'empty', videos: [], seasons: [], trailers: [], extras: [] }),
  ]
  const { page } = await site(t, { collections }, '/collections/night-shift')
  const list = page.getByRole('list', { name: 'Episodes of Season 1' }).getByRole('link')
  t.equal(await list.count(), 24)
  await page.getByRole('button', { name: siteWords('showMore') }).click()
  await list.nth(29).waitFor()
  t.equal(await page.getByRole('button', { name: siteWords('showMore') }).count(), 0)
  await open(page, '/collections/empty')
  await page.getByText(siteWords('collectionEmpty')).waitFor()
})

for (const theme of ['dark', 'light'] as const) {
  t.test(`a series and its episode can be used on every screen (${theme})`, async (t) => {
    const long = 'A title that goes on for rather longer than anyone would have thought'
    const series = aSeries({ title: long })
    const video = aVideo({ title: long, within: withinOf(series.videos, 1) })
    const world = { collections: [series], videos: [video] }
    const { page } = await site(t, world, '/collections/night-shift', { theme })
    for (const path of ['/collections/night-shift', `/watch/${video.slug}`]) {
      await open(page, path)
      t.same(await findings(page), [], path)
      for (const [width, height] of [
        [320, 640],
        [390, 844],
        [844, 390],
        [1280, 800],
      ] as const) {
        await page.setViewportSize({ width, height })
        t.same(await smallTargets(page), [], `${path} ${width}`)
        t.equal(await overflow(page), 0, `${path} ${width}`)
        const { SHOTS } = process.env
        if (SHOTS) {
          const name = `${path.split('/')[1]}-${width}-${theme}.png`
          await page.screenshot({ path: `${SHOTS}/${name}`, fullPage: true })
        }
      }
    }
  })
}

function withinOf(videos: readonly CollectionFilm[], at: number): Within {
  const neighbour = (film: CollectionFilm | undefined): Neighbour | null => {
    if (film === undefined) return null
    const { watched: _, ...rest } = film
    return rest
  }
  const { season = null, episode = null } = videos[at] ?? {}
  return {
    ...{ slug: 'night-shift', title: 'Night Shift', series: true, kind: 'film' },
    ...{ season, episode },
    ...{ previous: neighbour(videos[at - 1]), next: neighbour(videos[at + 1]) },
  }
}

t.test('a film says where it stands, and leads on and back', async (t) => {
  const { videos } = aSeries()
  const video = aVideo({ title: 'Part 1 2', within: withinOf(videos, 1) })
  const { page, api } = await site(t, { videos: [video] }, '/watch/part-1-2?in=night-shift')
  const line = page.locator('.within')
  t.equal(await line.textContent(), 'Night Shift · S1 E2')
  t.equal(await line.getByRole('link').getAttribute('href'), '/collections/night-shift')
  const beside = page.getByRole('navigation', { name: siteWords('beside') }).getByRole('link')
  t.same(await beside.allTextContents(), ['PreviousS1 E1 · Part 1 1', 'NextS2 E1 · Part 2 1'])
  t.equal(await beside.last().getAttribute('href'), '/watch/part-2-1?in=night-shift')
  t.ok(api.asked.some(({ path }) => path === '/api/videos/part-1-2?in=night-shift'))
})

/** What is shown as the next film at the end, where the one that ends stands `within`. */
async function atTheEnd(t: Test, within: Within | null) {
  const video = aVideo({ title: 'Part 1 2', access: allowed('free'), within })
  const { page, api } = await site(t, { videos: [video] }, '/watch/part-1-2?in=night-shift')
  await page.locator('matinee-player').waitFor()
  await page.evaluate(() => {
    const player = document.querySelector('matinee-player')
    player?.dispatchEvent(new CustomEvent('matinee-ended', { detail: {} }))
  })
  const next = () =>
    page.evaluate(() => (document.querySelector('matinee-player') as MatineePlayer).next)
  return { page, api, next }
}

t.test('at the end the next episode follows, in its series', async (t) => {
  const { page, next } = await atTheEnd(t, withinOf(aSeries().videos, 1))
  await page.waitForFunction(
    () => (document.querySelector('matinee-player') as MatineePlayer).next !== null,
  )
  const href = '/watch/part-2-1?play=1&in=night-shift'
  t.match(await next(), { href, title: 'S2 E1 · Part 2 1', plays: true })
  await page.evaluate((href) => {
    const detail = { film: { href } }
    const event = new CustomEvent('matinee-choose', { detail, cancelable: true })
    document.querySelector('matinee-player')?.dispatchEvent(event)
  }, href)
  await page.waitForURL('**/watch/part-2-1?*')
  t.match(where(page), /in=night-shift/)
})

t.test('in full screen the next episode takes the place of the one before', async (t) => {
  const { videos } = aSeries()
  const film = (title: string, at: number) =>
    aVideo({ title, access: allowed('free'), within: withinOf(videos, at) })
  const world = { videos: [film('Part 1 2', 1), film('Part 2 1', 2)] }
  const { page, complaints } = await site(t, world, '/watch/part-1-2?in=night-shift')
  const player = page.locator('matinee-player')
  const state = () =>
    player.evaluate((element) => ({
      fills: document.fullscreenElement === element,
      mark: element.dataset.mark,
      film: element.getAttribute('film-title'),
      plays: element.hasAttribute('autoplay'),
    }))
  const choose = (href: string) =>
    player.evaluate((element, href) => {
      const detail = { film: { href } }
      element.dispatchEvent(new CustomEvent('matinee-choose', { detail, cancelable: true }))
    }, href)
  await player.evaluate(async (element) => {
    element.dataset.mark = 'the same'
    await element.requestFullscreen()
  })
  await choose('/watch/part-2-1?play=1&in=night-shift')
  await page.getByRole('heading', { level: 1, name: 'Part 2 1', includeHidden: true }).waitFor()
  t.same(await state(), { fills: true, mark: 'the same', film: 'Part 2 1', plays: true })
  t.equal(
    where(page),
    '/watch/part-2-1?in=night-shift',
    'a page that is loaded again starts nothing',
  )
  await page.evaluate(() => document.exitFullscreen())
  await choose('/watch/part-1-2?in=night-shift')
  await page.getByRole('heading', { level: 1, name: 'Part 1 2' }).waitFor()
  t.same(await state(), { fills: false, mark: undefined, film: 'Part 1 2', plays: false })
  t.same(complaints, [])
})

t.test('one that may not be watched is offered, and does not begin', async (t) => {
  const { videos } = aSeries()
  videos[2] = episode(2, 1, { access: refused('not_entitled') })
  const { page, next } = await atTheEnd(t, withinOf(videos, 1))
  await page.waitForFunction(
    () => (document.querySelector('matinee-player') as MatineePlayer).next !== null,
  )
  t.match(await next(), { href: '/watch/part-2-1?in=night-shift', plays: false })
})

t.test('behind the last episode, a trailer and an extra nothing follows', async (t) => {
  const { videos } = aSeries()
  const last = withinOf(videos, 2)
  for (const within of [last, { ...last, kind: 'trailer' as const, previous: null }, null]) {
    const { page, next } = await atTheEnd(t, within)
    await page.waitForFunction(
      () => (document.querySelector('matinee-player') as MatineePlayer).more.length === 0,
    )
    t.equal(await next(), null)
  }
})
