import type { Card, Within } from '../../contract/catalog.ts'
import type { Database } from '../clients/database.ts'
import { Prisma } from '../clients/prisma/client.ts'
import { isListed } from './on-show.ts'

interface Beside {
  videoId: string
  season: number | null
  episode: number | null
}

/** Where a film stands in a collection, and what stands on show before and after it. */
export interface PlaceInCollection {
  slug: string
  title: string
  series: boolean
  kind: Within['kind']
  season: number | null
  seasonTitle: string | null
  episode: number | null
  previous: Beside | null
  next: Beside | null
}

const beside = (which: 'previous' | 'next') => Prisma.sql`(
  select jsonb_build_object('videoId', o."videoId", 'season', o.season, 'episode', o.episode)
  from "CollectionVideo" o join "Video" v on v.id = o."videoId"
  where here.kind = 'film' and o."collectionId" = here."collectionId" and o.kind = 'film' and ${isListed}
    and ${which === 'next' ? Prisma.sql`o.position > here.position` : Prisma.sql`o.position < here.position`}
  order by o.position ${which === 'next' ? Prisma.sql`asc` : Prisma.sql`desc`} limit 1)`

/**
 * The film's place in the collection of that address; where it is not in it, or none is named, in its
 * series, or else in the oldest collection that holds it.
 */
export async function placeOf(
  { database }: { database: Database },
  videoId: string,
  slug = '',
): Promise<PlaceInCollection | null> {
  const [place] = await database.$queryRaw<PlaceInCollection[]>`
    select c.slug, c.title, c.series, here.kind, here.season, here.episode,
      (select s.title from "CollectionSeason" s
        where s."collectionId" = c.id and s.number = here.season) as "seasonTitle",
      ${beside('previous')} as previous, ${beside('next')} as next
    from (
      select m.* from "CollectionVideo" m join "Collection" c on c.id = m."collectionId"
      where m."videoId" = ${videoId}::uuid
      order by c.slug = ${slug} desc, c.series desc, c.id limit 1
    ) here join "Collection" c on c.id = here."collectionId"`
  return place ?? null
}

/** @param cards of what stands before and after it */
export function toWithin(place: PlaceInCollection, cards: readonly Card[]): Within {
  const { slug, title, series, kind, season, episode } = place
  const neighbour = (beside: Beside | null) => {
    const card = cards.find(({ id }) => id === beside?.videoId)
    if (beside === null || card === undefined) return null
    return { ...card, season: beside.season, episode: beside.episode }
  }
  return {
    ...{ slug, title, series, kind, season, episode },
    previous: neighbour(place.previous),
    next: neighbour(place.next),
  }
}
