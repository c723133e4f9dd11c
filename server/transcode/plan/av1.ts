import type { Rung } from './ladder.ts'

/** The encoder takes no picture smaller than this. */
const smallest = 64

/** What AV1 needs of what H.264 does, for the same picture. */
const capShare = 0.6

/** On SVT-AV1's scale, which goes to 63, this much above libx264's number looks the same. */
export const crfAbove = 13

const isTiny = ({ width, height }: Rung) => Math.min(width, height) < smallest

/**
 * The rungs of a ladder once more in AV1, for devices that decode it. They are made when all else of the
 * film is, so nobody waits for them.
 */
export const av1Rungs = (rungs: readonly Rung[]): Rung[] =>
  rungs
    .filter((rung) => !isTiny(rung))
    .map((rung) => ({
      ...rung,
      name: `${rung.name}-av1`,
      codec: 'av1',
      // It knows whole numbers only.
      crf: Math.round(rung.crf) + crfAbove,
      maxBitsPerSecond: Math.round((capShare * rung.maxBitsPerSecond) / 1000) * 1000,
    }))

interface Piece {
  renditions: readonly string[]
}

/** Whether a piece makes AV1, without which the film is as good, only larger. */
export const isAv1Piece = ({ rungs }: { rungs: readonly Rung[] }, { renditions }: Piece): boolean =>
  rungs.some(({ name, codec }) => codec === 'av1' && renditions.includes(name))

/** The plan for a film of which no AV1 can be made after all. */
export const withoutAv1 = <Plan extends { rungs: Rung[]; pieces: Piece[] }>(plan: Plan): Plan => ({
  ...plan,
  rungs: plan.rungs.filter(({ codec }) => codec !== 'av1'),
  pieces: plan.pieces.filter((piece) => !isAv1Piece(plan, piece)),
})
