// How a file is sent by parts, for whoever sends: the studio's page, the command line, a program of
// one's own. It follows the studio's API for uploads and touches nothing outside but through `Senders`.

/** What is asked of an upload as the API describes it. */
export interface SentUpload {
  id: string
  purpose: 'video' | 'poster' | 'captions'
  sizeBytes: number
  /** Of every part but the last. */
  partSizeBytes: number
  partCount: number
  checksum: 'sha256' | null
  status: 'open' | 'completing' | 'completed' | 'aborted'
  failure: string | null
  parts: readonly { partNumber: number; sizeBytes: number; etag: string }[]
}

/** Where one part is to be put. */
export interface SignedPut {
  partNumber: number
  url: string
  headers: Record<string, string>
}

/** Bytes of the file, from `start`. */
export interface FilePart {
  start: number
  sizeBytes: number
}

/** What sending needs of the world. */
export interface Senders {
  /** Asks the API. @throws what `isFinal` tells apart */
  request<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T>
  /** Puts bytes where they are signed for. @returns the ETag */
  put(put: SignedPut, part: FilePart, onSent: (bytes: number) => void): Promise<string>
  /** SHA-256 in base64. */
  digest(part: FilePart): Promise<string>
  /** Waits, for the network to be back at least. */
  pause(ms: number): Promise<unknown>
  /** Whether another try cannot change that error. */
  isFinal(error: unknown): boolean
  /** The error to throw for an upload that was given up. */
  aborted(failure: string | null): Error
}

export interface Sending {
  /** What has come is kept; nothing more is sent. */
  signal: AbortSignal
  /** Told of all bytes that are there, of those of other times too. */
  onSent(bytes: number): void
}

/** Parts on the way at once: enough to fill a line with delay, few enough to lose little. */
const lanes = 4

/** Waits between tries of one part, in milliseconds. After these it is given up. */
const waits = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000]

/** Refusals of the API that another try does not change, by status. */
export const isFinalStatus = (status: number): boolean =>
  status >= 400 && status < 500 && status !== 408 && status !== 429

/**
 * Sends what the bucket does not have yet of a file, part by part, and completes the upload. Whatever
 * broke off before (a line, a page, a computer), calling it again goes on from there.
 *
 * @throws what `senders` throw when the upload is refused, or does not get through
 */
export async function sendFile(
  senders: Senders,
  uploadId: string,
  { signal, onSent }: Sending,
): Promise<void> {
  const path = `/api/studio/uploads/${uploadId}`
  const upload = await senders.request<SentUpload>('GET', path)
  if (upload.status === 'aborted') throw senders.aborted(upload.failure)
  if (upload.status !== 'open') return untilTaken(senders, upload)

  const etags = new Map(upload.parts.map(({ partNumber, etag }) => [partNumber, etag]))
  const sent = new Map(upload.parts.map(({ partNumber, sizeBytes }) => [partNumber, sizeBytes]))
  const tell = () => onSent([...sent.values()].reduce((sum, bytes) => sum + bytes, 0))
  tell()

  const all = Array.from({ length: upload.partCount }, (_, index) => index + 1)
  const missing = all.filter((number) => !etags.has(number)).values()
  let failed = false
  const lane = async () => {
    for (const partNumber of missing) {
      const onBytes = (bytes: number) => {
        sent.set(partNumber, bytes)
        tell()
      }
      const again = () => !failed && !signal.aborted
      const sending = sendPart(senders, upload, { partNumber, onBytes, again })
      etags.set(partNumber, await sending)
      onBytes(partOf(upload, partNumber).sizeBytes)
      if (!again()) return
    }
  }
  const running = async () => {
    await lane().catch((error: unknown) => {
      failed = true
      throw error
    })
  }
  // What is under way when one part fails may still arrive, and counts the next time.
  const ends = await Promise.allSettled(Array.from({ length: lanes }, running))
  signal.throwIfAborted()
  const failure = ends.find((end) => end.status === 'rejected')
  if (failure !== undefined) throw failure.reason
  const parts = all.map((partNumber) => ({ partNumber, etag: etags.get(partNumber) ?? '' }))
  await senders.request('POST', `${path}/complete`, { parts })
  await untilTaken(senders, upload)
}

/** Captions count only once they have been read, which can end in a refusal. */
async function untilTaken(senders: Senders, { id, purpose }: SentUpload): Promise<void> {
  while (purpose === 'captions') {
    const upload = await senders.request<SentUpload>('GET', `/api/studio/uploads/${id}`)
    if (upload.status === 'aborted') throw senders.aborted(upload.failure)
    if (upload.status === 'completed') return
    await senders.pause(500)
  }
}

function partOf({ sizeBytes, partSizeBytes }: SentUpload, partNumber: number): FilePart {
  const start = (partNumber - 1) * partSizeBytes
  return { start, sizeBytes: Math.min(partSizeBytes, sizeBytes - start) }
}

interface PartSending {
  partNumber: number
  onBytes(bytes: number): void
  /** Whether it is worth another try. */
  again(): boolean
}

async function sendPart(
  senders: Senders,
  upload: SentUpload,
  { partNumber, onBytes, again }: PartSending,
): Promise<string> {
  const part = partOf(upload, partNumber)
  const checksum = upload.checksum === null ? {} : { sha256: [await senders.digest(part)] }
  const attempt = async () => {
    // Signed for each try: the URL of the one before may have run out.
    const { parts } = await senders.request<{ parts: SignedPut[] }>(
      'POST',
      `/api/studio/uploads/${upload.id}/parts`,
      { partNumbers: [partNumber], ...checksum },
    )
    const [put] = parts
    if (put === undefined) throw new Error('The server signed nothing.')
    return senders.put(put, part, onBytes)
  }
  for (const wait of waits) {
    try {
      return await attempt()
    } catch (error) {
      if (!again() || senders.isFinal(error)) throw error
      onBytes(0)
      await senders.pause(wait)
    }
  }
  return attempt()
}
