import { inputLimits } from '../../clients/ffmpeg.ts'
import type { Grid, Rung } from '../plan/ladder.ts'
import {
  type Fraction,
  type SourceFacts,
  toNumber,
  type VideoFacts,
} from '../probe/source-facts.ts'
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
  const { rungs, startFrame } = work
  // Without +frag_discont ffmpeg would count a later chunk's time from zero; with it, it would shift
  // the first chunk by the encoder's delay.
  const flags = `+cmaf+frag_keyframe+skip_trailer${startFrame > 0 ? '+frag_discont' : ''}`
  return [
    ...pictures(work),
    ...rungs.flatMap((rung, index) => [
      ...pictureOutput(rung, index, work),
      ...['-f', 'mp4', '-movflags', flags, `${rung.name}/${madeFile}`],
    ]),
  ]
}

/** The input, and for each rung what it shows, as `[v0]`, `[v1]` … */
function pictures(work: VideoWork, more: readonly string[] = []): string[] {
  const { file, source, rungs, encoder, seekFrame } = work
  const seek = source.startSeconds + seekFrame / toNumber(source.video.frameRate)
  const graph = [
    `[0:${source.video.stream}]${prepare(work)},split=${rungs.length}${rungs.map((_, index) => `[s${index}]`).join('')}`,
    ...rungs.map(
      (rung, index) =>
        `[s${index}]${fit(rung, source.video)},${handOverFilters(encoder)}[v${index}]`,
    ),
    ...more,
  ]
  return [
    ...deviceArguments(encoder),
    ...pictureInput(file, source.video, seek),
    ...['-filter_complex', graph.join(';')],
  ]
}

const pictureOutput = (rung: Rung, index: number, work: VideoWork): string[] => [
  ...['-map', `[v${index}]`, '-fps_mode', 'passthrough'],
  ...picture(rung, work),
]

/**
 * Encodes some frames by libx264 into every given rung and keeps nothing: x264 tells at its end, for each
 * in turn, how like the original it is and what it took.
 */
export const qualityArguments = (work: VideoWork): string[] => [
  ...['-loglevel', 'level+info', ...pictures(work)],
  ...work.rungs.flatMap((rung, index) => [
    ...pictureOutput(rung, index, work),
    ...['-x264-params', 'ssim=1', '-f', 'null', '-'],
  ]),
]

/** Compares a picture with itself after it was as small as the next rung: how much of it is detail. */
export function detailArguments({ rungs, ...work }: VideoWork): string[] {
  const small = rungs.slice(1)
  const both = rungs.slice(0, -1).flatMap((rung) => [rung, rung])
  const compared = small.map(({ width, height }, index) => {
    const { width: w, height: h } = rungs[index] ?? { width, height }
    const down = `[v${2 * index}]scale=${width}:${height}:flags=bicubic,scale=${w}:${h}:flags=bicubic`
    return `${down}[l${index}];[l${index}][v${2 * index + 1}]ssim[d${index}]`
  })
  return [
    ...['-loglevel', 'level+info', ...pictures({ ...work, rungs: both }, compared)],
    ...small.flatMap((_, index) => ['-map', `[d${index}]`, '-f', 'null', '-']),
  ]
}

/** Compares what was made of each rung with what it was made from. */
export function likenessArguments(work: VideoWork): string[] {
  const made = work.rungs.flatMap(({ name }) => [...inputLimits, '-i', `${name}/${madeFile}`])
  const compared = work.rungs.map((_, index) => {
    const both = `[${index + 1}:v]setpts=PTS-STARTPTS[m${index}];[v${index}]setpts=PTS-STARTPTS[o${index}]`
    return `${both};[m${index}][o${index}]ssim[d${index}]`
  })
  return [
    ...['-loglevel', 'level+info', ...pictures(work, compared), ...made],
    ...work.rungs.flatMap((_, index) => ['-map', `[d${index}]`, '-f', 'null', '-']),
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
