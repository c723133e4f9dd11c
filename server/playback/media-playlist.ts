/** Media playlists (RFC 8216bis): pure text, with relative URIs. */

export const playlistHeader = ['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-INDEPENDENT-SEGMENTS']

const decimal = (value: number, digits: number): string =>
  String(Number.parseFloat(value.toFixed(digits)))

/**
 * "The EXTINF duration of each Media Segment … when rounded to the nearest integer, MUST be less than
 * or equal to the Target Duration."
 */
const targetDuration = (segmentSeconds: readonly number[]): string =>
  `#EXT-X-TARGETDURATION:${Math.max(1, ...segmentSeconds.map(Math.round))}`

/** @param segmentSeconds of each segment, in order */
export function mediaPlaylist(segmentSeconds: readonly number[]): string {
  return [
    ...playlistHeader,
    targetDuration(segmentSeconds),
    '#EXT-X-PLAYLIST-TYPE:VOD',
    '#EXT-X-MAP:URI="init.mp4"',
    ...segmentSeconds.flatMap((seconds, index) => [
      `#EXTINF:${decimal(seconds, 6)},`,
      `${index}.m4s`,
    ]),
    '#EXT-X-ENDLIST',
    '',
  ].join('\n')
}

/** A picture that can be shown by itself. */
export interface KeyFrame {
  /** Of the segment that it is in. */
  index: number
  /** Where the bytes begin that show it. */
  offset: number
  bytes: number
  /** Until the next. */
  seconds: number
}

/**
 * Key frames alone: "each Media Segment in the Playlist describes a single I-frame", here the bytes of
 * a segment that hold it.
 */
export function keyFramePlaylist(keyFrames: readonly KeyFrame[]): string {
  return [
    ...playlistHeader,
    targetDuration(keyFrames.map(({ seconds }) => seconds)),
    '#EXT-X-PLAYLIST-TYPE:VOD',
    '#EXT-X-I-FRAMES-ONLY',
    '#EXT-X-MAP:URI="init.mp4"',
    ...keyFrames.flatMap(({ index, offset, bytes, seconds }) => [
      `#EXTINF:${decimal(seconds, 6)},`,
      `#EXT-X-BYTERANGE:${bytes}@${offset}`,
      `${index}.m4s`,
    ]),
    '#EXT-X-ENDLIST',
    '',
  ].join('\n')
}

/** Captions come in one piece. */
export function captionPlaylist(durationSeconds: number): string {
  return [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    `#EXT-X-TARGETDURATION:${Math.max(1, Math.ceil(durationSeconds))}`,
    '#EXT-X-PLAYLIST-TYPE:VOD',
    `#EXTINF:${decimal(durationSeconds, 6)},`,
    '0.vtt',
    '#EXT-X-ENDLIST',
    '',
  ].join('\n')
}
