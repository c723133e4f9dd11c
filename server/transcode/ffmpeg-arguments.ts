import { inputLimits } from '../clients/ffmpeg.ts'
import type { Grid, Rung } from './ladder.ts'
import type { AudioTrack } from './plan.ts'
import { type Fraction, type SourceFacts, toNumber, type VideoFacts } from './source-facts.ts'
import {
  deviceArguments,
  encoderArguments,
  handOverFilters,
  type Preset,
  type VideoEncoder,
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
  encoder: VideoEncoder
  preset: Preset
  startFrame: number
  /** Null: to the end. */
  endFrame: number | null
}

const ratio = ({ numerator, denominator }: Fraction) => `${numerator}/${denominator}`

/**
 * Encodes some frames of a film into every given rung at once, each into the folder of its name
 * below the working directory: `480p/init.mp4`, `480p/0.m4s` and so on, numbered through the film.
 *
 * Every chunk starts decoding one segment early and throws those frames away, so that what is on
 * screen at its first frame is the same as if the film had been encoded in one go.
 */
export function videoArguments(work: VideoWork): string[] {
  const { file, source, grid, rungs, encoder, startFrame } = work
  const leadFrames = Math.min(startFrame, grid.segmentFrames)
  const seek = (startFrame - leadFrames) / toNumber(source.video.frameRate)
  const outputs = rungs.map((_, index) => `[v${index}]`)
  const graph = [
    `[0:${source.video.stream}]${prepare(source.video, leadFrames, startFrame)},split=${rungs.length}${rungs.map((_, index) => `[s${index}]`).join('')}`,
    ...rungs.map(
      (rung, index) =>
        `[s${index}]${fit(rung, source.video)},${handOverFilters(encoder)}${outputs[index]}`,
    ),
  ].join(';')
  return [
    ...deviceArguments(encoder),
    ...inputArguments(file, seek),
    ...['-filter_complex', graph],
    ...rungs.flatMap((rung, index) => [
      ...['-map', outputs[index] ?? '', '-fps_mode', 'passthrough'],
      ...picture(rung, work),
      ...segments(work, rung.name, startFrame > 0),
    ]),
  ]
}

/** Whole pictures from half ones. */
const deinterlace = ({ interlaced }: VideoFacts) => (interlaced ? ['bwdif=mode=send_frame'] : [])

/** What is brighter than a usual screen shows, mapped down to what it does. */
export const toneMap = ({ hdr, matrix }: VideoFacts): string[] =>
  hdr
    ? [
        // What says only how bright it is, is taken for BT.2020, which all HDR is.
        ...(matrix === null ? ['setparams=color_primaries=bt2020:colorspace=bt2020nc'] : []),
        'zscale=transfer=linear:npl=100',
        'format=gbrpf32le',
        'zscale=primaries=bt709',
        'tonemap=hable:desat=0',
        'zscale=transfer=bt709:matrix=bt709:range=tv',
      ]
    : []

export const colourFilters = (video: VideoFacts): string[] => [
  ...deinterlace(video),
  ...toneMap(video),
]

/** Every frame at its place on the grid. */
function prepare(video: VideoFacts, leadFrames: number, startFrame: number): string {
  const { numerator, denominator } = video.frameRate
  const from = `(${startFrame - leadFrames}*${denominator}/${numerator})`
  const seconds = ((startFrame - leadFrames) * denominator) / numerator
  return [
    // Seeking set the time to zero. It is put back before `fps`, which counts in whole frames.
    ...(seconds > 0 ? [`setpts=PTS+${from}/TB`] : []),
    ...deinterlace(video),
    `fps=${ratio(video.frameRate)}:start_time=${seconds.toFixed(6)}`,
    ...(leadFrames > 0 ? [`trim=start_frame=${leadFrames}`] : []),
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

function picture(rung: Rung, { grid, encoder, preset, startFrame, endFrame }: VideoWork): string[] {
  const group = grid.groupFrames / rung.frameStep
  const frames = endFrame === null ? null : (endFrame - startFrame) / rung.frameStep
  return [
    ...encoderArguments(encoder, rung, { preset, group }),
    ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
    ...['-color_range', 'tv', '-map_metadata', '-1', '-map_chapters', '-1'],
    ...(frames === null ? [] : ['-frames:v', String(frames)]),
  ]
}

function segments({ source, grid, startFrame }: VideoWork, name: string, later: boolean): string[] {
  const rate = toNumber(source.video.frameRate)
  // A little less than a segment, since ffmpeg cuts at the first IDR at or after this.
  const target = (grid.segmentFrames - 0.5) / rate
  // Without +frag_discont ffmpeg would count a later chunk's time from zero; with it, it would shift
  // the first chunk by the encoder's delay.
  const flags = later ? '+cmaf+frag_discont' : '+cmaf'
  return hls(name, target, Math.round(startFrame / grid.segmentFrames), flags)
}

function hls(name: string, seconds: number, firstNumber: number, flags: string): string[] {
  return [
    ...['-f', 'hls', '-hls_time', seconds.toFixed(6), '-hls_playlist_type', 'vod'],
    ...['-hls_segment_type', 'fmp4', '-hls_fmp4_init_filename', 'init.mp4'],
    ...['-hls_segment_options', `movflags=${flags}`, '-start_number', String(firstNumber)],
    ...['-hls_segment_filename', `${name}/%d.m4s`, `${name}/index.m3u8`],
  ]
}

export interface AudioWork {
  file: string
  source: SourceFacts
  grid: Grid
  track: AudioTrack
}

const aacFrame = 1024

/** Encodes one audio track from end to end, as long as the picture: shorter sound ends in silence. */
export function audioArguments({ file, source, grid, track }: AudioWork): string[] {
  const segmentSeconds = grid.segmentFrames / toNumber(source.video.frameRate)
  const filters = [
    // Gaps and drift in the source become silence, instead of moving all that follows.
    'aresample=48000:async=1000:first_pts=0',
    // The encoder puts one frame of its own before the sound, which CMAF has no edit list to skip.
    // Taking away as much keeps lips and voices together.
    `atrim=start_sample=${aacFrame}`,
    'asetpts=PTS-STARTPTS',
    'apad',
  ]
  return [
    ...inputArguments(file),
    ...['-map', `0:${track.stream}`, '-af', filters.join(',')],
    ...['-t', source.seconds.toFixed(6), '-c:a', 'aac', '-b:a', String(track.bitsPerSecond)],
    ...['-ac', String(track.channels), '-map_metadata', '-1', '-map_chapters', '-1'],
    ...hls(track.name, segmentSeconds, 0, '+cmaf'),
  ]
}
