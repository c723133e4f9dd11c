import { colour } from '../canvas.ts'
import type { Scene } from '../film.ts'
import { frame } from '../landscape.ts'
import { ground, hills } from './hills.ts'
import { poles, skyline } from './layers.ts'

export const city = (): Scene => ({
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
      bottom: frame.height,
      tint: '#0a0d1d',
      foot: '#06080f',
      speed: 16,
    }),
    poles([7, 9, 18]),
  ],
})
