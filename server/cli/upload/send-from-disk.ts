import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FilePart, isFinalStatus, sendFile } from '../../../contract/send-file.ts'
import { type OperatorSession, Refused } from './operator-session.ts'
import { putRange } from './put-range.ts'

export interface DiskSending {
  session: OperatorSession
  path: string
  /** Told of all bytes that are in the bucket, of those of other times too. */
  onSent(bytes: number): void
  pause(ms: number): Promise<unknown>
}

/**
 * Sends what the bucket does not have yet of a file on this disk and completes the upload.
 *
 * @throws Refused with the reason, Error when it does not get through
 */
export async function sendFromDisk(
  { session, path, onSent, pause }: DiskSending,
  uploadId: string,
): Promise<void> {
  const senders = {
    request: session.request,
    put: ({ url, headers }: PutWhere, part: FilePart, tell: (bytes: number) => void) =>
      putRange(url, headers, { path, ...part }, tell),
    digest: (part: FilePart) => digest(path, part),
    pause,
    isFinal: (error: unknown) => error instanceof Refused && isFinalStatus(error.status),
    aborted: (failure: string | null) => new Refused(409, failure ?? 'It was given up.'),
  }
  await sendFile(senders, uploadId, { signal: new AbortController().signal, onSent })
}

interface PutWhere {
  url: string
  headers: Record<string, string>
}

async function digest(path: string, { start, sizeBytes }: FilePart): Promise<string> {
  const hash = createHash('sha256')
  const bytes = createReadStream(path, { start, end: start + sizeBytes - 1 })
  for await (const chunk of bytes) hash.update(chunk)
  return hash.digest('base64')
}
