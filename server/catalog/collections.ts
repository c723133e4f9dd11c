import type {
  Collection,
  CollectionQuery,
  Collections,
  CollectionsQuery,
} from '../../contract/collections.ts'
import { say } from '../../contract/words/server.ts'
import type { Database } from '../clients/database.ts'
import { loadFactsOf } from '../entitlements/facts.ts'
import { MatineeError } from '../errors.ts'
import { listed } from './on-show.ts'
import { publishDue } from './publish-due.ts'
import { type CatalogDeps, nobody, seenBy, toCard, type Visitor } from './videos.ts'

/** Those with at least one film on show, the newest first. */
export async function listCollections(
  deps: CatalogDeps,
  { cursor, limit }: CollectionsQuery,
): Promise<Collections> {
  await publishDue(deps)
  const found = await deps.database.collection.findMany({
    where: {
      videos: { some: { video: listed } },
      ...(cursor !== undefined && { id: { lt: cursor } }),
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const page = found.slice(0, limit)
  return {
    collections: page.map(({ slug, title, description, series }) => ({
      ...{ slug, title, description, series },
    })),
    nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
}

const seenIn = (visitor: Visitor) => ({
  ...seenBy(visitor),
  finishedRows: { where: { userId: visitor?.userId ?? nobody }, select: { videoId: true } },
})

/** Beside the episodes: trailers and extras, with the first page. */
const besides = (database: Database, collectionId: string, visitor: Visitor) =>
  database.collectionVideo.findMany({
    where: { collectionId, kind: { not: 'film' }, video: listed },
    orderBy: { position: 'asc' },
    include: { video: { include: seenBy(visitor) } },
  })

/**
 * One collection with a page of its films on show, and whether the visitor may watch them.
 *
 * @throws NOT_FOUND, ENTITLEMENTS_UNAVAILABLE
 */
export async function findCollection(
  deps: CatalogDeps,
  visitor: Visitor,
  slug: string,
  { cursor, limit }: CollectionQuery,
): Promise<Collection> {
  await publishDue(deps)
  const collection = await deps.database.collection.findUnique({
    where: { slug },
    include: {
      seasons: { where: { episodes: { some: { video: listed } } }, orderBy: { number: 'asc' } },
      videos: {
        where: {
          ...{ kind: 'film', video: listed },
          ...(cursor !== undefined && { position: { gt: cursor } }),
        },
        take: limit + 1,
        orderBy: { position: 'asc' },
        include: { video: { include: seenIn(visitor) } },
      },
    },
  })
  if (collection === null) {
    throw new MatineeError('NOT_FOUND', { detail: say('none.collection') })
  }
  const { id, title, description, series, seasons } = collection
  const page = collection.videos.slice(0, limit)
  const others = series && cursor === undefined ? await besides(deps.database, id, visitor) : []
  const ids = [...page, ...others].map(({ videoId }) => videoId)
  const facts = await loadFactsOf(deps, visitor?.userId ?? null, ids)
  const ofKind = (kind: string) =>
    Promise.all(
      others
        .filter((other) => other.kind === kind)
        .map(({ video }) => toCard(deps, video, facts.get(video.id))),
    )
  return {
    ...{ slug, title, description, series },
    seasons: seasons.map(({ number, title }) => ({ number, title })),
    videos: await Promise.all(
      page.map(async ({ video, season, episode }) => ({
        ...(await toCard(deps, video, facts.get(video.id))),
        ...{ season, episode, watched: video.finishedRows.length > 0 },
      })),
    ),
    trailers: await ofKind('trailer'),
    extras: await ofKind('extra'),
    nextCursor: collection.videos.length > limit ? (page.at(-1)?.position ?? null) : null,
  }
}

/** What a series is made of, as its page tells whoever does not look at it. */
export async function findSeries({ database }: Pick<CatalogDeps, 'database'>, slug: string) {
  return database.collection.findUnique({
    where: { slug },
    include: {
      seasons: { orderBy: { number: 'asc' } },
      videos: {
        where: { video: listed, kind: { in: ['film', 'trailer'] } },
        orderBy: { position: 'asc' },
        select: {
          season: true,
          episode: true,
          kind: true,
          video: { select: { slug: true, title: true } },
        },
      },
    },
  })
}
export type Series = NonNullable<Awaited<ReturnType<typeof findSeries>>>
