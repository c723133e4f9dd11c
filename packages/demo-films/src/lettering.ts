import type { Canvas, Colour } from './canvas.ts'

// A fresh machine may have no fonts, so the films bring letters of their own: lines on a grid six
// units high. `~` begins a curve through its points, `@` a closed one.
const shapes: Record<string, string[]> = {
  A: ['0,6 2.1,0 4.2,6', '0.8,3.9 3.4,3.9'],
  B: [
    '0,6 0,0 1.8,0',
    '~1.8,0 3.3,0.4 3.7,1.45 3.3,2.5 1.8,2.9',
    '0,2.9 1.8,2.9',
    '~1.8,2.9 3.6,3.3 4,4.45 3.6,5.6 1.8,6',
    '1.8,6 0,6',
  ],
  C: ['~4,1.3 3.2,0.3 2.2,0 0.7,0.8 0,3 0.7,5.2 2.2,6 3.2,5.7 4,4.7'],
  D: ['1.6,6 0,6 0,0 1.6,0', '~1.6,0 3.4,0.8 4.1,3 3.4,5.2 1.6,6'],
  E: ['3.4,0 0,0 0,6 3.4,6', '0,2.9 2.9,2.9'],
  F: ['3.4,0 0,0 0,6', '0,2.9 2.8,2.9'],
  G: ['~4,1.3 3.2,0.3 2.2,0 0.7,0.8 0,3 0.7,5.2 2.2,6 3.5,5.6 4.2,4.5 4.2,3.3', '4.2,3.3 2.4,3.3'],
  H: ['0,0 0,6', '4,0 4,6', '0,2.9 4,2.9'],
  I: ['0,0 0,6'],
  J: ['2.6,0 2.6,4.4', '~2.6,4.4 2.2,5.6 1.2,6 0,5.6'],
  K: ['0,0 0,6', '3.7,0 0,3.7', '1.3,2.5 4,6'],
  L: ['0,0 0,6 3.2,6'],
  M: ['0,6 0,0 2.5,4.2 5,0 5,6'],
  N: ['0,6 0,0 4.1,6 4.1,0'],
  O: ['@2.4,0 4.1,0.8 4.8,3 4.1,5.2 2.4,6 0.7,5.2 0,3 0.7,0.8'],
  P: ['0,6 0,0 1.9,0', '~1.9,0 3.4,0.5 3.9,1.65 3.4,2.8 1.9,3.3', '1.9,3.3 0,3.3'],
  Q: ['@2.4,0 4.1,0.8 4.8,3 4.1,5.2 2.4,6 0.7,5.2 0,3 0.7,0.8', '3,4.4 4.8,6.4'],
  R: ['0,6 0,0 1.9,0', '~1.9,0 3.4,0.5 3.9,1.65 3.4,2.8 1.9,3.3', '0,3.3 1.9,3.3 4,6'],
  S: [
    '~3.6,1.2 2.9,0.25 1.9,0 0.7,0.4 0.3,1.5 0.8,2.4 2,2.9 3.2,3.4 3.7,4.4 3.2,5.6 1.9,6 0.7,5.7 0,4.7',
  ],
  T: ['0,0 4,0', '2,0 2,6'],
  U: ['0,0 0,3.9', '~0,3.9 0.5,5.4 2,6 3.5,5.4 4,3.9', '4,3.9 4,0'],
  V: ['0,0 2.1,6 4.2,0'],
  W: ['0,0 1.6,6 3.2,0.6 4.8,6 6.4,0'],
  X: ['0,0 4,6', '4,0 0,6'],
  Y: ['0,0 2,3.1 4,0', '2,3.1 2,6'],
  Z: ['0,0 4,0 0,6 4,6'],
  '0': ['@2,0 3.4,0.9 3.9,3 3.4,5.1 2,6 0.6,5.1 0.1,3 0.6,0.9'],
  '1': ['0.7,1.4 2.2,0 2.2,6'],
  '2': ['~0.3,1.6 0.8,0.4 2,0 3.3,0.5 3.6,1.7 2.9,3', '2.9,3 0.2,6 3.9,6'],
  '3': [
    '~0.4,0.9 1.8,0 3.1,0.4 3.5,1.5 3,2.5 1.7,2.8',
    '~1.7,2.8 3.3,3.2 3.8,4.3 3.3,5.5 1.8,6 0.2,5.1',
  ],
  '4': ['3,6 3,0 0,4.3 4,4.3'],
  '5': ['3.5,0 0.8,0 0.5,2.7', '~0.5,2.7 1.8,2.2 3.3,2.7 3.8,4.1 3.2,5.5 1.8,6 0.2,5.2'],
  '6': [
    '~3.3,0.3 1.6,1.1 0.4,3 0.2,4.2',
    '@2,2.4 3.4,2.9 3.9,4.2 3.4,5.5 2,6 0.6,5.5 0.2,4.2 0.6,2.9',
  ],
  '7': ['0.2,0 3.8,0 1.5,6'],
  '8': [
    '@2,0 3.2,0.4 3.5,1.4 3.1,2.4 2,2.8 0.9,2.4 0.5,1.4 0.8,0.4',
    '@2,2.8 3.4,3.3 3.9,4.4 3.4,5.5 2,6 0.6,5.5 0.1,4.4 0.6,3.3',
  ],
  '9': [
    '~0.7,5.7 2.4,4.9 3.6,3 3.8,1.8',
    '@2,3.6 0.6,3.1 0.1,1.8 0.6,0.5 2,0 3.4,0.5 3.8,1.8 3.4,3.1',
  ],
  ':': ['2,1.9 2,1.9', '2,4.4 2,4.4'],
  '.': ['0.2,5.9 0.2,5.9'],
  '-': ['0.2,3.1 2.2,3.1'],
  "'": ['0.2,0 0,1.4'],
}

type Point = readonly [number, number]
type Line = Point[]

function parse(shape: string): Line {
  const points = shape
    .replace(/^[~@]/, '')
    .split(' ')
    .map((pair): Point => {
      const [x = 0, y = 0] = pair.split(',').map(Number)
      return [x, y]
    })
  if (shape.startsWith('@')) return spline(points, true)
  return shape.startsWith('~') ? spline(points, false) : points
}

/** Catmull and Rom's curve: smooth, and through every point. */
function spline(points: Line, closed: boolean): Line {
  const count = points.length
  const point = (index: number): Point => {
    const at = closed ? (index + count) % count : Math.min(count - 1, Math.max(0, index))
    return points[at] ?? [0, 0]
  }
  const steps = 10
  const line: Line = []
  for (let index = 0; index < (closed ? count : count - 1); index++) {
    const [a, b, c, d] = [point(index - 1), point(index), point(index + 1), point(index + 2)]
    for (let step = 0; step <= steps; step++) {
      const t = step / steps
      const along = (i: 0 | 1) =>
        0.5 *
        (2 * b[i] +
          (c[i] - a[i]) * t +
          (2 * a[i] - 5 * b[i] + 4 * c[i] - d[i]) * t * t +
          (3 * b[i] - a[i] - 3 * c[i] + d[i]) * t * t * t)
      line.push([along(0), along(1)])
    }
  }
  return line
}

const glyphs = new Map(Object.entries(shapes).map(([letter, lines]) => [letter, lines.map(parse)]))
const widthOf = (glyph: Line[]) => Math.max(...glyph.flat().map(([x]) => x))
const wordSpace = 2.6

export interface Lettering {
  /** Of a capital letter, in pixels. */
  height: number
  weight: number
  /** Between letters, in units of which a letter is six high. */
  tracking: number
  colour: Colour
  alpha?: number
}

/** How wide a line of letters comes out, in pixels. */
export function measureText(text: string, { height, tracking }: Lettering): number {
  const units = [...text].map((letter) => {
    const glyph = glyphs.get(letter)
    return (glyph === undefined ? wordSpace : widthOf(glyph)) + tracking
  })
  return ((units.reduce((sum, unit) => sum + unit, 0) - tracking) * height) / 6
}

/** Draws capitals and digits with their top left at a point. */
export function drawText(canvas: Canvas, text: string, x: number, y: number, style: Lettering) {
  const unit = style.height / 6
  let left = x
  for (const letter of text) {
    const glyph = glyphs.get(letter)
    for (const line of glyph ?? []) {
      const points = line.map(([px, py]): Point => [left + px * unit, y + py * unit])
      for (const [index, [x1, y1]] of points.entries()) {
        const [x2, y2] = points[index + 1] ?? [x1, y1]
        if (index + 1 === points.length) continue
        const dot = x1 === x2 && y1 === y2
        const weight = style.weight * (dot ? 1.5 : 1)
        canvas.stroke([x1, y1, x2, y2], weight, style.colour, style.alpha, 'cover')
      }
    }
    left += ((glyph === undefined ? wordSpace : widthOf(glyph)) + style.tracking) * unit
  }
}
