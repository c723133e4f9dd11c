import { Canvas, type Colour, colour, mix } from './canvas.ts'
import type { Film, Layer, Scene } from './film.ts'
import { frame, paintFirs, paintSky, paintSlope, type Sky } from './landscape.ts'
import { random, ridge } from './noise.ts'

const { width, height } = frame

const night: Colour = [9, 13, 26]

function ground(sky: Sky, horizon: number, near: string, far: string): Canvas {
  const canvas = new Canvas(width, height)
  paintSky(canvas, sky, horizon)
  for (let y = horizon; y < height; y++) {
    const tint = mix(colour(far), colour(near), ((y - horizon) / (height - horizon)) ** 0.7)
    for (let x = 0; x < width; x++) canvas.set(x, y, tint)
  }
  return canvas
}

interface Hills {
  seed: number
  /** Columns after which they repeat. */
  period: number
  peaks: number
  roughness: number
  /** Rows of the frame: the highest top, the lowest valley, and where the next layer covers them. */
  top: number
  valley: number
  bottom: number
  tint: string
  foot: string
  /** Columns a frame; even, as chroma is half as fine. */
  speed: number
  firs?: { spacing: number; height: number }
}

function hills({ seed, period, peaks, roughness, speed, firs, ...place }: Hills): Layer {
  const top = place.top - Math.ceil(1.2 * (firs?.height ?? 0))
  const image = new Canvas(period + width, place.bottom - top)
  const slope = {
    line: ridge(seed, period, peaks, roughness),
    base: place.valley - top,
    rise: (place.valley - place.top) * 1.3,
    top: colour(place.tint),
    foot: colour(place.foot),
    bottom: image.height,
  }
  paintSlope(image, slope)
  if (firs !== undefined) paintFirs(image, seed, slope, firs)
  return { image, top, x: `mod(${speed}*n,${period})` }
}

/** Telegraph poles, which pass once a second and a bit, and the wires between them. */
function poles(tint: Colour): Layer {
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
function sails(): Layer {
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
function glitter(): Layer {
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
function skyline(
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

const plain = (): Scene => ({
  name: 'THE PLAIN',
  chord: [196, 246.94, 293.66, 392],
  ground: ground(
    {
      colours: ['#3a3f6b', '#8d6a92', '#e39a84', '#f8cf95'].map(colour),
      light: { x: 900, y: 420, radius: 46, colour: colour('#fff0cf'), glow: 150 },
    },
    480,
    '#3b2a35',
    '#b9836a',
  ),
  layers: [
    hills({
      seed: 2,
      period: 1280,
      peaks: 4,
      roughness: 0.45,
      top: 410,
      valley: 470,
      bottom: 535,
      tint: '#8a6480',
      foot: '#c98d79',
      speed: 2,
    }),
    hills({
      seed: 5,
      period: 1920,
      peaks: 6,
      roughness: 0.4,
      top: 486,
      valley: 530,
      bottom: 645,
      tint: '#6a4a5d',
      foot: '#8a5f5e',
      speed: 4,
      firs: { spacing: 90, height: 34 },
    }),
    hills({
      seed: 6,
      period: 2560,
      peaks: 9,
      roughness: 0.35,
      top: 590,
      valley: 640,
      bottom: height,
      tint: '#33232f',
      foot: '#1e1620',
      speed: 10,
    }),
    poles([24, 17, 26]),
  ],
})

const uplands = (): Scene => ({
  name: 'THE HILLS',
  chord: [174.61, 220, 261.63, 349.23],
  ground: ground(
    { colours: ['#4f93c9', '#8fc0de', '#d8ebec', '#f4f1dc'].map(colour) },
    470,
    '#5c8a4c',
    '#b7cf9c',
  ),
  layers: [
    hills({
      seed: 12,
      period: 1280,
      peaks: 3,
      roughness: 0.5,
      top: 260,
      valley: 440,
      bottom: 505,
      tint: '#8fb0b5',
      foot: '#c6d8c6',
      speed: 2,
    }),
    hills({
      seed: 15,
      period: 1920,
      peaks: 5,
      roughness: 0.4,
      top: 390,
      valley: 500,
      bottom: 615,
      tint: '#7fa873',
      foot: '#a9c690',
      speed: 4,
      firs: { spacing: 46, height: 30 },
    }),
    hills({
      seed: 16,
      period: 2560,
      peaks: 6,
      roughness: 0.38,
      top: 510,
      valley: 610,
      bottom: 695,
      tint: '#4d8353',
      foot: '#77a364',
      speed: 8,
      firs: { spacing: 130, height: 74 },
    }),
    hills({
      seed: 17,
      period: 2560,
      peaks: 8,
      roughness: 0.35,
      top: 640,
      valley: 690,
      bottom: height,
      tint: '#2f5a3d',
      foot: '#23452f',
      speed: 16,
    }),
  ],
})

const coast = (): Scene => ({
  name: 'THE COAST',
  chord: [220, 277.18, 329.63, 440],
  ground: ground(
    {
      colours: ['#1f6fb2', '#4f9fd0', '#a6d5e6', '#e9f5f0'].map(colour),
      light: { x: 340, y: 150, radius: 38, colour: colour('#fffbe6'), glow: 170 },
    },
    410,
    '#0d5c7d',
    '#6fc0cf',
  ),
  layers: [
    sails(),
    glitter(),
    hills({
      seed: 26,
      period: 2560,
      peaks: 5,
      roughness: 0.42,
      top: 590,
      valley: 690,
      bottom: height,
      tint: '#c9b284',
      foot: '#a88f64',
      speed: 12,
    }),
  ],
})

const forest = (): Scene => ({
  name: 'THE FOREST',
  chord: [146.83, 174.61, 220, 293.66],
  hush: 0.3,
  ground: ground(
    { colours: ['#9fb8b4', '#bccfc7', '#d5e0d6', '#e3e9dd'].map(colour) },
    560,
    '#27423a',
    '#a9beb2',
  ),
  layers: [
    hills({
      seed: 32,
      period: 1280,
      peaks: 4,
      roughness: 0.4,
      top: 400,
      valley: 470,
      bottom: 545,
      tint: '#a3bab1',
      foot: '#cbd8ce',
      speed: 2,
      firs: { spacing: 20, height: 120 },
    }),
    hills({
      seed: 35,
      period: 1920,
      peaks: 5,
      roughness: 0.4,
      top: 480,
      valley: 540,
      bottom: 665,
      tint: '#6c8c80',
      foot: '#a0b8ab',
      speed: 6,
      firs: { spacing: 34, height: 200 },
    }),
    hills({
      seed: 36,
      period: 2560,
      peaks: 5,
      roughness: 0.35,
      top: 610,
      valley: 660,
      bottom: height,
      tint: '#1f3a33',
      foot: '#142823',
      speed: 14,
      firs: { spacing: 110, height: 380 },
    }),
  ],
})

const pass = (): Scene => ({
  name: 'THE PASS',
  chord: [164.81, 207.65, 246.94, 329.63],
  hush: 0.5,
  ground: ground(
    { colours: ['#1e2a5c', '#4f4d8c', '#b0709b', '#f2a58c'].map(colour), stars: 160 },
    540,
    '#1b2140',
    '#9c7c9e',
  ),
  layers: [
    hills({
      seed: 42,
      period: 1280,
      peaks: 5,
      roughness: 0.55,
      top: 130,
      valley: 470,
      bottom: 545,
      tint: '#f3e3ec',
      foot: '#8f79a8',
      speed: 2,
    }),
    hills({
      seed: 45,
      period: 1920,
      peaks: 7,
      roughness: 0.52,
      top: 300,
      valley: 540,
      bottom: 675,
      tint: '#6f6a9c',
      foot: '#5a5484',
      speed: 4,
    }),
    hills({
      seed: 46,
      period: 2560,
      peaks: 9,
      roughness: 0.48,
      top: 520,
      valley: 670,
      bottom: height,
      tint: '#232649',
      foot: '#151832',
      speed: 12,
      firs: { spacing: 60, height: 90 },
    }),
  ],
})

const city = (): Scene => ({
  name: 'THE CITY',
  chord: [130.81, 164.81, 196, 246.94],
  ground: ground(
    {
      colours: ['#070b1d', '#121a3a', '#2a2c58', '#5b3f6b'].map(colour),
      light: { x: 1010, y: 120, radius: 24, colour: colour('#f6ead0'), glow: 60 },
      stars: 420,
    },
    560,
    '#0a0c1a',
    '#2a2646',
  ),
  layers: [
    skyline(52, { period: 1280, top: 330, bottom: 652, speed: 2, tint: '#242a52', lit: 0.28 }),
    skyline(55, { period: 1920, top: 350, bottom: 675, speed: 6, tint: '#161a36', lit: 0.4 }),
    hills({
      seed: 56,
      period: 2560,
      peaks: 12,
      roughness: 0.3,
      top: 630,
      valley: 670,
      bottom: height,
      tint: '#0a0d1d',
      foot: '#06080f',
      speed: 16,
    }),
    poles([7, 9, 18]),
  ],
})

export const journey = (): Film => ({
  title: 'THE LONG WAY ROUND',
  subtitle: 'ONE WINDOW - SIX COUNTRIES',
  sceneSeconds: 24,
  scenes: [plain(), uplands(), coast(), forest(), pass(), city()],
})
