import { startLocalS3 } from 'local-s3'
import t, { type Test } from 'tap'
import { systemClock } from '../../server/clients/clock.ts'
import { lookAtPlaying } from '../../server/doctor/bucket-cors.ts'
import { lookAtEdge } from '../../server/doctor/edge.ts'
import { examine } from '../../server/doctor/examine.ts'
import { services } from '../fixtures/app.ts'
import { nginxEdge, noNginx } from '../fixtures/nginx-edge.ts'
import { storageCredentials } from '../fixtures/s3.ts'
import { scratch } from '../fixtures/scratch.ts'

const key = 'k'.repeat(32)

/** Services whose viewers fetch by way of nginx, by the machine's own time as nginx goes by it. */
async function open(t: Test, settings: Record<string, string> = {}) {
  const bucket = 'matinee-test'
  const options = { directory: await scratch(t), bucket, region: 'us-east-1' }
  const s3 = await startLocalS3({ ...options, ...storageCredentials })
  t.teardown(() => s3.close())
  const edge = await nginxEdge(t, { endpoint: s3.endpoint, bucket, keys: key })
  const opened = await services(
    t,
    {
      S3_ENDPOINT: s3.endpoint,
      PUBLIC_URL: 'https://films.example',
      DELIVERY: 'hmac',
      DELIVERY_URL: edge.url,
      DELIVERY_KEYS: key,
      ...settings,
    },
    { clock: systemClock },
  )
  return { opened: { ...opened, clock: systemClock }, edge }
}

/** What is fetched from the edge goes by `change`, until the test ends. */
function between(t: Test, change: (url: string, init?: RequestInit) => Promise<Response>) {
  const fetchAsIs = globalThis.fetch
  t.teardown(() => {
    globalThis.fetch = fetchAsIs
  })
  globalThis.fetch = (input, init) => change(String(input), init)
  return fetchAsIs
}

t.test('an edge that does what it should is tried as viewers do', { skip: noNginx }, async (t) => {
  const { opened, edge } = await open(t, { S3_PREFIX: 'staging' })
  t.match(await lookAtEdge(opened), /nothing else; one copy serves several sessions/)
  t.equal(await lookAtPlaying(opened), 'pages of https://films.example may fetch films')
  t.ok(edge.fetches.every((path) => path.startsWith('/matinee-test/staging/doctor/')))
  t.equal((await opened.storage.list('doctor/').next()).done, true, 'and nothing is left')
})

t.test('without an edge there is nothing to try', async (t) => {
  const findings = await examine(await services(t, { STRIPE_API_BASE: 'http://127.0.0.1:1' }))
  t.ok(findings.length > 0)
  t.notOk(findings.some(({ what }) => what === 'edge'))
})

t.test('an edge that is not there is told', async (t) => {
  const edge = { DELIVERY: 'hmac', DELIVERY_URL: 'http://127.0.0.1:1', DELIVERY_KEYS: key }
  const findings = await examine(await services(t, edge))
  t.match(
    findings.find(({ what }) => what === 'edge'),
    { ok: false, says: /fetch failed/ },
  )
})

t.test('an edge that knows another key is told', { skip: noNginx }, async (t) => {
  const { opened } = await open(t, { DELIVERY_KEYS: 'o'.repeat(32) })
  await t.rejects(lookAtEdge(opened), { message: /answers a signed URL with 403: .*DELIVERY_KEYS/ })
  await t.rejects(lookAtPlaying(opened), { message: /403, not with 206/ })
})

t.test(
  'an edge that lets through what it must not is told, with what that was',
  { skip: noNginx },
  async (t) => {
    const { opened } = await open(t)
    const cases: [lets: (url: URL) => boolean, says: RegExp][] = [
      [(url) => url.search === '', /lets through a URL without a signature/],
      [
        (url) => Number(url.searchParams.get('expires')) < Date.now() / 1000 && url.search !== '',
        /that has expired/,
      ],
      [(url) => url.searchParams.has('expires'), /that has expired/],
      [(url) => !url.searchParams.has('x-matinee-session') && url.search !== '', /taken out/],
    ]
    for (const [lets, says] of cases) {
      await t.test(String(says), async (t) => {
        const fetchAsIs = between(t, async (url, init) => {
          const answer = await fetchAsIs(url, init)
          return answer.status === 403 && lets(new URL(url)) ? new Response('matinee') : answer
        })
        await t.rejects(lookAtEdge(opened), { message: says })
      })
    }
  },
)

t.test(
  'an edge that fetches anew for each session is told; one that says nothing is not',
  async (t) => {
    const { opened } = await open(t)
    let says: string | null = 'MISS'
    const fetchAsIs = between(t, async (url, init) => {
      const { status, body, headers } = await fetchAsIs(url, init)
      const changed = new Headers(headers)
      changed.delete('x-cache')
      if (says !== null) changed.set('x-cache', says)
      return new Response(status === 204 ? null : body, { status, headers: changed })
    })
    await t.rejects(lookAtEdge(opened), { message: /must not be part of the edge's cache key/ })
    says = null
    t.match(await lookAtEdge(opened), /do not say/)
  },
)

t.test('an edge without CORS is told, and that it is the edge', { skip: noNginx }, async (t) => {
  const { opened } = await open(t)
  const fetchAsIs = between(t, async (url, init) => {
    const answer = await fetchAsIs(url, init)
    const headers = new Headers(answer.headers)
    headers.delete('access-control-allow-origin')
    return new Response(answer.status === 204 ? null : answer.body, {
      status: answer.status,
      headers,
    })
  })
  await t.rejects(lookAtPlaying(opened), { message: /the edge sends these headers by itself/ })
})
