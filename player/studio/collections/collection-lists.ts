import type { CollectionChange, StudioCollection } from '../../../contract/collections.ts'

/** Films in order: all of a collection, or of a series a season, the trailers, or the extras. */
export interface FilmList {
  /** films | trailers | extras | season 1 … */
  key: string
  videoIds: string[]
}

export const seasonKey = (number: number): string => `season ${number}`

export function listsOf(collection: StudioCollection): FilmList[] {
  const { series, videoIds, seasons, trailerIds, extraIds } = collection
  if (!series) return [{ key: 'films', videoIds }]
  return [
    ...seasons.map(({ number, videoIds }) => ({ key: seasonKey(number), videoIds })),
    { key: 'trailers', videoIds: trailerIds },
    { key: 'extras', videoIds: extraIds },
  ]
}

const without = (lists: readonly FilmList[], videoId: string): FilmList[] =>
  lists.map(({ key, videoIds }) => ({ key, videoIds: videoIds.filter((id) => id !== videoId) }))

/** @param at counted without the film itself; behind the last where there are fewer */
export const placed = (
  lists: readonly FilmList[],
  videoId: string,
  list: string,
  at: number,
): FilmList[] =>
  without(lists, videoId).map(({ key, videoIds }) =>
    key === list ? { key, videoIds: videoIds.toSpliced(at, 0, videoId) } : { key, videoIds },
  )

/** What to send, so that the collection's films stand like that. */
export function changeOf(
  { series, seasons }: StudioCollection,
  lists: readonly FilmList[],
): CollectionChange {
  const idsOf = (key: string) => lists.find((list) => list.key === key)?.videoIds ?? []
  if (!series) return { videoIds: idsOf('films') }
  return {
    seasons: seasons.map(({ number, title }) => ({
      ...{ number, title },
      videoIds: idsOf(seasonKey(number)),
    })),
    trailerIds: idsOf('trailers'),
    extraIds: idsOf('extras'),
  }
}

/** A change that can be made to the collection as it is now, whoever has changed it meanwhile. */
export type Intent = (collection: StudioCollection) => CollectionChange

export const place =
  (videoId: string, list: string, at: number): Intent =>
  (collection) =>
    changeOf(collection, placed(listsOf(collection), videoId, list, at))

export const takeOut =
  (videoId: string): Intent =>
  (collection) =>
    changeOf(collection, without(listsOf(collection), videoId))

/** Whether nobody has moved anything between the two. */
export const standAlike = (one: StudioCollection, other: StudioCollection): boolean =>
  one.series === other.series &&
  JSON.stringify([one.seasons, listsOf(one)]) === JSON.stringify([other.seasons, listsOf(other)])
