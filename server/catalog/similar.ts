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
  const told = { people, categories }
  const shares = (name: keyof typeof told) =>
    Prisma.sql`v.about->${name}::text ?| ${told[name]}::text[]`
  const counted = (name: keyof typeof told) => Prisma.sql`(
    select count(*) from jsonb_array_elements_text(coalesce(about->${name}::text, '[]'))
    where value = any(${told[name]}))`
  // What films have in common is counted only for those that have anything.
  const rows = await database.$queryRaw<{ id: string }[]>`
    with beside as (
      select theirs."videoId" as id, count(*) as count
      from "CollectionVideo" ours
      join "CollectionVideo" theirs on theirs."collectionId" = ours."collectionId"
      where ours."videoId" = ${video.id}::uuid group by 1
    ), near as (
      select v.id, v."publishedAt", v.about, coalesce(b.count, 0) as collections
      from "Video" v left join beside b on b.id = v.id
      where ${isListed} and v.id <> ${video.id}::uuid
        and (b.id is not null or ${shares('people')} or ${shares('categories')})
    )
    select id from near
    order by ${counted('people')} + ${counted('categories')} + 2 * collections desc,
      "publishedAt" desc, id desc
    limit ${shown}`
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
