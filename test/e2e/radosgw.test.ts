import { appendFile, readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { buildApp } from '../../server/app.ts'
import { claimBucket } from '../../server/catalog/bucket-owner.ts'
import { systemClock } from '../../server/clients/clock.ts'
import { setUpBucket } from '../../server/doctor/examine.ts'
import { freePort } from '../../server/local/postgres.ts'
import { startWorker } from '../../server/transcode/worker.ts'
import { all } from '../clients/storage/bucket-for-tests.ts'
import { services } from '../fixtures/app.ts'
import { openBrowser } from '../fixtures/browser.ts'
import { makeClip, settled, untilVideo } from '../fixtures/media.ts'
import { nginxEdge, noNginx } from '../fixtures/nginx-edge.ts'
import { noRadosgw, type Radosgw, radosgw } from '../fixtures/radosgw.ts'
import { scratch } from '../fixtures/scratch.ts'
import { until } from '../fixtures/until.ts'
import { put, sha256 } from '../fixtures/uploads.ts'
import { signedUp, type Visitor } from '../fixtures/visitor.ts'
import { type Batch, batchOf, begin, endOf, watching } from '../fixtures/watching.ts'
import { play } from './watching.ts'

const skip = noRadosgw
let started: Promise<Radosgw> | undefined
const gateway = () => {
  started ??= radosgw(t)
  return started
}

/** A film of two parts: what is in its second box is nothing that plays. */
async function largeClip(t: Test): Promise<Buffer> {
  const path = await makeClip(t, { seconds: 8 })
  const free = Buffer.alloc(9 * 1024 ** 2)
  free.writeUInt32BE(free.length)
  free.write('free', 4, 'latin1')
  await appendFile(path, free)
  return readFile(path)
}

/** Sends a file as the studio does. */
async function upload(operator: Visitor, videoId: string, film: Buffer): Promise<number> {
  const file = { fileName: 'film.mp4', contentType: 'video/mp4', sizeBytes: film.length }
  const begun = await operator.post(`/api/studio/videos/${videoId}/uploads`, {
    ...file,
    checksum: 'sha256',
  })
  const { id, partSizeBytes, partCount } = begun.json()
  const parts: { partNumber: number; etag: string }[] = []
  for (let partNumber = 1; partNumber <= partCount; partNumber++) {
    const bytes = film.subarray((partNumber - 1) * partSizeBytes, partNumber * partSizeBytes)
    const wanted = { partNumbers: [partNumber], sha256: [sha256(bytes)] }
    const signed = await operator.post(`/api/studio/uploads/${id}/parts`, wanted)
    const { status, etag } = await put(signed.json().parts[0], bytes)
    if (status !== 200) throw new Error(`part ${partNumber} was answered with ${status}`)
    parts.push({ partNumber, etag })
  }
  const done = await operator.post(`/api/studio/uploads/${id}/complete`, { parts })
  if (done.statusCode !== 202) throw new Error(done.body)
  return partCount
}

const ended = (page: Page) =>
  page.evaluate(() => {
    const player = document.querySelector('matinee-player') as { video?: HTMLVideoElement } | null
    return player?.video?.ended ?? false
  })

t.test('a film goes up, is encoded, plays to its end and leaves nothing', { skip }, async (t) => {
  const url = `http://127.0.0.1:${await freePort()}`
  const settings = { S3_ENDPOINT: (await gateway()).endpoint, PUBLIC_URL: url }
  const opened = await services(t, settings, { clock: systemClock })
  const deps = { ...opened, clock: systemClock }
  await setUpBucket(deps)
  t.equal(await claimBucket(deps), 'ours')
  const app = await buildApp(deps)
  t.teardown(() => app.close())
  await app.listen({ host: '127.0.0.1', port: Number(new URL(url).port) })
  const operator = await signedUp(app, 'operator@films.example', url)
  await deps.database.user.updateMany({ data: { role: 'admin' } })
  const worker = await startWorker(deps, { scratch: await scratch(t), preset: 'superfast' })
  t.teardown(() => worker.close())
  const before = (await all(deps.storage.list(''))).map(({ key }) => key)

  const made = await operator.post('/api/studio/videos', { title: 'A film' })
  const { id, slug } = made.json()
  t.equal(await upload(operator, id, await largeClip(t)), 2)
  const video = await untilVideo(opened, id, settled)
  t.match(video, { status: 'ready', failure: null })
  const change = { published: true, access: { free: true } }
  const shown = await operator.request('PATCH', `/api/studio/videos/${id}`, change)
  t.equal(shown.statusCode, 200, shown.body)

  const page = await (await openBrowser(t)).newPage()
  await page.goto(`${url}/watch/${slug}`)
  await play(page)
  await until('the end of the film', () => ended(page), { seconds: 90, everyMs: 100 })
  await page.close()

  t.equal((await operator.request('DELETE', `/api/studio/videos/${id}`)).statusCode, 204)
  const left = async () => (await all(deps.storage.list(''))).map(({ key }) => key)
  await until('an empty bucket', async () => (await left()).length === before.length, {
    seconds: 60,
  })
  t.same(await left(), before)
  t.same(await all(deps.storage.listMultiparts('')), [])
})

t.test(
  'nginx before it: two who watch are one fetch, and a stop ends both in one life',
  {
    skip: skip || noNginx,
  },
  async (t) => {
    const { endpoint } = await gateway()
    const keys = 'k'.repeat(32)
    const edge = await nginxEdge(t, { endpoint, bucket: 'matinee-test', keys })
    const { app, services, play, token, subscription } = await watching(
      t,
      { stored: true },
      {
        ...{ S3_ENDPOINT: endpoint, URL_TTL_SECONDS: '2' },
        ...{ DELIVERY: 'hmac', DELIVERY_URL: edge.url, DELIVERY_KEYS: keys },
      },
    )
    // nginx and radosgw go by the machine's time.
    services.clock.set(new Date())
    const other = (await play('another-device')).json() as { token: string }
    await begin(app, other.token)
    const urls = await Promise.all(
      [token, other.token].map(async (each) => {
        const batch = (await batchOf(app, each, '720p', 'from=0&count=1')).json<Batch>()
        return batch.urls[0] ?? ''
      }),
    )
    t.not(urls[0], urls[1], 'each has a URL of its own')
    const answers = await Promise.all(urls.map(async (url) => (await fetch(url)).text()))
    t.same(answers, ['720p 0.m4s', '720p 0.m4s'])
    t.equal(edge.fetches.length, 1, `of ${edge.fetches}`)

    await services.database.subscription.update({
      where: { id: subscription.id },
      data: { status: 'canceled' },
    })
    t.equal((await endOf(app, token)).statusCode, 402)
    t.equal((await endOf(app, other.token)).statusCode, 402)
    await until('the end of both URLs', async () => {
      const statuses = await Promise.all(urls.map(async (url) => (await fetch(url)).status))
      return statuses.every((status) => status === 403)
    })
  },
)
