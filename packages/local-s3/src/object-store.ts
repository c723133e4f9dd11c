import { type FileHandle, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { ChecksumName } from './checksums.ts'
import { type Conditions, checkWrite } from './conditions.ts'
import { type Disk, isNotFound } from './disk.ts'
import { S3Error } from './errors.ts'
import { KeyIndex } from './key-index.ts'
import { keyToPath, pathToKey } from './key-names.ts'
import type { KeyedLock } from './keyed-lock.ts'
import type { PartFolders } from './part-folders.ts'
import type { Span } from './ranges.ts'
import { readDescription, writeRecord } from './record-file.ts'

export interface StoredChecksum {
  readonly name: ChecksumName
  readonly value: string
  readonly type: 'FULL_OBJECT' | 'COMPOSITE'
}

export interface ObjectRecord {
  readonly key: string
  readonly size: number
  /** Without quotes. */
  readonly etag: string
  /** Milliseconds since 1970. */
  readonly modified: number
  /** Content-Type, Cache-Control, x-amz-meta-… as they are answered. */
  readonly headers: Readonly<Record<string, string>>
  readonly checksum: StoredChecksum | null
  /** Set when the bytes lie in the parts of a multipart upload rather than in the record. */
  readonly joined: { readonly uploadId: string; readonly parts: readonly JoinedPart[] } | null
}

export interface JoinedPart {
  readonly number: number
  readonly size: number
}

/** An object held open: what is replaced or deleted meanwhile is still read to its end. */
export interface OpenObject {
  readonly record: ObjectRecord
  /** Reads a span and lets go; for an object of no bytes `null`. */
  stream(span: Span | null): Readable | null
  release(): Promise<void>
}

export interface ObjectStore {
  readonly index: KeyIndex
  open(key: string): Promise<OpenObject | null>
  record(key: string): Promise<ObjectRecord | null>
  /** Writes bytes aside, then puts them in place. `describe` is asked once all bytes are read. */
  put(
    key: string,
    source: AsyncIterable<Uint8Array>,
    describe: () => ObjectRecord,
    conditions: Conditions,
  ): Promise<void>
  delete(key: string): Promise<void>
}

async function* noBytes(): AsyncGenerator<Uint8Array> {}

/** Bytes for an object that has none of its own. */
export const nothing = noBytes

async function* findKeys(folder: string, path: string[] = []): AsyncGenerator<string> {
  const entries = await readdir(join(folder, ...path), { withFileTypes: true })
  for (const entry of entries) {
    const inner = [...path, entry.name]
    if (entry.isDirectory()) yield* findKeys(folder, inner)
    const key = entry.isFile() ? pathToKey(inner) : null
    if (key !== null) yield key
  }
}

/** @param folder where the objects of one bucket lie; it exists */
export async function openObjectStore(
  folder: string,
  disk: Disk,
  lock: KeyedLock,
  partFolders: PartFolders,
): Promise<ObjectStore> {
  const keys: string[] = []
  for await (const key of findKeys(folder)) keys.push(key)
  const index = new KeyIndex(keys)
  const pathOf = (key: string) => join(folder, ...keyToPath(key))

  async function openRecord(
    key: string,
  ): Promise<{ file: FileHandle; record: ObjectRecord } | null> {
    let file: FileHandle
    try {
      file = await open(pathOf(key), 'r')
    } catch (error) {
      if (isNotFound(error)) return null
      throw error
    }
    try {
      return { file, record: await readDescription<ObjectRecord>(file) }
    } catch (error) {
      await file.close()
      throw error
    }
  }

  async function record(key: string): Promise<ObjectRecord | null> {
    const opened = await openRecord(key)
    await opened?.file.close()
    return opened?.record ?? null
  }

  async function openObject(key: string): Promise<OpenObject | null> {
    const opened = await openRecord(key)
    if (opened === null) return null
    const { file, record } = opened
    if (record.joined === null) return singleFile(file, record)
    await file.close()
    const parts = partFolders.pin(record.joined)
    // It was replaced between our reading of it and now: look again.
    if (parts === null) return openObject(key)
    return { record, stream: parts.stream, release: async () => parts.release() }
  }

  const dropParts = (replaced: ObjectRecord | null): void => {
    if (replaced?.joined) partFolders.discard(replaced.joined.uploadId)
  }

  return {
    index,
    record,
    open: openObject,

    put: async (key, source, describe, conditions) => {
      const staged = disk.stagingPath()
      await writeRecord(staged, source, describe)
      await lock(key, async () => {
        try {
          const current = await record(key)
          checkWrite(
            conditions,
            current && { etag: current.etag, modified: new Date(current.modified) },
          )
          await disk.commit(staged, pathOf(key))
          index.add(key)
          dropParts(current)
        } finally {
          await rm(staged, { force: true })
        }
      })
    },

    delete: (key) =>
      lock(key, async () => {
        const current = await record(key)
        await rm(pathOf(key), { force: true })
        index.remove(key)
        dropParts(current)
      }),
  }
}

function singleFile(file: FileHandle, record: ObjectRecord): OpenObject {
  return {
    record,
    stream: (span) => {
      if (span === null) return null
      const { start, end } = span
      return file.createReadStream({ start, end, highWaterMark: 256 * 1024 })
    },
    release: () => file.close(),
  }
}

/** Refuses an object that is not there, in S3's words. */
export function present<T>(found: T | null, key: string): T {
  if (found === null) throw new S3Error('NoSuchKey', undefined, { Key: key })
  return found
}
