import { colour } from '../canvas.ts'
import type { Scene } from '../film.ts'
import { frame } from '../landscape.ts'
import { ground, hills } from './hills.ts'

export const pass = (): Scene => ({
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
      bottom: frame.height,
      tint: '#232649',
      foot: '#151832',
      speed: 12,
      firs: { spacing: 60, height: 90 },
    }),
  ],
})
