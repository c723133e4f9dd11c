import type { Clock } from '../clients/clock.ts'
import type { Database } from '../clients/database.ts'
import { type Film, prepareFilm, type StoredFilm } from './film.ts'

/** Encodes that this process has played lately. */
export interface Films {
  /** The encode if it is in memory. */
  atHand(encodeId: string): Film | undefined
  /** The encode; null when it is gone. */
  get(videoId: string, encodeId: string): Promise<Film | null>
  /** Starts to fetch what a playback of the video will need, unless it is at hand. */
  prefetch(videoId: string): void
  /** Renditions or captions have been added or changed. */
  forget(videoId: string): void
}

/** A three-hour film takes about half a megabyte. */
const filmsKept = 200
/** Renditions and captions may be added, and a notice of that may get lost. */
const keptMs = 5 * 60_000

interface Entry {
  film: Promise<Film | null>
  ready?: Film
  since: number
}

export function openFilms(database: Database, clock: Clock): Films {
  const byEncode = new Map<string, Entry>()
  /** The encode that was live when last heard of. */
  const live = new Map<string, string>()

  const isRecent = ({ since }: Entry) => clock.monotonic() - since < keptMs

  function get(videoId: string, encodeId: string): Promise<Film | null> {
    const known = byEncode.get(encodeId)
    if (known !== undefined && isRecent(known)) return known.film
    const film = loadFilm(database, videoId, encodeId)
    const entry: Entry = { film, since: clock.monotonic() }
    remember(encodeId, entry)
    film.then(
      (found) => {
        if (found === null) byEncode.delete(encodeId)
        else entry.ready = found
      },
      () => byEncode.delete(encodeId),
    )
    live.set(videoId, encodeId)
    return film
  }

  function remember(encodeId: string, entry: Entry): void {
    byEncode.delete(encodeId)
    byEncode.set(encodeId, entry)
    for (const oldest of byEncode.keys()) {
      if (byEncode.size <= filmsKept) break
      byEncode.delete(oldest)
    }
  }

  return {
    atHand(encodeId) {
      const entry = byEncode.get(encodeId)
      return entry !== undefined && isRecent(entry) ? entry.ready : undefined
    },
    get,
    prefetch(videoId) {
      const encodeId = live.get(videoId)
      if (encodeId !== undefined) get(videoId, encodeId).catch(() => undefined)
    },
    forget(videoId) {
      const encodeId = live.get(videoId)
      live.delete(videoId)
      if (encodeId !== undefined) byEncode.delete(encodeId)
    },
  }
}

/** Everything about one encode in one round trip. */
async function loadFilm(
  database: Database,
  videoId: string,
  encodeId: string,
): Promise<Film | null> {
  const [stored] = await database.$queryRaw<StoredFilm[]>`
    select v.id as "videoId", ${encodeId}::uuid as "encodeId", v.storyboard,
      (select coalesce(jsonb_agg(rendition), '[]') from (
        select name, kind, codecs, width, height, "frameRate", language, channels, bandwidth,
          "averageBandwidth", prefix, "segmentSeconds", "keyBytes"
        from "Rendition" where "videoId" = v.id and "encodeId" = ${encodeId}::uuid order by name
      ) rendition) as renditions,
      (select coalesce(jsonb_agg(caption), '[]') from (
        select language, label, key from "Caption" where "videoId" = v.id order by language
      ) caption) as captions
    from "Video" v where v.id = ${videoId}::uuid`
  return stored === undefined || stored.renditions.length === 0 ? null : prepareFilm(stored)
}
