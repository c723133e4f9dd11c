import { Canvas, type Colour, colour, mix } from '../canvas.ts'
import type { Layer } from '../film.ts'
import { frame } from '../landscape.ts'
import { random } from '../noise.ts'

const night: Colour = [9, 13, 26]
const { width } = frame

/** Telegraph poles, which pass once a second and a bit, and the wires between them. */
export function poles(tint: Colour): Layer {
  const [period, top] = [640, 250]
  const image = new Canvas(period + width, 420)
  const wires = [30, 48, 66]
  for (let x = 120; x < image.width + period; x += period) {
    image.stroke([x, 18, x, 420], 9, tint)
    image.stroke([x - 46, 34, x + 46, 34], 5, tint)
    image.stroke([x - 34, 62, x + 34, 62], 5, tint)
  }
  for (let x = 120 - period; x < image.width; x += period) {
    for (const wire of wires) {
      const sag = (share: number) => wire + 74 * 4 * share * (1 - share)
      for (let step = 0; step < 40; step++) {
        const [a, b] = [step / 40, (step + 1) / 40]
        image.stroke([x + a * period, sag(a), x + b * period, sag(b)], 1.8, tint, 0.85)
      }
    }
  }
  return { image, top, x: `mod(20*n,${period})` }
}

/** Sails, far out, that the train slowly overtakes. */
export function sails(): Layer {
  const period = 1280
  const image = new Canvas(period + width, 90)
  const next = random(77)
  for (let at = 80; at < period; at += 200 + 160 * next()) {
    const tall = 26 + 40 * next()
    for (const x of [at, at + period]) {
      for (let row = 0; row < tall; row++) {
        const reach = 0.42 * row
        image.stroke(
          [x + 2, 80 - tall + row, x + 2 + reach, 80 - tall + row],
          1.2,
          [252, 250, 244],
          0.95,
        )
        image.stroke(
          [x - 1 - reach * 0.5, 80 - tall + row, x - 1, 80 - tall + row],
          1.2,
          [226, 230, 236],
          0.9,
        )
      }
      image.stroke([x - 0.3 * tall, 82, x + 0.42 * tall, 82], 4, [60, 62, 78])
    }
  }
  return { image, top: 330, x: `mod(2*n,${period})` }
}

/** Light on the water: short lines, more and longer ones towards the eye. */
export function glitter(): Layer {
  const period = 1280
  const image = new Canvas(period + width, 250)
  const next = random(31)
  for (let count = 0; count < 900; count++) {
    const depth = next()
    const [x, y] = [next() * period, 4 + 240 * depth ** 1.6]
    const long = 4 + 34 * depth * next()
    for (const left of [x, x + period]) {
      image.stroke([left, y, left + long, y], 1 + depth, [236, 246, 250], 0.2 + 0.4 * next())
    }
  }
  return { image, top: 412, x: `mod(4*n,${period})` }
}

/** Blocks of houses with lit windows. */
export function skyline(
  seed: number,
  place: { period: number; top: number; bottom: number; speed: number; tint: string; lit: number },
): Layer {
  const { period, top, bottom, speed, tint, lit } = place
  const image = new Canvas(period + width, bottom - top)
  const next = random(seed)
  for (let x = 0; x < period; ) {
    const wide = Math.min(period - x, Math.round(46 + 90 * next()))
    const roof = Math.round(image.height * 0.72 * next() ** 1.6)
    const shade = mix(colour(tint), night, 0.35 * next())
    const windows = random(seed + x)
    for (let column = x; column < x + wide; column++) {
      for (let row = roof; row < image.height; row++) {
        for (let at = column; at < image.width; at += period) image.set(at, row, shade)
      }
    }
    for (let row = roof + 12; row < image.height - 14; row += 17) {
      for (let column = x + 8; column + 7 < x + wide - 6; column += 14) {
        if (windows() > lit) continue
        const glow = mix([255, 214, 140], [255, 240, 205], windows())
        for (let at = column; at < image.width; at += period) {
          for (let dy = 0; dy < 9; dy++)
            for (let dx = 0; dx < 7; dx++) {
              if (at + dx < image.width) image.set(at + dx, row + dy, glow)
            }
        }
      }
    }
    x += wide
  }
  return { image, top, x: `mod(${speed}*n,${period})` }
}
