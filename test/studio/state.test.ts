import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import t from 'tap'
import { claimBucket } from '../../server/catalog/bucket-owner.ts'
import { failingJobs, jobCounts } from '../../server/clients/queue-state.ts'
import { videoSweepJobs } from '../../server/transcode/queue/queue.ts'
import { build } from '../fixtures/app.ts'
import { until } from '../fixtures/until.ts'
import { signedUp } from '../fixtures/visitor.ts'

async function studio(t: Parameters<typeof build>[0]) {
  const lines: { msg: string; job?: string }[] = []
  const log = pino({ level: 'warn' }, { write: (line) => lines.push(JSON.parse(line)) })
  const { app, services } = await build(t, {}, { log })
  const operator = await signedUp(app, 'owner@films.example')
  t.equal((await operator.get('/api/studio/state')).statusCode, 403, 'not for members')
  await services.database.user.updateMany({ data: { role: 'admin' } })
  const state = async () => {
    const answer = await operator.get('/api/studio/state')
    if (answer.statusCode !== 200) throw new Error(answer.body)
    return answer.json()
  }
  return { app, services, operator, state, lines }
}

t.test('the state tells whose the bucket is, and why it is not swept', async (t) => {
  const { services, state } = await studio(t)
  t.match(await state(), { bucket: { standing: 'unclaimed', says: null } })
  await claimBucket(services)
  t.match(await state(), {
    bucket: { standing: 'ours', says: null },
    proxy: { range: null, says: null },
    walk: { going: false, moved: 0 },
    jobs: [],
    jobsWaiting: 0,
  })
  await services.database.installation.updateMany({ data: { id: randomUUID() } })
  t.match(await state(), { bucket: { standing: 'another', says: /S3_PREFIX/ } })
})

t.test('a bucket that is away is a state, too', async (t) => {
  const { services, state } = await studio(t)
  services.storage.getBytes = () => services.storage.ping().then(() => null)
  t.match(await state(), { bucket: { standing: 'unclaimed' } })
})

t.test('a proxy that nobody named is told of with the range to set', async (t) => {
  const { app, state } = await studio(t)
  const headers = { 'x-forwarded-for': '203.0.113.7' }
  await app.inject({ url: '/api/site', remoteAddress: '10.0.0.3', headers })
  t.match(await state(), {
    proxy: { range: '10.0.0.3/32', says: /TRUSTED_PROXIES=10\.0\.0\.3\/32/ },
  })
})

t.test('work that fails is seen with what it failed of, and tried again when asked', async (t) => {
  const { services, operator, state, lines } = await studio(t)
  const { queue, database } = services
  let refused = true
  let done = 0
  const videoId = randomUUID()
  await queue.send(videoSweepJobs, { videoId }, { key: videoId })
  const stop = await queue.work(videoSweepJobs, async () => {
    if (refused) throw new Error('AccessDenied: sk_test_secret may not delete')
    done++
  })
  await until('it failed once', async () => (await failingJobs(database)).length === 1)
  const [job] = (await state()).jobs
  t.match(job, {
    kind: 'transcode-film-sweep',
    videoId,
    state: 'waiting',
    failures: 1,
    says: 'AccessDenied: sk_test_[redacted] may not delete',
    nextAt: String,
  })
  t.match(await jobCounts(database), [{ kind: 'transcode-film-sweep', waiting: 1, failing: 1 }])
  t.match(
    lines.find(({ msg }) => msg.startsWith('a job failed')),
    { job: 'transcode-film-sweep', key: videoId, attempt: 0 },
  )
  refused = false
  const retry = (id: string) => operator.post(`/api/studio/jobs/${id}/retry`, undefined)
  t.equal((await retry(job.id)).statusCode, 204)
  await until('it was done', async () => done === 1)
  await until('it is gone', async () => (await failingJobs(database)).length === 0)
  t.equal((await retry(job.id)).statusCode, 404, 'what is done is not done again')
  t.equal((await retry(randomUUID())).statusCode, 404)
  await stop()
})

t.test('what was given up has all its tries again', async (t) => {
  const { services, operator, state } = await studio(t)
  const { queue, database } = services
  const videoId = randomUUID()
  await queue.send(videoSweepJobs, { videoId }, { key: videoId })
  await database.$executeRaw`update jobs.job set state = 'failed', retry_count = 10,
    output = '{"message": "no"}', completed_on = now()`
  const [job] = (await state()).jobs
  t.match(job, { state: 'given-up', failures: 11, nextAt: null, says: 'no' })
  t.equal((await operator.post(`/api/studio/jobs/${job.id}/retry`, undefined)).statusCode, 204)
  t.same((await state()).jobs, [])
  t.equal((await state()).jobsWaiting, 1)
})
