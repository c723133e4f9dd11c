import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Keys {
  secretKey: string
  webhookSecret: string
}

const word = () => randomBytes(16).toString('hex')

/** The keys of the account in `directory`: made up on the first call, kept where only their owner reads. */
export async function keysOf(directory: string): Promise<Keys> {
  const file = join(directory, 'keys.json')
  const stored = await readFile(file, 'utf8').catch(() => null)
  if (stored !== null) return JSON.parse(stored) as Keys
  const made = { secretKey: `sk_test_local${word()}`, webhookSecret: `whsec_local${word()}` }
  await mkdir(directory, { recursive: true, mode: 0o700 })
  await writeFile(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 })
  return made
}
