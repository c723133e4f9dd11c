import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { say } from '../../../contract/words/server.ts'
import type { TranscodeDeps } from '../../services.ts'
import { CannotTranscode } from '../failures.ts'

/**
 * Originals on this worker's disk: one folder an encode, so that the pieces of one film that the same
 * worker makes share one download.
 */
export interface SourceFiles {
  /** The path of the original, downloaded unless it is there. */
  get(encodeId: string, key: string, signal?: AbortSignal): Promise<string>
  /** A new empty folder for what a piece writes, below the encode's. */
  workFolder(encodeId: string, pieceName: string, names: string[]): Promise<string>
  remove(folder: string): Promise<void>
  /** Removes all that is here of an encode. */
  removeEncode(encodeId: string): Promise<void>
  /** Removes the folders of all encodes but these. */
  keepOnly(encodeIds: string[]): Promise<void>
}

export function openSourceFiles(
  { storage }: Pick<TranscodeDeps, 'storage'>,
  directory: string,
): SourceFiles {
  const underWay = new Map<string, Promise<string>>()
  let folders = 0

  async function fetch(encodeId: string, key: string, signal?: AbortSignal): Promise<string> {
    const folder = join(directory, encodeId)
    const path = join(folder, 'source')
    if ((await stat(path).catch(() => null)) !== null) return path
    await mkdir(folder, { recursive: true })
    const partial = join(folder, `source.${process.pid}.partial`)
    const stored = await storage.getToFile(key, partial, { signal }).catch(async (error) => {
      // Above all when the disk is full.
      await rm(partial, { force: true })
      throw error
    })
    if (stored === null) throw new CannotTranscode(say('encodes.noOriginal'))
    // Renamed only when complete, so that a crash leaves nothing that looks like a film.
    await rename(partial, path)
    return path
  }

  return {
    async get(encodeId, key, signal) {
      const running = underWay.get(encodeId)
      if (running !== undefined) return running
      const fetching = fetch(encodeId, key, signal).finally(() => underWay.delete(encodeId))
      underWay.set(encodeId, fetching)
      return fetching
    },
    async workFolder(encodeId, pieceName, names) {
      const safe = pieceName.replaceAll(/[^a-z0-9]/gi, '-')
      const folder = join(directory, encodeId, `${safe}.${process.pid}.${folders++}`)
      await mkdir(folder, { recursive: true })
      for (const name of names) await mkdir(join(folder, name), { recursive: true })
      return folder
    },
    remove: (folder) => rm(folder, { recursive: true, force: true }),
    removeEncode: (encodeId) => rm(join(directory, encodeId), { recursive: true, force: true }),
    async keepOnly(encodeIds) {
      const present = await readdir(directory).catch(() => [])
      for (const name of present) {
        if (!encodeIds.includes(name) && !underWay.has(name)) {
          await rm(join(directory, name), { recursive: true, force: true })
        }
      }
    },
  }
}
