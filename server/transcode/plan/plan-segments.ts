import type { PlannedSegments } from '../pieces/measure.ts'
import { type Fraction, toNumber } from '../probe/source-facts.ts'
import type { Grid } from './ladder.ts'
import type { EncodePlan, PlannedPiece } from './plan.ts'

/** A segment as it must come out: a count of frames, or of packets of sound. */
export type SegmentCounts = number[]

/**
 * How many frames, at full rate, each segment of a video holds. A rest of less than half a group of
 * pictures goes to the segment before it: a request for a few frames is worth nothing to anybody.
 */
function planSegments(frames: number, { segmentFrames, groupFrames }: Grid): SegmentCounts {
  const whole = Math.floor(frames / segmentFrames)
  const rest = frames - whole * segmentFrames
  const counts = Array.from({ length: whole }, () => segmentFrames)
  if (rest === 0) return counts
  if (whole === 0 || rest >= groupFrames / 2) return [...counts, rest]
  return [...counts.slice(0, -1), segmentFrames + rest]
}

/** Of every `frameStep` frames the first is shown. */
const shownFrames = (frames: number, frameStep: number): number => Math.ceil(frames / frameStep)

export const soundRate = 48_000
export const packetSamples = 1024

/** ffmpeg cuts sound at whole microseconds. */
export const soundSegmentMicroseconds = (
  { segmentFrames }: Pick<Grid, 'segmentFrames'>,
  frameRate: Fraction,
): number => Math.floor((segmentFrames * 1_000_000) / toNumber(frameRate))

/** Packets of sound that begin before a moment. */
const packetsBefore = (microseconds: number): number =>
  Math.ceil((microseconds * soundRate) / 1_000_000 / packetSamples)

/**
 * How many packets each segment of sound holds: cut where the picture is, and no longer than it, as a
 * player at the end of the picture would wait for a rest of sound.
 *
 * @param video how many frames each segment of the picture holds
 */
function planSoundSegments(video: SegmentCounts, grid: Grid, frameRate: Fraction): SegmentCounts {
  const microseconds = soundSegmentMicroseconds(grid, frameRate)
  const frames = video.reduce((sum, count) => sum + count, 0)
  // Fewer than two no encoder makes: one of its own, and one of sound.
  const all = Math.max(
    2,
    Math.floor((frames / toNumber(frameRate)) * (soundRate / packetSamples) + 1e-6),
  )
  const starts = video.map((_, index) => Math.min(all, packetsBefore(index * microseconds)))
  return starts
    .map((start, index) => (starts[index + 1] ?? all) - start)
    .filter((count) => count > 0)
}

/**
 * What the segments that a piece makes of one of its renditions must be like.
 *
 * @throws Error when the plan has no such rendition
 */
export function plannedSegments(
  { grid, frames, rungs, source }: Pick<EncodePlan, 'grid' | 'frames' | 'rungs' | 'source'>,
  { kind, startFrame, endFrame }: Pick<PlannedPiece, 'kind' | 'startFrame' | 'endFrame'>,
  name: string,
): PlannedSegments {
  const { frameRate } = source.video
  const all = planSegments(frames, grid)
  if (kind === 'audio') {
    const samples = planSoundSegments(all, grid, frameRate)
    return { firstIndex: 0, startSeconds: 0, sampleSeconds: packetSamples / soundRate, samples }
  }
  const rung = rungs.find((other) => other.name === name)
  if (rung === undefined) throw new Error(`the plan has no rendition ${name}`)
  const firstIndex = Math.round(startFrame / grid.segmentFrames)
  const last = endFrame === frames ? all.length : Math.round(endFrame / grid.segmentFrames)
  return {
    firstIndex,
    startSeconds: startFrame / toNumber(frameRate),
    sampleSeconds: rung.frameStep / toNumber(frameRate),
    samples: all.slice(firstIndex, last).map((count) => shownFrames(count, rung.frameStep)),
  }
}
