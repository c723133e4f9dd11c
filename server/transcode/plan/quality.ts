import type { SourceFacts } from '../probe/source-facts.ts'
import { toNumber } from '../probe/source-facts.ts'
import type { Rung } from './ladder.ts'
import type { PictureBefore } from './plan.ts'

/** How a few seconds came out in one rung. */
export interface Measured {
  /** Likeness to the original, up to 1. */
  ssim: number
  bitsPerSecond: number
}

/** Some frames of a film that stand for the rest. */
export interface Scene {
  seekFrame: number
  startFrame: number
  endFrame: number
}

/** Shorter films are encoded as usual: measuring would cost more than it saves. */
const shortestSeconds = 180
/** Two encodes of a scene in this many seconds cost 3 % of the film's own. */
const secondsAScene = 60
const fewestScenes = 4
const mostScenes = 16

/** Scenes spread over the film; none where it is short, or so small that bytes do not matter. */
export function chooseScenes(
  { seconds, video }: Pick<SourceFacts, 'seconds' | 'video'>,
  pictureBefore: PictureBefore,
  sceneSeconds = 1,
): Scene[] {
  if (seconds < shortestSeconds || Math.min(video.width, video.height) < 240) return []
  const rate = toNumber(video.frameRate)
  const count = Math.min(mostScenes, Math.max(fewestScenes, Math.round(seconds / secondsAScene)))
  return Array.from({ length: count }, (_, index) => {
    const begins = ((index + 0.5) * seconds) / count - sceneSeconds / 2
    const startFrame = Math.floor(begins * rate)
    const endFrame = startFrame + Math.max(2, Math.round(sceneSeconds * rate))
    // A frame before it: what begins a little after the moment that is sought is not lost.
    const seekFrame = Math.max(0, Math.floor(pictureBefore(begins) * rate + 0.001) - 1)
    return { seekFrame, startFrame, endFrame }
  })
}

/** Reads what x264 tells of each encode, in their order; null when one is missing. */
export function readQuality(log: readonly string[], count: number): Measured[] | null {
  const figures = (pattern: RegExp) =>
    log.flatMap((line) => {
      const [, figure] = pattern.exec(line) ?? []
      return figure === undefined ? [] : [Number(figure)]
    })
  const likeness = figures(/^\[libx264 .*SSIM Mean Y:([\d.]+)/)
  const rates = figures(/^\[libx264 .*\] kb\/s:([\d.]+)/)
  if (likeness.length !== count || rates.length !== count) return null
  return likeness.map((ssim, index) => ({ ssim, bitsPerSecond: 1000 * (rates[index] ?? 0) }))
}

/** Reads what the filter `ssim` tells of each comparison, in their order. */
export function readDetail(log: readonly string[]): number[] {
  const found = log.flatMap((line) => {
    const [, filter, ssim] = /^\[Parsed_ssim_(\d+) .*SSIM Y:([\d.]+)/.exec(line) ?? []
    return ssim === undefined ? [] : [{ filter: Number(filter), ssim: Number(ssim) }]
  })
  return found.sort((a, b) => a.filter - b.filter).map(({ ssim }) => ssim)
}

/** How much coarser the second encode of a scene is; no film is made coarser than was tried. */
export const coarserBy = 5
/** The share of likeness that may be lost against the usual number: less than anyone sees. */
const bearableLoss = 0.004

/** Where the cap decides, the number for quality says nothing. */
const isCapped = ({ bitsPerSecond }: Measured, { maxBitsPerSecond }: Rung) =>
  bitsPerSecond > 0.9 * maxBitsPerSecond

/**
 * The rung with the coarsest quality in which every scene looks as it does in the usual one. Likeness falls
 * ever faster as quality does, so what lies between the two that were tried is no worse than the line
 * between them.
 *
 * @param usual scene by scene, as encoded by the rung itself; `coarser`, by `coarserBy` more
 */
export function fitRung<R extends Rung>(
  rung: R,
  usual: readonly Measured[],
  coarser: readonly Measured[],
): R {
  const steps = usual.flatMap((scene, at) =>
    isCapped(scene, rung) ? [] : [bearableSteps(scene.ssim, coarser[at]?.ssim ?? 0)],
  )
  if (steps.length === 0) return rung
  return { ...rung, crf: rung.crf + Math.floor(2 * Math.min(...steps)) / 2 }
}

/** How much coarser a scene may be, which was as like the original as `usual`, and by `coarserBy` more as `coarser`. */
function bearableSteps(usual: number, coarser: number): number {
  const [loss, bearable] = [usual - coarser, bearableLoss * usual]
  return loss <= bearable ? coarserBy : (coarserBy * bearable) / loss
}

/** A picture that comes back from the next size down this like itself holds no more than that one does. */
const noDetail = 0.997

/**
 * Without the largest rungs that show nothing which the next does not, as of a film that was blown up.
 *
 * @param detail for each scene, how like itself each rung but the last is after it was as small as the next
 */
export function dropEmptyRungs<R>(
  rungs: readonly R[],
  detail: readonly (readonly number[])[],
): R[] {
  let kept = 0
  while (
    kept < rungs.length - 1 &&
    detail.length > 0 &&
    detail.every((scene) => (scene[kept] ?? 0) >= noDetail)
  ) {
    kept += 1
  }
  return rungs.slice(kept)
}
