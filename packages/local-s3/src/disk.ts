import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Writes that are either wholly there or not at all, whatever happens meanwhile: into a staging
 * folder, flushed, then renamed. What a crash leaves in the staging folder is thrown away at the
 * next start.
 */
export interface Disk {
  /** A fresh path in the staging folder, on the same file system as everything else. */
  stagingPath(): string
  /** Moves a flushed file, or a folder, to its place, replacing a file that is there. */
  commit(staged: string, target: string): Promise<void>
  writeJson(target: string, value: unknown): Promise<void>
  /** Takes a folder away at once and deletes it at leisure. Nothing happens when it is not there. */
  discard(folder: string): Promise<void>
}

export async function openDisk(directory: string): Promise<Disk> {
  const staging = join(directory, 'staging')
  await rm(staging, { recursive: true, force: true })
  await mkdir(staging, { recursive: true })
  const stagingPath = () => join(staging, randomUUID())

  async function commit(staged: string, target: string): Promise<void> {
    const folder = dirname(target)
    try {
      await rename(staged, target)
    } catch (error) {
      if (!isNotFound(error)) throw error
      await mkdir(folder, { recursive: true })
      await rename(staged, target)
    }
    await syncFolder(folder)
  }

  return {
    stagingPath,
    commit,

    writeJson: async (target, value) => {
      const staged = stagingPath()
      const file = await open(staged, 'wx')
      try {
        await file.writeFile(JSON.stringify(value))
        await file.sync()
      } finally {
        await file.close()
      }
      await commit(staged, target)
    },

    discard: async (folder) => {
      const trash = stagingPath()
      try {
        await rename(folder, trash)
      } catch (error) {
        if (isNotFound(error)) return
        throw error
      }
      await rm(trash, { recursive: true, force: true })
    },
  }
}

/** A rename survives a power cut only when its folder is flushed too. Windows cannot open folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export const isNotFound = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Null when there is no such file. */
export async function readJson<T>(path: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T
  } catch (error) {
    if (isNotFound(error)) return null
    throw error
  }
}
