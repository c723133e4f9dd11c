import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import type { Test } from 'tap'
import type { Clock } from '../../server/clients/clock.ts'
import { type Database, openDatabase } from '../../server/clients/database.ts'
import { openPresigner } from '../../server/clients/presigner.ts'
import type { Prisma } from '../../server/clients/prisma/client.ts'
import { openPlayback } from '../../server/playback/playback.ts'
import type { Services } from '../../server/services.ts'
import { config, database as freshDatabase, testClock } from '../helper.ts'
import { addVideo } from '../rows.ts'

/** What a film on the stage is made of: ten segments of four seconds unless told otherwise. */
export interface StagedVideo {
  video?: Partial<Prisma.VideoUncheckedCreateInput>
  segments?: number
  /** Whether the segments' bytes are in the bucket too. */
  stored?: boolean
}

const rungs = [
  {
    name: '1080p',
    kind: 'video',
    codecs: 'avc1.640028',
    width: 1920,
    height: 1080,
    rate: 5_000_000,
  },
  { name: '720p', kind: 'video', codecs: 'avc1.64001f', width: 1280, height: 720, rate: 2_400_000 },
  { name: '360p', kind: 'video', codecs: 'avc1.64001e', width: 640, height: 360, rate: 600_000 },
  { name: 'audio', kind: 'audio', codecs: 'mp4a.40.2', width: null, height: null, rate: 128_000 },
]

/** A film that plays: on show, with its renditions. */
export async function stageVideo(
  services: Pick<Services, 'database' | 'clock'> & Partial<Pick<Services, 'storage'>>,
  { video = {}, segments = 10, stored = false }: StagedVideo = {},
) {
  const { database, storage } = services
  const encodeId = randomUUID()
  const durationSeconds = segments * 4
  const added = await addVideo(services, { encodeId, durationSeconds, ...video })
  const prefixOf = (name: string) => `videos/${added.id}/${encodeId}/${name}`
  await database.rendition.createMany({
    data: rungs.map(({ name, kind, codecs, width, height, rate }) => ({
      videoId: added.id,
      encodeId,
      name,
      kind,
      codecs,
      width,
      height,
      frameRate: kind === 'video' ? 25 : null,
      language: kind === 'audio' ? 'en' : null,
      channels: kind === 'audio' ? 2 : null,
      bandwidth: Math.round(rate * 1.2),
      averageBandwidth: rate,
      prefix: prefixOf(name),
      segmentSeconds: Array.from({ length: segments }, () => 4),
      segmentBytes: Array.from({ length: segments }, () => Math.round(rate / 2)),
      initBytes: 800,
    })),
  })
  if (stored && storage !== undefined) {
    for (const { name } of rungs) {
      const names = ['init.mp4', ...Array.from({ length: segments }, (_, index) => `${index}.m4s`)]
      for (const file of names) {
        const key = `${prefixOf(name)}/${file}`
        await storage.putBytes(key, `${name} ${file}`, { contentType: 'video/mp4' })
      }
    }
  }
  return { ...added, encodeId, prefixOf }
}

/** A Postgres channel that the test speaks on itself. */
export function fakeNotifications(clock: Clock) {
  const listeners: ((payload: string) => void)[] = []
  const line = { since: clock.monotonic() as number | null }
  return {
    line,
    say: (payload: string) => {
      for (const listener of listeners) listener(payload)
    },
    listen: (_channel: string, listener: (payload: string) => void) => {
      listeners.push(listener)
    },
    listeningSince: () => line.since,
    close: async () => undefined,
  }
}

/** What playback is made of, over a database and a clock of the test's own, and nothing else. */
export async function stagePlayback(t: Test, settings: Record<string, string> = {}) {
  const clock = testClock()
  const opened = openDatabase({ url: await freshDatabase(t) })
  t.teardown(() => opened.$disconnect())
  const calls: string[] = []
  const database = opened.$extends({
    query: {
      $allOperations({ model, operation, args, query }) {
        calls.push(model === undefined ? operation : `${model}.${operation}`)
        return query(args)
      },
    },
  }) as unknown as Database
  const notifications = fakeNotifications(clock)
  const deps = openPlayback({
    config: config(settings),
    clock,
    log: pino({ level: 'silent' }),
    database,
    notifications,
    presigner: openPresigner({
      region: 'us-east-1',
      bucket: 'films',
      credentials: { accessKeyId: 'AKIA', secretAccessKey: 'secret' },
      clock,
    }),
  })
  t.teardown(() => deps.sessions.close())
  return { ...deps, clock, notifications, calls }
}

/** A plan that the film belongs to, and a subscription to it for whoever is named. */
export async function addPlan(
  { database }: Pick<Services, 'database'>,
  videoIds: readonly string[],
  { id = 'standard', maxStreams = 2, rank = 1 } = {},
) {
  await database.plan.create({
    data: { id, name: id, maxStreams, rank, stripeProductId: `prod_${id}` },
  })
  await database.price.create({
    data: { id: `price_${id}`, planId: id, interval: 'month', amount: 900, currency: 'usd' },
  })
  for (const videoId of videoIds) await database.videoPlan.create({ data: { videoId, planId: id } })
}

export async function subscribe(
  { database, clock }: Pick<Services, 'database' | 'clock'>,
  userId: string,
  { planId = 'standard', status = 'active', days = 30 } = {},
) {
  const now = clock.now()
  const end = new Date(now.getTime() + days * 86_400_000)
  return database.subscription.create({
    data: {
      id: `sub_${randomUUID()}`,
      userId,
      status,
      createdAt: now,
      items: {
        create: {
          id: `si_${randomUUID()}`,
          priceId: `price_${planId}`,
          productId: `prod_${planId}`,
          currentPeriodStart: now,
          currentPeriodEnd: end,
        },
      },
    },
  })
}
