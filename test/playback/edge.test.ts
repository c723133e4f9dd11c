import { startLocalS3 } from 'local-s3'
import t, { type Test } from 'tap'
import { runTraceCommand } from '../../server/cli/trace.ts'
import { build } from '../fixtures/app.ts'
import { nginxEdge, noNginx } from '../fixtures/nginx-edge.ts'
import { storageCredentials } from '../fixtures/s3.ts'
import { scratch } from '../fixtures/scratch.ts'
import { until } from '../fixtures/until.ts'
import { type Batch, batchOf, endOf, watching } from '../fixtures/watching.ts'

const key = 'k'.repeat(32)

/** A subscriber who watches by way of nginx. */
async function watchingAtEdge(t: Test, settings: Record<string, string> = {}) {
  const bucket = 'matinee-test'
  const options = { directory: await scratch(t), bucket, region: 'us-east-1' }
  const s3 = await startLocalS3({ ...options, ...storageCredentials })
  t.teardown(() => s3.close())
  const edge = await nginxEdge(t, { endpoint: s3.endpoint, bucket, keys: key })
  const watched = await watching(
    t,
    { stored: true },
    {
      S3_ENDPOINT: s3.endpoint,
      DELIVERY: 'hmac',
      DELIVERY_URL: edge.url,
      DELIVERY_KEYS: key,
      ...settings,
    },
  )
  // nginx goes by the machine's time.
  watched.services.clock.set(new Date())
  return { ...watched, edge }
}

t.test('pages may fetch from the edge, and upload to the bucket', async (t) => {
  const { app, services } = await build(t, {
    DELIVERY: 'hmac',
    DELIVERY_URL: 'https://edge.films.example',
    DELIVERY_KEYS: key,
  })
  const page = await app.inject('/')
  const policy = String(page.headers['content-security-policy']).split(';')
  const edge = 'https://edge.films.example'
  t.ok(policy.includes(`media-src 'self' blob: ${edge}`))
  t.ok(policy.includes(`img-src 'self' data: ${edge}`))
  t.ok(policy.includes(`connect-src 'self' ${edge} ${services.presigner.origin}`))
})

t.test(
  'a batch’s URLs lead to the edge, name their session and play',
  { skip: noNginx },
  async (t) => {
    const { app, edge, id, token } = await watchingAtEdge(t)
    const { initUrl, urls } = (await batchOf(app, token, '720p', 'from=0&count=3')).json<Batch>()
    for (const url of [initUrl, ...urls]) {
      t.equal(new URL(url).origin, edge.url)
      t.equal(new URL(url).searchParams.get('x-matinee-session'), id)
    }
    t.equal(await (await fetch(initUrl)).text(), '720p init.mp4')
    t.equal(await (await fetch(urls[2] ?? '')).text(), '720p 2.m4s')
  },
)

t.test(
  'native players are redirected to the edge, HEAD and ranges too',
  { skip: noNginx },
  async (t) => {
    const { app, edge, token } = await watchingAtEdge(t)
    const asked = { url: `/play/${token}/720p/3.m4s`, headers: { range: 'bytes=0-3' } }
    const { statusCode, headers } = await app.inject(asked)
    t.equal(statusCode, 302)
    t.equal(new URL(headers.location ?? '').origin, edge.url)
    const part = await fetch(headers.location ?? '', { headers: { range: 'bytes=0-3' } })
    t.equal(part.status, 206)
    t.equal(await part.text(), '720p')
    const head = await app.inject({ ...asked, method: 'HEAD' })
    t.equal((await fetch(head.headers.location ?? '', { method: 'HEAD' })).status, 200)
  },
)

t.test(
  'who is stopped gets no further URL, and what they hold ends within its life',
  { skip: noNginx },
  async (t) => {
    const { app, services, token, subscription } = await watchingAtEdge(t, { URL_TTL_SECONDS: '1' })
    const { urls } = (await batchOf(app, token, '720p', 'from=0')).json<Batch>()
    const [url = ''] = urls
    t.equal((await fetch(url)).status, 200)
    await services.database.subscription.update({
      where: { id: subscription.id },
      data: { status: 'canceled' },
    })
    const began = performance.now()
    t.equal((await endOf(app, token)).statusCode, 402)
    t.equal((await batchOf(app, token, '720p', 'from=1')).statusCode, 402)
    await until('the end of the URL', async () => (await fetch(url)).status === 403)
    t.ok(performance.now() - began < 5_000)
  },
)

t.test('a leaked URL of the edge is traced', { skip: noNginx }, async (t) => {
  const { app, services, ana, token } = await watchingAtEdge(t)
  const { urls } = (await batchOf(app, token, '720p', 'from=0')).json<Batch>()
  const trace = async (url: string) => {
    const lines: string[] = []
    await runTraceCommand({ ...services, say: (line) => lines.push(line) }, [url])
    return lines.join('\n')
  }
  const said = await trace(urls[0] ?? '')
  t.match(said, `viewer   ${ana.email}`)
  t.match(said, 'The signature is ours')
  t.match(await trace((urls[0] ?? '').replace('720p', '1080p')), 'It proves nothing')
})
