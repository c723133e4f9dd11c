import t from 'tap'
import { startFakeApi } from './fake-api.ts'
import { allowed, aVideo } from './fake-videos.ts'
import { settled, visitor } from './visit.ts'

/** What the pages' code begins with. */
const code = /\/assets\/site-[^/]+\.js$/

for (const [width, height] of [
  [390, 844],
  [1280, 800],
] as const) {
  t.test(`a film's page shows film and site before its code has come, ${width} wide`, async (t) => {
    const video = aVideo({ access: allowed('free') })
    const api = await startFakeApi(t, { videos: [video] })
    const { page, complaints } = await visitor(t, api, { width, height })
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route(code, async (route) => {
      await held
      await route.fallback()
    })
    const pictures: string[] = []
    page.on('request', (request) => {
      if (request.resourceType() === 'image' && request.url().includes('poster')) {
        pictures.push(request.url())
      }
    })
    await page.goto(`/watch/${video.slug}`, { waitUntil: 'commit' })
    await page.getByRole('heading', { level: 1, name: video.title }).waitFor()
    await page.waitForFunction(() => {
      const picture = document.querySelector<HTMLImageElement>('.screen img')
      const drawn = picture?.complete && picture.naturalWidth > 0
      // Until the typeface has come, words are as wide as another has them.
      return drawn && [...document.fonts].some(({ status }) => status === 'loaded')
    })
    const places = () =>
      page.evaluate(() =>
        ['.brand', '.brand .mark', '.brand span', '.screen', '.screen img', 'main h1'].map(
          (one) => {
            const { x, y, width, height } =
              document.querySelector(one)?.getBoundingClientRect() ?? new DOMRect()
            return [one, Math.round(x), Math.round(y), Math.round(width), Math.round(height)]
          },
        ),
      )
    const before = await places()
    release()
    await settled(page)
    await page.locator('matinee-player').waitFor()
    const same = (list: unknown[]) => list.filter((_one, index) => index < 5)
    t.same(same(await places()), same(before), 'nothing has moved')
    const [, , top] = before.at(-1) ?? []
    t.equal((await places()).at(-1)?.[2], top, 'nor has the title')
    t.equal(new Set(pictures).size, 1, 'one address of the picture')
    t.same(complaints, [])
  })
}
