import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Whether a process of that number lives and could be a Matinee: numbers are used again. */
async function lives(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null)
  return command === null || command.includes('cli/matinee.js')
}

/**
 * Keeps a second Matinee off the same data.
 *
 * @returns the function that lets go
 * @throws when another one runs on it
 */
export async function lockData(directory: string): Promise<() => Promise<void>> {
  const file = join(directory, 'matinee.pid')
  const owner = Number(await readFile(file, 'utf8').catch(() => '0'))
  if (owner > 0 && owner !== process.pid && (await lives(owner))) {
    throw new Error(
      `Matinee already runs on ${directory} (process ${owner}): stop it first, or set DATA_DIR to another folder.`,
    )
  }
  await writeFile(file, String(process.pid))
  return () => rm(file, { force: true })
}
