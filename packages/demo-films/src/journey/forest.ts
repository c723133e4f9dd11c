import { colour } from '../canvas.ts'
import type { Scene } from '../film.ts'
import { frame } from '../landscape.ts'
import { ground, hills } from './hills.ts'

export const forest = (): Scene => ({
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
      bottom: frame.height,
      tint: '#1f3a33',
      foot: '#142823',
      speed: 14,
      firs: { spacing: 110, height: 380 },
    }),
  ],
})
