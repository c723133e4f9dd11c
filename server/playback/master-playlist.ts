/** The master playlist (RFC 8216bis) from measured renditions: pure text. URIs are relative, so that one text serves every viewer. */
import { playlistHeader } from './media-playlist.ts'
import {
  captionRendition,
  defaultVideo,
  isAv1,
  type PlaylistCaption,
  type PlaylistRendition,
} from './playlist-renditions.ts'

/** "A quoted-string MUST NOT contain: line feed, carriage return, or double quote." */
const quoted = (text: string): string => `"${text.replaceAll(/["\r\n]/g, ' ').trim()}"`

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

function languageName(language: string | null): string {
  if (language === null || language === 'und') return 'Sound'
  try {
    return languageNames.of(language) ?? language
  } catch {
    return language
  }
}

type Attributes = Record<string, string | number | null>

const tag = (name: string, attributes: Attributes): string =>
  `#${name}:${Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}=${value}`)
    .join(',')}`

export function masterPlaylist(
  renditions: readonly PlaylistRendition[],
  captions: readonly PlaylistCaption[],
): string {
  const audio = renditions.filter(({ kind }) => kind === 'audio')
  const videos = variantsInOrder(renditions)
  const variants = videos.length === 0 ? audio : videos
  const groups = videos.length === 0 ? [] : audioGroups(audio)
  return [
    ...playlistHeader,
    ...groups.flatMap(({ id, tracks }) => tracks.map((track, index) => audioTag(track, id, index))),
    ...captions.map(captionTag),
    ...variants.flatMap((variant) =>
      (groups.length === 0 ? [null] : groups).flatMap((group) => [
        variantTag(variant, groups.length === 0 ? [] : audio, group, captions.length > 0),
        `${variant.name}/index.m3u8`,
      ]),
    ),
    ...videos.filter((video) => !isAv1(video)).flatMap(keyFrameTag),
    '',
  ].join('\n')
}

interface AudioGroup {
  id: string
  tracks: readonly PlaylistRendition[]
}

/**
 * Stereo for all, and beside it a group for what plays surround sound, in which each track that has it is
 * in surround: each player takes the group that its device can play.
 */
function audioGroups(audio: readonly PlaylistRendition[]): AudioGroup[] {
  const isSurround = ({ channels }: PlaylistRendition) => (channels ?? 2) > 2
  const stereo = audio.filter((track) => !isSurround(track))
  if (stereo.length === 0) return audio.length === 0 ? [] : [{ id: 'audio', tracks: audio }]
  const surround = stereo.map(
    (track) =>
      audio.find((other) => isSurround(other) && other.name === `${track.name}-surround`) ?? track,
  )
  const groups = [{ id: 'audio', tracks: stereo }]
  return audio.some(isSurround) ? [...groups, { id: 'surround', tracks: surround }] : groups
}

/** What players show while someone winds forward or back. */
function keyFrameTag({ name, codecs, width, height, keyFrames }: PlaylistRendition): string[] {
  if (!keyFrames) return []
  return [
    tag('EXT-X-I-FRAME-STREAM-INF', {
      BANDWIDTH: keyFrames.bandwidth,
      'AVERAGE-BANDWIDTH': keyFrames.averageBandwidth,
      CODECS: quoted(codecs),
      RESOLUTION: `${width}x${height}`,
      URI: quoted(`${name}/keys.m3u8`),
    }),
  ]
}

/** The default first, then from the best down. */
function variantsInOrder(renditions: readonly PlaylistRendition[]): PlaylistRendition[] {
  const first = defaultVideo(renditions)
  const others = renditions
    .filter((rendition) => rendition.kind === 'video' && rendition !== first)
    .sort((a, b) => b.averageBandwidth - a.averageBandwidth)
  return first === undefined ? [] : [first, ...others]
}

const describesVideo = /\bdescri|audiodeskription/i

function audioTag(
  { name, language, channels, label }: PlaylistRendition,
  group: string,
  index: number,
): string {
  const described = describesVideo.test(label ?? '')
  return tag('EXT-X-MEDIA', {
    TYPE: 'AUDIO',
    'GROUP-ID': quoted(group),
    NAME: quoted(label ?? languageName(language)),
    LANGUAGE: languageTag(language),
    DEFAULT: index === 0 ? 'YES' : 'NO',
    AUTOSELECT: 'YES',
    CHARACTERISTICS: described ? '"public.accessibility.describes-video"' : null,
    CHANNELS: channels === null ? null : quoted(String(channels)),
    URI: quoted(`${name}/index.m3u8`),
  })
}

/** "und" is what nobody has said: left out. */
const languageTag = (language: string | null): string | null =>
  language === null || language === 'und' ? null : quoted(language)

function captionTag({ language, label }: PlaylistCaption): string {
  return tag('EXT-X-MEDIA', {
    TYPE: 'SUBTITLES',
    'GROUP-ID': '"captions"',
    NAME: quoted(label),
    LANGUAGE: languageTag(language),
    DEFAULT: 'NO',
    AUTOSELECT: 'YES',
    FORCED: 'NO',
    URI: quoted(`${captionRendition(language)}/index.m3u8`),
  })
}

/**
 * BANDWIDTH covers the variant with the heaviest track of all groups: hls.js takes variants that differ
 * in their group alone for one, if their figures are the same.
 */
function variantTag(
  variant: PlaylistRendition,
  audio: readonly PlaylistRendition[],
  group: AudioGroup | null,
  hasCaptions: boolean,
): string {
  const heaviest = (field: 'bandwidth' | 'averageBandwidth') =>
    variant[field] + Math.max(0, ...audio.map((track) => track[field]))
  const codecs = new Set([variant, ...audio].map((rendition) => rendition.codecs))
  const { width, height, frameRate } = variant
  return tag('EXT-X-STREAM-INF', {
    BANDWIDTH: heaviest('bandwidth'),
    'AVERAGE-BANDWIDTH': heaviest('averageBandwidth'),
    CODECS: quoted([...codecs].join(',')),
    RESOLUTION: width === null || height === null ? null : `${width}x${height}`,
    'FRAME-RATE': frameRate === null ? null : frameRate.toFixed(3),
    AUDIO: group === null ? null : quoted(group.id),
    SUBTITLES: hasCaptions ? '"captions"' : null,
    'CLOSED-CAPTIONS': 'NONE',
  })
}

/**
 * A master playlist whose media playlists are asked for with `?end=preview`. Those of key frames, which
 * serve for winding, go: they know nothing of a preview.
 */
export const untilPreviewEnds = (master: string): string =>
  master
    .split('\n')
    .filter((line) => !line.startsWith('#EXT-X-I-FRAME-STREAM-INF'))
    .join('\n')
    .replaceAll('/index.m3u8', '/index.m3u8?end=preview')
