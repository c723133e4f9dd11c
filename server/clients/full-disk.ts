import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'

export const diskFull = 'The disk of DATA_DIR is full: make room there'

/** As the system has it: nothing is wrong with what was to be written. */
export const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && (error as NodeJS.ErrnoException).code === 'ENOSPC'

/**
 * Before anything is fetched: a bucket charges for a film that does not fit each time that it is tried.
 *
 * @throws Error that `isDiskFull` knows
 */
export async function requireRoom(path: string, sizeBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(path))
  if (bavail * bsize >= sizeBytes) return
  const lacks = Math.ceil((sizeBytes - bavail * bsize) / 2 ** 20)
  throw Object.assign(new Error(`${diskFull} (${lacks} MiB are lacking for a film's original)`), {
    code: 'ENOSPC',
  })
}
