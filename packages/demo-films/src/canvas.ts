import { writeFile } from 'node:fs/promises'

/** Red, green, blue: 0..255. */
export type Colour = readonly [number, number, number]

/** "#f0c27b" */
export function colour(hex: string): Colour {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

export const mix = (from: Colour, to: Colour, share: number): Colour => {
  const part = (index: 0 | 1 | 2) => from[index] + (to[index] - from[index]) * share
  return [part(0), part(1), part(2)]
}

/** Smooth from 0 at `from` to 1 at `to`. */
export function smooth(from: number, to: number, value: number): number {
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)))
  return share * share * (3 - 2 * share)
}

/** A picture with transparency, in straight alpha, that ffmpeg reads as rawvideo. */
export class Canvas {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8ClampedArray

  constructor(width: number, height: number) {
    this.width = width
    this.height = height
    this.pixels = new Uint8ClampedArray(width * height * 4)
  }

  /** Replaces a pixel. */
  set(x: number, y: number, [r, g, b]: Colour, alpha = 1): void {
    const at = 4 * (y * this.width + x)
    this.pixels[at] = r
    this.pixels[at + 1] = g
    this.pixels[at + 2] = b
    this.pixels[at + 3] = 255 * alpha
  }

  /** Lays a colour over a pixel; outside of the picture nothing happens. */
  blend(x: number, y: number, [r, g, b]: Colour, alpha: number): void {
    if (alpha <= 0 || x < 0 || y < 0 || x >= this.width || y >= this.height) return
    const at = 4 * (y * this.width + x)
    const { pixels } = this
    const below = (pixels[at + 3] ?? 0) / 255
    const whole = alpha + below * (1 - alpha)
    const lay = (over: number, under: number) =>
      (over * alpha + under * below * (1 - alpha)) / whole
    pixels[at] = lay(r, pixels[at] ?? 0)
    pixels[at + 1] = lay(g, pixels[at + 1] ?? 0)
    pixels[at + 2] = lay(b, pixels[at + 2] ?? 0)
    pixels[at + 3] = 255 * whole
  }

  /** Colours a pixel unless it is covered more already, so that strokes may cross. */
  cover(x: number, y: number, c: Colour, alpha: number): void {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return
    if (255 * alpha > (this.pixels[4 * (y * this.width + x) + 3] ?? 0)) this.set(x, y, c, alpha)
  }

  /**
   * A line with round ends.
   *
   * @param lay how it meets what is there
   */
  stroke(
    [x1, y1, x2, y2]: readonly [number, number, number, number],
    width: number,
    c: Colour,
    alpha = 1,
    lay: 'blend' | 'cover' = 'blend',
  ): void {
    const radius = width / 2
    const [dx, dy] = [x2 - x1, y2 - y1]
    const length = dx * dx + dy * dy
    const reach = radius + 1
    for (let y = Math.floor(Math.min(y1, y2) - reach); y <= Math.max(y1, y2) + reach; y++) {
      for (let x = Math.floor(Math.min(x1, x2) - reach); x <= Math.max(x1, x2) + reach; x++) {
        const along = length === 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / length
        const t = Math.min(1, Math.max(0, along))
        const distance = Math.hypot(x - x1 - t * dx, y - y1 - t * dy)
        const share = Math.min(1, Math.max(0, radius + 0.5 - distance))
        if (share > 0) this[lay](x, y, c, alpha * share)
      }
    }
  }

  save(path: string): Promise<void> {
    return writeFile(path, this.pixels)
  }
}
