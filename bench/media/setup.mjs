// A throwaway Postgres and bucket in this process, and what runs beside it in processes of its own.
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLocalS3 } from 'local-s3'
import { systemClock } from '../../dist/server/clients/clock.js'
import { openLog } from '../../dist/server/clients/log.js'
import { migrate } from '../../dist/server/clients/migrate.js'
import { readConfig } from '../../dist/server/config.js'
import { startPostgres } from '../../dist/server/local/postgres.js'
import { openServices } from '../../dist/server/services.js'

const identity = { region: 'us-east-1', accessKeyId: 'BENCHKEY', secretAccessKey: 'bench-secret' }
const bucket = 'bench'
const prisma = new URL('../../prisma', import.meta.url).pathname

export async function openSetup() {
  const directory = await mkdtemp(join(tmpdir(), 'matinee-bench-'))
  const postgres = await startPostgres(join(directory, 'postgres'), ['fsync=off'])
  const database = await postgres.database('bench')
  await migrate(database, prisma)
  const s3 = await startLocalS3({
    ...{ directory: join(directory, 's3'), bucket, clock: systemClock, ...identity },
  })
  const settings = {
    ...{ DATABASE_URL: database, S3_ENDPOINT: s3.endpoint, S3_BUCKET: bucket },
    ...{ S3_FORCE_PATH_STYLE: 'true', STRIPE_SECRET_KEY: 'sk_test_bench', LOG_LEVEL: 'error' },
    ...{ STRIPE_WEBHOOK_SECRETS: 'whsec_bench', AUTH_ATTEMPTS_PER_MINUTE: '1000' },
    JWT_SECRETS: 'a-secret-for-benchmarks-alone-and-long-enough',
  }
  const services = await openServices(readConfig(settings), {
    log: openLog('error'),
    storageCredentials: identity,
  })
  return {
    ...{ directory, services, settings, identity, bucket },
    /** A process of its own: `script` with this setup's settings as its argument. */
    start: (script, more = {}) => startProcess(script, { settings, identity, ...more }),
    close: async () => {
      await services.close()
      await s3.close()
      await postgres.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/**
 * Runs a script under the shell's `time`, which counts the processor time of everything that it starts
 * and waits for.
 *
 * @returns its lines as they come, and when it has ended the seconds of processor time
 */
export function startProcess(script, options) {
  const path = new URL(script, import.meta.url).pathname
  const command = ['TIMEFORMAT="cpu %U %S"; time "$0" "$@"', process.execPath, path]
  const child = spawn('bash', ['-c', ...command, JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let said = ''
  let heard = ''
  child.stdout.on('data', (bytes) => {
    said += bytes
  })
  child.stderr.on('data', (bytes) => {
    heard += bytes
  })
  const until = async (word) => {
    while (!said.includes(word)) {
      if (child.exitCode !== null) throw new Error(`${script} ended: ${heard}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    return said
  }
  const ended = new Promise((resolve) => child.once('exit', resolve))
  return {
    until,
    /** Ends it by closing its input. */
    end: async () => {
      child.stdin.end()
      await ended
      const [, user, system] = /cpu ([\d.]+) ([\d.]+)/.exec(heard) ?? []
      if (user === undefined) throw new Error(`${script} did not say what it took: ${heard}`)
      return Number(user) + Number(system)
    },
  }
}

/** For the scripts that run beside: opens the services that the setup described. */
export async function servicesOf({ settings, identity }) {
  const log = openLog('error')
  return openServices(readConfig(settings), { log, storageCredentials: identity })
}

/** Resolves when whoever started this process has closed its input. */
export const inputEnds = () =>
  new Promise((resolve) => {
    process.stdin.resume()
    process.stdin.once('end', resolve)
  })
