// The API beside the setup, which tells how much memory it holds.
import { buildApp } from '../../dist/server/app.js'
import { inputEnds, servicesOf } from './setup.mjs'

const services = await servicesOf(JSON.parse(process.argv[2]))
const app = await buildApp(services)
app.get('/bench/memory', async () => {
  global.gc?.()
  return process.memoryUsage()
})
await app.listen({ host: '127.0.0.1', port: 0 })
console.log(`ready ${app.server.address().port};`)
await inputEnds()
await app.close()
await services.close()
process.exit(0)
