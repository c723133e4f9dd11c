import t from 'tap'
import { buildApp } from '../../server/app.ts'
import { pageAccess } from '../../server/clients/storage.ts'
import { freePort } from '../../server/local/postgres.ts'
import { openServices } from '../../server/services.ts'
import { services as openDeps } from '../fixtures/app.ts'
import { openBrowser } from '../fixtures/browser.ts'
import { readyVideo } from '../fixtures/media.ts'
import { noNginx } from '../fixtures/nginx-edge.ts'
import { nginxSite } from '../fixtures/nginx-site.ts'
import { localS3, storageCredentials } from '../fixtures/s3.ts'
import { password } from '../fixtures/visitor.ts'
import { play, watchFor } from './watching.ts'

t.test('two servers and the bucket behind nginx with TLS', { skip: noNginx }, async (t) => {
  const [site, plain, bucket] = [await freePort(), await freePort(), await freePort()]
  const url = `https://localhost:${site}`
  const settings = {
    PUBLIC_URL: url,
    S3_ENDPOINT: `http://127.0.0.1:${bucket}`,
    TRUSTED_PROXIES: '127.0.0.1/32',
  }
  const deps = await openDeps(t, settings)
  const { clock, log } = deps
  const behind = await localS3(t, clock)
  const other = await openServices(deps.config, { clock, log, storageCredentials })
  t.teardown(() => other.close())
  const apps = [await buildApp(deps), await buildApp(other)]
  const servers: number[] = []
  for (const app of apps) {
    t.teardown(() => app.close())
    servers.push(Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port))
  }
  const behindBucket = Number(new URL(behind.endpoint).port)
  await nginxSite(t, { site, plain, bucket, servers, behindBucket })
  await deps.storage.ensureCors(pageAccess(url))

  const moved = await fetch(`http://127.0.0.1:${plain}/pricing?a=b`, {
    redirect: 'manual',
  })
  t.equal(moved.status, 301)
  t.equal(moved.headers.get('location'), 'https://127.0.0.1/pricing?a=b')

  const video = await readyVideo(t, deps, { size: '320x180', seconds: 72 })
  const shown = { published: true, publishedAt: deps.clock.now(), free: true }
  await deps.database.video.update({ where: { id: video.id }, data: shown })

  const context = await (await openBrowser(t)).newContext({ ignoreHTTPSErrors: true })
  t.teardown(() => context.close())
  const page = await context.newPage()
  const ask = (path: string, data: object) =>
    page.request.post(url + path, { data, headers: { origin: url } })
  const joined = await ask('/api/auth/sign-up', { email: 'ana@films.example', password })
  t.equal(joined.status(), 201, await joined.text())
  const cookies = await context.cookies(url)
  t.ok(cookies.length > 0)
  for (const { name, secure } of cookies) t.ok(secure, `${name} goes by TLS alone`)
  const ready = await page.request.get(`${url}/readyz`)
  t.equal((await ready.json()).forwarding, 'ok', 'the proxy counts as one')
  const untold = await page.request.get(`${url}/readyz`, {
    headers: { 'x-forwarded-for': '203.0.113.9' },
  })
  t.equal((await untold.json()).forwarding, 'ok', 'what a viewer claims to be does not count')

  await page.goto(`${url}/watch/${video.slug}`)
  await play(page)
  await watchFor(page, 1)
  const answers = new Set<number>()
  let stopping = true
  const askOn = async () => {
    while (stopping) answers.add((await page.request.get(`${url}/api/session`)).status())
  }
  const asking = [askOn(), askOn(), askOn(), askOn()]
  await apps[0]?.close()
  stopping = false
  await Promise.all(asking)
  t.same([...answers], [200], 'nobody meets a server that stops')
  await page.evaluate(() => {
    const player = document.querySelector('matinee-player') as { video?: HTMLVideoElement } | null
    if (player?.video) player.video.currentTime = 60
  })
  const [picture] = await watchFor(page, 1)
  t.ok(
    (picture?.seconds ?? 0) >= 60,
    'what is asked for anew is answered by the server that is left',
  )

  const body = Buffer.alloc(24 * 1024 ** 2, 'a film')
  const life = { sizeBytes: body.length, contentType: 'video/mp4', expiresInSeconds: 60 }
  const { url: address } = await deps.presigner.put('originals/through-nginx', life)
  const headers = { 'content-type': 'video/mp4' }
  const uploaded = await fetch(address, { method: 'PUT', body, headers })
  t.equal(uploaded.status, 200, 'a part larger than nginx takes by itself')
  t.equal((await deps.storage.head('originals/through-nginx'))?.sizeBytes, body.length)
})
