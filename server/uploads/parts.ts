import type { Services } from '../services.ts'
import type { Purpose } from './purposes.ts'

/** A file that is whole in the bucket and is what it was said to be, by its first bytes. */
export interface UploadedFile {
  uploadId: string
  videoId: string
  purpose: Purpose
  key: string
  fileName: string
  /** Of captions. */
  language: string | null
  label: string | null
}

export type Taker = (file: UploadedFile) => Promise<unknown>

/**
 * Who is told of files that are complete, by what they are for; purposes without a taker are not
 * offered. Told again when a crash cut it short, so a taker must not mind being called twice.
 * UNSUPPORTED_MEDIA_TYPE ends the upload and removes its file; whatever else a taker throws leaves
 * the upload to be completed anew.
 */
export type Takers = Partial<Record<Purpose, Taker>>

export interface UploadParts
  extends Pick<Services, 'database' | 'storage' | 'presigner' | 'clock' | 'log'> {
  takers: Takers
}
