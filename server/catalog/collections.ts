import type {
  Collection,
  CollectionQuery,
  Collections,
  CollectionsQuery,
} from '../../contract/collections.ts'
import { say } from '../../contract/words/server.ts'
import { loadFactsOf } from '../entitlements/facts.ts'
import { MatineeError } from '../errors.ts'
import { publishDue } from './publish-due.ts'
import { type CatalogDeps, listed, seenBy, toCard, type Visitor } from './videos.ts'

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
    collections: page.map(({ slug, title, description }) => ({ slug, title, description })),
    nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
}

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
      videos: {
        where: { video: listed, ...(cursor !== undefined && { position: { gt: cursor } }) },
        take: limit + 1,
        orderBy: { position: 'asc' },
        include: { video: { include: seenBy(visitor) } },
      },
    },
  })
  if (collection === null) {
    throw new MatineeError('NOT_FOUND', { detail: say('none.collection') })
  }
  const page = collection.videos.slice(0, limit)
  const videos = page.map(({ video }) => video)
  const ids = videos.map(({ id }) => id)
  const facts = await loadFactsOf(deps, visitor?.userId ?? null, ids)
  const { title, description } = collection
  return {
    ...{ slug, title, description },
    videos: await Promise.all(videos.map((video) => toCard(deps, video, facts.get(video.id)))),
    nextCursor: collection.videos.length > limit ? (page.at(-1)?.position ?? null) : null,
  }
}
