// A worker beside the setup.
import { startWorker } from '../../dist/server/transcode/worker.js'
import { inputEnds, servicesOf } from './setup.mjs'

const options = JSON.parse(process.argv[2])
const services = await servicesOf(options)
const worker = await startWorker(services, { scratch: options.scratch })
console.log('ready')
await inputEnds()
await worker.close()
await services.close()
process.exit(0)
