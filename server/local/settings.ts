import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { StorageCredentials } from '../clients/storage.ts'
import type { Env } from './parts.ts'
import { localSecrets } from './secrets.ts'

/** Where local mode's parts are, as `local.json` tells other programs; parts given from outside are null. */
interface Announcement {
  url: string
  /** Left out in a site that was begun empty. */
  accounts?: { admin: { email: string; password: string } }
  database: string
  s3: { endpoint: string | null; accessKeyId: string | null }
  stripe: { url: string | null; secretKey: string | null }
}

const read = async (directory: string): Promise<Announcement | null> => {
  const text = await readFile(join(directory, 'local.json'), 'utf8').catch(() => null)
  return text === null ? null : (JSON.parse(text) as Announcement)
}

/** The demo operator of the Matinee that runs in local mode on `env.DATA_DIR`; null where none runs. */
export async function localOperator(
  env: Env,
): Promise<{ server: string; email: string; password: string } | null> {
  const announced = await read(resolve(env.DATA_DIR || '.matinee'))
  return announced?.accounts ? { server: announced.url, ...announced.accounts.admin } : null
}

/**
 * The settings of the Matinee that runs in local mode on `env.DATA_DIR`, so that the other commands
 * can be tried on it as they are. Null where none runs, or where a database of one's own is given.
 */
export async function runningLocal(
  env: Env,
): Promise<{ env: Env; storageCredentials: StorageCredentials | undefined } | null> {
  if (env.DATABASE_URL) return null
  const directory = resolve(env.DATA_DIR || '.matinee')
  const announced = await read(directory)
  if (announced === null) return null
  const { url, database, s3, stripe } = announced
  const secrets = await localSecrets(directory)
  const ownBucket = s3.accessKeyId !== null
  return {
    env: {
      JWT_SECRETS: secrets.jwtSecret,
      ...env,
      PUBLIC_URL: url,
      DATA_DIR: directory,
      DATABASE_URL: database,
      ...(ownBucket && {
        S3_ENDPOINT: s3.endpoint ?? '',
        S3_BUCKET: secrets.s3.bucket,
        S3_REGION: secrets.s3.region,
        S3_FORCE_PATH_STYLE: 'true',
      }),
      ...(stripe.secretKey !== null && {
        STRIPE_API_BASE: stripe.url ?? '',
        STRIPE_SECRET_KEY: secrets.stripe.secretKey,
        STRIPE_WEBHOOK_SECRETS: secrets.stripe.webhookSecret,
      }),
    },
    storageCredentials: ownBucket ? secrets.s3 : undefined,
  }
}
