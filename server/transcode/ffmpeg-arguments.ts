import { inputLimits } from '../clients/ffmpeg.ts'
import type { Grid, Rung } from './ladder.ts'
import { type Loudness, loudnessFilters } from './loudness.ts'
import type { AudioTrack } from './plan-audio.ts'
import { packetSamples, soundRate, soundSegmentMicroseconds } from './plan-segments.ts'
import { type Fraction, type SourceFacts, toNumber, type VideoFacts } from './source-facts.ts'
import {
  deviceArguments,
  encoderArguments,
  handOverFilters,
  type PictureEncoder,
  type Preset,
} from './video-encoders.ts'

/** 8K: what a hostile header claims beyond it is not tried. */
const maxPixels = 7680 * 4320

/** Comes before everything that concerns the input file. */
export const inputArguments = (file: string, seekSeconds = 0): string[] => [
  ...inputLimits,
  ...['-max_pixels', String(maxPixels)],
  ...(seekSeconds > 0 ? ['-ss', seekSeconds.toFixed(6)] : []),
  ...['-i', file],
]

export interface VideoWork {
  file: string
  source: SourceFacts
  grid: Grid
  rungs: Rung[]
  encoder: PictureEncoder
  preset: Preset
  /** Where decoding begins: at a picture, at least a segment early unless that is the beginning. */
  seekFrame: number
  startFrame: number
  /** The first that is not made. */
  endFrame: number
}

const ratio = ({ numerator, denominator }: Fraction) => `${numerator}/${denominator}`

/** What a piece is written to, in the folder of its rendition. */
export const madeFile = 'made.mp4'

/**
 * Encodes some frames of a film into every given rung at once, each into a file in the folder of its
 * name below the working directory (`480p/made.mp4`), with a fragment for each group of pictures.
 *
 * Every chunk starts decoding early and throws those frames away, so that what is on screen at its
 * first frame is the same as if the film had been encoded in one go.
 */
export function videoArguments(work: VideoWork): string[] {
  const { file, source, rungs, encoder, startFrame, seekFrame } = work
  const seek = source.startSeconds + seekFrame / toNumber(source.video.frameRate)
  const outputs = rungs.map((_, index) => `[v${index}]`)
  const graph = [
    `[0:${source.video.stream}]${prepare(work)},split=${rungs.length}${rungs.map((_, index) => `[s${index}]`).join('')}`,
    ...rungs.map(
      (rung, index) =>
        `[s${index}]${fit(rung, source.video)},${handOverFilters(encoder)}${outputs[index]}`,
    ),
  ].join(';')
  // Without +frag_discont ffmpeg would count a later chunk's time from zero; with it, it would shift
  // the first chunk by the encoder's delay.
  const flags = `+cmaf+frag_keyframe+skip_trailer${startFrame > 0 ? '+frag_discont' : ''}`
  return [
    ...deviceArguments(encoder),
    ...pictureInput(file, source.video, seek),
    ...['-filter_complex', graph],
    ...rungs.flatMap((rung, index) => [
      ...['-map', outputs[index] ?? '', '-fps_mode', 'passthrough'],
      ...picture(rung, work),
      ...['-f', 'mp4', '-movflags', flags, `${rung.name}/${madeFile}`],
    ]),
  ]
}

/**
 * One set of filters to the end: ffmpeg would begin with new ones where the size of the picture
 * changes, and count frames and time anew.
 */
export const pictureInput = (
  file: string,
  { canvas }: VideoFacts,
  seekSeconds: number,
): string[] => [...(canvas ? ['-reinit_filter', '0'] : []), ...inputArguments(file, seekSeconds)]

/** Pictures of another size than the first are fitted into its frame, unstretched. */
export function canvasFilters({ canvas, width, height }: VideoFacts): string[] {
  if (!canvas) return []
  const { width: w, height: h } = canvas
  const same = `eq(iw,${w})*eq(ih,${h})`
  const shape = `dar*${height}/${width}`
  const fitted = (length: number, by: string) => `'if(${same},${length},${evenly(length, by)})'`
  return [
    `scale=eval=frame:w=${fitted(w, shape)}:h=${fitted(h, `1/(${shape})`)}`,
    `pad=${w}:${h}:-1:-1:eval=frame`,
  ]
}

const evenly = (length: number, by: string) => `max(2,2*floor(${length}*min(1,${by})/2))`

/** Whole pictures from half ones. */
const deinterlace = ({ interlaced }: VideoFacts) => (interlaced ? ['bwdif=mode=send_frame'] : [])

/** What is brighter than a usual screen shows, mapped down to what it does. */
export const toneMap = ({ colours }: VideoFacts): string[] =>
  colours !== null
    ? [
        // The filters need to be told all three.
        `setparams=color_primaries=${colours.primaries}:color_trc=${colours.transfer}:colorspace=${colours.matrix}`,
        'zscale=transfer=linear:npl=100',
        'format=gbrpf32le',
        'zscale=primaries=bt709',
        'tonemap=hable:desat=0',
        'zscale=transfer=bt709:matrix=bt709:range=tv',
      ]
    : []

export const colourFilters = (video: VideoFacts): string[] => [
  ...canvasFilters(video),
  ...deinterlace(video),
  ...toneMap(video),
]

/** A decoder that gives up this early, in seconds, is forgiven; the last picture stands in. */
const forgivenSeconds = 1

/** Every frame at its place on the grid, from the first of the piece to its last. */
function prepare({ source: { video }, seekFrame, startFrame, endFrame }: VideoWork): string {
  const { numerator, denominator } = video.frameRate
  const from = (seekFrame * denominator) / numerator
  const end = (endFrame * denominator) / numerator
  const held = end - video.lastSeconds + forgivenSeconds
  const lead = startFrame - seekFrame
  return [
    // Seeking set the time to zero. It is put back before `fps`, which counts in whole frames.
    ...(seekFrame > 0 ? [`setpts=PTS+(${seekFrame}*${denominator}/${numerator})/TB`] : []),
    ...canvasFilters(video),
    ...deinterlace(video),
    `fps=${ratio(video.frameRate)}:start_time=${from.toFixed(6)}`,
    ...(held > 0 ? [`tpad=stop_mode=clone:stop_duration=${held.toFixed(3)}`] : []),
    `trim=start_frame=${lead}:end_frame=${lead + endFrame - startFrame}`,
    ...toneMap(video),
  ].join(',')
}

function fit({ width, height, frameStep }: Rung, { matrix, hdr, ...source }: VideoFacts): string {
  const untagged = Math.min(source.width, source.height) >= 720 ? 'bt709' : 'bt601'
  const from = matrix === null && !hdr ? `:in_color_matrix=${untagged}` : ''
  const colours = `${from}:out_color_matrix=bt709:out_range=tv`
  const step = frameStep > 1 ? `framestep=${frameStep},` : ''
  return `${step}scale=${width}:${height}:flags=bicubic${colours},setsar=1`
}

function picture(rung: Rung, { grid, encoder, preset }: VideoWork): string[] {
  const group = grid.groupFrames / rung.frameStep
  return [
    ...encoderArguments(encoder, rung, { preset, group }),
    ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
    ...['-color_range', 'tv', '-map_metadata', '-1', '-map_chapters', '-1'],
  ]
}

export interface AudioWork {
  file: string
  source: SourceFacts
  grid: Grid
  track: AudioTrack
  /** How many packets are made in all. */
  packets: number
  /** As measured; null leaves it as it is. */
  loudness: Loudness | null
}

/**
 * Encodes one audio track from end to end, as long as the picture: shorter sound ends in silence. Writes
 * `init.mp4`, `0.m4s`, `1.m4s` … into the folder of the track's name, cut where the picture is cut.
 */
export function audioArguments(work: AudioWork): string[] {
  const { file, source, grid, track, packets, loudness } = work
  const seconds = soundSegmentMicroseconds(grid, source.video.frameRate) / 1_000_000
  const filters = [
    // Gaps and drift in the source become silence, instead of moving all that follows.
    `aresample=${soundRate}:async=1000:first_pts=0`,
    ...loudnessFilters(loudness),
    // The encoder puts one frame of its own before the sound, which CMAF has no edit list to skip.
    // Taking away as much keeps lips and voices together.
    `atrim=start_sample=${packetSamples}`,
    'asetpts=PTS-STARTPTS',
    'apad',
  ]
  return [
    ...inputArguments(file, source.startSeconds),
    ...['-map', `0:${track.stream}`, '-af', filters.join(',')],
    ...['-frames:a', String(packets), '-c:a', 'aac', '-b:a', String(track.bitsPerSecond)],
    ...['-ac', String(track.channels), '-map_metadata', '-1', '-map_chapters', '-1'],
    ...['-metadata:s:a', `language=${track.code}`],
    ...hls(track.name, seconds),
  ]
}

/** Of sound, where every packet can be the first, ffmpeg cuts just where it is told. */
function hls(name: string, seconds: number): string[] {
  return [
    ...['-f', 'hls', '-hls_time', seconds.toFixed(6), '-hls_playlist_type', 'vod'],
    ...['-hls_segment_type', 'fmp4', '-hls_fmp4_init_filename', 'init.mp4'],
    ...['-hls_segment_options', 'movflags=+cmaf', '-start_number', '0'],
    ...['-hls_segment_filename', `${name}/%d.m4s`, `${name}/index.m3u8`],
  ]
}

const layouts: Record<number, string> = { 1: 'mono', 2: 'stereo', 6: '5.1' }

/** Listens to a track as it will be heard, and has ffmpeg tell at the end how loud it is. */
export function loudnessArguments({ file, source, track }: Omit<AudioWork, 'loudness'>): string[] {
  const heard = `aformat=sample_rates=${soundRate}:channel_layouts=${layouts[track.channels]}`
  const filters = `${heard},ebur128=framelog=verbose:peak=sample:dualmono=true`
  return [
    ...['-loglevel', 'level+info', ...inputArguments(file, source.startSeconds)],
    ...['-map', `0:${track.stream}`, '-af', filters, '-f', 'null', '-'],
  ]
}
