import type { Film, Scene, Source } from './film.ts'
import { frame } from './landscape.ts'

const size = `${frame.width}:${frame.height}`
const { rate } = frame

/** Soft things are made small and enlarged; blocks keep their edges. */
const source = (
  name: string,
  options: string,
  enlarge: 'bicubic' | 'neighbor',
  tint = '',
  pace = rate,
): Source => ({
  lavfi: `${name}=rate=${pace}:${options}${tint},fps=${rate},scale=${size}:flags=${enlarge}:out_color_matrix=bt709:out_range=tv,format=yuv420p`,
})

const room = (name: string, chord: number[], ground: Source): Scene => ({
  name,
  chord,
  ground,
  layers: [],
})

const colours = (list: string[]) => list.map((hex, index) => `c${index}=${hex}`).join(':')

export const rooms = (): Film => ({
  title: 'THREE ROOMS OF LIGHT',
  subtitle: 'PATTERNS THAT NOBODY DREW',
  sceneSeconds: 20,
  crf: 39,
  scenes: [
    room(
      'SILK',
      [196, 246.94, 293.66, 369.99],
      source(
        'gradients',
        `size=320x180:seed=7:speed=0.012:nb_colors=5:${colours(['0x13203b', '0x7a3b69', '0xe08e79', '0xf6d6ad', '0x2c6e8f'])}`,
        'bicubic',
      ),
    ),
    room(
      'LIFE',
      [174.61, 207.65, 261.63, 349.23],
      source(
        'life',
        'size=128x72:seed=42:ratio=0.2:mold=20:life_color=0xf6e3bd:death_color=0xc0574c:mold_color=0x10182c',
        'neighbor',
        '',
        // Every frame that differs all over costs as much as a second of landscape.
        4,
      ),
    ),
    room(
      'DEPTH',
      [164.81, 196, 246.94, 329.63],
      source(
        'mandelbrot',
        'size=480x270:maxiter=220:start_x=-0.743643887037151:start_y=-0.131825904205330:start_scale=0.06:end_scale=0.0012:end_pts=640:inner=black:outer=normalized_iteration_count',
        'bicubic',
        ',format=gray,gblur=sigma=2,format=gbrp,lutrgb=r=22+val*0.88:g=20+val*0.55+val*val*0.0011:b=48+val*0.35',
      ),
    ),
  ],
})
