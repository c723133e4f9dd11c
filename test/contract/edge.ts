import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import type { Test } from 'tap'
import { systemClock } from '../../server/clients/clock.ts'
import { edgeDelivery } from '../../server/clients/delivery/edge.ts'
import { hmacSigner } from '../../server/clients/delivery/hmac.ts'
import { openStorage } from '../../server/clients/storage.ts'
import type { Edge, EdgeOptions } from '../fixtures/edge.ts'
import { localS3, storageCredentials } from '../fixtures/s3.ts'
import { until } from '../fixtures/until.ts'

const [now, old] = ['n'.repeat(32), 'o'.repeat(32)]
const key = 'videos/v/e/720p/1.m4s'
const body = '0123456789'.repeat(1000)

/** Serves the bucket. @returns where */
type Serve = (t: Test) => Promise<string>

const ownLocalS3: Serve = async (t) => (await localS3(t, systemClock)).endpoint

type Start = (t: Test, options: EdgeOptions) => Promise<Edge>

const bucket = 'matinee-test'

async function open(t: Test, start: Start, serve: Serve = ownLocalS3) {
  const endpoint = await serve(t)
  const storage = openStorage({
    endpoint,
    bucket,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: storageCredentials,
  })
  t.teardown(() => storage.close())
  const cacheControl = 'private, max-age=31536000, immutable'
  await storage.putBytes(key, body, { contentType: 'video/mp4', cacheControl })
  const edge = await start(t, { endpoint, bucket, keys: `${now},${old}` })
  const signedWith = (secret: string) =>
    edgeDelivery({ url: edge.url, clock: systemClock, signer: hmacSigner(edge.url, [secret]) })
  return { edge, storage, delivery: signedWith(now), signedWith }
}
type Opened = Awaited<ReturnType<typeof open>>

/** Of a path that is sent as it is, where `fetch` would mend it. */
async function statusOfPath(url: string, change: (path: string) => string) {
  const { hostname, port, pathname, search } = new URL(url)
  const asked = get({ hostname, port, path: change(pathname + search), agent: false })
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  answer.resume()
  return answer.statusCode
}

export interface Contract {
  start: Start
  /** Left out: a local S3 of each test's own. */
  serve?: Serve
  /** Why it cannot be run here, or false. */
  skip: string | false
  /** Whether several who ask at once are one fetch. */
  collapses: boolean
  /** Whether what goes before it resolves dots in paths: then it is asked for the same file. */
  mendsPaths: boolean
}

const life = { expiresInSeconds: 60 }
const urlOf = async ({ delivery }: Pick<Opened, 'delivery'>, session = 'ana') =>
  (await delivery.get(key, { ...life, session })).url

/** What an edge for `DELIVERY=hmac` must do, whichever it is. */
export function edgeContract(t: Test, contract: Contract): void {
  const { start, serve, skip, collapses, mendsPaths } = contract
  t.test(
    'two viewers at once, and more after them, are one fetch from the bucket',
    { skip },
    async (t) => {
      const opened = await open(t, start, serve)
      const urls = await Promise.all(['ana', 'ben'].map((session) => urlOf(opened, session)))
      t.not(urls[0], urls[1])
      const answers = await Promise.all(urls.map((url) => fetch(url)))
      for (const answer of answers) {
        t.equal(answer.status, 200)
        t.equal(answer.headers.get('content-type'), 'video/mp4')
        t.equal(await answer.text(), body)
      }
      const later = await fetch(await urlOf(opened, 'eve'))
      t.equal(later.headers.get('x-cache'), 'HIT')
      t.equal(await later.text(), body)
      t.same([...new Set(opened.edge.fetches)], [opened.edge.fetches[0]])
      t.match(
        opened.edge.fetches[0],
        new RegExp(`^(/${bucket})?/${key}$`),
        'which names no session',
      )
      if (collapses) t.equal(opened.edge.fetches.length, 1)
    },
  )

  t.test('what was not signed so is refused, cached or not', { skip }, async (t) => {
    const opened = await open(t, start, serve)
    const { edge, delivery, signedWith } = opened
    const url = await urlOf(opened)
    const refused = async (bad: string, what: string) => {
      const answer = await fetch(bad, { headers: { origin: 'https://films.example' } })
      t.equal(answer.status, 403, what)
      t.equal(answer.headers.get('access-control-allow-origin'), '*', 'which a page can read')
      t.notMatch(await answer.text(), body.slice(0, 100))
    }
    const all = async () => {
      await refused(url.split('?')[0] ?? '', 'bare')
      await refused(url.replace('1.m4s', '2.m4s'), 'another file')
      await refused(url.replace('=ana', '=ben'), 'another session')
      await refused(url.replace('x-matinee-session=ana&', ''), 'no session')
      await refused(
        url.replace(/expires=(\d+)/, (_, at) => `expires=${Number(at) + 1}`),
        'longer',
      )
      await refused(url.slice(0, -1) + (url.endsWith('0') ? '1' : '0'), 'altered')
      await refused(`${url}&x-matinee-session=ben`, 'two sessions')
      await refused(url.replace('/videos/', '/videos//'), 'a path that nginx would mend')
      const dots = await statusOfPath(url, (path) => path.replace('/v/', '/x/../v/'))
      t.equal(dots, mendsPaths ? 200 : 403, 'dots')
      t.equal(await statusOfPath(url, (path) => path.replace('/v/', '/%76/')), 403, 'escapes')
      const at = new Date(Date.now() - 61_000)
      await refused((await delivery.get(key, { ...life, at, session: 'ana' })).url, 'expired')
      const stranger = signedWith('s'.repeat(32))
      await refused((await stranger.get(key, life)).url, 'a key that is none')
      await refused((await signedWith('').get(key, life)).url, 'an empty key')
    }
    await all()
    t.equal((await fetch(url)).status, 200)
    await all()
    t.equal(edge.fetches.length, 1)
    const sent = await fetch(url, { method: 'PUT', body: 'x' })
    t.equal(sent.status, 405)
  })

  t.test('keys change without a gap: all in the list are accepted', { skip }, async (t) => {
    const { signedWith } = await open(t, start, serve)
    for (const secret of [old, now]) {
      t.equal((await fetch((await signedWith(secret).get(key, life)).url)).status, 200)
    }
  })

  t.test('a URL ends with its life, though the file is cached', { skip }, async (t) => {
    const { delivery } = await open(t, start, serve)
    const { url } = await delivery.get(key, { expiresInSeconds: 1 })
    t.equal((await fetch(url)).status, 200)
    await until('the end', async () => (await fetch(url)).status === 403)
  })

  t.test('ranges and HEAD are answered from the one copy', { skip }, async (t) => {
    const opened = await open(t, start, serve)
    const url = await urlOf(opened)
    const part = await fetch(url, { headers: { range: 'bytes=10-19' } })
    t.equal(part.status, 206)
    t.equal(part.headers.get('content-range'), `bytes 10-19/${body.length}`)
    t.equal(await part.text(), '0123456789')
    const head = await fetch(url, { method: 'HEAD' })
    t.equal(head.status, 200)
    t.equal(head.headers.get('content-length'), String(body.length))
    const end = await fetch(url, { headers: { range: 'bytes=-5' } })
    t.equal(await end.text(), '56789')
    t.equal(opened.edge.fetches.length, 1)
  })

  t.test('pages may read: a preflight, and one answer about it', { skip }, async (t) => {
    const opened = await open(t, start, serve)
    const url = await urlOf(opened)
    const preflight = await fetch(url, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://films.example',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'range',
      },
    })
    t.equal(preflight.status, 204)
    t.equal(preflight.headers.get('access-control-allow-headers'), 'range')
    const answer = await fetch(url, { headers: { origin: 'https://films.example' } })
    t.equal(answer.headers.get('access-control-allow-origin'), '*')
    t.match(answer.headers.get('access-control-expose-headers'), 'Content-Length')
  })

  t.test('what is not there is not kept as such', { skip }, async (t) => {
    const { delivery, storage } = await open(t, start, serve)
    const { url } = await delivery.get('videos/v/e/720p/2.m4s', life)
    t.equal((await fetch(url)).status, 404)
    await storage.putBytes('videos/v/e/720p/2.m4s', 'two', { contentType: 'video/mp4' })
    t.equal(await (await fetch(url)).text(), 'two')
  })
}
