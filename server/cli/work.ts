import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { claimBucket } from '../catalog/bucket-owner.ts'
import { watchBucket } from '../clients/bucket-watch.ts'
import { readProcessMetrics } from '../plugins/metrics.ts'
import { openServices } from '../services.ts'
import { startWorker } from '../transcode/worker.ts'
import { closeOnSignal } from './close-on-signal.ts'
import { productionConfig } from './configured.ts'
import { requireMigrations } from './require-migrations.ts'
import { serveMetrics } from './serve-metrics.ts'

/**
 * `matinee work [--wait]`: a worker that encodes films, until it is told to stop.
 *
 * @param args --wait: begin when the database has been migrated
 */
export async function runWorkCommand(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { wait: { type: 'boolean', default: false } } })
  const config = productionConfig()
  const services = await openServices(config)
  await requireMigrations(services, values.wait)
  const worker = await startWorker(services, {
    scratch: join(config.DATA_DIR, 'scratch'),
    encoder: config.VIDEO_ENCODER,
    evenLoudness: config.EVEN_LOUDNESS,
    av1: config.ALSO_AV1,
  })
  await claimBucket(services).catch(() => undefined)
  const metrics = await serveMetrics(services, { read: readProcessMetrics })
  const bucket = watchBucket(services)
  closeOnSignal(async () => {
    bucket.close()
    await metrics.close()
    await worker.close()
    await services.close()
  })
}
