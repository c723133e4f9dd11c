import type { Card } from '../../contract/catalog.ts'
import type { Front, FrontDraft, FrontRow } from '../../contract/front.ts'
import { Prisma } from '../clients/prisma/client.ts'
import { loadFactsOf } from '../entitlements/facts.ts'
import { arrangeFront, mostLookedAt, newestLookedAt, pageSize } from './arrange-front.ts'
import { writeCursor } from './cursor.ts'
import { isAnnounced, isListed, isOnShow } from './on-show.ts'
import { publishDue } from './publish-due.ts'
import { type CatalogDeps, isForThem, nobody, seenBy, toCard, type Visitor } from './videos.ts'
import { mostOnWatchlist } from './watchlist.ts'

const newestFirst = Prisma.sql`order by v."publishedAt" desc, v.id desc`
const listedFilms = (which: Prisma.Sql, most: number) => Prisma.sql`
  select v.id, row_number() over (${newestFirst}) as at from "Video" v
  where ${isListed} and ${which} ${newestFirst} limit ${most}`

/** The films of one row, in order. */
function filmsOf(row: FrontRow, userId: string): Prisma.Sql {
  const most = mostLookedAt
  switch (row.kind) {
    case 'continue':
      return Prisma.sql`
        select v.id, row_number() over (order by p."updatedAt" desc, v.id desc) as at
        from "WatchProgress" p join "Video" v on v.id = p."videoId"
        where p."userId" = ${userId}::uuid and ${isOnShow}
        order by p."updatedAt" desc, v.id desc limit ${most}`
    case 'watchlist':
      return Prisma.sql`
        select v.id, row_number() over (order by w."addedAt" desc, v.id desc) as at
        from "WatchlistEntry" w join "Video" v on v.id = w."videoId"
        where w."userId" = ${userId}::uuid and ${isOnShow}
        order by w."addedAt" desc, v.id desc limit ${mostOnWatchlist}`
    case 'free':
      return listedFilms(Prisma.sql`v.free`, most)
    case 'coming':
      return Prisma.sql`
        select v.id, row_number() over (order by v."publishAt", v.id) as at from "Video" v
        where ${isAnnounced} order by v."publishAt", v.id limit ${most}`
    case 'category':
      return listedFilms(
        Prisma.sql`jsonb_exists(coalesce(v.about->'categories', '[]'), ${row.category ?? ''}::text)`,
        most,
      )
    case 'collection':
      return Prisma.sql`
        select v.id, c.position as at from "CollectionVideo" c join "Video" v on v.id = c."videoId"
        where c."collectionId" = ${row.collectionId ?? nobody}::uuid and c.kind = 'film' and ${isListed}
        order by c.position limit ${most}`
    case 'films':
      return Prisma.sql`
        select v.id, o.at from unnest(${row.videoIds}::uuid[]) with ordinality as o(id, at)
        join "Video" v on v.id = o.id where ${isListed}`
    case 'new':
      return listedFilms(Prisma.sql`true`, newestLookedAt)
    case 'all':
      return listedFilms(Prisma.sql`true`, pageSize + 1)
  }
}

const bare = { title: '', hidden: false, category: null, collectionId: null, videoIds: [] }

/** What is looked at besides the rows themselves: what may lead, and whether there is more than free films. */
function besides({ hero }: FrontDraft, userId: string): Prisma.Sql[] {
  const videoIds = hero.kind === 'film' && hero.videoId !== null ? [hero.videoId] : []
  return [
    filmsOf(
      { ...bare, ...(hero.kind === 'usual' ? { kind: 'continue' } : { kind: 'films', videoIds }) },
      userId,
    ),
    filmsOf({ ...bare, kind: 'new' }, userId),
    listedFilms(Prisma.sql`not v.free`, 2),
  ]
}

/** The films of all rows by one statement. @returns in the order of `parts` */
async function findIds({ database }: CatalogDeps, parts: readonly Prisma.Sql[]) {
  const numbered = parts.map(
    (part, n) => Prisma.sql`select ${n}::int as part, f.* from (${part}) f`,
  )
  const found = await database.$queryRaw<{ part: number; id: string }[]>`
    select part, id::text from (${Prisma.join(numbered, ' union all ')}) films order by part, at`
  return parts.map((_, n) => found.filter(({ part }) => part === n).map(({ id }) => id))
}

/** The slugs of the collections that rows show. */
async function slugsOf({ database }: CatalogDeps, rows: readonly FrontRow[]) {
  const ids = rows.flatMap(({ collectionId }) => (collectionId === null ? [] : [collectionId]))
  if (ids.length === 0) return new Map<string, { slug: string; title: string }>()
  const found = await database.collection.findMany({ where: { id: { in: ids } } })
  return new Map(found.map(({ id, slug, title }) => [id, { slug, title }]))
}

/** The films of these ids as this viewer sees them, but for those that are gone or kept from them. */
async function findFilms(deps: CatalogDeps, visitor: Visitor, ids: string[]) {
  const [videos, facts] = await Promise.all([
    deps.database.video.findMany({ where: { id: { in: ids } }, include: seenBy(visitor) }),
    loadFactsOf(deps, visitor?.userId ?? null, ids),
  ])
  // One may have been deleted since it was found.
  const there = videos.filter(({ id }) => facts.has(id))
  const films = await Promise.all(
    there.map(async (video) => ({ video, card: await toCard(deps, video, facts.get(video.id)) })),
  )
  return new Map(films.filter(({ card }) => isForThem(card)).map((film) => [film.card.id, film]))
}

/**
 * The front page as it is arranged, for this viewer. As many statements however many rows there are.
 *
 * @throws ENTITLEMENTS_UNAVAILABLE
 */
export async function readFront(
  deps: CatalogDeps,
  visitor: Visitor,
  draft: FrontDraft,
): Promise<Front> {
  await publishDue(deps)
  const userId = visitor?.userId ?? nobody
  const rows = draft.rows.filter(({ hidden }) => !hidden)
  const parts = [...besides(draft, userId), ...rows.map((row) => filmsOf(row, userId))]
  const [[leading = [], newest = [], paidIds = [], ...lists], collections] = await Promise.all([
    findIds(deps, parts),
    slugsOf(deps, rows),
  ])
  const films = await findFilms(deps, visitor, [
    ...new Set([...leading, ...newest, ...lists.flat()]),
  ])
  const cardsOf = (ids: readonly string[] = []) => ids.flatMap((id) => films.get(id)?.card ?? [])
  const arranged = arrangeFront({
    ...{ leading: cardsOf(leading), newest: cardsOf(newest), paidIds },
    rows: rows.map(({ kind }, index) => ({ kind, videos: cardsOf(lists[index]) })),
  })
  const comingAt = (card: Card) => ({
    ...card,
    comingAt: films.get(card.id)?.video.publishAt?.toISOString() ?? null,
  })
  /** Where all films go on behind those that were found. */
  const cursorOf = (ids: readonly string[] = []): string | null => {
    const { id, publishedAt } = films.get(ids[pageSize - 1] ?? '')?.video ?? {}
    return ids.length > pageSize && id && publishedAt ? writeCursor({ id, publishedAt }) : null
  }
  return {
    hero: arranged.hero,
    rows: rows
      .map(({ kind, title, category, collectionId }, index) => {
        const collection = collections.get(collectionId ?? '')
        const videos = [...(arranged.lists[index] ?? [])]
        return {
          ...{ kind, category, title: title || (collection?.title ?? category ?? '') },
          collection: collection?.slug ?? null,
          videos: kind === 'coming' ? videos.map(comingAt) : videos,
          nextCursor: kind === 'all' ? cursorOf(lists[index]) : null,
        }
      })
      .filter(({ videos, nextCursor }) => videos.length > 0 || nextCursor !== null),
  }
}
