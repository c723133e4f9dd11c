import { colour } from '../canvas.ts'
import type { Scene } from '../film.ts'
import { frame } from '../landscape.ts'
import { ground, hills } from './hills.ts'
import { glitter, sails } from './layers.ts'

export const coast = (): Scene => ({
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
      bottom: frame.height,
      tint: '#c9b284',
      foot: '#a88f64',
      speed: 12,
    }),
  ],
})
