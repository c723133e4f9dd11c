import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pino } from 'pino'
import { systemClock } from '../clients/clock.ts'
import { openFfmpeg } from '../clients/ffmpeg.ts'
import { openLog } from '../clients/log.ts'
import { openOutages } from '../clients/outages.ts'
import { type Config, readConfig } from '../config.ts'
import type { DemoAccounts } from './accounts.ts'
import { beginEmpty, setupToken } from './begin-empty.ts'
import { openClosers } from './closers.ts'
import { lockData } from './lock.ts'
import { type Env, type Parts, startParts } from './parts.ts'
import { freePort } from './postgres.ts'
import { type LocalSecrets, localSecrets, writeJson } from './secrets.ts'

export interface RunningLocal {
  url: string
  /** Null in a site that was begun empty. */
  accounts: DemoAccounts | null
  /** The one-time link for the first operator of an empty site, until it is used. */
  setupUrl: string | null
  close(): Promise<void>
}

interface StartOptions {
  empty?: boolean
  signal?: AbortSignal
}

async function choosePort(env: Env): Promise<number> {
  const wanted = Number(env.PORT || 3000)
  if (wanted === 0) return freePort()
  return freePort(wanted).catch(() => {
    throw new Error(`Port ${wanted} is in use: stop what uses it, or set PORT to another.`)
  })
}

/** Where the parts are, for other programs on this machine. Keys given from outside stay out. */
const describeParts = (config: Config, { s3, stripe }: LocalSecrets, { embedded }: Parts) => ({
  database: config.DATABASE_URL,
  s3: {
    endpoint: config.S3_ENDPOINT ?? null,
    bucket: config.S3_BUCKET,
    region: config.S3_REGION,
    accessKeyId: embedded.s3 ? s3.accessKeyId : null,
    secretAccessKey: embedded.s3 ? s3.secretAccessKey : null,
  },
  stripe: {
    url: config.STRIPE_API_BASE ?? null,
    secretKey: embedded.stripe ? stripe.secretKey : null,
    webhookSecret: embedded.stripe ? stripe.webhookSecret : null,
  },
})

/**
 * Everything in one process on loopback: the embedded parts that no setting replaces, the API, a
 * worker and the demo content. Resolves when there are films to play.
 *
 * @param env the environment; DATA_DIR says where state lies
 * @param empty begins without demo accounts, plans and films; what was begun so stays so
 * @param signal ends the start, and closes what it had opened
 * @param say told, in a few words, what is being done
 * @throws Error whose message is one sentence for the person at the terminal
 */
export async function startLocal(
  env: Env,
  say: (line: string) => void,
  { empty = false, signal = new AbortController().signal }: StartOptions = {},
): Promise<RunningLocal> {
  const dataDirectory = resolve(env.DATA_DIR || '.matinee')
  const port = await choosePort(env)
  const url = env.PUBLIC_URL || `http://localhost:${port}`
  const closers = openClosers()
  // Others on this machine may read none of it.
  process.umask(0o077)
  try {
    const isNew = !existsSync(join(dataDirectory, 'secrets.json'))
    const secrets = await localSecrets(dataDirectory)
    const token = empty ? await beginEmpty(dataDirectory, isNew) : await setupToken(dataDirectory)
    closers.add(await lockData(dataDirectory))
    const announcement = join(dataDirectory, 'local.json')
    await rm(announcement, { force: true })
    const logFile = pino.destination(join(dataDirectory, 'matinee.log'))
    const outages = openOutages(systemClock)
    const log = openLog(env.LOG_LEVEL || 'info', logFile, outages)

    // Loading the product and trying ffmpeg take as long as making a database, which another processor does.
    const ffmpeg = openFfmpeg({ ffmpegPath: env.FFMPEG_PATH, ffprobePath: env.FFPROBE_PATH })
    const product = import('./product.ts')
    for (const early of [ffmpeg.tools(), product]) early.catch(() => undefined)
    const deps = await startParts({ env, dataDirectory, secrets, appUrl: url, log, say, signal })
    closers.add(deps.close)
    signal.throwIfAborted()
    const config = readConfig({
      JWT_SECRETS: secrets.jwtSecret,
      ...env,
      ...deps.env,
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: url,
      DATA_DIR: dataDirectory,
    })
    say('Opening the doors')
    const { startProduct, seedAccountsAndFilms, firstOperator } = await product
    const services = await startProduct(config, { log, outages, ffmpeg }, deps, closers)
    const who =
      token === null
        ? await seedAccountsAndFilms(services, deps.embedded.stripe, { say, closers, signal })
        : await firstOperator(services)
    await writeJson(announcement, { url, ...describeParts(config, secrets, deps), ...who })
    closers.add(() => rm(announcement, { force: true }))
    return { url, accounts: null, setupUrl: null, ...who, close: closers.close }
  } catch (error) {
    await closers.close().catch(() => undefined)
    throw error
  }
}
