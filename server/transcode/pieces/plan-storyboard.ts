import type { Storyboard } from '../../catalog/storyboard.ts'

const steps = [2, 5, 10, 20, 30, 60, 120]
const mostTiles = 720
const shortSide = 90
const longestSide = 160
const [columns, rows] = [10, 10]

const even = (length: number) => Math.max(2, 2 * Math.round(length / 2))

/** How a film is shown in small pictures: as many as help to find a place, and no more. */
export function planStoryboard(
  seconds: number,
  { width, height }: { width: number; height: number },
): Storyboard {
  const everySeconds =
    steps.find((step) => seconds / step <= mostTiles) ?? Math.ceil(seconds / mostTiles)
  const scale = Math.min(shortSide / Math.min(width, height), longestSide / Math.max(width, height))
  const tiles = Math.max(1, Math.ceil(seconds / everySeconds))
  return {
    everySeconds,
    tileWidth: even(width * scale),
    tileHeight: even(height * scale),
    columns,
    rows,
    sheets: Math.ceil(tiles / (columns * rows)),
  }
}

export interface ChosenTiles {
  /** For each tile, the moment of the picture that it shows. */
  moments: number[]
  /** How far the worst of them is from the middle of its time, in seconds. */
  farthest: number
}

/**
 * Chooses for each step of time the picture nearest to its middle.
 *
 * @param moments when there are pictures, in seconds, ascending; at least one
 */
export function chooseTiles(
  moments: readonly number[],
  seconds: number,
  { everySeconds }: Pick<Storyboard, 'everySeconds'>,
): ChosenTiles {
  const count = Math.max(1, Math.ceil(seconds / everySeconds))
  const chosen: number[] = []
  let [at, farthest] = [0, 0]
  for (let tile = 0; tile < count; tile++) {
    const end = Math.min((tile + 1) * everySeconds, seconds)
    const middle = (tile * everySeconds + end) / 2
    const away = (index: number) => Math.abs((moments[index] ?? Number.POSITIVE_INFINITY) - middle)
    while (away(at + 1) <= away(at)) at++
    chosen.push(moments[at] ?? 0)
    farthest = Math.max(farthest, away(at))
  }
  return { moments: chosen, farthest }
}
