import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { SignedParts, StudioUpload } from '../../../contract/uploads.ts'
import { partSize } from '../../uploads/part-plan.ts'
import { type OperatorSession, Refused } from './operator-session.ts'
import { type FileRange, putRange } from './put-range.ts'

export interface DiskSending {
  session: OperatorSession
  path: string
  /** Told of all bytes that are in the bucket, of those of other times too. */
  onSent(bytes: number): void
  pause(ms: number): Promise<unknown>
}

/** Parts on the way at once. */
const lanes = 3
/** Waits between tries of one part, in milliseconds. After these it is given up. */
const waits = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000]

/**
 * Sends what the bucket does not have yet of a file and completes the upload. Whatever broke off
 * before, calling it again goes on from there.
 *
 * @throws Refused with the reason, Error when it does not get through
 */
export async function sendFromDisk(sending: DiskSending, uploadId: string): Promise<void> {
  const { session, onSent } = sending
  const path = `/api/studio/uploads/${uploadId}`
  const upload = await session.request<StudioUpload>('GET', path)
  if (upload.status === 'completed' || upload.status === 'completing') return
  if (upload.status === 'aborted') throw new Refused(409, upload.failure ?? 'It was given up.')

  const etags = new Map(upload.parts.map(({ partNumber, etag }) => [partNumber, etag]))
  const sent = new Map(upload.parts.map(({ partNumber, sizeBytes }) => [partNumber, sizeBytes]))
  const all = Array.from({ length: upload.partCount }, (_, index) => index + 1)
  const missing = all.filter((number) => !etags.has(number)).values()
  const lane = async () => {
    for (const number of missing) {
      const tell = (bytes: number) => {
        sent.set(number, bytes)
        onSent([...sent.values()].reduce((sum, one) => sum + one, 0))
      }
      tell(0)
      etags.set(number, await sendPart(sending, upload, number, tell))
    }
  }
  // All lanes come to rest before one's failure is told: what is under way still counts next time.
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane))
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed !== undefined) throw failed.reason
  const parts = all.map((partNumber) => ({ partNumber, etag: etags.get(partNumber) ?? '' }))
  await session.request('POST', `${path}/complete`, { parts })
}

async function sendPart(
  { session, path, pause }: DiskSending,
  upload: StudioUpload,
  partNumber: number,
  tell: (bytes: number) => void,
): Promise<string> {
  const start = (partNumber - 1) * upload.partSizeBytes
  const range = { path, start, sizeBytes: partSize(upload, upload.sizeBytes, partNumber) }
  const sha256 = upload.checksum === null ? {} : { sha256: [await digest(range)] }
  // Signed for each try: the URL of the one before may have run out.
  const attempt = async () => {
    const wanted = { partNumbers: [partNumber], ...sha256 }
    const url = `/api/studio/uploads/${upload.id}/parts`
    const [part] = (await session.request<SignedParts>('POST', url, wanted)).parts
    if (part === undefined) throw new Error('the server signed nothing')
    return putRange(part.url, part.headers, range, tell)
  }
  for (const wait of waits) {
    try {
      return await attempt()
    } catch (error) {
      if (error instanceof Refused && error.status < 500 && error.status !== 429) throw error
      tell(0)
      await pause(wait)
    }
  }
  return attempt()
}

async function digest({ path, start, sizeBytes }: FileRange): Promise<string> {
  const hash = createHash('sha256')
  const bytes = createReadStream(path, { start, end: start + sizeBytes - 1 })
  for await (const chunk of bytes) hash.update(chunk)
  return hash.digest('base64')
}
