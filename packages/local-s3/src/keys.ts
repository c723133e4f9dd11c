import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Keys {
  accessKeyId: string
  secretAccessKey: string
}

/** The keys of the server in `directory`: made up on the first call, kept where only their owner reads. */
export async function keysOf(directory: string): Promise<Keys> {
  const file = join(directory, 'keys.json')
  const stored = await readFile(file, 'utf8').catch(() => null)
  if (stored !== null) return JSON.parse(stored) as Keys
  const made = {
    accessKeyId: `LOCAL${randomBytes(6).toString('hex').toUpperCase()}`,
    secretAccessKey: randomBytes(20).toString('hex'),
  }
  await mkdir(directory, { recursive: true, mode: 0o700 })
  await writeFile(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 })
  return made
}
