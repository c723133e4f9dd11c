import type { Preset } from './ffmpeg-arguments.ts'
import type { LadderOptions } from './ladder.ts'

export interface WorkerOptions {
  /** For originals and half-made segments; what it holds is removed when it is of no use any more. */
  scratch: string
  preset: Preset
  ladder: LadderOptions
  /** Pieces made at once; x264 uses all processors for one already. */
  concurrency: number
  watchdogSeconds: number
}

export const usualOptions: Omit<WorkerOptions, 'scratch'> = {
  preset: 'fast',
  ladder: { highest: 1080 },
  concurrency: 1,
  watchdogSeconds: 60,
}
