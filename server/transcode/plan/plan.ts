import type { PictureEncoder, VideoEncoder } from '../pieces/video-encoders.ts'
import { type SourceFacts, toNumber } from '../probe/source-facts.ts'
import { av1Rungs, isAv1Piece } from './av1.ts'
import { type Grid, type LadderOptions, planGrid, planLadder, type Rung } from './ladder.ts'
import { type AudioTrack, planAudio } from './plan-audio.ts'

/** All that is decided about an encode before it begins. Stored, so that every worker sees the same. */
export interface EncodePlan {
  /** Of what pieces made by it look like; absent in the oldest plans. */
  version?: number
  source: SourceFacts
  grid: Grid
  /** Of the whole film, at full rate. */
  frames: number
  /** For all its H.264, or the pieces would not fit together. Absent in older plans: libx264. */
  encoder?: VideoEncoder
  /** The best first; those in AV1 after those in H.264. */
  rungs: Rung[]
  audio: AudioTrack[]
  /** Whether all sound is brought to one loudness. */
  evenLoudness: boolean
  /** The video rendition that is made before all others: with the sound it makes the film playable. */
  firstRung: string
  pieces: PlannedPiece[]
}

export type PieceKind = 'poster' | 'captions' | 'storyboard' | 'audio' | 'video'

/** What one worker does in one go; a crash costs at most one of them. */
export interface PlannedPiece {
  /** Unique within the encode. */
  name: string
  kind: PieceKind
  /** The renditions it makes segments of. */
  renditions: string[]
  /** The frames, at full rate, from `startFrame` to before `endFrame`. */
  startFrame: number
  endFrame: number
  /** Where decoding begins, a picture that is there: at least a segment early. */
  seekFrame: number
  priority: number
  /** Its share of the work, in any unit. */
  weight: number
}

/** A film of this length is one piece; longer ones are cut. */
const chunkSeconds = 60
const priorities = { poster: 15, captions: 12, first: 10, storyboard: 5, rest: 0, av1: -10 }
/** To start with, a picture that a phone line carries and that is quick to make. */
const firstShortSide = 480

/** Pieces made by plans of different versions do not fit together. */
export const planVersion = 2

export const encoderOf = ({ encoder }: EncodePlan): VideoEncoder => encoder ?? 'libx264'

/** What makes the pictures of one piece. */
export const encoderOfPiece = (plan: EncodePlan, piece: PlannedPiece): PictureEncoder =>
  isAv1Piece(plan, piece) ? 'libsvtav1' : encoderOf(plan)

export interface PlanOptions extends LadderOptions {
  evenLoudness?: boolean
  /** Whether every rung is made in AV1 too. */
  av1?: boolean
  /** As measured; absent: the usual one. */
  ladder?: Rung[]
  /** What it is in AV1, as measured; absent: the usual one. */
  av1Ladder?: Rung[]
}

/** When the picture begins that is on at a moment, or one little earlier, in seconds of the film. */
export type PictureBefore = (seconds: number) => number

export function planEncode(
  source: SourceFacts,
  options: PlanOptions = { highest: 1080 },
  encoder: VideoEncoder = 'libx264',
  pictureBefore: PictureBefore = (seconds) => seconds,
): EncodePlan {
  const grid = planGrid(source.video.frameRate)
  const frames = Math.max(1, Math.round(source.seconds * toNumber(source.video.frameRate)))
  const ladder = options.ladder ?? planLadder(source.video, options)
  const av1 = options.av1 === true ? (options.av1Ladder ?? av1Rungs(ladder)) : []
  const first = chooseFirst(ladder)
  const rest = ladder.filter((rung) => rung !== first)
  const audio = planAudio(source.audio)
  const chunks = cut(frames, source, grid, pictureBefore)
  const whole = (kind: PieceKind, priority: number, share: number): PlannedPiece => ({
    ...{ name: kind, kind, renditions: [], priority, weight: share * source.seconds },
    ...{ startFrame: 0, endFrame: frames, seekFrame: 0 },
  })
  const pieces: PlannedPiece[] = [
    whole('poster', priorities.poster, 0.02),
    ...(source.texts.length > 0 ? [whole('captions', priorities.captions, 0.005)] : []),
    ...audio.map(({ name }) => ({
      ...whole('audio', priorities.first, 0.03),
      name,
      renditions: [name],
    })),
    ...chunks.map((chunk, index) => videoPiece([first], chunk, index, priorities.first)),
    whole('storyboard', priorities.storyboard, 0.03),
    ...(rest.length > 0
      ? chunks.map((chunk, index) => videoPiece(rest, chunk, index, priorities.rest))
      : []),
    ...(av1.length > 0
      ? chunks.map((chunk, index) => videoPiece(av1, chunk, index, priorities.av1))
      : []),
  ]
  const version = planVersion
  const { evenLoudness = true } = options
  return {
    ...{ version, source, grid, frames, encoder, audio, evenLoudness },
    ...{ rungs: [...ladder, ...av1], firstRung: first.name, pieces },
  }
}

interface Chunk {
  startFrame: number
  endFrame: number
  seekFrame: number
  seconds: number
}

function videoPiece(
  rungs: Rung[],
  { seconds, ...chunk }: Chunk,
  index: number,
  priority: number,
): PlannedPiece {
  const pixels = rungs.reduce((sum, { width, height, frameStep }) => {
    return sum + (width * height) / frameStep
  }, 0)
  const renditions = rungs.map(({ name }) => name)
  const name = `${renditions.join('+')}/${index}`
  // Decoding and scaling cost too: as if there were some more pixels to encode.
  const weight = (seconds * (pixels + 300_000)) / 1_000_000
  return { name, kind: 'video', renditions, ...chunk, priority, weight }
}

/** The largest of at most 480 lines, else the smallest there is. */
function chooseFirst(rungs: Rung[]): Rung {
  const short = ({ width, height }: Rung) => Math.min(width, height)
  const first = rungs.find((rung) => short(rung) <= firstShortSide) ?? rungs.at(-1)
  if (first === undefined) throw new Error('a ladder has at least one rung')
  return first
}

/** Cuts at segment boundaries. A short rest goes to the chunk before it. */
function cut(
  frames: number,
  { video }: SourceFacts,
  { segmentFrames }: Grid,
  pictureBefore: PictureBefore,
): Chunk[] {
  const rate = toNumber(video.frameRate)
  const chunkFrames = segmentFrames * Math.max(1, Math.round((chunkSeconds * rate) / segmentFrames))
  const count = Math.max(1, Math.round(frames / chunkFrames))
  return Array.from({ length: count }, (_, index) => {
    const startFrame = index * chunkFrames
    const endFrame = index === count - 1 ? frames : startFrame + chunkFrames
    const early = Math.max(0, startFrame - segmentFrames)
    // A frame before it: what begins a little after the moment that is sought is not lost.
    const seekFrame = Math.max(0, Math.floor(pictureBefore(early / rate) * rate + 0.001) - 1)
    const seconds = (endFrame - startFrame) / rate
    return { startFrame, endFrame, seekFrame: early === 0 ? 0 : seekFrame, seconds }
  })
}
