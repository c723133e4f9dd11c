import { colour } from '../canvas.ts'
import type { Scene } from '../film.ts'
import { frame } from '../landscape.ts'
import { ground, hills } from './hills.ts'

export const uplands = (): Scene => ({
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
      bottom: frame.height,
      tint: '#2f5a3d',
      foot: '#23452f',
      speed: 16,
    }),
  ],
})
