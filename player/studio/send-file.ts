import type { SignedPart, StudioUpload } from '../../contract/uploads.ts'
import type { Api } from '../ui/api.ts'
import { Problem, toProblem } from '../ui/problem.ts'

/** What sending needs of the world. */
export interface Senders {
  api: Pick<Api, 'get' | 'request'>
  /** Puts bytes where they are signed for. @returns the ETag */
  put(
    part: SignedPart,
    bytes: Blob,
    onSent: (bytes: number) => void,
    signal: AbortSignal,
  ): Promise<string>
  /** SHA-256 in base64. */
  digest(bytes: ArrayBuffer): Promise<string>
  /** Waits, for the network to be back at least. */
  pause(ms: number, signal: AbortSignal): Promise<void>
}

export interface Sending {
  signal: AbortSignal
  /** Told of all bytes that are there, of those of other times too. */
  onSent(bytes: number): void
}

/** Parts on the way at once: enough to fill a line with delay, few enough to lose little. */
const lanes = 4

/** Waits between tries of one part, in milliseconds. After these it is given up. */
const waits = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000]

/**
 * Sends what the bucket does not have yet of a file, part by part, and completes the upload. Whatever
 * broke off before (a line, a page, a computer), calling it again goes on from there.
 *
 * @throws Problem when the upload is refused, or does not get through
 */
export async function sendFile(
  senders: Senders,
  uploadId: string,
  file: Blob,
  { signal, onSent }: Sending,
): Promise<void> {
  const path = `/api/studio/uploads/${uploadId}`
  const upload = await senders.api.get<StudioUpload>(path, signal)
  if (upload.status === 'aborted') throw cancelled(upload)
  if (upload.status !== 'open') return untilTaken(senders, upload, signal)

  const etags = new Map(upload.parts.map(({ partNumber, etag }) => [partNumber, etag]))
  const sent = new Map(upload.parts.map(({ partNumber, sizeBytes }) => [partNumber, sizeBytes]))
  const tell = () => onSent([...sent.values()].reduce((sum, bytes) => sum + bytes, 0))
  tell()

  const missing = Array.from({ length: upload.partCount }, (_, index) => index + 1).filter(
    (partNumber) => !etags.has(partNumber),
  )
  const stop = new AbortController()
  const onPart = AbortSignal.any([signal, stop.signal])
  const lane = async () => {
    for (let number = missing.shift(); number !== undefined; number = missing.shift()) {
      const partNumber = number
      const start = (partNumber - 1) * upload.partSizeBytes
      const bytes = file.slice(start, start + upload.partSizeBytes)
      const onBytes = (count: number) => {
        sent.set(partNumber, count)
        tell()
      }
      etags.set(partNumber, await sendPart(senders, upload, partNumber, bytes, onBytes, onPart))
      onBytes(bytes.size)
    }
  }
  try {
    await Promise.all(Array.from({ length: lanes }, lane))
  } finally {
    stop.abort()
  }
  signal.throwIfAborted()
  const parts = [...etags]
    .map(([partNumber, etag]) => ({ partNumber, etag }))
    .toSorted((a, b) => a.partNumber - b.partNumber)
  await senders.api.request('POST', `${path}/complete`, { body: { parts }, signal })
  await untilTaken(senders, upload, signal)
}

/** Captions count only once they have been read, which can end in a refusal. */
async function untilTaken(
  { api, pause }: Senders,
  { id, purpose }: StudioUpload,
  signal: AbortSignal,
): Promise<void> {
  while (purpose === 'captions') {
    const upload = await api.get<StudioUpload>(`/api/studio/uploads/${id}`, signal)
    if (upload.status === 'aborted') throw cancelled(upload)
    if (upload.status === 'completed') return
    await pause(500, signal)
  }
}

async function sendPart(
  senders: Senders,
  { id, checksum }: StudioUpload,
  partNumber: number,
  bytes: Blob,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const attempt = async () => {
    const sha256 = checksum === null ? undefined : [await senders.digest(await bytes.arrayBuffer())]
    // Signed for each try: the URL of the one before may have run out.
    const { parts } = await senders.api.request<{ parts: SignedPart[] }>(
      'POST',
      `/api/studio/uploads/${id}/parts`,
      { body: { partNumbers: [partNumber], sha256 }, signal },
    )
    const [part] = parts
    if (part === undefined) throw toProblem(undefined)
    return senders.put(part, bytes, onSent, signal)
  }
  for (const wait of waits) {
    try {
      return await attempt()
    } catch (error) {
      signal.throwIfAborted()
      if (isFinal(error)) throw error
      onSent(0)
      await senders.pause(wait, signal)
    }
  }
  return attempt()
}

/** Refusals that another try does not change. What the bucket answers is no Problem, and may. */
export const isFinal = (error: unknown): boolean =>
  error instanceof Problem && error.status >= 400 && error.status < 500 && error.status !== 429

const cancelled = ({ failure }: StudioUpload): Problem =>
  new Problem({
    status: 409,
    code: 'UPLOAD_ABORTED',
    detail: failure ?? 'This upload was cancelled. Choose the file again to start anew.',
  })
