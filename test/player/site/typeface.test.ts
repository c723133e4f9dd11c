import t from 'tap'
import { startFakeApi } from './fake-api.ts'
import { catalogue } from './fake-videos.ts'
import { open, visitor } from './visit.ts'

t.test('the typeface is fetched with the page, and is light', async (t) => {
  const api = await startFakeApi(t, { videos: catalogue(9) })
  const { page, complaints } = await visitor(t, api)
  const fetched: Promise<{ type: string | undefined; bytes: number }>[] = []
  page.on('response', (response) => {
    if (!response.url().includes('.woff2')) return
    const type = response.headers()['content-type']
    fetched.push(response.body().then(({ length: bytes }) => ({ type, bytes })))
  })
  await open(page, '/')
  const used = await page.evaluate(async () => {
    await document.fonts.ready
    return [...document.fonts].filter(({ status }) => status === 'loaded').map((f) => f.family)
  })
  t.match(used.join(), 'Figtree')
  const files = await Promise.all(fetched)
  t.same(
    files.map(({ type }) => type),
    ['font/woff2'],
    'the letters of Western languages, and no others',
  )
  t.ok(files.every(({ bytes }) => bytes > 10_000 && bytes <= 40_000))
  t.same(complaints, [])
})

for (const path of ['/', '/pricing', '/watch/film-1']) {
  t.test(`nothing on ${path} moves while it is loaded`, async (t) => {
    const api = await startFakeApi(t, { videos: catalogue(9) })
    const { page } = await visitor(t, api)
    await page.addInitScript(() => {
      Object.assign(window, { moved: 0 })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const moved = Reflect.get(window, 'moved') + Reflect.get(entry, 'value')
          Object.assign(window, { moved })
        }
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await open(page, path)
    const moved = await page.evaluate(async () => {
      await document.fonts.ready
      return Reflect.get(window, 'moved')
    })
    t.ok(moved < 0.02, `a layout shift of ${moved}`)
  })
}
