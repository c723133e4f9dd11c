import { join } from 'node:path'
import type { Logger } from 'pino'
import type { StorageCredentials } from '../clients/storage.ts'
import { developmentOnly } from './development-only.ts'
import { freePort, type LocalPostgres, startPostgres } from './postgres.ts'
import type { LocalSecrets } from './secrets.ts'

/** The environment that `readConfig` reads. */
export type Env = Record<string, string | undefined>

/** One embedded part: the settings that lead to it, to be laid over the environment. */
interface Part {
  env: Env
  close(): Promise<void>
}

const given: Part = { env: {}, close: async () => undefined }

export interface Parts extends Part {
  /** Which parts are ours, and not given from outside. */
  embedded: { s3: boolean; stripe: boolean }
  /** Of the local bucket; undefined where the bucket is given. */
  storageCredentials: StorageCredentials | undefined
}

interface Context {
  env: Env
  dataDirectory: string
  secrets: LocalSecrets
  /** Where Matinee itself will answer. */
  appUrl: string
  log: Logger
  say(line: string): void
  /** Starts no further part once it has been given. */
  signal: AbortSignal
}

/** The remembered port while it is free, so that addresses in open pages outlive a restart. */
async function rememberedPort(port: number): Promise<number> {
  return freePort(port).catch(() => freePort())
}

async function postgres({ env, dataDirectory, say }: Context): Promise<Part> {
  if (env.DATABASE_URL) return given
  say('Starting Postgres')
  const server: LocalPostgres = await startPostgres(join(dataDirectory, 'postgres'))
  return { env: { DATABASE_URL: await server.database('matinee') }, close: server.close }
}

async function s3({ env, dataDirectory, secrets, log, say }: Context): Promise<Part> {
  if (env.S3_ENDPOINT || env.S3_BUCKET) return given
  say('Starting the local bucket')
  const { startLocalS3 } = await developmentOnly(() => import('local-s3'), 'set S3_BUCKET')
  const { bucket, region } = secrets.s3
  const port = await rememberedPort(secrets.s3.port)
  const directory = join(dataDirectory, 's3')
  const server = await startLocalS3({ ...secrets.s3, directory, port, log })
  return {
    env: {
      S3_ENDPOINT: server.endpoint,
      S3_BUCKET: bucket,
      S3_REGION: region,
      S3_FORCE_PATH_STYLE: 'true',
    },
    close: server.close,
  }
}

async function stripe({ env, dataDirectory, secrets, appUrl, log, say }: Context): Promise<Part> {
  if (env.STRIPE_SECRET_KEY) return given
  say('Starting the local Stripe')
  const { startLocalStripe } = await developmentOnly(
    () => import('local-stripe'),
    'set STRIPE_SECRET_KEY',
  )
  const { secretKey, webhookSecret } = secrets.stripe
  const server = await startLocalStripe({
    directory: join(dataDirectory, 'stripe'),
    port: await rememberedPort(secrets.stripe.port),
    secretKey,
    webhookSecret,
    webhookUrl: `${appUrl}/webhooks/stripe`,
    log,
  })
  return {
    env: {
      STRIPE_API_BASE: server.url,
      STRIPE_SECRET_KEY: secretKey,
      STRIPE_WEBHOOK_SECRETS: webhookSecret,
    },
    close: server.close,
  }
}

/**
 * Starts each part whose setting is not given. When one does not start, or none is wanted any more,
 * those before it are stopped again.
 */
export async function startParts(context: Context): Promise<Parts> {
  const started: Part[] = []
  const close = async () => {
    for (const part of started.toReversed()) await part.close()
  }
  try {
    for (const start of [postgres, s3, stripe]) {
      context.signal.throwIfAborted()
      started.push(await start(context))
    }
  } catch (error) {
    await close()
    throw error
  }
  const env = Object.assign({}, ...started.map((part) => part.env)) as Env
  const embedded = {
    s3: env.S3_BUCKET !== undefined,
    stripe: env.STRIPE_SECRET_KEY !== undefined,
  }
  return {
    env,
    embedded,
    storageCredentials: embedded.s3 ? context.secrets.s3 : undefined,
    close,
  }
}
