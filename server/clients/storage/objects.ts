import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type PutObjectCommandInput,
} from '@aws-sdk/client-s3'
import type { Connection } from './connect.ts'
import { copyObject } from './copy.ts'
import { attempt, attemptOrNull, StorageRefused } from './errors.ts'
import type {
  ByteRange,
  GetOptions,
  ListedObject,
  PutOptions,
  Storage,
  StoredObject,
} from './types.ts'

/** "The maximum object size you can upload in a single PUT operation is 5 GB." */
const largestPut = 5 * 1024 ** 3
/** Up to here a file is sent from memory, which lets the SDK repeat it. */
const smallFile = 8 * 1024 ** 2
const putAttempts = 3

export const rangeHeader = ({ start, end }: ByteRange): string => `bytes=${start}-${end ?? ''}`

interface Described {
  ContentLength?: number | undefined
  ContentType?: string | undefined
  ContentRange?: string | undefined
  ETag?: string | undefined
  LastModified?: Date | undefined
}

/** For a range, the size is the whole object's. */
export function describe(answer: Described): StoredObject {
  const whole = /\/(\d+)$/.exec(answer.ContentRange ?? '')?.[1]
  return {
    sizeBytes: whole === undefined ? (answer.ContentLength ?? 0) : Number(whole),
    contentType: answer.ContentType ?? null,
    etag: answer.ETag ?? '',
    lastModified: answer.LastModified ?? new Date(0),
  }
}

type ObjectCalls = Pick<
  Storage,
  | 'copy'
  | 'head'
  | 'getStream'
  | 'getBytes'
  | 'putFile'
  | 'putBytes'
  | 'delete'
  | 'deletePrefix'
  | 'list'
>

export function objectCalls({ client, patient, bucket: Bucket }: Connection): ObjectCalls {
  async function fetch(Key: string, { range, signal }: GetOptions) {
    const Range = range === undefined ? {} : { Range: rangeHeader(range) }
    const command = new GetObjectCommand({ Bucket, Key, ...Range })
    return client.send(command, { abortSignal: signal })
  }

  async function put(
    Key: string,
    body: Pick<PutObjectCommandInput, 'Body' | 'ContentLength'>,
    { contentType, cacheControl, signal }: PutOptions,
    via = client,
  ): Promise<void> {
    const CacheControl = cacheControl === undefined ? {} : { CacheControl: cacheControl }
    const type = { ContentType: contentType, ...CacheControl }
    const command = new PutObjectCommand({ Bucket, Key, ...body, ...type })
    await via.send(command, { abortSignal: signal })
  }

  /** A stream can be sent once, so the SDK does not repeat it; we open the file anew. */
  async function putStream(key: string, path: string, size: number, options: PutOptions) {
    for (let tries = 1; ; tries++) {
      const body = createReadStream(path)
      try {
        return await put(key, { Body: body, ContentLength: size }, options, patient)
      } catch (error) {
        if (tries === putAttempts || options.signal?.aborted || isRefusal(error)) throw error
      } finally {
        body.destroy()
      }
    }
  }

  async function* list(
    prefix: string,
    { after }: { after?: string | undefined } = {},
  ): AsyncGenerator<ListedObject> {
    let token: string | undefined
    do {
      const page = await attempt(() =>
        client.send(
          new ListObjectsV2Command({
            Bucket,
            Prefix: prefix,
            ...(token === undefined ? { StartAfter: after } : { ContinuationToken: token }),
          }),
        ),
      )
      for (const { Key, Size, ETag, LastModified } of page.Contents ?? []) {
        if (Key === undefined) continue
        const lastModified = LastModified ?? new Date(0)
        yield { key: Key, sizeBytes: Size ?? 0, etag: ETag ?? '', lastModified }
      }
      token = page.NextContinuationToken
    } while (token !== undefined)
  }

  /** Of servers that refuse DeleteObjects: for want of Content-MD5, or of a right to it. */
  let oneByOne = false

  async function deleteBatch(keys: string[]): Promise<void> {
    if (keys.length === 0) return
    if (!oneByOne) {
      try {
        return await deleteTogether(keys)
      } catch (error) {
        if (isOfServer(error)) throw error
        oneByOne = true
      }
    }
    for (const Key of keys) {
      await attempt(() => client.send(new DeleteObjectCommand({ Bucket, Key })))
    }
  }

  async function deleteTogether(keys: string[]): Promise<void> {
    const Delete = { Objects: keys.map((Key) => ({ Key })), Quiet: true }
    const answer = await attempt(() => client.send(new DeleteObjectsCommand({ Bucket, Delete })))
    const failed = answer.Errors?.[0]
    if (failed !== undefined) {
      const said = `${failed.Key}: ${failed.Message}`
      throw new StorageRefused(failed.Code ?? 'InternalError', 500, said, failed)
    }
  }

  return {
    list,

    head: (Key) =>
      attemptOrNull(async () =>
        describe(await client.send(new HeadObjectCommand({ Bucket, Key }))),
      ),

    getStream: (key, options = {}) =>
      attemptOrNull(async () => {
        const answer = await fetch(key, options)
        // In Node the SDK's body is a Readable; it is absent only for an empty object.
        const body = (answer.Body ?? Readable.from([])) as Readable
        return { ...describe(answer), body }
      }, options.signal),

    getBytes: (key, options = {}) =>
      attemptOrNull(async () => {
        const answer = await fetch(key, options)
        return answer.Body?.transformToByteArray() ?? new Uint8Array()
      }, options.signal),

    putFile: (key, path, options) =>
      attempt(async () => {
        const { size } = await stat(path)
        if (size > largestPut) {
          throw new StorageRefused('EntityTooLarge', 400, `${path} is over 5 GiB`, null)
        }
        if (size > smallFile) return putStream(key, path, size, options)
        return put(key, { Body: await readFile(path), ContentLength: size }, options)
      }, options.signal),

    putBytes: (key, bytes, options) =>
      attempt(() => put(key, { Body: bytes }, options), options.signal),

    delete: async (Key) => {
      await attempt(() => client.send(new DeleteObjectCommand({ Bucket, Key })))
    },

    copy: (from, to) => attempt(() => copyObject({ client: patient, bucket: Bucket }, from, to)),

    deletePrefix: async (prefix) => {
      if (!/[^/]\/$/.test(prefix)) {
        throw new RangeError(
          `"${prefix}" is no prefix to delete: it must be a folder with its slash`,
        )
      }
      let count = 0
      let batch: string[] = []
      for await (const { key } of list(prefix)) {
        batch.push(key)
        count++
        if (batch.length === 1000) {
          await deleteBatch(batch)
          batch = []
        }
      }
      await deleteBatch(batch)
      return count
    },
  }
}

/** A failure that says nothing of the way in which was asked. */
function isOfServer(error: unknown): boolean {
  const asked = error instanceof StorageRefused ? error : (error as Error).cause
  const status = (asked as { $metadata?: { httpStatusCode?: number } } | null)?.$metadata
  return !(error instanceof StorageRefused) && (status?.httpStatusCode ?? 500) >= 500
}

function isRefusal(error: unknown): boolean {
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode
  return status !== undefined && status < 500
}
