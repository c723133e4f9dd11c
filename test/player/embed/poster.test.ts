import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { uploadedPosterKey } from '../../../server/catalog/object-keys.ts'
import { cleanPoster } from '../../../server/transcode/posters/clean-poster.ts'
import { takePoster } from '../../../server/transcode/posters/take-poster.ts'
import { openBrowser } from '../../fixtures/browser.ts'
import { listen } from '../../fixtures/player/servers.ts'
import { openApi } from '../../fixtures/player/with-api.ts'
import { scratch } from '../../fixtures/scratch.ts'

t.test('the poster shows in a player on another site, until the film plays', async (t) => {
  const api = await openApi(t)
  const { deps, origin } = api
  const video = await api.video({ slug: 'free', free: true })
  const cwd = await scratch(t)
  const picture = ['-f', 'lavfi', '-i', 'color=teal:s=640x360', '-frames:v', '1', 'poster.png']
  await deps.ffmpeg.run(picture, { cwd })
  const key = uploadedPosterKey(video.id, randomUUID())
  await deps.storage.putBytes(key, await readFile(join(cwd, 'poster.png')), {
    contentType: 'image/png',
  })
  await cleanPoster(deps, key, key)
  await takePoster(deps, { videoId: video.id, key }, [])

  const blog = await listen((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><title>Blog</title>
      <script type="module" src="${origin}/matinee-player.js"></script>
      <matinee-player api="${origin}" video-id="free" poster="${origin}/api/videos/free/poster"></matinee-player>`)
  })
  t.teardown(() => blog.close())
  const context = await (await openBrowser(t)).newContext()
  t.teardown(() => context.close())
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(blog.origin.replace('127.0.0.1', 'localhost'))
  const player = page.locator('matinee-player[state=ready]')
  await player.waitFor()
  const poster = player.locator('.poster')
  await poster.waitFor()
  const width = await poster.evaluate(async (image: HTMLImageElement) => {
    await image.decode()
    return image.naturalWidth
  })
  t.equal(width, 640)
  await player.locator('.first-play').click()
  await page.locator('matinee-player .poster').waitFor({ state: 'hidden' })
  t.same(complaints, [])
})
