import { av1Rungs, crfAbove } from './av1.ts'
import type { Rung } from './ladder.ts'
import type { Measured } from './quality.ts'

/** So much above libx264's are SVT-AV1's numbers that are tried. */
export const triedAbove = [11, 17, 25] as const
/** Against H.264, which has lost some itself; what other scenes and rungs lose comes on top. */
const bearableLoss = 0.002
/** A cap holds for other scenes than those that were measured, and is not held exactly. */
const [leastOfCap, mostOfCap] = [0.6, 0.85]

/**
 * A ladder in AV1 with the coarsest numbers by which every scene looks as it does in H.264, and caps that
 * are as much lower as it then needs fewer bits.
 *
 * @param ladder as it is made in H.264
 * @param scenes of each how it came out in H.264, then `triedAbove` that number in AV1
 */
export function fitAv1Rungs(
  ladder: readonly Rung[],
  scenes: readonly (readonly Measured[])[],
): Rung[] {
  const found = scenes.flatMap(([h264, ...tried]) => {
    const alike = h264 && coarsestAlike((1 - bearableLoss) * h264.ssim, tried)
    return alike ? [{ ...alike, share: alike.bitsPerSecond / h264.bitsPerSecond }] : []
  })
  const usual = av1Rungs(ladder)
  if (found.length === 0) return usual
  const above = Math.min(...found.map((scene) => scene.above))
  const share = Math.max(...found.map((scene) => scene.share))
  const ofCap = Math.min(mostOfCap, Math.max(leastOfCap, share))
  return usual.map((rung, index) => {
    const { crf, maxBitsPerSecond } = ladder[index] ?? rung
    return {
      ...rung,
      crf: Math.floor(crf + above),
      maxBitsPerSecond: Math.round((ofCap * maxBitsPerSecond) / 1000) * 1000,
    }
  })
}

/** Between the tries around it; the finest where none is like enough. */
function coarsestAlike(wanted: number, tried: readonly Measured[]) {
  const tries = tried.map((measured, index) => ({
    ...{ above: triedAbove[index] ?? crfAbove, ...measured },
  }))
  const coarser = tries.findIndex(({ ssim }) => ssim < wanted)
  const [finer, next] = [tries[coarser - 1], tries[coarser]]
  if (finer === undefined || next === undefined) return coarser === 0 ? tries[0] : tries.at(-1)
  const part = (finer.ssim - wanted) / (finer.ssim - next.ssim)
  const { above, bitsPerSecond } = finer
  return {
    above: above + part * (next.above - above),
    bitsPerSecond: bitsPerSecond * (next.bitsPerSecond / bitsPerSecond) ** part,
  }
}
