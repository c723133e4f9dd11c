import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { say } from '../../../contract/words/server.ts'
import { CannotTranscode } from '../failures.ts'
import { chooseFrameRate } from './frame-rate.ts'
import {
  type AudioFacts,
  type Colours,
  type Fraction,
  type TextFacts,
  toNumber,
  type VideoFacts,
} from './source-facts.ts'

const Stream = Type.Object({
  index: Type.Integer(),
  codec_type: Type.Optional(Type.String()),
  codec_name: Type.Optional(Type.String()),
  codec_tag_string: Type.Optional(Type.String()),
  width: Type.Optional(Type.Integer()),
  height: Type.Optional(Type.Integer()),
  sample_aspect_ratio: Type.Optional(Type.String()),
  r_frame_rate: Type.Optional(Type.String()),
  avg_frame_rate: Type.Optional(Type.String()),
  duration: Type.Optional(Type.String()),
  field_order: Type.Optional(Type.String()),
  color_space: Type.Optional(Type.String()),
  color_transfer: Type.Optional(Type.String()),
  color_primaries: Type.Optional(Type.String()),
  channels: Type.Optional(Type.Integer()),
  disposition: Type.Optional(Type.Record(Type.String(), Type.Integer())),
  tags: Type.Optional(Type.Record(Type.String(), Type.String())),
  side_data_list: Type.Optional(
    Type.Array(Type.Object({ rotation: Type.Optional(Type.Number()) })),
  ),
})

/** What `ffprobe -show_streams -show_format` prints, as far as it is used. */
const Probe = Type.Object({
  streams: Type.Array(Stream),
  format: Type.Object({
    start_time: Type.Optional(Type.String()),
    duration: Type.Optional(Type.String()),
  }),
})

type Stream = Static<typeof Stream>

/** What the file says of itself, before it is read to its end. */
export interface ClaimedFacts {
  /** Of the picture, where the file says; else of the whole file. */
  claimedSeconds: number | null
  /** Whether it is that of the whole file, in which the sound may be what is longest. */
  claimsWhole: boolean
  /** What the file's clock shows where ffmpeg begins to count. */
  fileStart: number
  /** Pictures a second, as far as the time stamps would allow; 0 where unknown. */
  nominalRate: number
  video: Omit<VideoFacts, 'lastSeconds'>
  audio: AudioFacts[]
  texts: TextFacts[]
  /** What each stream is coded in, by its index. */
  codecs: ReadonlyMap<number, string>
}

const mostStreams = 64
export const longestSeconds = 24 * 3600
const [widest, highest] = [7680, 4320]
const narrowest = 16

/** @throws CannotTranscode with a sentence for the film's creator */
export function readProbe(answer: unknown): ClaimedFacts {
  if (!Value.Check(Probe, answer)) throw new CannotTranscode(say('encodes.unreadable'))
  const { streams, format } = answer
  if (streams.length > mostStreams) throw new CannotTranscode(say('encodes.tooMany'))
  const pictures = streams.filter(({ codec_type }) => codec_type === 'video').filter(isFilm)
  const picture = pictures.find(isDefault) ?? pictures[0]
  if (picture === undefined) throw new CannotTranscode(say('encodes.noPicture'))
  const own = readSeconds(picture.duration) ?? readSeconds(picture.tags?.DURATION)
  const claimedSeconds = own ?? readSeconds(format.duration)
  if ((claimedSeconds ?? 0) > longestSeconds) throw new CannotTranscode(say('encodes.tooLong'))
  return {
    claimedSeconds,
    claimsWhole: own === null,
    fileStart: Number(format.start_time) || 0,
    nominalRate: toNumber(fraction(picture.r_frame_rate, '/')),
    codecs: new Map(streams.map((stream) => [stream.index, codecOf(stream)])),
    video: readVideo(picture),
    audio: streams
      .filter(({ codec_type, channels = 0 }) => codec_type === 'audio' && channels > 0)
      .map(readAudio),
    texts: readTexts(streams),
  }
}

/** "25.025" as in MP4, or "00:00:25.025000000" as in Matroska's tags. */
function readSeconds(text = ''): number | null {
  const match = /^(?:(\d+):(\d\d):)?(\d+(?:\.\d+)?)$/.exec(text.trim())
  if (match === null) return null
  const [, hours = 0, minutes = 0, seconds] = match
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}

/** Music files carry their cover as a video stream of one picture. */
const isFilm = ({ disposition }: Stream) => disposition?.attached_pic !== 1

/** What the file wants to be seen, or heard, unless another is chosen. */
const isDefault = ({ disposition }: Stream) => disposition?.default === 1

/** Its name, or what the file calls it where ffmpeg does not know it. */
const codecOf = ({ codec_name: name = 'unknown', codec_tag_string: tag = '' }: Stream): string =>
  name === 'unknown' && /^[\w.-]{2,8}$/.test(tag) ? tag : name

function readVideo(stream: Stream): ClaimedFacts['video'] {
  const { width = 0, height = 0, color_space: space, color_transfer: transfer } = stream
  const [long, short] = [Math.max(width, height), Math.min(width, height)]
  if (long > widest || short > highest) throw new CannotTranscode(say('encodes.tooLarge'))
  if (short < narrowest) throw new CannotTranscode(say('encodes.tooSmall'))
  const shown = upright(squared(width, height, stream.sample_aspect_ratio), rotation(stream))
  return {
    stream: stream.index,
    ...shown,
    frameRate: chooseFrameRate(
      fraction(stream.r_frame_rate, '/'),
      fraction(stream.avg_frame_rate, '/'),
    ),
    interlaced: /^(tt|bb|tb|bt)$/.test(stream.field_order ?? ''),
    canvas: rotation(stream) === 0 ? { width, height } : null,
    hdr: isHdr(transfer),
    matrix: known(space),
    colours: isHdr(transfer) ? completeColours(stream, transfer) : null,
  }
}

const isHdr = (transfer?: string): transfer is string =>
  transfer === 'smpte2084' || transfer === 'arib-std-b67'

const known = (name?: string): string | null =>
  name !== undefined && /^[a-z][a-z0-9-]*$/.test(name) && name !== 'unknown' && name !== 'reserved'
    ? name
    : null

/** All HDR is BT.2020 unless it says otherwise; what says one thing means the others that go with it. */
const completeColours = (
  { color_space: space, color_primaries: primaries }: Stream,
  transfer: string,
): Colours => ({
  primaries: known(primaries) ?? 'bt2020',
  transfer,
  matrix: known(space) ?? 'bt2020nc',
})

/** Texts that ffmpeg can write as text; pictures of text, as DVDs have them, are none. */
const forms: Record<string, TextFacts['form']> = {
  subrip: 'srt',
  text: 'srt',
  mov_text: 'srt',
  ass: 'ass',
  ssa: 'ass',
  webvtt: 'webvtt',
}

/** Of each language the first; what is only for foreign lines in between comes last. */
function readTexts(streams: readonly Stream[]): TextFacts[] {
  const found = streams.flatMap(
    ({ index, codec_type, codec_name = '', tags = {}, disposition }) => {
      const form = codec_type === 'subtitle' ? forms[codec_name] : undefined
      if (form === undefined) return []
      const language = languageOf(tags) ?? 'und'
      const title = (tags.title ?? tags.TITLE)?.slice(0, 100) ?? null
      return [{ text: { stream: index, form, language, title }, forced: disposition?.forced === 1 }]
    },
  )
  const ordered = found.toSorted((a, b) => Number(a.forced) - Number(b.forced))
  const languages = new Set<string>()
  return ordered.flatMap(({ text }) => {
    if (languages.has(text.language)) return []
    languages.add(text.language)
    return [text]
  })
}

/** BCP 47 as far as known; null where the file does not say. */
function languageOf(tags: Record<string, string>): string | null {
  const language = tags.language ?? tags.LANGUAGE ?? ''
  const named = /^[a-z]{2,3}$/i.test(language) && language !== 'und'
  return named ? (Intl.getCanonicalLocales(language)[0] ?? null) : null
}

function readAudio(stream: Stream): AudioFacts {
  const { index, channels = 2, tags = {} } = stream
  const language = languageOf(tags)
  const code = tags.language ?? tags.LANGUAGE ?? ''
  return {
    stream: index,
    channels,
    language,
    code: language !== null && code.length === 3 ? code.toLowerCase() : 'und',
    title: (tags.title ?? tags.TITLE)?.slice(0, 100) ?? null,
    isDefault: isDefault(stream),
  }
}

/** "30000/1001", "8:9". Nothing to speak of becomes 0/1. */
function fraction(text: string | undefined, sign: '/' | ':'): Fraction {
  const [numerator = 0, denominator = 1] = (text ?? '').split(sign).map(Number)
  const good = numerator > 0 && denominator > 0
  return good ? { numerator, denominator } : { numerator: 0, denominator: 1 }
}

/** Anamorphic pictures are stored squeezed and shown wide. */
function squared(width: number, height: number, aspect: string | undefined) {
  const { numerator, denominator } = fraction(aspect, ':')
  const ratio = numerator === 0 ? 1 : numerator / denominator
  // Beyond this the header is a joke.
  if (ratio > 4 || ratio < 0.25) return { width, height }
  return ratio >= 1
    ? { width: Math.round(width * ratio), height }
    : { width, height: Math.round(height / ratio) }
}

const rotation = ({ side_data_list: sides = [], tags = {} }: Stream) =>
  sides.find((side) => side.rotation !== undefined)?.rotation ?? Number(tags.rotate ?? 0)

/** As ffmpeg does it: what is turned by no quarter stays in its frame. */
const isQuarter = (degrees: number) => Math.abs(degrees - 90 * Math.round(degrees / 90)) < 1

const upright = ({ width, height }: { width: number; height: number }, degrees: number) =>
  isQuarter(degrees) && Math.abs(Math.round(degrees / 90)) % 2 === 1
    ? { width: height, height: width }
    : { width, height }
