// A throwaway Postgres, as durable as a real one, and Matinee's services over it.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLog } from '../../dist/server/clients/log.js'
import { migrate } from '../../dist/server/clients/migrate.js'
import { readConfig } from '../../dist/server/config.js'
import { startPostgres } from '../../dist/server/local/postgres.js'
import { openServices } from '../../dist/server/services.js'

const prismaDirectory = new URL('../../prisma', import.meta.url).pathname
export const webhookSecret = 'whsec_bench'

/** @param settings over those of a server in live mode */
export async function openSetup(settings = {}) {
  const directory = await mkdtemp(join(tmpdir(), 'matinee-bench-'))
  const postgres = await startPostgres(directory)
  const url = await postgres.database('bench')
  await migrate(url, prismaDirectory)
  const config = readConfig({
    DATABASE_URL: url,
    S3_REGION: 'eu-west-1',
    S3_BUCKET: 'films',
    STRIPE_SECRET_KEY: 'sk_live_bench',
    STRIPE_WEBHOOK_SECRETS: webhookSecret,
    JWT_SECRETS: 'a-secret-for-benchmarks-alone-and-long-enough',
    LOG_LEVEL: 'error',
    ...settings,
  })
  const services = await openServices(config, {
    log: openLog('error'),
    storageCredentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFE' },
  })
  return {
    url,
    services,
    close: async () => {
      await services.close()
      await postgres.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
