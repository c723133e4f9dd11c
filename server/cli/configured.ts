import { isOfStorage, troubleSentence } from '../clients/storage.ts'
import { type Config, readConfig, refuseLocalSecrets } from '../config.ts'
import { openServices, type Services } from '../services.ts'
import { type Terminal, terminal } from './terminal.ts'

/** The settings of the environment. @throws ConfigError when a real server must not run with them */
export function productionConfig(): Config {
  const config = readConfig(process.env)
  refuseLocalSecrets(config)
  return config
}

/** The Matinee that runs in local mode here, when no database is named; else the one of the settings. */
async function openConfigured(): Promise<Services> {
  if (process.env.DATABASE_URL) return openServices(productionConfig())
  const { runningLocal } = await import('../local/settings.ts')
  const local = await runningLocal(process.env)
  if (local === null) return openServices(productionConfig())
  const { storageCredentials } = local
  return openServices(readConfig(local.env), storageCredentials && { storageCredentials })
}

/** Runs a command over services that are closed after it. */
export async function withServices(
  run: (deps: Services & Terminal, args: string[]) => Promise<void>,
  args: string[],
): Promise<void> {
  const services = await openConfigured()
  try {
    await run({ ...services, ...terminal }, args)
  } catch (error) {
    // Only here is it known where the bucket is.
    if (!isOfStorage(error)) throw error
    throw new Error(troubleSentence(error, services.storage.location))
  } finally {
    await services.close()
  }
}
