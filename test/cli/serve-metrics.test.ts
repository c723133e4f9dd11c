import { pino } from 'pino'
import t from 'tap'
import { serveMetrics } from '../../server/cli/serve-metrics.ts'
import { config } from '../fixtures/config.ts'

const log = pino({ level: 'silent' })
const read = async () => ({ contentType: 'text/plain; version=0.0.4', text: 'matinee_up 1\n' })
const readiness = async () => ({ ready: false, database: 'down' }) as const

t.test('metrics stand on a port of their own, which another process cannot break', async (t) => {
  // Any free port: the setting's 0 stands for none.
  const none = await serveMetrics({ config: config({ METRICS_PORT: '0' }), log }, { read })
  t.equal(none.port, null)
  const free = { ...config(), METRICS_PORT: 39_464 }
  const first = await serveMetrics({ config: free, log }, { read, readiness })
  t.teardown(() => first.close())
  const url = `http://127.0.0.1:${first.port}`
  t.equal(await (await fetch(`${url}/metrics`)).text(), 'matinee_up 1\n')
  t.same(await (await fetch(`${url}/healthz`)).json(), { ok: true })
  const ready = await fetch(`${url}/readyz`)
  t.equal(ready.status, 503)
  t.same(await ready.json(), { ready: false, database: 'down' }, 'part by part')
  t.equal((await fetch(`${url}/api/me`)).status, 404)
  const second = await serveMetrics({ config: free, log }, { read })
  t.equal(second.port, null, 'it goes on without')
  await second.close()
})
