import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Storyboard } from '../catalog/storyboard.ts'
import {
  captionPlaylist,
  captionRendition,
  defaultAudio,
  defaultVideo,
  masterPlaylist,
  mediaPlaylist,
  type PlaylistRendition,
} from './playlists.ts'
import { storyboardVtt } from './storyboard-vtt.ts'
import { durationOf, type Timeline, timelineOf } from './timeline.ts'

/** One encode of a film, as stored. */
export interface StoredFilm {
  videoId: string
  encodeId: string
  renditions: StoredRendition[]
  captions: StoredCaption[]
  storyboard: Storyboard | null
}

export interface StoredRendition extends PlaylistRendition {
  /** Key prefix without a slash at its end. */
  prefix: string
  segmentSeconds: number[]
}

export interface StoredCaption {
  language: string
  label: string
  key: string
}

/** A text that many viewers are sent, rendered and compressed once. */
export interface PreparedText {
  plain: Buffer
  gzipped: Buffer
  etag: string
}

export interface FilmRendition extends PlaylistRendition {
  /** Key prefix with its slash. */
  folder: string
  timeline: Timeline
  playlist(): Promise<PreparedText>
}

/** One encode of a film, ready to be played. */
export interface Film {
  videoId: string
  encodeId: string
  durationSeconds: number
  renditions: ReadonlyMap<string, FilmRendition>
  captions: readonly StoredCaption[]
  /** What play begins with: a video rendition and an audio track, where there are such. */
  beginsWith: readonly FilmRendition[]
  storyboard: Storyboard | null
  storyboardVtt(): Promise<PreparedText> | null
  master(): Promise<PreparedText>
  /** The playlist of `captions-<language>`, or null when there are none in that language. */
  captionPlaylist(rendition: string): Promise<PreparedText> | null
}

export function prepareFilm(stored: StoredFilm): Film {
  const renditions = stored.renditions.map(prepareRendition)
  const beginsWith = [defaultVideo(renditions), defaultAudio(renditions)].filter(
    (rendition) => rendition !== undefined,
  )
  const durationSeconds = Math.max(0, ...renditions.map(({ timeline }) => durationOf(timeline)))
  const { storyboard } = stored
  const tiles = once(async () =>
    prepareText(storyboard === null ? '' : storyboardVtt(storyboard, durationSeconds)),
  )
  const captions = once(() => prepareText(captionPlaylist(durationSeconds)))
  const captionNames = new Set(stored.captions.map(({ language }) => captionRendition(language)))
  return {
    videoId: stored.videoId,
    encodeId: stored.encodeId,
    durationSeconds,
    renditions: new Map(renditions.map((rendition) => [rendition.name, rendition])),
    captions: stored.captions,
    beginsWith,
    storyboard,
    storyboardVtt: () => (storyboard === null ? null : tiles()),
    master: once(() => prepareText(masterPlaylist(renditions, stored.captions))),
    captionPlaylist: (rendition) => (captionNames.has(rendition) ? captions() : null),
  }
}

function prepareRendition({ prefix, segmentSeconds, ...rendition }: StoredRendition) {
  return {
    ...rendition,
    folder: `${prefix}/`,
    timeline: timelineOf(segmentSeconds),
    playlist: once(() => prepareText(mediaPlaylist(segmentSeconds))),
  } satisfies FilmRendition
}

/** The first call's promise serves all. What is only computed cannot fail differently next time. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

const compress = promisify(gzip)

export async function prepareText(text: string): Promise<PreparedText> {
  const plain = Buffer.from(text)
  return {
    plain,
    gzipped: await compress(plain, { level: 9 }),
    etag: createHash('sha256').update(plain).digest('base64url').slice(0, 22),
  }
}
