/** A small grey picture: one byte a pixel, row by row. */
export interface GreyFrame {
  pixels: Uint8Array
  width: number
}

/**
 * How well a frame speaks for its film: black, white and blurred ones hardly do, well-lit ones with
 * contrast and detail do.
 *
 * @returns a number that only compares with others of this function
 */
export function scoreFrame({ pixels, width }: GreyFrame): number {
  const count = pixels.length
  if (count === 0) return 0
  let [sum, squares, steps] = [0, 0, 0]
  for (const [index, value] of pixels.entries()) {
    sum += value
    squares += value * value
    if (index % width > 0) steps += Math.abs(value - (pixels[index - 1] ?? 0))
  }
  const mean = sum / count
  const contrast = Math.sqrt(Math.max(0, squares / count - mean * mean))
  const detail = steps / count
  // 1 at middle grey, 0 at black and white.
  const light = 1 - Math.abs(mean - 118) / 138
  return Math.max(0, light) * (contrast + 2 * Math.min(detail, 20))
}

/** The index of the best; the earliest of equals. -1 when there is none. */
export function chooseFrame(frames: (GreyFrame | null)[]): number {
  let [best, bestScore] = [-1, -1]
  for (const [index, frame] of frames.entries()) {
    const score = frame === null ? -1 : scoreFrame(frame)
    if (score > bestScore) [best, bestScore] = [index, score]
  }
  return best
}
