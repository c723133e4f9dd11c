import { type FileHandle, open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { GetObjectCommand } from '@aws-sdk/client-s3'
import { requireRoom } from '../full-disk.ts'
import type { Connection } from './connect.ts'
import { attemptOrNull } from './errors.ts'
import { describe, rangeHeader } from './objects.ts'
import type { DownloadOptions, Storage, StoredObject } from './types.ts'

/** Breaks in a row without a single byte between them, after which we give up. */
const fruitlessBreaks = 4

interface Answer {
  readonly stored: StoredObject
  readonly body: Readable
}

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

/** The server's own word, which the SDK has already asked for again where that helps. */
const isAnswer = (error: unknown): boolean => error instanceof Error && '$metadata' in error

/** Large originals take long enough that a connection breaks on the way; each break is taken up. */
export function downloads({ client, bucket: Bucket }: Connection): Pick<Storage, 'getToFile'> {
  async function fetch(Key: string, rest: object, signal?: AbortSignal): Promise<Answer> {
    const command = new GetObjectCommand({ Bucket, Key, ...rest })
    const answer = await client.send(command, { abortSignal: signal })
    return { stored: describe(answer), body: answer.Body as Readable }
  }

  async function receive(
    key: string,
    first: Answer,
    file: FileHandle,
    { signal, onProgress }: DownloadOptions,
  ): Promise<void> {
    const { sizeBytes, etag } = first.stored
    const received: Received = { bytes: 0 }
    let body: Readable | null = first.body
    for (let breaks = 0; received.bytes < sizeBytes; ) {
      const before = received.bytes
      let failure: unknown = new Error('the connection ended before the object did')
      try {
        // If-Match: the rest must belong to the same object as the beginning.
        const rest = { Range: rangeHeader({ start: before }), IfMatch: etag }
        body ??= (await fetch(key, rest, signal)).body
        await write(body, file, received, () => onProgress?.(received.bytes, sizeBytes))
      } catch (error) {
        if ('diskError' in received || signal?.aborted || isAnswer(error)) throw error
        failure = error
      } finally {
        body?.destroy()
        body = null
      }
      breaks = received.bytes > before ? 0 : breaks + 1
      if (breaks === fruitlessBreaks) throw failure
    }
  }

  return {
    getToFile: (key, path, options = {}) =>
      attemptOrNull(async () => {
        const first = await fetch(key, {}, options.signal)
        let file: FileHandle | null = null
        try {
          await requireRoom(path, first.stored.sizeBytes)
          file = await open(path, 'w')
          await receive(key, first, file, options)
          return first.stored
        } finally {
          first.body.destroy()
          await file?.close()
        }
      }, options.signal),
  }
}
