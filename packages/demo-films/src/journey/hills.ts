import { Canvas, colour, mix } from '../canvas.ts'
import type { Layer } from '../film.ts'
import { frame, paintFirs, paintSky, paintSlope, type Sky } from '../landscape.ts'
import { ridge } from '../noise.ts'

const { width, height } = frame

export function ground(sky: Sky, horizon: number, near: string, far: string): Canvas {
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

export function hills({ seed, period, peaks, roughness, speed, firs, ...place }: Hills): Layer {
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
