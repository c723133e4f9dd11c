import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { DemoFilm } from 'demo-films'
import { originalKey } from '../catalog/object-keys.ts'
import type { Services } from '../services.ts'
import { enqueueTranscode } from '../transcode/queue/enqueue.ts'
import { developmentOnly } from './development-only.ts'

/** A demo film as the catalogue has it. */
export interface DemoVideo extends Omit<DemoFilm, 'name'> {
  slug: string
  free?: boolean
  /** For whoever has any plan. */
  members?: boolean
  rentAmount?: number
  buyAmount?: number
  teaserSeconds?: number
}

/** The free one first: it is the first that plays. */
export async function demoVideos(): Promise<DemoVideo[]> {
  const { weather, journey, rooms } = await developmentOnly(
    () => import('demo-films'),
    'use matinee serve',
  )
  const toOwn = { rentAmount: 399, buyAmount: 999, teaserSeconds: 15 }
  return [
    { ...weather, slug: 'a-minute-of-weather', free: true },
    { ...journey, slug: 'the-long-way-round', members: true },
    { ...rooms, slug: 'three-rooms-of-light', ...toOwn },
  ]
}

export interface SeedProgress {
  title: string
  stage: 'encoding' | 'playable'
  /** 0..1 of the stage. */
  share: number
}

export interface SeedOptions {
  videos: DemoVideo[]
  onProgress?: (progress: SeedProgress) => void
  signal?: AbortSignal
}

export interface Seeding {
  /** A free video and one for members can be watched: there is something to try for everybody. */
  playable: Promise<void>
  /** All videos can be watched; sizes that take longer may still be under way. */
  done: Promise<void>
}

/**
 * Puts the demo films into the catalogue: uploaded and encoded as anyone's would be. What an earlier
 * start has done is not done again, wherever it ended. A worker must be running.
 */
export function seedVideos(services: Services, options: SeedOptions): Seeding {
  const { videos } = options
  const steps: Promise<void>[] = []
  let underWay: Promise<void> = Promise.resolve()
  let before: Promise<void> = Promise.resolve()
  for (const video of videos) {
    const queued = underWay.then(() => queueVideo(services, video, options.signal))
    underWay = queued.then((id) => untilUnderWay(services, id, options.signal))
    underWay.catch(() => undefined)
    before = before.then(() => queued).then((id) => untilPlayable(services, id, video, options))
    steps.push(before)
  }
  const needed = [videos.findIndex(({ free }) => free), videos.findIndex(({ members }) => members)]
  const playable = steps[Math.max(...needed)] ?? before
  // Whoever awaits one of the two must not be surprised by the other.
  before.catch(() => undefined)
  playable.catch(() => undefined)
  return { playable, done: before }
}

async function queueVideo(
  services: Services,
  demo: DemoVideo,
  signal: AbortSignal | undefined,
): Promise<string> {
  const { database, storage } = services
  const id = await describeVideo(services, demo)
  const video = await database.video.findUniqueOrThrow({
    where: { id },
    include: { encodes: true },
  })
  if (video.sourceKey === null) {
    const sourceKey = originalKey(id, randomUUID())
    await storage.putFile(sourceKey, demo.file, { contentType: 'video/mp4', signal })
    await database.video.update({ where: { id }, data: { sourceKey } })
  }
  if (video.encodes.length === 0) await enqueueTranscode(services, id)
  return id
}

/** Written once: what the operator changes afterwards stays. New plans can watch members' films too. */
async function describeVideo({ database, clock }: Services, demo: DemoVideo): Promise<string> {
  const { slug, title, description, chapters } = demo
  const access = {
    free: demo.free ?? false,
    rentAmount: demo.rentAmount ?? null,
    buyAmount: demo.buyAmount ?? null,
    teaserSeconds: demo.teaserSeconds ?? null,
  }
  const { id } = await database.video.upsert({
    where: { slug },
    create: {
      ...{ slug, title, description, chapters, ...access },
      ...{ published: true, publishedAt: clock.now(), status: 'uploading' },
    },
    update: {},
  })
  if (demo.members) {
    const plans = await database.plan.findMany({ select: { id: true } })
    await database.videoPlan.createMany({
      data: plans.map((plan) => ({ videoId: id, planId: plan.id })),
      skipDuplicates: true,
    })
  }
  return id
}

/** The share of an encode that is done soon after the size that is made first has been begun. */
const begunShare = 0.05

/**
 * Then the next film may be queued: nothing of it comes before what makes this one playable, and the larger
 * sizes of this one come after what makes the next one playable.
 */
async function untilUnderWay(
  { database }: Services,
  id: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (;;) {
    const { status, progress } = await database.video.findUniqueOrThrow({ where: { id } })
    if (['ready', 'failed'].includes(status) || progress >= begunShare) return
    await wait(250, undefined, { signal })
  }
}

async function untilPlayable(
  { database }: Services,
  id: string,
  { title }: DemoVideo,
  { onProgress, signal }: SeedOptions,
): Promise<void> {
  for (;;) {
    const { status, progress, failure } = await database.video.findUniqueOrThrow({ where: { id } })
    if (status === 'ready') break
    if (status === 'failed') throw new Error(`The demo film “${title}” failed: ${failure}`)
    onProgress?.({ title, stage: 'encoding', share: progress })
    await wait(250, undefined, { signal })
  }
  onProgress?.({ title, stage: 'playable', share: 1 })
}
