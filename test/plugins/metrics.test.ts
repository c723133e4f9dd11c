import { fastify } from 'fastify'
import { Counter } from 'prom-client'
import t, { type Test } from 'tap'
import { metrics } from '../../server/plugins/metrics.ts'

async function open(t: Test) {
  const app = fastify()
  await app.register(metrics)
  app.get('/play/:token/main.m3u8', async () => 'playlist')
  app.get('/broken', async () => {
    throw new Error('no')
  })
  t.teardown(() => app.close())
  const read = async () => (await app.readMetrics()).text
  return { app, read }
}

t.test(
  'the process is told of in the format of Prometheus, but never on the public port',
  async (t) => {
    const { app } = await open(t)
    t.equal((await app.inject('/metrics')).statusCode, 404)
    const answer = await app.readMetrics()
    t.match(answer.contentType, /^text\/plain; version=0\.0\.4/)
    for (const name of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_seconds']) {
      t.match(answer.text, new RegExp(`^${name} [0-9]`, 'm'))
    }
  },
)

t.test('requests are counted by route template and status, never by URL', async (t) => {
  const { app, read } = await open(t)
  await app.inject('/play/a-secret-token/main.m3u8?X-Amz-Signature=abc')
  await app.inject('/play/another-token/main.m3u8')
  await app.inject('/broken')
  await app.inject('/not/there/a-secret-token')
  const body = await read()
  const count = (route: string, status: number) =>
    `matinee_http_request_duration_seconds_count{method="GET",route="${route}",status="${status}"}`
  t.ok(body.includes(`${count('/play/:token/main.m3u8', 200)} 2`))
  t.ok(body.includes(`${count('/broken', 500)} 1`))
  t.ok(body.includes(`${count('none', 404)} 1`))
  t.notMatch(body, /a-secret-token|another-token|abc/)
})

t.test('each app counts its own requests; a domain adds its own counters', async (t) => {
  const { app, read } = await open(t)
  const other = await open(t)
  await other.app.inject('/broken')
  const counter = new Counter({
    name: 'matinee_test_total',
    help: 'For this test.',
    registers: [app.metrics],
  })
  counter.inc(3)
  const body = await read()
  t.match(body, /^matinee_test_total 3$/m)
  t.notMatch(body, /route="\/broken"/)
})
