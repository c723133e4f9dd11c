import type { Storyboard } from '../../catalog/storyboard.ts'
import type { MeasuredSegments } from './measure.ts'

/** What a finished piece leaves for those that put the film together. Stored as JSON. */
export interface PieceResult {
  /** Measured segments by rendition name. */
  renditions?: Record<string, MeasuredSegments>
  posterKey?: string
  /** Whether smaller pictures lie beside it. */
  posterSized?: boolean
  /** What it lies there as, besides JPEG. */
  posterFormats?: string[]
  storyboard?: Storyboard
  captions?: FoundCaption[]
}

/** Captions from the film's own file, in the bucket already. */
export interface FoundCaption {
  /** BCP 47 */
  language: string
  label: string
  key: string
}
