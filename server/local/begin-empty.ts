import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const fileIn = (dataDirectory: string) => join(dataDirectory, 'setup-token')

/** The token of a site that was begun empty; null where the demo lives. */
export async function setupToken(dataDirectory: string): Promise<string | null> {
  return readFile(fileIn(dataDirectory), 'utf8').catch(() => null)
}

/**
 * Begins an empty site in a data directory, or finds the one that is there.
 *
 * @throws Error with one sentence where the demo has moved in already
 */
export async function beginEmpty(dataDirectory: string, isNew: boolean): Promise<string> {
  const kept = await setupToken(dataDirectory)
  if (kept !== null) return kept
  if (!isNew) {
    throw new Error(`${dataDirectory} holds the demo already: set DATA_DIR to another folder.`)
  }
  const token = randomBytes(24).toString('base64url')
  await writeFile(fileIn(dataDirectory), token, { mode: 0o600 })
  return token
}
