import { colour } from '../canvas.ts'
import type { Scene } from '../film.ts'
import { frame } from '../landscape.ts'
import { ground, hills } from './hills.ts'
import { poles } from './layers.ts'

export const plain = (): Scene => ({
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
      bottom: frame.height,
      tint: '#33232f',
      foot: '#1e1620',
      speed: 10,
    }),
    poles([24, 17, 26]),
  ],
})
