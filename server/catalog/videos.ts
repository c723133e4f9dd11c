import type { Card, CatalogueQuery, VideoDetails } from '../../contract/catalog.ts'
import { may, type Role } from '../../contract/roles.ts'
import { say } from '../../contract/words/server.ts'
import type { Clock } from '../clients/clock.ts'
import type { Database } from '../clients/database.ts'
import type { Delivery } from '../clients/delivery/types.ts'
import { escapeLike, wordsOf } from '../clients/like.ts'
import type { Prisma, Video } from '../clients/prisma/client.ts'
import type { Config } from '../config.ts'
import { decideAccess } from '../entitlements/decide.ts'
import { loadFactsOf } from '../entitlements/facts.ts'
import type { AccessFacts } from '../entitlements/types.ts'
import { MatineeError } from '../errors.ts'
import { aboutOf } from './about.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { announced, listed, onShow } from './on-show.ts'
import { type PlaceInCollection, placeOf, toWithin } from './place-in-collection.ts'
import { posterSizes, posterUrl } from './poster-url.ts'
import { findInTime, publishDue } from './publish-due.ts'
import { soundLanguages, tracks } from './tracks.ts'
import { named } from './video-id.ts'

export interface CatalogDeps {
  config: Config
  clock: Clock
  database: Database
  delivery: Delivery
}

/** Who looks at the catalogue; null for a stranger. */
export type Visitor = { userId: string; role: Role } | null

const continueWatchingShown = 12

/** "Each sitemap … must have no more than 50,000 URLs" (sitemaps.org), with some room for pages. */
export const sitemapLimit = 49_900

function after(cursor: string | undefined): Prisma.VideoWhereInput {
  if (cursor === undefined) return {}
  const { publishedAt, id } = readCursor(cursor)
  // The bound alone is what an index is entered by.
  return {
    publishedAt: { lte: publishedAt },
    OR: [{ publishedAt: { lt: publishedAt } }, { id: { lt: id } }],
  }
}

/** Every word must stand somewhere in title or description. */
function matching(q: string | undefined): Prisma.VideoWhereInput {
  return {
    AND: wordsOf(q).map((word) => {
      const somewhere = { contains: escapeLike(word), mode: 'insensitive' as const }
      return { OR: [{ title: somewhere }, { description: somewhere }] }
    }),
  }
}

/** Where the visitor stopped, of a row that was read with their progress. */
type VideoSeen = Video & { progressRows: { positionSeconds: number }[] }

export const nobody = '00000000-0000-0000-0000-000000000000'

export const seenBy = (visitor: Visitor) => ({
  progressRows: {
    where: { userId: visitor?.userId ?? nobody },
    select: { positionSeconds: true },
  },
})

/** @throws ENTITLEMENTS_UNAVAILABLE */
export async function toCard(
  deps: CatalogDeps,
  video: VideoSeen,
  facts: AccessFacts | undefined,
): Promise<Card> {
  if (facts === undefined) throw new MatineeError('ENTITLEMENTS_UNAVAILABLE')
  const { allowed, because, until, offers } = decideAccess(facts, deps.clock.now())
  return {
    id: video.id,
    slug: video.slug,
    title: video.title,
    durationSeconds: video.durationSeconds,
    posterUrl: await posterUrl(deps, video.posterKey),
    posterSizes: await posterSizes(deps, video),
    resumeSeconds: video.progressRows[0]?.positionSeconds ?? null,
    access: { allowed, because, until: until?.toISOString() ?? null, offers },
  }
}

/**
 * One page of the films on show, the newest first.
 *
 * @throws BAD_REQUEST for a cursor that is not ours, ENTITLEMENTS_UNAVAILABLE
 */
export async function listVideos(
  deps: CatalogDeps,
  visitor: Visitor,
  { cursor, limit, q }: CatalogueQuery,
): Promise<{ videos: Card[]; nextCursor: string | null }> {
  await publishDue(deps)
  const found = await deps.database.video.findMany({
    where: { AND: [listed, after(cursor), matching(q)] },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    include: seenBy(visitor),
  })
  const page = found.slice(0, limit)
  const facts = await loadFactsOf(
    deps,
    visitor?.userId ?? null,
    page.map(({ id }) => id),
  )
  const last = found.length > limit ? page.at(-1) : undefined
  return {
    videos: await Promise.all(page.map((video) => toCard(deps, video, facts.get(video.id)))),
    nextCursor: last?.publishedAt
      ? writeCursor({ id: last.id, publishedAt: last.publishedAt })
      : null,
  }
}

/**
 * What the viewer has begun and not finished, what was watched last first: not all of it, since
 * nobody looks for a film of last year there.
 *
 * @throws ENTITLEMENTS_UNAVAILABLE
 */
export async function listContinueWatching(
  deps: CatalogDeps,
  { userId }: { userId: string },
): Promise<{ videos: Card[] }> {
  const rows = await deps.database.watchProgress.findMany({
    where: { userId, video: onShow },
    orderBy: [{ updatedAt: 'desc' }, { videoId: 'desc' }],
    take: continueWatchingShown,
    include: { video: true },
  })
  const ids = rows.map(({ videoId }) => videoId)
  const facts = await loadFactsOf(deps, userId, ids)
  const cards = rows.map(({ video, positionSeconds }) =>
    toCard(deps, { ...video, progressRows: [{ positionSeconds }] }, facts.get(video.id)),
  )
  return { videos: (await Promise.all(cards)).filter(isForThem) }
}

/** One that was archived is in the lists of those who have it. */
export const isForThem = ({ access }: Card): boolean => access.because !== 'archived'

/** Who may see the page of a film: operators, and who has a link to it, also before it is published. */
function visibleTo(visitor: Visitor, idOrSlug: string, now: Date): Prisma.VideoWhereInput {
  if (visitor && may(visitor.role, 'films')) return named(idOrSlug)
  const opened = visitor && {
    ...{ revokedAt: null, expiresAt: { gt: now } },
    passes: { some: { userId: visitor.userId } },
  }
  const ways = [onShow, announced, ...(opened ? [{ previewLinks: { some: opened } }] : [])]
  return { AND: [named(idOrSlug), { OR: ways }] }
}

const noSuchVideo = () => new MatineeError('NOT_FOUND', { detail: say('none.film') })

/** @throws NOT_FOUND */
export function findRow(
  deps: Pick<CatalogDeps, 'database' | 'clock'>,
  visitor: Visitor,
  idOrSlug: string,
): Promise<Video> {
  return findInTime(deps, async () => {
    const video = await deps.database.video.findFirst({
      where: visibleTo(visitor, idOrSlug, deps.clock.now()),
    })
    if (video === null) throw noSuchVideo()
    return video
  })
}

const findBeside = (
  { database }: CatalogDeps,
  visitor: Visitor,
  place: PlaceInCollection | null,
): Promise<VideoSeen[]> | [] => {
  const ids = [place?.previous, place?.next].flatMap((beside) => (beside ? [beside.videoId] : []))
  if (ids.length === 0) return []
  return database.video.findMany({ where: { id: { in: ids } }, include: seenBy(visitor) })
}

/**
 * One film, and whether the visitor may watch it.
 *
 * @param collection the slug of the one that it is watched in
 * @throws NOT_FOUND, ENTITLEMENTS_UNAVAILABLE
 */
export async function findVideo(
  deps: CatalogDeps,
  visitor: Visitor,
  idOrSlug: string,
  collection?: string,
): Promise<VideoDetails> {
  const video = await findInTime(deps, async () => {
    const where = visibleTo(visitor, idOrSlug, deps.clock.now())
    const include = { ...seenBy(visitor), ...tracks }
    const found = await deps.database.video.findFirst({ where, include })
    if (found === null) throw noSuchVideo()
    return found
  })
  const place = await placeOf(deps, video.id, collection)
  const beside = await findBeside(deps, visitor, place)
  const ids = [video, ...beside].map(({ id }) => id)
  const facts = await loadFactsOf(deps, visitor?.userId ?? null, ids)
  const cards = await Promise.all(beside.map((one) => toCard(deps, one, facts.get(one.id))))
  return {
    ...(await toCard(deps, video, facts.get(video.id))),
    within: place && toWithin(place, cards),
    description: video.description,
    teaserSeconds: facts.get(video.id)?.video.teaserSeconds ?? null,
    comingAt: comingAt(video),
    chapters: video.chapters as VideoDetails['chapters'],
    about: aboutOf(video),
    captionLanguages: video.captions.map(({ language }) => language),
    soundLanguages: soundLanguages(video.liveEncode?.renditions ?? []),
  }
}

const comingAt = ({ published, publishAt }: Video): string | null =>
  published ? null : (publishAt?.toISOString() ?? null)

/** All films in lists, the newest first, as others' indexes tell of them; as many as a sitemap holds. */
export async function listPublished(
  deps: Pick<CatalogDeps, 'database' | 'clock'>,
  most = sitemapLimit,
) {
  await publishDue(deps)
  return deps.database.video.findMany({
    where: listed,
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take: most,
    select: {
      ...{ id: true, slug: true, publishedAt: true, title: true, description: true },
      ...{ posterKey: true, durationSeconds: true, free: true },
    },
  })
}
