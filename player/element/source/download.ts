import { Unreachable } from './problems.ts'

/** The bucket said no to this URL: it has expired, or it was never right. */
export class BucketRefused extends Error {
  override readonly name = 'BucketRefused'
  readonly status: number

  constructor(status: number) {
    super(`the bucket answered ${status}`)
    this.status = status
  }
}

export interface DownloadOptions {
  fetch: typeof fetch
  signal: AbortSignal
  /** Milliseconds without a byte after which the download is given up. */
  patienceMs: number
  onFirstByte: () => void
  /** `total` is 0 while unknown. */
  onProgress: (loaded: number, total: number) => void
}

/**
 * Fetches one object whole. Rejects with `BucketRefused` on 4xx, with `Unreachable` on everything
 * that may pass: 5xx, 429, no answer (status 0), silence (status 408) or a body that breaks off.
 */
export async function download(url: string, options: DownloadOptions): Promise<ArrayBuffer> {
  const silence = new AbortController()
  const stop = AbortSignal.any([options.signal, silence.signal])
  let timer: ReturnType<typeof setTimeout> | undefined
  const heard = () => {
    clearTimeout(timer)
    timer = setTimeout(() => silence.abort(), options.patienceMs)
  }
  heard()
  try {
    const response = await options.fetch(url, requestOf(stop))
    heard()
    if (!response.ok) throw refusal(response.status)
    options.onFirstByte()
    return await readAll(response, stop, (loaded, total) => {
      heard()
      options.onProgress(loaded, total)
    })
  } catch (error) {
    options.signal.throwIfAborted()
    if (error instanceof BucketRefused || error instanceof Unreachable) throw error
    throw new Unreachable(silence.signal.aborted ? 408 : 0, undefined, error)
  } finally {
    clearTimeout(timer)
  }
}

/** How media is asked for: without cookies, and without telling the bucket which page plays it. */
export const requestOf = (signal?: AbortSignal): RequestInit => ({
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  ...(signal === undefined ? {} : { signal }),
})

const refusal = (status: number) =>
  status >= 500 || status === 429 || status === 408
    ? new Unreachable(status)
    : new BucketRefused(status)

async function readAll(
  response: Response,
  stop: AbortSignal,
  onProgress: (loaded: number, total: number) => void,
): Promise<ArrayBuffer> {
  const total = Number(response.headers.get('content-length') ?? 0)
  const reader = response.body?.getReader()
  if (reader === undefined) return response.arrayBuffer()
  const cancel = () => void reader.cancel().catch(() => undefined)
  stop.addEventListener('abort', cancel, { once: true })
  const chunks: Uint8Array[] = []
  let loaded = 0
  for (;;) {
    const { done, value } = await reader.read()
    stop.throwIfAborted()
    if (done) break
    chunks.push(value)
    loaded += value.byteLength
    onProgress(loaded, total)
  }
  stop.removeEventListener('abort', cancel)
  if (loaded < total) throw new Error(`${loaded} of ${total} bytes came`)
  return joined(chunks, loaded)
}

function joined(chunks: Uint8Array[], length: number): ArrayBuffer {
  const whole = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.byteLength
  }
  return whole.buffer
}
