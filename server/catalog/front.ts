import type { Card } from '../../contract/catalog.ts'
import type { Front, FrontDraft, FrontRow } from '../../contract/front.ts'
import { Prisma } from '../clients/prisma/client.ts'
import { loadFactsOf } from '../entitlements/facts.ts'
import { writeCursor } from './cursor.ts'
import { isAnnounced, isListed } from './on-show.ts'
import { publishDue } from './publish-due.ts'
import { type CatalogDeps, nobody, seenBy, toCard, type Visitor } from './videos.ts'

/** With no more films than these beside the hero, what is new is seen anyway among all. */
const handful = 8
const newestShown = 4
/** In one row, and one more where the hero is among them. */
const mostInRow = 12
const pageSize = 24

const newestFirst = Prisma.sql`order by v."publishedAt" desc, v.id desc`
const listedFilms = (which: Prisma.Sql, most: number) => Prisma.sql`
  select v.id, row_number() over (${newestFirst}) as at from "Video" v
  where ${isListed} and ${which} ${newestFirst} limit ${most}`

/** The films of one row, in order. */
function filmsOf(row: FrontRow, userId: string): Prisma.Sql {
  const most = mostInRow + 1
  switch (row.kind) {
    case 'continue':
      return Prisma.sql`
        select v.id, row_number() over (order by p."updatedAt" desc, v.id desc) as at
        from "WatchProgress" p join "Video" v on v.id = p."videoId"
        where p."userId" = ${userId}::uuid and ${isListed}
        order by p."updatedAt" desc, v.id desc limit ${most}`
    case 'watchlist':
      return Prisma.sql`
        select v.id, row_number() over (order by w."addedAt" desc, v.id desc) as at
        from "WatchlistEntry" w join "Video" v on v.id = w."videoId"
        where w."userId" = ${userId}::uuid and ${isListed}
        order by w."addedAt" desc, v.id desc limit ${most}`
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
      return listedFilms(Prisma.sql`true`, handful + 2)
    case 'all':
      return listedFilms(Prisma.sql`true`, pageSize + 1)
  }
}

const bare = { title: '', hidden: false, category: null, collectionId: null, videoIds: [] }

/** What is looked at besides the rows themselves: what may lead, and whether there is more than free films. */
const besides = ({ hero }: FrontDraft, userId: string): Prisma.Sql[] => [
  filmsOf({ ...bare, kind: 'new' }, userId),
  hero.kind === 'film'
    ? filmsOf({ ...bare, kind: 'films', videoIds: hero.videoId ? [hero.videoId] : [] }, userId)
    : filmsOf({ ...bare, kind: 'continue' }, userId),
  listedFilms(Prisma.sql`not v.free`, 2),
]

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
  const [[newest = [], leading = [], paid = [], ...lists], collections] = await Promise.all([
    findIds(deps, parts),
    slugsOf(deps, rows),
  ])
  const lead = draft.hero.kind === 'newest' ? undefined : leading[0]
  const heroId = lead ?? newest[0]
  // What leads the page is there once.
  const others = (ids: readonly string[]) => ids.filter((id) => id !== heroId)
  const hasAll = rows.some(({ kind }) => kind === 'all')
  const isNew = !hasAll || others(newest).length > handful
  const recent = isNew ? others(newest).slice(0, newestShown) : []
  const hasNew = recent.length > 0 && rows.some(({ kind }) => kind === 'new')
  const shown = rows.map(({ kind }, index) => {
    const ids = lists[index] ?? []
    if (kind === 'new') return recent
    if (kind === 'free' && others(paid).length === 0) return []
    if (kind === 'films') return others(ids)
    if (kind !== 'all') return others(ids).slice(0, mostInRow)
    const page = others(ids.slice(0, pageSize))
    return hasNew ? page.filter((id) => !recent.includes(id)) : page
  })

  const ids = [...new Set([...(heroId === undefined ? [] : [heroId]), ...shown.flat()])]
  const lastOfAll =
    lists[rows.findIndex(({ kind }) => kind === 'all')]?.slice(0, pageSize + 1) ?? []
  const cursorId = lastOfAll.length > pageSize ? lastOfAll[pageSize - 1] : undefined
  const [videos, facts] = await Promise.all([
    deps.database.video.findMany({
      where: { id: { in: cursorId === undefined ? ids : [...ids, cursorId] } },
      include: seenBy(visitor),
    }),
    loadFactsOf(deps, visitor?.userId ?? null, ids),
  ])
  const known = new Map(videos.map((video) => [video.id, video]))
  const cards = new Map(
    await Promise.all(
      ids.flatMap((id) => {
        const video = known.get(id)
        // Deleted since it was found.
        if (video === undefined || !facts.has(id)) return []
        return [toCard(deps, video, facts.get(id)).then((card) => [id, card] as const)]
      }),
    ),
  )
  const cardsOf = (some: readonly string[]) => some.flatMap((id) => cards.get(id) ?? [])
  const comingOf = (some: readonly Card[]) =>
    some.map((card) => ({
      ...card,
      comingAt: known.get(card.id)?.publishAt?.toISOString() ?? null,
    }))
  const last = cursorId === undefined ? undefined : known.get(cursorId)
  const nextCursor = last?.publishedAt
    ? writeCursor({ id: last.id, publishedAt: last.publishedAt })
    : null
  return {
    hero: cards.get(heroId ?? '') ?? null,
    rows: rows
      .map(({ kind, title, category, collectionId }, index) => {
        const collection = collections.get(collectionId ?? '')
        const videos = cardsOf(shown[index] ?? [])
        return {
          ...{ kind, category, title: title || (collection?.title ?? category ?? '') },
          collection: collection?.slug ?? null,
          videos: kind === 'coming' ? comingOf(videos) : videos,
          nextCursor: kind === 'all' ? nextCursor : null,
        }
      })
      .filter(({ videos, nextCursor }) => videos.length > 0 || nextCursor !== null),
  }
}
