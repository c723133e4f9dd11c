import { parseArgs } from 'node:util'
import { hasOperator, setupUrl } from '../accounts/first-operator.ts'
import { buildApp } from '../app.ts'
import { startUpkeep, type Upkeep } from '../billing/upkeep.ts'
import { watchBucket } from '../clients/bucket-watch.ts'
import { openServices } from '../services.ts'
import { closeOnSignal } from './close-on-signal.ts'
import { productionConfig } from './configured.ts'
import { listen } from './listen.ts'
import { noteTrouble } from './note-trouble.ts'
import { requireMigrations } from './require-migrations.ts'
import { serveMetrics } from './serve-metrics.ts'

/**
 * `matinee serve [--wait]`: the website and its API, until it is told to stop.
 *
 * @param args --wait: begin when the database has been migrated
 */
export async function runServeCommand(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { wait: { type: 'boolean', default: false } } })
  const config = productionConfig()
  const services = await openServices(config)
  await requireMigrations(services, values.wait)
  const app = await buildApp(services)
  let upkeep: Upkeep | undefined
  const metrics = await serveMetrics(services, {
    read: () => app.readMetrics(),
    readiness: () => app.readiness(),
  })
  const bucket = watchBucket(services)
  closeOnSignal(async () => {
    bucket.close()
    await metrics.close()
    await upkeep?.close()
    await app.close()
    await services.close()
  })
  await listen(app, config)
  // Not before: its first round would be in the way of the start.
  upkeep = startUpkeep(services)
  await noteTrouble(services)
  // To the terminal and not to the log: whoever has it runs the site.
  if (!(await hasOperator(services).catch(() => true))) {
    process.stdout.write(`Make the first operator, once: ${setupUrl(services)}\n`)
  }
}
