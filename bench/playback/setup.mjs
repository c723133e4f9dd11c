// A throwaway Postgres with films, viewers and sessions in it, and Matinee's own app over it.
import { createHmac, hash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../../dist/server/app.js'
import { openLog } from '../../dist/server/clients/log.js'
import { migrate } from '../../dist/server/clients/migrate.js'
import { readConfig } from '../../dist/server/config.js'
import { startPostgres } from '../../dist/server/local/postgres.js'
import { openServices } from '../../dist/server/services.js'

export const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFE' }
export const jwtSecret = 'a-secret-for-benchmarks-alone-and-long-enough'
const prismaDirectory = new URL('../../prisma', import.meta.url).pathname

export async function openSetup() {
  const directory = await mkdtemp(join(tmpdir(), 'matinee-bench-'))
  const postgres = await startPostgres(directory, ['max_connections=200'])
  const url = await postgres.database('bench')
  await migrate(url, prismaDirectory)
  const [pid] = (await readFile(join(directory, 'data', 'postmaster.pid'), 'utf8')).split('\n')
  return {
    url,
    /** Of Postgres' first process. */
    pid: Number(pid),
    close: async () => {
      await postgres.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

export function openMatinee(databaseUrl, settings = {}) {
  const config = readConfig({
    DATABASE_URL: databaseUrl,
    S3_REGION: 'eu-west-1',
    S3_BUCKET: 'films',
    STRIPE_SECRET_KEY: 'sk_test_bench',
    STRIPE_WEBHOOK_SECRETS: 'whsec_bench',
    JWT_SECRETS: jwtSecret,
    LOG_LEVEL: 'error',
    ...settings,
  })
  const log = openLog('error')
  return openServices(config, { log, storageCredentials: credentials })
}

/** @param extend adds routes before the app begins to listen */
export async function openApp(services, extend = () => undefined) {
  const app = await buildApp(services)
  extend(app)
  await app.listen({ host: '127.0.0.1', port: 0 })
  return { app, url: `http://127.0.0.1:${app.server.address().port}` }
}

/**
 * A film of so many segments on a plan. They last a hundredth of a second unless told otherwise, so
 * that the limit on how fast a film may be taken away never speaks.
 *
 * @param segmentSeconds lengths by rendition, for a film that is there and really plays
 */
export async function addVideo(
  database,
  segments,
  { seconds = 0.01, segmentSeconds, free = false } = {},
) {
  const encodeId = randomUUID()
  const video = await database.video.create({
    data: {
      slug: `film-${encodeId}`,
      title: 'A film',
      status: 'ready',
      published: true,
      publishedAt: new Date(),
      encodeId,
      encodes: { create: { id: encodeId, sourceKey: 'originals/film' } },
      free,
      durationSeconds: segments * seconds,
    },
  })
  const names = segmentSeconds
    ? Object.keys(segmentSeconds)
    : ['1080p', '720p', '480p', '360p', 'audio']
  await database.rendition.createMany({
    data: names.map((name, index) => ({
      videoId: video.id,
      encodeId,
      name,
      kind: name === 'audio' ? 'audio' : 'video',
      codecs: name === 'audio' ? 'mp4a.40.2' : 'avc1.4d401f',
      ...(name !== 'audio' && { width: 1280, height: 720, frameRate: 25 }),
      bandwidth: 5_000_000 >> index,
      averageBandwidth: 4_000_000 >> index,
      prefix: `videos/${video.id}/${encodeId}/${name}`,
      segmentSeconds: segmentSeconds?.[name] ?? Array(segments).fill(seconds),
      segmentBytes: Array(segments).fill(1_000_000),
      initBytes: 900,
    })),
  })
  await database.plan.upsert({
    where: { id: 'standard' },
    create: { id: 'standard', name: 'Standard', maxStreams: 4, stripeProductId: 'prod_standard' },
    update: {},
  })
  await database.videoPlan.create({ data: { videoId: video.id, planId: 'standard' } })
  return video
}

const atOnce = 5_000

/** Subscribers, each signed in once. */
export async function addViewers(database, count) {
  if (count > atOnce) {
    const first = await addViewers(database, atOnce)
    return [...first, ...(await addViewers(database, count - atOnce))]
  }
  const now = new Date()
  const later = new Date(now.getTime() + 30 * 86_400_000)
  const viewers = Array.from({ length: count }, () => ({
    userId: randomUUID(),
    familyId: randomUUID(),
  }))
  await database.user.createMany({
    data: viewers.map(({ userId }) => ({
      id: userId,
      email: `${userId}@bench.example`,
      passwordHash: 'none',
    })),
  })
  await database.refreshFamily.createMany({
    data: viewers.map(({ userId, familyId }) => ({ id: familyId, userId, expiresAt: later })),
  })
  await database.subscription.createMany({
    data: viewers.map(({ userId }) => ({
      id: `sub_${userId}`,
      userId,
      status: 'active',
      createdAt: now,
    })),
  })
  await database.subscriptionItem.createMany({
    data: viewers.map(({ userId }) => ({
      id: `si_${userId}`,
      subscriptionId: `sub_${userId}`,
      priceId: 'price_standard',
      productId: 'prod_standard',
      currentPeriodStart: now,
      currentPeriodEnd: later,
    })),
  })
  return viewers
}

/** One playback session for each viewer; answers their tokens. */
export async function addSessions(database, video, viewers) {
  if (viewers.length > atOnce) {
    const first = await addSessions(database, video, viewers.slice(0, atOnce))
    return [...first, ...(await addSessions(database, video, viewers.slice(atOnce)))]
  }
  const tokens = viewers.map(() => randomBytes(32).toString('base64url'))
  const now = new Date()
  await database.playbackSession.createMany({
    data: viewers.map(({ userId, familyId }, index) => ({
      tokenHash: hash('sha256', tokens[index], 'buffer'),
      userId,
      familyId,
      videoId: video.id,
      encodeId: video.encodeId,
      deviceId: `device-${index}`,
      startedAt: now,
      lastSeenAt: now,
    })),
  })
  return tokens
}

const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The cookie of a viewer's signed-in browser. */
export function signIn({ userId, familyId }) {
  const iat = Math.floor(Date.now() / 1000)
  const claims = { sub: userId, sid: familyId, typ: 'access', aud: 'matinee', iat, exp: iat + 900 }
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`
  const signature = createHmac('sha256', jwtSecret).update(text).digest('base64url')
  return `matinee_access=${text}.${signature}`
}
