import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Disk } from './disk.ts'
import { type Slice, type Span, sliceFiles } from './ranges.ts'

/** The folders in which multipart uploads keep their parts, before and after they are joined. */
export interface PartFolders {
  folderOf(uploadId: string): string
  partPath(uploadId: string, number: number): string
  /**
   * Holds a joined object's parts for reading; null when they are being deleted. Exactly one of
   * `stream` (whose end lets go) and `release` must follow.
   */
  pin(joined: Joined): PinnedParts | null
  /** Deletes the folder once nobody reads from it. Its object is gone or replaced already. */
  discard(uploadId: string): void
  /** Resolves when every deletion that was begun is over. */
  settled(): Promise<void>
}

interface Joined {
  readonly uploadId: string
  readonly parts: readonly { readonly number: number; readonly size: number }[]
}

interface PinnedParts {
  stream(span: Span | null): Readable | null
  release(): void
}

export function openPartFolders(root: string, disk: Disk): PartFolders {
  const readers = new Map<string, number>()
  const doomed = new Set<string>()
  const deletions = new Set<Promise<void>>()

  const folderOf = (uploadId: string) => join(root, uploadId)
  const partPath = (uploadId: string, number: number) =>
    join(folderOf(uploadId), `part-${String(number).padStart(5, '0')}`)

  function deleteIfUnread(uploadId: string): void {
    if ((readers.get(uploadId) ?? 0) > 0) return
    const deletion = disk
      .discard(folderOf(uploadId))
      // What cannot be deleted now is found again at the next start.
      .catch(() => {})
      .finally(() => deletions.delete(deletion))
    deletions.add(deletion)
  }

  function release(uploadId: string): void {
    const left = (readers.get(uploadId) ?? 1) - 1
    if (left > 0) readers.set(uploadId, left)
    else readers.delete(uploadId)
    if (left === 0 && doomed.has(uploadId)) deleteIfUnread(uploadId)
  }

  async function* readSlices(joined: Joined, slices: readonly Slice[]): AsyncGenerator<Buffer> {
    for (const { index, start, end } of slices) {
      const path = partPath(joined.uploadId, joined.parts[index]?.number ?? 0)
      yield* createReadStream(path, { start, end, highWaterMark: 256 * 1024 })
    }
  }

  return {
    folderOf,
    partPath,

    pin: (joined) => {
      const { uploadId, parts } = joined
      if (doomed.has(uploadId)) return null
      readers.set(uploadId, (readers.get(uploadId) ?? 0) + 1)
      let held = true
      const letGo = () => {
        if (held) release(uploadId)
        held = false
      }
      return {
        release: letGo,
        stream: (span) => {
          if (span === null) return null
          const sizes = parts.map(({ size }) => size)
          const bytes = readSlices(joined, sliceFiles(sizes, span))
          return Readable.from(bytes, { objectMode: false }).once('close', letGo)
        },
      }
    },

    discard: (uploadId) => {
      doomed.add(uploadId)
      deleteIfUnread(uploadId)
    },

    settled: async () => {
      await Promise.all(deletions)
    },
  }
}
