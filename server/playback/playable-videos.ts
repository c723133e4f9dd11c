import type { Clock } from '../clients/clock.ts'
import type { Database } from '../clients/database.ts'
import { type PlayableVideo, prepareVideo, type StoredVideo } from './playable-video.ts'

/** Encodes that this process has played lately. */
export interface PlayableVideos {
  /** The encode if it is in memory. */
  atHand(encodeId: string): PlayableVideo | undefined
  /** The encode; null when it is gone. */
  get(videoId: string, encodeId: string): Promise<PlayableVideo | null>
  /** Starts to fetch what a playback of the video will need, unless it is at hand. */
  prefetch(videoId: string): void
  /** Renditions or captions have been added or changed. */
  forget(videoId: string): void
}

/** A three-hour film takes about half a megabyte. */
const videosKept = 200
/** Renditions and captions may be added, and a notice of that may get lost. */
const keptMs = 5 * 60_000

interface Entry {
  videoId: string
  video: Promise<PlayableVideo | null>
  ready?: PlayableVideo
  since: number
}

export function openVideos(database: Database, clock: Clock): PlayableVideos {
  const byEncode = new Map<string, Entry>()
  /** The encode that was live when last heard of. */
  const live = new Map<string, string>()

  const isRecent = ({ since }: Entry) => clock.monotonic() - since < keptMs

  function get(videoId: string, encodeId: string): Promise<PlayableVideo | null> {
    const known = byEncode.get(encodeId)
    if (known !== undefined && isRecent(known)) return known.video
    const video = loadVideo(database, videoId, encodeId)
    const entry: Entry = { videoId, video, since: clock.monotonic() }
    remember(encodeId, entry)
    video.then(
      (found) => {
        if (found === null) byEncode.delete(encodeId)
        else entry.ready = found
      },
      () => byEncode.delete(encodeId),
    )
    live.set(videoId, encodeId)
    return video
  }

  function remember(encodeId: string, entry: Entry): void {
    byEncode.delete(encodeId)
    byEncode.set(encodeId, entry)
    for (const oldest of byEncode.keys()) {
      if (byEncode.size <= videosKept) break
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
      live.delete(videoId)
      // One that was replaced may be watched to its end.
      for (const [encodeId, entry] of byEncode) {
        if (entry.videoId === videoId) byEncode.delete(encodeId)
      }
    },
  }
}

/** Everything about one encode in one round trip. */
async function loadVideo(
  database: Database,
  videoId: string,
  encodeId: string,
): Promise<PlayableVideo | null> {
  const [stored] = await database.$queryRaw<StoredVideo[]>`
    select v.id as "videoId", ${encodeId}::uuid as "encodeId",
      -- The pictures of the encode that plays now are not those of one before it.
      case when v."encodeId" = ${encodeId}::uuid then v.storyboard end as storyboard,
      (select coalesce(jsonb_agg(rendition), '[]') from (
        select name, kind, codecs, width, height, "frameRate", language, channels, bandwidth,
          "averageBandwidth", prefix, "segmentSeconds", "segmentBytes", label,
          "keyOffsets", "keyBytes", "keySeconds"
        from "Rendition" where "videoId" = v.id and "encodeId" = ${encodeId}::uuid order by name
      ) rendition) as renditions,
      (select coalesce(jsonb_agg(caption), '[]') from (
        select language, label, key from "Caption" where "videoId" = v.id order by language
      ) caption) as captions
    from "Video" v where v.id = ${videoId}::uuid`
  return stored === undefined || stored.renditions.length === 0 ? null : prepareVideo(stored)
}
