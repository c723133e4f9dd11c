import { type Fraction, toNumber, type VideoFacts } from '../probe/source-facts.ts'

/** One video rendition as it will be encoded. */
export interface Rung {
  /** "720p": the length of the short side. */
  name: string
  /** Absent: H.264, which every device plays. */
  codec?: 'av1'
  width: number
  height: number
  /** Of every `frameStep` frames one is shown: 2 where the full rate would cost more than it gives. */
  frameStep: 1 | 2
  frameRate: Fraction
  /** Constant quality up to a cap: easy films stay small and hard ones bearable. */
  crf: number
  maxBitsPerSecond: number
}

interface Step {
  short: number
  crf: number
  /** At 16:9 and up to 30 frames a second. */
  maxBitsPerSecond: number
}

const steps: Step[] = [
  { short: 2160, crf: 23, maxBitsPerSecond: 14_000_000 },
  { short: 1440, crf: 23, maxBitsPerSecond: 9_000_000 },
  { short: 1080, crf: 22, maxBitsPerSecond: 5_000_000 },
  { short: 720, crf: 22, maxBitsPerSecond: 2_800_000 },
  { short: 480, crf: 22, maxBitsPerSecond: 1_400_000 },
  { short: 360, crf: 23, maxBitsPerSecond: 800_000 },
]

export interface LadderOptions {
  /** 1440 and 2160 cost much and are asked for by few. */
  highest: 360 | 480 | 720 | 1080 | 1440 | 2160
}

export const even = (length: number) => Math.max(2, 2 * Math.round(length / 2))
const evenBelow = (length: number) => Math.max(2, 2 * Math.floor(length / 2))

/**
 * The renditions of a film, the best first: those of the usual ones that are no larger than the
 * source, by its short side. A source smaller than all of them gets one of its own size.
 */
export function planLadder(
  source: Pick<VideoFacts, 'width' | 'height' | 'frameRate'>,
  { highest }: LadderOptions = { highest: 1080 },
): Rung[] {
  const short = Math.min(source.width, source.height)
  const fitting = steps.filter((step) => step.short <= Math.min(short, highest))
  const last = steps.at(-1)
  if (fitting.length > 0 || last === undefined) return fitting.map((step) => rung(step, source))
  return [rung({ ...last, short: evenBelow(short) }, source)]
}

function rung(
  { short, crf, maxBitsPerSecond }: Step,
  { width, height, frameRate }: Pick<VideoFacts, 'width' | 'height' | 'frameRate'>,
): Rung {
  const long = even((short * Math.max(width, height)) / Math.min(width, height))
  const [w, h] = width >= height ? [long, short] : [short, long]
  const frameStep = short < 720 && toNumber(frameRate) > 31 ? 2 : 1
  const shown = { ...frameRate, denominator: frameRate.denominator * frameStep }
  return {
    name: `${short}p`,
    width: w,
    height: h,
    frameStep,
    frameRate: shown,
    crf,
    maxBitsPerSecond: scaledCap(maxBitsPerSecond, (w * h) / short ** 2, toNumber(shown)),
  }
}

/** A cap for other shapes and rates: as wide pictures are given more, narrow ones need less. */
function scaledCap(bitsPerSecond: number, shape: number, frameRate: number): number {
  const forShape = Math.min(1.4, Math.max(0.5, shape / (16 / 9)))
  const forRate = frameRate > 31 ? 1.5 : 1
  return Math.round((bitsPerSecond * forShape * forRate) / 1000) * 1000
}

/** Segments of 4 s, each of two groups of pictures of 2 s, in whole frames of the full rate. */
export interface Grid {
  /** Frames from one IDR to the next; even, so that half-rate renditions share the grid. */
  groupFrames: number
  segmentFrames: number
}

export function planGrid(frameRate: Fraction): Grid {
  const groupFrames = Math.max(2, 2 * Math.round(toNumber(frameRate)))
  return { groupFrames, segmentFrames: 2 * groupFrames }
}
