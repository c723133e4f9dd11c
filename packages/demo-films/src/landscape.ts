import { type Canvas, type Colour, mix, smooth } from './canvas.ts'
import { clouds, random } from './noise.ts'

export const frame = { width: 1280, height: 720, rate: 24 }

export interface Light {
  x: number
  y: number
  radius: number
  colour: Colour
  /** How far it shines, in pixels. */
  glow: number
}

export interface Sky {
  /** From the top down, evenly. */
  colours: Colour[]
  light?: Light
  stars?: number
}

/** Fills the upper `height` rows. */
export function paintSky(canvas: Canvas, { colours, light, stars = 0 }: Sky, height: number): void {
  const grain = random(7)
  for (let y = 0; y < height; y++) {
    const at = (y / height) * (colours.length - 1)
    const index = Math.min(colours.length - 2, Math.floor(at))
    const plain = mix(colours[index] ?? black, colours[index + 1] ?? black, at - index)
    for (let x = 0; x < canvas.width; x++) {
      // Grain of less than one step keeps wide gradients from showing bands.
      const noise = grain() - 0.5
      const lit = light === undefined ? plain : shine(plain, light, x, y)
      canvas.set(x, y, [lit[0] + noise, lit[1] + noise, lit[2] + noise])
    }
  }
  const next = random(11)
  for (let count = 0; count < stars; count++) {
    const [x, y] = [next() * canvas.width, next() ** 1.5 * height]
    const alpha = 0.25 + 0.75 * next() * (1 - y / height)
    canvas.stroke([x, y, x, y], 0.4 + 1.5 * next() ** 3, [255, 250, 235], alpha)
  }
}

const black: Colour = [0, 0, 0]

function shine(plain: Colour, { x: cx, y: cy, radius, colour, glow }: Light, x: number, y: number) {
  const distance = Math.hypot(x - cx, y - cy)
  const disc = 1 - smooth(radius - 1, radius + 1, distance)
  const halo = 0.75 * Math.exp(-Math.max(0, distance - radius) / glow)
  return mix(plain, colour, Math.max(disc, halo))
}

export interface Slope {
  /** From 0 to 1, as wide as the canvas or repeated. */
  line: Float32Array
  /** Where its lowest point would be, and how high it can rise, in rows. */
  base: number
  rise: number
  /** At its top and where it meets the base: haze gathers below. */
  top: Colour
  foot: Colour
  /** Last row filled. */
  bottom: number
}

/** Fills below a line of hills, with a soft edge. */
export function paintSlope(canvas: Canvas, slope: Slope): void {
  const { line, base, rise, top, foot, bottom } = slope
  for (let x = 0; x < canvas.width; x++) {
    const edge = base - rise * (line[x % line.length] ?? 0)
    for (let y = Math.max(0, Math.floor(edge)); y < bottom; y++) {
      const colour = mix(top, foot, smooth(edge - 10, base + 20, y))
      canvas.blend(x, y, colour, Math.min(1, y + 1 - edge))
    }
  }
}

/** A row of firs along a line, as a silhouette. */
export function paintFirs(
  canvas: Canvas,
  seed: number,
  slope: Pick<Slope, 'line' | 'base' | 'rise' | 'top'>,
  { spacing, height }: { spacing: number; height: number },
): void {
  const next = random(seed)
  const period = slope.line.length
  for (let at = 0; at < period; at += spacing * (0.5 + next())) {
    const tall = height * (0.55 + 0.6 * next())
    const lean = 0.16 + 0.06 * next()
    for (let x = at; x < canvas.width + tall; x += period) {
      const foot = slope.base - slope.rise * (slope.line[Math.floor(at)] ?? 0) + 6
      paintFir(canvas, x, foot, tall, lean, slope.top)
    }
  }
}

function paintFir(canvas: Canvas, x: number, foot: number, tall: number, lean: number, c: Colour) {
  for (let row = 0; row < tall; row++) {
    // Branches: wider in steps from the tip down.
    const share = row / tall
    const step = (share * 7) % 1
    const half = tall * lean * (share * 0.75 + 0.25 * share * step) + 0.4
    const y = Math.round(foot - tall + row)
    for (let dx = -Math.ceil(half); dx <= half + 1; dx++) {
      const cover = Math.min(1, Math.max(0, half + 0.5 - Math.abs(dx)))
      canvas.blend(Math.round(x + dx), y, c, cover)
    }
  }
}

/** How still water moves what it mirrors, from -0.5 to 0.5: wide near the eye, narrow far away. */
export function ripples(width: number, height: number): Float32Array {
  const field = clouds(5, 64)
  return Float32Array.from({ length: width * height }, (_, index) => {
    const [x, y] = [index % width, Math.floor(index / width)]
    return field((x / width) * 20 + 3, ((y + 500) * (y + 500)) / 1900) - 0.5
  })
}

/** Mirrors what is above `shore` into still water below it. */
export function paintLake(
  canvas: Canvas,
  waves: Float32Array,
  { shore, tint, clearness }: { shore: number; tint: Colour; clearness: number },
): void {
  const { width, height, pixels } = canvas
  for (let y = shore; y < height; y++) {
    const depth = (y - shore) / (height - shore)
    const row = Math.max(0, Math.round(shore - (y - shore) * 1.15))
    for (let x = 0; x < width; x++) {
      const wave = waves[(y - shore) * width + x] ?? 0
      const from = Math.min(width - 1, Math.max(0, Math.round(x + wave * (6 + 60 * depth))))
      const line = Math.max(0, Math.round(row - Math.abs(wave) * 26 * depth))
      const at = 4 * (line * width + from)
      const mirrored: Colour = [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0]
      canvas.set(x, y, mix(mirrored, tint, 1 - clearness * (1 - 0.45 * depth) + 0.12 * wave))
    }
  }
}

/**
 * A layer of clouds that repeats every `period` columns, thick at `middle` and thin away from it.
 * They are soft, so that half the size, to be enlarged, is enough.
 */
export function paintClouds(
  canvas: Canvas,
  seed: number,
  {
    period,
    middle,
    spread,
    cover,
    light,
    shade,
    size = 115,
  }: {
    period: number
    middle: number
    spread: number
    /** 0 none, 1 closed. */
    cover: number
    light: Colour
    shade: Colour
    size?: number
  },
): void {
  const cells = Math.max(2, Math.round(period / size))
  const field = clouds(seed, cells)
  for (let y = 0; y < canvas.height; y++) {
    const band = Math.exp(-(((y - middle) / spread) ** 2))
    if (band < 0.02) continue
    for (let x = 0; x < period; x++) {
      const [u, v] = [(x / period) * cells, y / (size * 0.55)]
      const thick = smooth(1 - cover, 1.25 - cover, field(u, v) * band)
      if (thick <= 0.01) continue
      // Lit from above: what has cloud over it is in shade.
      const above = field(u, v - 0.22) * band
      const tint = mix(light, shade, smooth(0.35, 0.75, above))
      for (let at = x; at < canvas.width; at += period) canvas.set(at, y, tint, thick * 0.92)
    }
  }
}
