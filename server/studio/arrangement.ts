import {
  type CollectionChange,
  mostFilms,
  type SeasonOfFilms,
  type StudioCollection,
} from '../../contract/collections.ts'
import { say } from '../../contract/words/server.ts'

/** Where the films of a collection stand. */
export type Arrangement = Pick<
  StudioCollection,
  'series' | 'videoIds' | 'seasons' | 'trailerIds' | 'extraIds'
>

type Change = Pick<CollectionChange, keyof Arrangement>

/** A film's place in a collection, as it is stored. */
export interface Place {
  videoId: string
  kind: string
  season: number | null
  episode: number | null
}

export const nothing: Arrangement = {
  ...{ series: false, videoIds: [], seasons: [] },
  ...{ trailerIds: [], extraIds: [] },
}

const episodesOf = (seasons: readonly SeasonOfFilms[]) =>
  seasons.flatMap(({ videoIds }) => videoIds)

/** @param places in their order */
export function readArrangement(
  series: boolean,
  seasons: readonly { number: number; title: string }[],
  places: readonly Place[],
): Arrangement {
  const idsOf = (some: readonly Place[]) => some.map(({ videoId }) => videoId)
  const ofKind = (kind: string) => places.filter((place) => place.kind === kind)
  return {
    series,
    videoIds: idsOf(ofKind('film')),
    seasons: seasons.map(({ number, title }) => ({
      ...{ number, title },
      videoIds: idsOf(places.filter(({ season }) => season === number)),
    })),
    trailerIds: idsOf(ofKind('trailer')),
    extraIds: idsOf(ofKind('extra')),
  }
}

/** In the order in which they are stored. */
export function placesOf({ series, videoIds, seasons, ...rest }: Arrangement): Place[] {
  const plain = { season: null, episode: null }
  const films = series
    ? seasons.flatMap(({ number, videoIds }) =>
        videoIds.map((videoId, index) => ({
          ...{ videoId, kind: 'film', season: number, episode: index + 1 },
        })),
      )
    : videoIds.map((videoId) => ({ videoId, kind: 'film', ...plain }))
  return [
    ...films,
    ...rest.trailerIds.map((videoId) => ({ videoId, kind: 'trailer', ...plain })),
    ...rest.extraIds.map((videoId) => ({ videoId, kind: 'extra', ...plain })),
  ]
}

/** What it will be. Of a collection that becomes a series, or ceases to be one, no film is lost. */
export function rearranged(before: Arrangement, change: Change): Arrangement {
  const { series = before.series } = change
  if (!series) {
    const all = [...before.videoIds, ...before.trailerIds, ...before.extraIds]
    return { ...nothing, videoIds: change.videoIds ?? all }
  }
  const { trailerIds = before.trailerIds, extraIds = before.extraIds } = change
  const elsewhere = new Set([...trailerIds, ...extraIds])
  const first = () => {
    const videoIds = (change.videoIds ?? before.videoIds).filter((id) => !elsewhere.has(id))
    return [{ number: 1, title: '', videoIds }]
  }
  const seasons = (change.seasons ?? (before.series ? before.seasons : first()))
    .map((season) => ({ ...season, title: season.title.trim() }))
    .toSorted((a, b) => a.number - b.number)
  return { series, seasons, trailerIds, extraIds, videoIds: episodesOf(seasons) }
}

interface Complaint {
  field: string
  message: string
}

const listsOf = (change: Change): [field: string, videoIds: readonly string[]][] => [
  ['videoIds', change.videoIds ?? []],
  ...(change.seasons ?? []).map(({ videoIds }, index): [string, string[]] => [
    `seasons.${index}.videoIds`,
    videoIds,
  ]),
  ['trailerIds', change.trailerIds ?? []],
  ['extraIds', change.extraIds ?? []],
]

/** The first of the films that the change names and `isWrong` complains of. */
export function findNamed(
  change: Change,
  isWrong: (videoId: string) => boolean,
): (Pick<Complaint, 'field'> & { videoId: string }) | undefined {
  for (const [list, videoIds] of listsOf(change)) {
    const at = videoIds.findIndex(isWrong)
    const videoId = videoIds[at]
    if (videoId !== undefined) return { field: `${list}.${at}`, videoId }
  }
  return undefined
}

/** What cannot be arranged so. */
export function complaintOf(before: Arrangement, change: Change): Complaint | undefined {
  const after = rearranged(before, change)
  if (!after.series) {
    for (const field of ['seasons', 'trailerIds', 'extraIds'] as const) {
      if ((change[field] ?? []).length > 0) return { field, message: say('collections.noSeries') }
    }
  } else if (change.videoIds !== undefined && (before.series || change.seasons !== undefined)) {
    return { field: 'videoIds', message: say('collections.seriesVideoIds') }
  }
  const numbers = after.seasons.map(({ number }) => number)
  const same = (change.seasons ?? []).findIndex(
    ({ number }) => numbers.indexOf(number) !== numbers.lastIndexOf(number),
  )
  if (same >= 0) {
    return { field: `seasons.${same}.number`, message: say('collections.seasonTwice') }
  }
  const all = placesOf(after).map(({ videoId }) => videoId)
  if (all.length > mostFilms) {
    return { field: 'videoIds', message: say('collections.tooMany', { most: mostFilms }) }
  }
  const seen = new Set<string>()
  const twice = (id: string) => {
    const known = seen.has(id)
    seen.add(id)
    return known
  }
  // Named twice in what is sent, or sent and there already.
  const counts = (id: string) => all.indexOf(id) !== all.lastIndexOf(id)
  const named = findNamed(change, twice) ?? findNamed(change, counts)
  return named && { field: named.field, message: say('collections.twice') }
}
