import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Storyboard } from '../catalog/storyboard.ts'
import { masterPlaylist, untilPreviewEnds } from './master-playlist.ts'
import {
  captionPlaylist,
  type KeyFrame,
  keyFramePlaylist,
  mediaPlaylist,
} from './media-playlist.ts'
import { captionRendition, defaultVideo, type PlaylistRendition } from './playlist-renditions.ts'
import { storyboardVtt } from './storyboard-vtt.ts'
import { durationOf, segmentsBefore, type Timeline, timelineOf } from './timeline.ts'

/** One encode of a film, as stored. */
export interface StoredVideo {
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
  /** Bytes of each segment. */
  segmentBytes: number[]
  /** Key frames, one after another; empty for sound. Without offsets: the first of each segment. */
  keyOffsets?: number[]
  keyBytes: number[]
  keySeconds?: number[]
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

export interface PlayableRendition extends PlaylistRendition {
  /** Key prefix with its slash. */
  folder: string
  timeline: Timeline
  /** Bytes of each segment. */
  segmentBytes: number[]
  playlist(): Promise<PreparedText>
  /** As if the film ended with the segment in which the bound lies. */
  playlistUntil(boundSeconds: number): Promise<PreparedText>
  /** The playlist of its key frames alone, or null when there is none. */
  keyPlaylist(): Promise<PreparedText> | null
}

/** One encode of a film, ready to be played. */
export interface PlayableVideo {
  videoId: string
  encodeId: string
  durationSeconds: number
  renditions: ReadonlyMap<string, PlayableRendition>
  captions: readonly StoredCaption[]
  /** Another one whenever captions or preview pictures change. */
  extras: string
  storyboard: Storyboard | null
  storyboardVtt(): Promise<PreparedText> | null
  master(): Promise<PreparedText>
  /** Whose renditions' playlists end with the preview. */
  previewMaster(): Promise<PreparedText>
  /** The playlist of `captions-<language>`, or null when there are none in that language. */
  captionPlaylist(rendition: string): Promise<PreparedText> | null
}

export function prepareVideo(stored: StoredVideo): PlayableVideo {
  const renditions = stored.renditions.map(prepareRendition)
  const picture = defaultVideo(renditions)
  const durationSeconds = Math.max(0, ...renditions.map(({ timeline }) => durationOf(timeline)))
  const { storyboard } = stored
  // Sound is a little longer, and there is no picture of that.
  const pictureSeconds = picture === undefined ? durationSeconds : durationOf(picture.timeline)
  const tiles = once(async () =>
    prepareText(storyboard === null ? '' : storyboardVtt(storyboard, pictureSeconds)),
  )
  const master = () => masterPlaylist(renditions, stored.captions)
  const captions = once(() => prepareText(captionPlaylist(durationSeconds)))
  const captionNames = new Set(stored.captions.map(({ language }) => captionRendition(language)))
  return {
    videoId: stored.videoId,
    encodeId: stored.encodeId,
    durationSeconds,
    renditions: new Map(renditions.map((rendition) => [rendition.name, rendition])),
    captions: stored.captions,
    extras: markOf({ captions: stored.captions, storyboard }),
    storyboard,
    storyboardVtt: () => (storyboard === null ? null : tiles()),
    master: once(() => prepareText(master())),
    previewMaster: once(() => prepareText(untilPreviewEnds(master()))),
    captionPlaylist: (rendition) => (captionNames.has(rendition) ? captions() : null),
  }
}

function prepareRendition(stored: StoredRendition) {
  const { prefix, segmentSeconds, keyOffsets, keyBytes, keySeconds, ...rendition } = stored
  const timeline = timelineOf(segmentSeconds)
  const keyFrames = keyFramesOf(stored)
  const known = keyFrames.length > 0
  const keys = once(() => prepareText(keyFramePlaylist(keyFrames)))
  return {
    ...rendition,
    keyFrames: known ? bitRates(keyFrames) : null,
    keyPlaylist: () => (known ? keys() : null),
    folder: `${prefix}/`,
    timeline,
    playlistUntil: (bound: number) =>
      prepareText(mediaPlaylist(segmentSeconds.slice(0, segmentsBefore(timeline, bound)))),
    playlist: once(() => prepareText(mediaPlaylist(segmentSeconds))),
  } satisfies PlayableRendition
}

function keyFramesOf({
  segmentSeconds,
  keyBytes,
  keyOffsets = [],
  keySeconds = [],
}: StoredRendition): KeyFrame[] {
  const single = keyOffsets.length === 0
  if (single && keyBytes.length !== segmentSeconds.length) return []
  let index = -1
  return keyBytes.map((bytes, order) => {
    const offset = keyOffsets[order] ?? 0
    if (offset === 0) index++
    const seconds = (single ? segmentSeconds : keySeconds)[order] ?? 0
    return { index, offset, bytes, seconds }
  })
}

/** Peak and mean bits a second. */
function bitRates(keyFrames: readonly KeyFrame[]) {
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
  const bits = sum(keyFrames.map(({ bytes }) => bytes * 8))
  return {
    bandwidth: Math.ceil(Math.max(...keyFrames.map(({ bytes, seconds }) => (bytes * 8) / seconds))),
    averageBandwidth: Math.ceil(bits / sum(keyFrames.map(({ seconds }) => seconds))),
  }
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
    etag: hash(plain).slice(0, 22),
  }
}

const hash = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('base64url')

/** Tells one thing from another, as far as anyone has so many of them. */
export const markOf = (thing: unknown): string => hash(JSON.stringify(thing)).slice(0, 8)
