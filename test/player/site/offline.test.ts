import t from 'tap'
import { startFakeApi } from './fake-api.ts'
import { catalogue } from './fake-videos.ts'
import { open, visitor } from './visit.ts'

t.test('without a network a page of ours says so, and goes on where it was wanted', async (t) => {
  const api = await startFakeApi(t, { videos: catalogue(3) })
  const { page, context, complaints } = await visitor(t, api)
  await open(page, '/')
  await page.evaluate(() => navigator.serviceWorker.ready)
  await context.setOffline(true)
  await page.goto('/pricing?from=%2F')
  await page.getByRole('heading', { name: 'You are offline' }).waitFor()
  t.match(page.url(), '/pricing?from=%2F')
  // In the house's own typeface.
  const faces = await page.evaluate(async () => {
    await document.fonts.ready
    return [...document.fonts].map(({ family, status }) => [family, status])
  })
  t.same(faces, [['Figtree', 'loaded']])
  const asked = page.waitForEvent('framenavigated')
  await page.getByRole('link', { name: 'Try again' }).click()
  await asked
  t.match(page.url(), '/pricing?from=%2F', 'who presses asks for it again')
  await page.getByRole('heading', { name: 'You are offline' }).waitFor()
  await context.setOffline(false)
  await page.getByRole('heading', { name: 'Plans' }).waitFor()
  t.match(page.url(), '/pricing?from=%2F')

  await context.setOffline(true)
  await page.goto('/sign-in')
  await page.getByRole('heading', { name: 'You are offline' }).waitFor()
  await context.setOffline(false)
  await page.getByLabel('E-mail address').waitFor()
  t.match(page.url(), '/sign-in', 'nobody has to press')
  t.equal(await page.evaluate(() => fetch('/api/no-such-thing').then((r) => r.status)), 404)
  t.same(complaints, [])
})
