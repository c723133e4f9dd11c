import t from 'tap'
import { startFakeApi } from './fake-api.ts'
import { catalogue } from './fake-videos.ts'
import { open, visitor } from './visit.ts'

t.test('the typeface is fetched once, is light, and moves nothing when it comes', async (t) => {
  const api = await startFakeApi(t, { videos: catalogue(9) })
  const { page, complaints } = await visitor(t, api)
  const fetched: Promise<{ type: string | undefined; bytes: number }>[] = []
  page.on('response', (response) => {
    if (!response.url().includes('.woff2')) return
    const type = response.headers()['content-type']
    fetched.push(response.body().then(({ length: bytes }) => ({ type, bytes })))
  })
  await page.addInitScript(() => {
    Object.assign(window, { moved: 0 })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        Object.assign(window, { moved: Reflect.get(window, 'moved') + Reflect.get(entry, 'value') })
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await open(page, '/')
  const used = await page.evaluate(async () => {
    await document.fonts.ready
    const loaded = [...document.fonts].filter(({ status }) => status === 'loaded')
    return { families: loaded.map(({ family }) => family), moved: Reflect.get(window, 'moved') }
  })
  t.match(used.families.join(), 'Figtree')
  t.ok(used.moved < 0.02, `${used.moved} of the page moved`)
  const files = await Promise.all(fetched)
  t.same(
    files.map(({ type }) => type),
    ['font/woff2'],
    'the letters of Western languages, and no others',
  )
  t.ok(files.every(({ bytes }) => bytes > 10_000 && bytes <= 40_000))
  t.same(complaints, [])
})
