import { largestFile, type Purpose } from '../../contract/uploads.ts'
import { say } from '../../contract/words/server.ts'
import type { Services } from '../services.ts'
import { type FileKind, kindOf } from './file-kind.ts'

interface Rule {
  /** Bytes. */
  readonly largest: number
  readonly kinds: readonly FileKind[]
  /** The type that a browser may claim; what counts is the content. */
  readonly contentType: RegExp
  /** Whether the file itself is used, and not only what its taker makes of it. */
  readonly kept: boolean
  /** Whether its taker only has it queued: whoever reads it settles the upload (settle-upload). */
  readonly later: boolean
}

export const purposes: Readonly<Record<Purpose, Rule>> = {
  video: {
    largest: largestFile,
    kinds: ['mp4', 'matroska'],
    // Browsers know no type for some of them and then claim none, or plain bytes.
    contentType: /^(video\/[\w.+-]+|application\/(octet-stream|mp4|x-matroska))$/,
    kept: true,
    later: false,
  },
  poster: {
    largest: 10 * 1024 ** 2,
    kinds: ['jpeg', 'png', 'webp'],
    contentType: /^image\/(jpeg|png|webp)$/,
    kept: false,
    later: false,
  },
  captions: {
    largest: 2 * 1024 ** 2,
    kinds: ['webvtt', 'subrip', 'ass'],
    contentType: /^(text\/(vtt|srt|plain|x-ssa|x-ass)|application\/(x-subrip|octet-stream))$/,
    kept: false,
    later: true,
  },
}

/** So many first bytes tell what a file is. */
export const bytesToTell = 4096

/** What `start`, the first bytes of a file, speaks against its purpose; null when nothing does. */
export function objectionTo(purpose: Purpose, start: Uint8Array): string | null {
  const { kinds } = purposes[purpose]
  const kind = kindOf(start)
  return kind !== null && kinds.includes(kind) ? null : say(`uploads.not.${purpose}`)
}

/** A file that is whole in the bucket and is what it was said to be, by its first bytes. */
export interface UploadedFile {
  uploadId: string
  videoId: string
  purpose: Purpose
  key: string
  fileName: string
  /** Who uploaded it; null where nobody can say any more. */
  actorId: string | null
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

export interface UploadDeps
  extends Pick<Services, 'database' | 'storage' | 'presigner' | 'queue' | 'clock' | 'log'> {
  takers: Takers
}
