import { randomBytes } from 'node:crypto'
import { chmod, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../clients/folder.ts'
import { localMark } from '../config.ts'
import { freePort } from './postgres.ts'

/** What local mode makes up once for a data directory and keeps. */
export interface LocalSecrets {
  jwtSecret: string
  s3: { port: number; bucket: string; region: string; accessKeyId: string; secretAccessKey: string }
  stripe: { port: number; secretKey: string; webhookSecret: string }
}

const word = (bytes: number) => randomBytes(bytes).toString('hex')

async function makeUp(): Promise<LocalSecrets> {
  return {
    jwtSecret: `${localMark}-${word(32)}`,
    s3: {
      port: await freePort(),
      bucket: 'matinee',
      region: 'us-east-1',
      accessKeyId: `MATINEELOCAL${word(4).toUpperCase()}`,
      secretAccessKey: word(20),
    },
    stripe: {
      port: await freePort(),
      secretKey: `sk_test_${localMark}${word(16)}`,
      webhookSecret: `whsec_${localMark}${word(16)}`,
    },
  }
}

/** Writes through a temporary file, so that a crash leaves the old file or the new one. */
export async function writeJson(file: string, value: unknown): Promise<void> {
  const temporary = `${file}.${process.pid}`
  await writeFile(temporary, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 })
  await rename(temporary, file)
}

/** The secrets of this data directory, made up and stored on the first call. */
export async function localSecrets(dataDirectory: string): Promise<LocalSecrets> {
  await makeFolder('DATA_DIR', dataDirectory)
  await chmod(dataDirectory, 0o700)
  const file = join(dataDirectory, 'secrets.json')
  const stored = await readFile(file, 'utf8').catch(() => null)
  if (stored !== null) return JSON.parse(stored) as LocalSecrets
  const made = await makeUp()
  await writeJson(file, made)
  return made
}
