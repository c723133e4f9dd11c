// The API in a process of its own, for tests that kill it. Takes its settings as JSON, and says where
// it listens.
import { pino } from 'pino'
import { buildApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { openServices } from '../../server/services.ts'
import { until } from '../fixtures/until.ts'

const { settings, storageCredentials } = JSON.parse(process.argv[2] ?? '{}')
const services = await openServices(readConfig(settings), {
  storageCredentials,
  log: pino({ level: 'silent' }),
})
const app = await buildApp(services)
console.log(await app.listen({ host: '127.0.0.1', port: 0 }))
// It may say that it listens once it hears what other processes do.
await until('a connection that listens', () => services.notifications.listeningSince() !== null)
console.log('ready')
