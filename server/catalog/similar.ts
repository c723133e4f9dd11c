import type { Card } from '../../contract/catalog.ts'
import { Prisma } from '../clients/prisma/client.ts'
import { loadFactsOf } from '../entitlements/facts.ts'
import { aboutOf } from './about.ts'
import { isListed, listed } from './on-show.ts'
import { type CatalogDeps, findRow, seenBy, toCard, type Visitor } from './videos.ts'

const shown = 8

/** Films that share a collection, a category or a person with this one, those with most in common first. */
async function findLike(
  { database }: Pick<CatalogDeps, 'database'>,
  video: { id: string; about: unknown },
): Promise<string[]> {
  const { people, categories } = aboutOf(video)
  const shared = (name: string, values: string[]) => Prisma.sql`(
    select count(*) from jsonb_array_elements_text(coalesce(v.about->${name}::text, '[]'))
    where value = any(${values}))`
  const rows = await database.$queryRaw<{ id: string }[]>`
    with near as (
      select v.id, v."publishedAt",
        ${shared('people', people)} + ${shared('categories', categories)}
        + 2 * (select count(*) from "CollectionVideo" theirs join "CollectionVideo" ours
            on ours."collectionId" = theirs."collectionId" and ours."videoId" = ${video.id}::uuid
          where theirs."videoId" = v.id) as common
      from "Video" v
      where ${isListed} and v.id <> ${video.id}::uuid
    )
    select id from near where common > 0
    order by common desc, "publishedAt" desc, id desc limit ${shown}`
  return rows.map(({ id }) => id)
}

/**
 * What to go on with: films like this one, then the newest.
 *
 * @throws NOT_FOUND, ENTITLEMENTS_UNAVAILABLE
 */
export async function listSimilar(
  deps: CatalogDeps,
  visitor: Visitor,
  idOrSlug: string,
): Promise<{ videos: Card[] }> {
  const { database } = deps
  const video = await findRow(deps, visitor, idOrSlug)
  const like = await findLike(deps, video)
  const include = seenBy(visitor)
  const [near, newest] = await Promise.all([
    database.video.findMany({ where: { AND: [listed, { id: { in: like } }] }, include }),
    database.video.findMany({
      where: { AND: [listed, { id: { notIn: [video.id, ...like] } }] },
      orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
      take: shown - like.length,
      include,
    }),
  ])
  near.sort((a, b) => like.indexOf(a.id) - like.indexOf(b.id))
  const videos = [...near, ...newest]
  const ids = videos.map(({ id }) => id)
  const facts = await loadFactsOf(deps, visitor?.userId ?? null, ids)
  return { videos: await Promise.all(videos.map((one) => toCard(deps, one, facts.get(one.id)))) }
}
