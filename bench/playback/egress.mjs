// What an edge before the bucket saves: fifty viewers of one film, each with URLs of their own session, by the
// nginx of docs/edge. What viewers were sent against what the bucket was asked for.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLocalS3 } from 'local-s3'
import { systemClock } from '../../dist/server/clients/clock.js'
import { openDelivery } from '../../dist/server/clients/delivery/open.js'
import { openPresigner } from '../../dist/server/clients/presigner.js'
import { nginxEdge } from '../../dist/test/fixtures/nginx-edge.js'
import { storageCredentials as credentials } from '../../dist/test/fixtures/s3.js'
import { isMain, round, table } from '../measure.mjs'

const key = 'k'.repeat(32)
const bucket = 'films'
const renditions = { '720p': 400_000, audio: 64_000 }

/** Each begins a little later than the one before, and the picture and the sound of each come in turn. */
async function watch(delivery, viewer, segments, count) {
  await new Promise((resolve) => setTimeout(resolve, viewer * 20))
  for (let segment = 0; segment < segments; segment++) {
    for (const rendition of Object.keys(renditions)) {
      const batch = await delivery.batch({ expiresInSeconds: 60, session: `viewer-${viewer}` })
      const url = batch.below(`videos/film/${rendition}/`)(`${segment}.m4s`)
      const answer = await fetch(url)
      const { byteLength } = await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(`the edge answered ${answer.status}`)
      count(answer.headers.get('x-cache'), byteLength)
    }
  }
}

export async function measureEgress({ viewers = 50, segments = 60 } = {}) {
  const directory = await mkdtemp(join(tmpdir(), 'matinee-bench-'))
  const closers = [() => rm(directory, { recursive: true, force: true })]
  const t = { teardown: (close) => closers.unshift(close), testdir: () => directory }
  try {
    const s3 = await startLocalS3({ directory, bucket, region: 'us-east-1', ...credentials })
    t.teardown(() => s3.close())
    const place = { region: 'us-east-1', bucket, endpoint: s3.endpoint, forcePathStyle: true }
    const presigner = openPresigner({ ...place, credentials, clock: systemClock })
    for (const [rendition, bytes] of Object.entries(renditions)) {
      for (let segment = 0; segment < segments; segment++) {
        const at = `videos/film/${rendition}/${segment}.m4s`
        const { url } = await presigner.put(at, { expiresInSeconds: 60 })
        const { status } = await fetch(url, { method: 'PUT', body: Buffer.alloc(bytes, segment) })
        if (status !== 200) throw new Error(`the bucket answered ${status}`)
      }
    }
    const edge = await nginxEdge(t, { endpoint: s3.endpoint, bucket, keys: key })
    const config = { DELIVERY: 'hmac', DELIVERY_URL: edge.url, DELIVERY_KEYS: key }
    const delivery = openDelivery({
      ...{ config, clock: systemClock, presigner, credentials: async () => credentials },
    })
    const sums = { all: 0, hits: 0, sent: 0, fetched: 0 }
    const count = (cache, bytes) => {
      sums.all++
      sums.sent += bytes
      if (cache === 'MISS') sums.fetched += bytes
      else sums.hits++
    }
    await Promise.all(
      Array.from({ length: viewers }, (_, viewer) => watch(delivery, viewer, segments, count)),
    )
    return table(
      ['viewers', 'segments', 'of them cached', 'MB to viewers', 'MB from the bucket', 'its GETs'],
      [
        [
          viewers,
          round(sums.all, 0),
          `${round((sums.hits / sums.all) * 100, 1)} %`,
          round(sums.sent / 1e6, 0),
          round(sums.fetched / 1e6, 0),
          round(edge.fetches.length, 0),
        ],
      ],
    )
  } finally {
    for (const close of closers) await close()
  }
}

if (isMain(import.meta)) {
  console.log(await measureEgress(process.argv.includes('--quick') ? { segments: 5 } : {}))
}
