// In every run: a film goes from a page to the bucket.
import { chromium } from 'playwright-core'
import t from 'tap'
import { buildApp } from '../../server/app.ts'
import { pageAccess } from '../../server/clients/storage.ts'
import { freePort } from '../../server/local/postgres.ts'
import { services } from '../fixtures/app.ts'
import { browserFlags, findBrowser } from '../fixtures/browser.ts'
import { addVideo } from '../fixtures/rows.ts'
import { signedUp } from '../fixtures/visitor.ts'

const size = 18 * 1024 ** 2

/** Runs in the page: sends the parts of a made-up film that the server does not have yet. */
async function sendMissing({
  id,
  sizeBytes,
  atMost,
}: {
  id: string
  sizeBytes: number
  atMost: number
}) {
  const ask = async (path: string, body?: object) => {
    const answer = await fetch(`/api/studio/uploads/${id}${path}`, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'content-type': 'application/json' },
    })
    if (!answer.ok) throw new Error(await answer.text())
    return answer.json()
  }
  const video = new Uint8Array(sizeBytes).map((_, at) => at % 251)
  video.set([0, 0, 0, 24, ...new TextEncoder().encode('ftypisom')])
  const { partSizeBytes, partCount, parts } = await ask('')
  const etags = new Map<number, string>(
    parts.map((part: { partNumber: number; etag: string }) => [part.partNumber, part.etag]),
  )
  let sent = 0
  for (let number = 1; number <= partCount && sent < atMost; number++) {
    if (etags.has(number)) continue
    const bytes = video.slice((number - 1) * partSizeBytes, number * partSizeBytes)
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    const sha256 = [btoa(String.fromCharCode(...digest))]
    const [part] = (await ask('/parts', { partNumbers: [number], sha256 })).parts
    const put = await fetch(part.url, { method: 'PUT', headers: part.headers, body: bytes })
    if (!put.ok) throw new Error(await put.text())
    const etag = put.headers.get('etag')
    if (etag === null) throw new Error('the page may not see the ETag')
    etags.set(number, etag)
    sent++
  }
  const done = etags.size === partCount
  const all = [...etags].map(([partNumber, etag]) => ({ partNumber, etag }))
  return { sent, answer: done ? await ask('/complete', { parts: all }) : null }
}

t.test('a page sends a film straight to the bucket, and goes on after a reload', async (t) => {
  const origin = `http://127.0.0.1:${await freePort()}`
  const deps = await services(t, { PUBLIC_URL: origin })
  await deps.storage.ensureCors(pageAccess(origin))
  const app = await buildApp(deps)
  t.teardown(() => app.close())
  await app.listen({ host: '127.0.0.1', port: Number(new URL(origin).port) })

  const operator = await signedUp(app, 'operator@films.example', origin)
  await deps.database.user.updateMany({ data: { role: 'admin' } })
  const { id: videoId } = await addVideo(deps, { status: 'draft', encodeId: null })
  const wanted = {
    fileName: 'a.mp4',
    contentType: 'video/mp4',
    sizeBytes: size,
    checksum: 'sha256',
  }
  const begun = await operator.post(`/api/studio/videos/${videoId}/uploads`, wanted)
  const { id } = begun.json()

  const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags })
  t.teardown(() => browser.close())
  const context = await browser.newContext()
  const cookies = [...operator.cookies].map(([name, value]) => ({ name, value, url: origin }))
  await context.addCookies(cookies)
  const page = await context.newPage()
  const throughApi: number[] = []
  page.on('request', (request) => {
    if (request.url().startsWith(origin)) throughApi.push(request.postDataBuffer()?.length ?? 0)
  })

  await page.goto(`${origin}/healthz`)
  t.same(await page.evaluate(sendMissing, { id, sizeBytes: size, atMost: 2 }), {
    sent: 2,
    answer: null,
  })
  await page.reload()
  const rest = await page.evaluate(sendMissing, { id, sizeBytes: size, atMost: 10 })
  t.same(rest, { sent: 1, answer: { videoId, status: 'completed' } })
  t.ok(Math.max(...throughApi) < 1000, 'no part of the film went through the API')
  const { sourceKey } = await deps.database.video.findUniqueOrThrow({ where: { id: videoId } })
  t.match(await deps.storage.head(sourceKey ?? ''), { sizeBytes: size })
})
