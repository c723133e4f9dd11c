import { join } from 'node:path'
import { openServices } from '../services.ts'
import { startWorker } from '../transcode/worker.ts'
import { closeOnSignal } from './close-on-signal.ts'
import { productionConfig } from './configured.ts'

/** `matinee work`: a worker that encodes films, until it is told to stop. */
export async function runWorkCommand(): Promise<void> {
  const config = productionConfig()
  const services = await openServices(config)
  const worker = await startWorker(services, {
    scratch: join(config.DATA_DIR, 'scratch'),
    encoder: config.VIDEO_ENCODER,
  })
  closeOnSignal(async () => {
    await worker.close()
    await services.close()
  })
}
