import { type FileHandle, open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { GetObjectCommand } from '@aws-sdk/client-s3'
import type { Connection } from './connect.ts'
import { attemptOrNull } from './errors.ts'
import { describe, rangeHeader } from './objects.ts'
import type { DownloadOptions, Storage, StoredObject } from './types.ts'

/** Breaks in a row without a single byte between them, after which we give up. */
const fruitlessBreaks = 4

interface Received {
  bytes: number
  /** The disk's own failure (full, gone), which no repeating helps. */
  diskError?: unknown
}

async function write(body: Readable, file: FileHandle, received: Received, report: () => void) {
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    try {
      await file.write(chunk, 0, chunk.byteLength, received.bytes)
    } catch (error) {
      received.diskError = error
      throw error
    }
    received.bytes += chunk.byteLength
    report()
  }
}

/** Large originals take long enough that a connection breaks on the way; each break is taken up. */
export function downloads({ client, bucket: Bucket }: Connection): Pick<Storage, 'getToFile'> {
  async function fetch(Key: string, from: number, etag: string | null, signal?: AbortSignal) {
    // If-Match: the rest must belong to the same object as the beginning.
    const rest = etag === null ? {} : { Range: rangeHeader({ start: from }), IfMatch: etag }
    const answer = await client.send(new GetObjectCommand({ Bucket, Key, ...rest }), {
      abortSignal: signal,
    })
    return { stored: describe(answer), body: answer.Body as Readable | undefined }
  }

  async function download(
    key: string,
    file: FileHandle,
    { signal, onProgress }: DownloadOptions,
  ): Promise<StoredObject> {
    const received: Received = { bytes: 0 }
    let { stored, body } = await fetch(key, 0, null, signal)
    for (let breaks = 0; received.bytes < stored.sizeBytes; ) {
      const before = received.bytes
      try {
        body ??= (await fetch(key, received.bytes, stored.etag, signal)).body
        if (body !== undefined) {
          await write(body, file, received, () => onProgress?.(received.bytes, stored.sizeBytes))
        }
      } catch (error) {
        breaks = received.bytes > before ? 1 : breaks + 1
        if ('diskError' in received || signal?.aborted || isAnswer(error)) throw error
        if (breaks === fruitlessBreaks) throw error
      } finally {
        body?.destroy()
        body = undefined
      }
    }
    return stored
  }

  return {
    getToFile: async (key, path, options = {}) => {
      const file = await open(path, 'w')
      try {
        return await attemptOrNull(() => download(key, file, options), options.signal)
      } finally {
        await file.close()
      }
    },
  }
}

/** The server's own word, which the SDK has already asked for again where that helps. */
const isAnswer = (error: unknown): boolean => error instanceof Error && '$metadata' in error
