// A worker in a process of its own, for tests that kill it. Takes its settings as JSON.
import { pino } from 'pino'
import { systemClock } from '../../server/clients/clock.ts'
import { readConfig } from '../../server/config.ts'
import { openServices } from '../../server/services.ts'
import { startWorker } from '../../server/transcode/worker.ts'

const { settings, scratch, storageCredentials } = JSON.parse(process.argv[2] ?? '{}')
const services = await openServices(readConfig(settings), {
  clock: systemClock,
  storageCredentials,
  log: pino({ level: 'silent' }),
})
await startWorker(services, { scratch, preset: 'superfast' })
console.log('working')
