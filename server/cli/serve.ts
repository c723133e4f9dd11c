import { buildApp } from '../app.ts'
import { startUpkeep } from '../billing/upkeep.ts'
import { openServices } from '../services.ts'
import { closeOnSignal } from './close-on-signal.ts'
import { productionConfig } from './configured.ts'

/** `matinee serve`: the website and its API, until it is told to stop. */
export async function runServeCommand(): Promise<void> {
  const config = productionConfig()
  const services = await openServices(config)
  const app = await buildApp(services)
  const upkeep = startUpkeep(services)
  closeOnSignal(async () => {
    await upkeep.close()
    await app.close()
    await services.close()
  })
  await app.listen({ host: config.HOST, port: config.PORT })
}
