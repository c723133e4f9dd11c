import type { StudioVideos, StudioVideosQuery } from '../../contract/studio.ts'
import { addDays, startOf } from '../analytics/days.ts'
import { playsByVideo, toldDays } from '../analytics/told-days.ts'
import { anywhere, wordsIn } from '../catalog/search-words.ts'
import { Prisma } from '../clients/prisma/client.ts'
import type { StudioDeps } from '../services.ts'
import { readListCursor, writeListCursor } from './list-cursor.ts'
import { toStudioVideo, withAll } from './studio-video.ts'

type Filters = Pick<StudioVideosQuery, 'q' | 'state' | 'access' | 'collection'>

/** As studio-video's stateOf has it. */
const states: Readonly<Record<NonNullable<Filters['state']>, Prisma.Sql>> = {
  draft: Prisma.sql`v."archivedAt" is null and not v.published and v."publishAt" is null`,
  scheduled: Prisma.sql`v."archivedAt" is null and not v.published and v."publishAt" is not null`,
  published: Prisma.sql`v."archivedAt" is null and v.published and v.visibility = 'public'`,
  unlisted: Prisma.sql`v."archivedAt" is null and v.published and v.visibility = 'unlisted'`,
  archived: Prisma.sql`v."archivedAt" is not null`,
  failing: Prisma.sql`(v.status = 'failed' or v.failure is not null)`,
}

const inPlan = Prisma.sql`(exists (select 1 from "VideoPlan" p where p."videoId" = v.id)
  or exists (select 1 from "CollectionVideo" c join "CollectionPlan" p
    on p."collectionId" = c."collectionId" where c."videoId" = v.id))`
const onSale = Prisma.sql`(v."rentAmount" is not null or v."buyAmount" is not null
  or exists (select 1 from "BundleVideo" o join "Bundle" b on b.id = o."bundleId" and b.active
    where o."videoId" = v.id)
  or exists (select 1 from "CollectionVideo" o join "Bundle" b
    on b."collectionId" = o."collectionId" and b.active where o."videoId" = v.id))`

const accesses: Readonly<Record<NonNullable<Filters['access']>, Prisma.Sql>> = {
  free: Prisma.sql`v.free`,
  plan: inPlan,
  sale: onSale,
  nobody: Prisma.sql`not v.free and not ${inPlan} and not ${onSale}`,
}

interface Order {
  key: Prisma.Sql
  direction: Prisma.Sql
}

/** What films are put in order by; on a tie the newer comes first. */
const orders: Readonly<Record<NonNullable<StudioVideosQuery['sort']>, Order>> = {
  newest: { key: Prisma.sql`v.id`, direction: Prisma.sql`desc` },
  title: { key: Prisma.sql`search_fold(v.title)`, direction: Prisma.sql`asc` },
  changed: { key: Prisma.sql`v."changedAt"`, direction: Prisma.sql`desc` },
  longest: { key: Prisma.sql`coalesce(v."durationSeconds", -1)`, direction: Prisma.sql`desc` },
  played: { key: Prisma.sql`coalesce(played.plays, 0)`, direction: Prisma.sql`desc` },
  // What has no file comes last.
  shortest: { key: Prisma.sql`coalesce(v."durationSeconds", 1e9)`, direction: Prisma.sql`asc` },
}
const playedDays = 30

const types = { newest: 'uuid', title: 'text', changed: 'timestamptz' } as const
const typeOf = (sort: string) => Prisma.raw(types[sort as 'newest'] ?? 'float8')

/** Null where nothing can be found by what was typed. */
async function conditionOf(
  { database }: Pick<StudioDeps, 'database'>,
  { q = '', state, access, collection }: Filters,
): Promise<Prisma.Sql | null> {
  const conditions = [Prisma.sql`true`]
  if (q.trim() !== '') {
    const [row] = await database.$queryRaw<{ folded: string }[]>`select search_fold(${q}) as folded`
    const words = wordsIn(row?.folded ?? '')
    if (words.length === 0) return null
    for (const word of words) {
      conditions.push(Prisma.sql`v."foldedNames" like ${anywhere(word)}`)
    }
  }
  if (state !== undefined) conditions.push(states[state])
  if (access !== undefined) conditions.push(accesses[access])
  if (collection !== undefined) {
    conditions.push(Prisma.sql`exists (select 1 from "CollectionVideo" c
      where c."videoId" = v.id and c."collectionId" = ${collection}::uuid)`)
  }
  return Prisma.join(conditions, ' and ')
}

/** Films beside how often they were played of late. */
async function withPlays({ database, clock }: StudioDeps): Promise<Prisma.Sql> {
  const now = clock.now()
  const told = await toldDays(database, {
    from: addDays(now, -playedDays),
    to: addDays(startOf(now), 1),
  })
  return Prisma.sql`
    "Video" v left join ${playsByVideo(told)} played on played."videoId" = v.id`
}

/**
 * One page of the films that fit, drafts included.
 *
 * @throws BAD_REQUEST for a cursor that is not of this order
 */
export async function listVideos(
  deps: StudioDeps,
  { cursor, limit, sort = 'newest', ...filters }: StudioVideosQuery,
): Promise<StudioVideos> {
  const { database } = deps
  const condition = await conditionOf(deps, filters)
  if (condition === null) return { videos: [], total: 0, nextCursor: null }
  const { key, direction } = orders[sort]
  const videos = sort === 'played' ? await withPlays(deps) : Prisma.sql`"Video" v`
  const sign = Prisma.raw(direction.sql === 'asc' ? '>' : '<')
  const last = cursor === undefined ? null : readListCursor(cursor, sort)
  const after =
    last === null
      ? Prisma.sql`true`
      : Prisma.sql`(${key}, v.id) ${sign} (${last.key}::${typeOf(sort)}, ${last.id}::uuid)`
  const [page, [counted]] = await Promise.all([
    database.$queryRaw<{ id: string; key: string }[]>`
      select v.id, (${key})::text as key from ${videos} where ${condition} and ${after}
      order by ${key} ${direction}, v.id ${direction} limit ${limit + 1}`,
    database.$queryRaw<{ total: number }[]>`
      select count(*)::int as total from "Video" v where ${condition}`,
  ])
  const shown = page.slice(0, limit)
  const ids = shown.map(({ id }) => id)
  const rows = await database.video.findMany({ where: { id: { in: ids } }, ...withAll })
  rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
  const next = page.length > limit ? shown.at(-1) : undefined
  return {
    videos: await Promise.all(rows.map((video) => toStudioVideo(deps, video))),
    total: counted?.total ?? 0,
    nextCursor: next === undefined ? null : writeListCursor({ sort, ...next }),
  }
}
