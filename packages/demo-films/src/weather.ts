import { Canvas, type Colour, colour } from './canvas.ts'
import type { Film, Layer, Scene } from './film.ts'
import {
  frame,
  paintClouds,
  paintFirs,
  paintLake,
  paintSky,
  paintSlope,
  ripples,
  type Sky,
} from './landscape.ts'
import { random, ridge } from './noise.ts'

const { width, height } = frame
const shore = 500

interface Mood {
  sky: Sky
  /** From far to near. */
  ranges: [Colour, Colour, Colour]
  haze: Colour
  water: Colour
  clearness: number
}

/** One lake below one range of mountains, seen under many skies. */
function lake(waves: Float32Array, { sky, ranges, haze, water: tint, clearness }: Mood): Canvas {
  const canvas = new Canvas(width, height)
  paintSky(canvas, sky, shore)
  const heights = [
    { line: ridge(3, width, 5, 0.52), base: shore - 40, rise: 290 },
    { line: ridge(14, width, 7, 0.48), base: shore - 15, rise: 170 },
    { line: ridge(21, width, 4, 0.4), base: shore + 4, rise: 80 },
  ]
  for (const [index, range] of heights.entries()) {
    const top = ranges[index] ?? haze
    paintSlope(canvas, { ...range, top, foot: index < 2 ? haze : top, bottom: shore })
    if (index === 2) paintFirs(canvas, 9, { ...range, top }, { spacing: 13, height: 62 })
  }
  paintLake(canvas, waves, { shore, tint, clearness })
  return canvas
}

function cloudLayer(seed: number, cover: number, light: string, shade: string): Layer {
  const period = 768
  const image = new Canvas(period + width / 2, 210)
  const look = { light: colour(light), shade: colour(shade), period, cover }
  paintClouds(image, seed, { ...look, middle: 65, spread: 95 })
  return { image, enlarge: 2, x: `mod(2*n,${2 * period})` }
}

/** Drops or flakes that fall for ever: the picture repeats downwards. */
function falling(
  seed: number,
  count: number,
  speed: number,
  draw: (canvas: Canvas, x: number, y: number, size: number) => void,
): Layer {
  const period = 480
  const image = new Canvas(width + 96, period + height)
  const next = random(seed)
  for (let index = 0; index < count; index++) {
    const [x, y, size] = [next() * image.width, next() * period, next()]
    for (let repeat = y - period; repeat < image.height + period; repeat += period) {
      draw(image, x, repeat, size)
    }
  }
  return { image, x: `48+46*sin(n/50+${seed})`, y: `${period}-mod(${speed}*n,${period})` }
}

const rain = (seed: number, count: number, speed: number, alpha: number) =>
  falling(seed, count, speed, (canvas, x, y, size) => {
    const length = 14 + 20 * size
    const line = [x, y, x - length * 0.16, y + length] as const
    canvas.stroke(line, 1.1, [214, 226, 240], alpha * (0.4 + size / 2))
  })

const snow = (seed: number, count: number, speed: number, radius: number) =>
  falling(seed, count, speed, (canvas, x, y, size) => {
    const across = radius * (0.6 + size)
    canvas.stroke([x, y, x, y], across, [255, 255, 255], 0.55 + 0.4 * size)
  })

/** A bolt and the light it throws, for a few frames each time. */
function lightning(seed: number, moments: number[]): Layer[] {
  const next = random(seed)
  const sheet = new Canvas(width, height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) sheet.set(x, y, [206, 208, 255], 0.3 * (1 - y / height) + 0.08)
  }
  let [x, y] = [430, 0]
  while (y < 400) {
    const [toX, toY] = [x + (next() - 0.42) * 74, y + 18 + next() * 30]
    sheet.stroke([x, y, toX, toY], 7, [190, 180, 255], 0.35)
    sheet.stroke([x, y, toX, toY], 2.6, [255, 252, 255])
    if (next() > 0.7) {
      const branch = [toX, toY, toX + (next() - 0.5) * 150, toY + 70] as const
      sheet.stroke(branch, 1.5, [240, 235, 255], 0.8)
    }
    ;[x, y] = [toX, toY]
  }
  const enable = moments
    .map((at) => `between(t,${at},${at}.1)+between(t,${at}.22,${at}.38)`)
    .join('+')
  return [{ image: sheet, enable }]
}

const strikes = [3, 7]

function scenes(): Scene[] {
  const waves = ripples(width, height - shore)
  return [
    {
      name: 'CLEAR',
      chord: [196, 293.66, 392, 493.88],
      ground: lake(waves, {
        sky: {
          colours: ['#3d6fb0', '#86b2d9', '#f3d9b8', '#f7b58a'].map(colour),
          light: { x: 880, y: 330, radius: 34, colour: colour('#fff3d6'), glow: 120 },
        },
        ranges: [colour('#7d8fb3'), colour('#4a5f7e'), colour('#1f2f3d')],
        haze: colour('#d9b9a6'),
        water: colour('#3b5876'),
        clearness: 0.86,
      }),
      layers: [],
    },
    {
      name: 'CLOUD',
      chord: [174.61, 261.63, 349.23, 440],
      ground: lake(waves, {
        sky: { colours: ['#2f6aa8', '#5f97c8', '#a9cbe2', '#dfeaf0'].map(colour) },
        ranges: [colour('#6f8bab'), colour('#456781'), colour('#1d3a3c')],
        haze: colour('#b9cfdb'),
        water: colour('#2f5f80'),
        clearness: 0.8,
      }),
      layers: [cloudLayer(31, 0.62, '#ffffff', '#9fb4c8')],
    },
    {
      name: 'RAIN',
      chord: [146.83, 220, 293.66, 349.23],
      hush: 0.8,
      ground: lake(waves, {
        sky: { colours: ['#4b5a68', '#6f7f8c', '#8f9ca5', '#a3adb2'].map(colour) },
        ranges: [colour('#76848f'), colour('#53626d'), colour('#27353d')],
        haze: colour('#94a0a8'),
        water: colour('#55646f'),
        clearness: 0.55,
      }),
      layers: [cloudLayer(47, 0.86, '#8b97a1', '#56636f'), rain(1, 360, 40, 0.62)],
    },
    {
      name: 'THUNDER',
      chord: [110, 164.81, 220, 261.63],
      hush: 1,
      thunder: strikes,
      ground: lake(waves, {
        sky: { colours: ['#15162b', '#232544', '#3a3760', '#584a6e'].map(colour) },
        ranges: [colour('#2d2c4c'), colour('#1f2038'), colour('#0c0f1c')],
        haze: colour('#3f3b5c'),
        water: colour('#1b1c33'),
        clearness: 0.6,
      }),
      layers: [
        cloudLayer(53, 0.9, '#3c3a5e', '#17182c'),
        ...lightning(8, strikes),
        rain(3, 300, 44, 0.5),
      ],
    },
    {
      name: 'SNOW',
      chord: [233.08, 293.66, 349.23, 466.16],
      hush: 0.25,
      ground: lake(waves, {
        sky: { colours: ['#a7b4c8', '#c3cbd9', '#dcdfe6', '#ecebee'].map(colour) },
        ranges: [colour('#e9eef5'), colour('#c2cddc'), colour('#5d6f80')],
        haze: colour('#dfe3ea'),
        water: colour('#8fa2b6'),
        clearness: 0.62,
      }),
      layers: [snow(4, 300, 4, 2.6), snow(6, 90, 8, 6)],
    },
    {
      name: 'STARS',
      chord: [130.81, 196, 246.94, 392],
      ground: lake(waves, {
        sky: {
          colours: ['#050a1c', '#0c1a3a', '#1d3560', '#4a5a86'].map(colour),
          light: { x: 350, y: 130, radius: 26, colour: colour('#f6ecd2'), glow: 70 },
          stars: 900,
        },
        ranges: [colour('#22345a'), colour('#152341'), colour('#060d1c')],
        haze: colour('#33466f'),
        water: colour('#0c1830'),
        clearness: 0.85,
      }),
      layers: [cloudLayer(61, 0.36, '#5a6c98', '#1a2748')],
    },
  ]
}

export const weather = (): Film => ({
  title: 'A MINUTE OF WEATHER',
  subtitle: 'SIX SKIES OVER ONE LAKE',
  sceneSeconds: 10,
  crf: 38,
  scenes: scenes(),
})
