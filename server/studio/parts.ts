import type { Services } from '../services.ts'

export type StudioParts = Pick<
  Services,
  | 'config'
  | 'clock'
  | 'log'
  | 'database'
  | 'notifications'
  | 'presigner'
  | 'queue'
  | 'storage'
  | 'ffmpeg'
>
