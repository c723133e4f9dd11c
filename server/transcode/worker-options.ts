import type { Preset, VideoEncoder } from './pieces/video-encoders.ts'
import type { LadderOptions } from './plan/ladder.ts'

export interface WorkerOptions {
  /** For originals and half-made segments; what it holds is removed when it is of no use any more. */
  scratch: string
  preset: Preset
  /** Wanted; one that fails its test gives way to libx264. */
  encoder: VideoEncoder
  ladder: LadderOptions
  /** Whether all sound is brought to one loudness. */
  evenLoudness: boolean
  /** Whether every rung is made in AV1 too, after all else. */
  av1: boolean
  /** Pieces made at once; x264 uses all processors for one already. */
  concurrency: number
  watchdogSeconds: number
}

export const usualOptions: Omit<WorkerOptions, 'scratch'> = {
  preset: 'fast',
  encoder: 'libx264',
  ladder: { highest: 1080 },
  evenLoudness: true,
  av1: false,
  concurrency: 1,
  watchdogSeconds: 60,
}
