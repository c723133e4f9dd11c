import type { Services } from '../services.ts'

/** What of the services a transcode uses. */
export type TranscodeParts = Pick<
  Services,
  'database' | 'storage' | 'queue' | 'ffmpeg' | 'clock' | 'log'
>
