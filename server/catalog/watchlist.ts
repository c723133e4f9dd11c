import type { Card } from '../../contract/catalog.ts'
import { say } from '../../contract/words/server.ts'
import { loadFactsOf } from '../entitlements/facts.ts'
import { MatineeError } from '../errors.ts'
import { onShow } from './on-show.ts'
import { type CatalogDeps, findRow, isForThem, seenBy, toCard, type Visitor } from './videos.ts'

type Viewer = NonNullable<Visitor>

/** Of one person. Whoever means to watch more has to watch some first. */
export const mostOnWatchlist = 200

/** What the viewer means to watch, what was added last first; what is not on show now is left out. */
export async function listWatchlist(
  deps: CatalogDeps,
  viewer: Viewer,
): Promise<{ videos: Card[] }> {
  const rows = await deps.database.watchlistEntry.findMany({
    where: { userId: viewer.userId, video: onShow },
    orderBy: [{ addedAt: 'desc' }, { videoId: 'desc' }],
    take: mostOnWatchlist,
    include: { video: { include: seenBy(viewer) } },
  })
  const ids = rows.map(({ videoId }) => videoId)
  const facts = await loadFactsOf(deps, viewer.userId, ids)
  const cards = rows.map(({ video }) => toCard(deps, video, facts.get(video.id)))
  return { videos: (await Promise.all(cards)).filter(isForThem) }
}

/**
 * Puts a film on the viewer's watchlist; one that is there stays where it is.
 *
 * @throws NOT_FOUND, CONFLICT when the list is full
 */
export async function addToWatchlist(
  deps: CatalogDeps,
  viewer: Viewer,
  videoId: string,
): Promise<void> {
  await findRow(deps, viewer, videoId)
  const { userId } = viewer
  const key = { userId, videoId }
  const known = await deps.database.watchlistEntry.count({ where: { userId } })
  const isThere = (await deps.database.watchlistEntry.count({ where: key })) > 0
  if (!isThere && known >= mostOnWatchlist) {
    const detail = say('watchlist.full', { most: mostOnWatchlist })
    throw new MatineeError('CONFLICT', { detail })
  }
  const rows = [{ ...key, addedAt: deps.clock.now() }]
  // Pressed twice at the same moment it is there once.
  await deps.database.watchlistEntry.createMany({ data: rows, skipDuplicates: true })
}
