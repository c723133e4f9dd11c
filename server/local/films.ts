import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { originalKey } from '../catalog/object-keys.ts'
import type { Services } from '../services.ts'
import { enqueueTranscode } from '../transcode/enqueue.ts'
import { makeFilm } from './films/make-film.ts'

/** A demo film as the catalogue has it. */
export interface DemoFilm {
  /** In the repertoire. */
  name: string
  slug: string
  title: string
  description: string
  seconds: number
  chapters: { startSeconds: number; title: string }[]
  free?: boolean
  /** For whoever has any plan. */
  members?: boolean
  rentAmount?: number
  buyAmount?: number
  teaserSeconds?: number
}

const chapters = (seconds: number, titles: string[]) =>
  titles.map((title, index) => ({ startSeconds: index * seconds, title }))

/** The shortest first: it is the first that plays. */
export const demoFilms: DemoFilm[] = [
  {
    name: 'weather',
    slug: 'a-minute-of-weather',
    title: 'A Minute of Weather',
    description:
      'One lake, six skies: from a clear morning through rain and thunder to the first stars. Free to watch.',
    seconds: 66,
    chapters: chapters(11, ['Clear', 'Cloud', 'Rain', 'Thunder', 'Snow', 'Stars']),
    free: true,
  },
  {
    name: 'journey',
    slug: 'the-long-way-round',
    title: 'The Long Way Round',
    description:
      'A seat by the window, from the plains at dawn over hills, coast, forest and pass to a city at night.',
    seconds: 144,
    chapters: chapters(24, [
      'The plain',
      'The hills',
      'The coast',
      'The forest',
      'The pass',
      'The city',
    ]),
    members: true,
  },
  {
    name: 'rooms',
    slug: 'three-rooms-of-light',
    title: 'Three Rooms of Light',
    description:
      'Patterns that nobody drew: silk that folds itself, cells that live and die, and a coast without end.',
    seconds: 72,
    chapters: chapters(24, ['Silk', 'Life', 'Depth']),
    rentAmount: 399,
    buyAmount: 999,
    teaserSeconds: 15,
  },
]

export interface SeedProgress {
  title: string
  stage: 'making' | 'encoding' | 'playable'
  /** 0..1 of the stage. */
  share: number
}

export interface SeedOptions {
  /** Where half-made films lie; removed as they are done. */
  scratch: string
  onProgress?: (progress: SeedProgress) => void
  signal?: AbortSignal
  films?: DemoFilm[]
  make?: typeof makeFilm
}

export interface Seeding {
  /** A free film and one for members can be watched: there is something to try for everybody. */
  playable: Promise<void>
  /** All films can be watched; sizes that take longer may still be under way. */
  done: Promise<void>
}

/**
 * Puts the demo films into the catalogue: made, uploaded and encoded as anyone's would be. What an
 * earlier start has done is not done again, wherever it ended. A worker must be running.
 */
export function seedFilms(services: Services, options: SeedOptions): Seeding {
  const films = options.films ?? demoFilms
  const steps: Promise<void>[] = []
  let before: Promise<void> = Promise.resolve()
  // One after another: the first should not wait for processors that make the third.
  for (const film of films) {
    before = before.then(() => seedFilm(services, film, options))
    steps.push(before)
  }
  const needed = [films.findIndex(({ free }) => free), films.findIndex(({ members }) => members)]
  const playable = steps[Math.max(...needed)] ?? before
  // Whoever awaits one of the two must not be surprised by the other.
  before.catch(() => undefined)
  playable.catch(() => undefined)
  return { playable, done: before }
}

async function seedFilm(services: Services, film: DemoFilm, options: SeedOptions): Promise<void> {
  const { database } = services
  const id = await describeFilm(services, film)
  const video = await database.video.findUniqueOrThrow({
    where: { id },
    include: { encodes: true },
  })
  if (video.sourceKey === null) await uploadOriginal(services, id, film, options)
  if (video.encodes.length === 0) await enqueueTranscode(services, id)
  await untilPlayable(services, id, film, options)
}

/** Written once: what the operator changes afterwards stays. New plans can watch members' films too. */
async function describeFilm({ database, clock }: Services, film: DemoFilm): Promise<string> {
  const { slug, title, description, chapters } = film
  const access = {
    free: film.free ?? false,
    rentAmount: film.rentAmount ?? null,
    buyAmount: film.buyAmount ?? null,
    teaserSeconds: film.teaserSeconds ?? null,
  }
  const { id } = await database.video.upsert({
    where: { slug },
    create: {
      ...{ slug, title, description, chapters, ...access },
      ...{ published: true, publishedAt: clock.now(), status: 'uploading' },
    },
    update: {},
  })
  if (film.members) {
    const plans = await database.plan.findMany({ select: { id: true } })
    await database.videoPlan.createMany({
      data: plans.map((plan) => ({ videoId: id, planId: plan.id })),
      skipDuplicates: true,
    })
  }
  return id
}

async function uploadOriginal(
  { database, storage, ffmpeg }: Services,
  videoId: string,
  { name, title, seconds }: DemoFilm,
  { scratch, onProgress, signal, make = makeFilm }: SeedOptions,
): Promise<void> {
  await mkdir(scratch, { recursive: true })
  const folder = await mkdtemp(join(scratch, 'film-'))
  try {
    onProgress?.({ title, stage: 'making', share: 0 })
    const path = await make(ffmpeg, name, folder, {
      ...(signal && { signal }),
      onProgress: (done) => onProgress?.({ title, stage: 'making', share: done / seconds }),
    })
    const sourceKey = originalKey(videoId, randomUUID())
    await storage.putFile(sourceKey, path, { contentType: 'video/mp4', signal })
    await database.video.update({ where: { id: videoId }, data: { sourceKey } })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function untilPlayable(
  { database }: Services,
  id: string,
  { title }: DemoFilm,
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
