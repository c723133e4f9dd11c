import { isFinalStatus, type Senders, sendFile } from '../../../contract/send-file.ts'
import type { SignedPart } from '../../../contract/uploads.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import type { Api } from '../../ui/api.ts'
import { Problem } from '../../ui/problem.ts'

/** What sending from a page needs of the world. */
export interface BlobSenders {
  api: Pick<Api, 'request'>
  /** Puts bytes where they are signed for. @returns the ETag */
  put(
    part: Pick<SignedPart, 'partNumber' | 'url' | 'headers'>,
    bytes: Blob,
    onSent: (bytes: number) => void,
    signal: AbortSignal,
  ): Promise<string>
  /** SHA-256 in base64. */
  digest(bytes: ArrayBuffer): Promise<string>
  /** Waits, for the network to be back at least. */
  pause(ms: number, signal: AbortSignal): Promise<void>
}

export interface BlobSending {
  signal: AbortSignal
  /** Told of all bytes that are there, of those of other times too. */
  onSent(bytes: number): void
}

/**
 * Sends what the bucket does not have yet of a file that the page holds, and completes the upload.
 *
 * @throws Problem when the upload is refused, or does not get through
 */
export function sendBlob(
  { api, put, digest, pause }: BlobSenders,
  uploadId: string,
  file: Blob,
  { signal, onSent }: BlobSending,
): Promise<void> {
  const senders: Senders = {
    request: (method, path, body) => api.request(method, path, { body, signal }),
    put: (signed, { start, sizeBytes }, tell) =>
      put(signed, file.slice(start, start + sizeBytes), tell, signal),
    digest: async ({ start, sizeBytes }) =>
      digest(await file.slice(start, start + sizeBytes).arrayBuffer()),
    pause: (ms) => pause(ms, signal),
    isFinal,
    aborted: (failure) => cancelled(failure),
  }
  return sendFile(senders, uploadId, { signal, onSent })
}

/** Refusals that another try does not change. What the bucket answers is no Problem, and may. */
export const isFinal = (error: unknown): boolean =>
  error instanceof Problem && isFinalStatus(error.status)

const cancelled = (failure: string | null): Problem =>
  new Problem({
    status: 409,
    code: 'UPLOAD_ABORTED',
    detail: failure ?? studioWords('uploadCancelled'),
  })
