import { setTimeout as later } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { databaseSentence, databaseSentences } from '../../server/clients/database-sentence.ts'
import {
  type JobKind,
  openQueue,
  type QueueOptions,
  type TakenJob,
} from '../../server/clients/queue.ts'
import { ProgramFailed } from '../../server/clients/run-program.ts'
import { MatineeError } from '../../server/errors.ts'
import { database, whileDatabaseIsAway } from '../fixtures/database.ts'
import { databaseLine } from '../fixtures/database-line.ts'
import { until } from '../fixtures/until.ts'

const kind: JobKind<{ word: string }> = {
  name: 'words',
  policy: { retryLimit: 2, retryDelaySeconds: 1, expireSeconds: 60, heartbeatSeconds: 10 },
  deadLetter: {
    name: 'dead-words',
    policy: { retryLimit: 2, retryDelaySeconds: 1, expireSeconds: 60, heartbeatSeconds: 10 },
  },
}

async function queue(
  t: Test,
  databaseUrl?: string,
  error: QueueOptions['log']['error'] = () => {},
) {
  const url = databaseUrl ?? (await database(t))
  const opened = openQueue({ databaseUrl: url, log: { error } })
  t.teardown(() => opened.close())
  return { queue: opened, url }
}

/** Resolves with each job as it is taken. */
function taker() {
  const taken: TakenJob<{ word: string }>[] = []
  let wake: () => void = () => undefined
  return {
    taken,
    take: (job: TakenJob<{ word: string }>) => {
      taken.push(job)
      wake()
    },
    async count(n: number): Promise<void> {
      while (taken.length < n) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
  }
}

t.test('a job that is sent reaches a worker with what it carries', async (t) => {
  const { queue: q } = await queue(t)
  const jobs = taker()
  t.equal(await q.send(kind, { word: 'hello' }, { key: 'a' }), true)
  await q.work(kind, async (job) => jobs.take(job))
  await jobs.count(1)
  t.same(jobs.taken[0]?.data, { word: 'hello' })
  t.equal(jobs.taken[0]?.attempt, 0)
  t.equal(jobs.taken[0]?.last, false)
})

t.test('while a job with a key waits or runs, another is not added', async (t) => {
  const { queue: q } = await queue(t)
  t.equal(await q.send(kind, { word: 'one' }, { key: 'a' }), true)
  t.equal(await q.send(kind, { word: 'two' }, { key: 'a' }), false)
  t.equal(await q.send(kind, { word: 'other' }, { key: 'b' }), true)
  const jobs = taker()
  let finish: () => void = () => undefined
  await q.work(kind, async (job) => {
    jobs.take(job)
    await new Promise<void>((resolve) => {
      finish = resolve
    })
  })
  await jobs.count(1)
  t.equal(await q.send(kind, { word: 'three' }, { key: 'a' }), false, 'running')
  finish()
  await jobs.count(2)
  t.equal(await q.send(kind, { word: 'four' }, { key: 'a' }), true, 'done')
  finish()
  await jobs.count(3)
  t.same(
    jobs.taken.map(({ data }) => data.word),
    ['one', 'other', 'four'],
  )
  finish()
})

t.test('higher priority goes first', async (t) => {
  const { queue: q } = await queue(t)
  await q.send(kind, { word: 'later' }, { key: 'a' })
  await q.send(kind, { word: 'first' }, { key: 'b', priority: 5 })
  const jobs = taker()
  await q.work(kind, async (job) => jobs.take(job))
  await jobs.count(2)
  t.same(
    jobs.taken.map(({ data }) => data.word),
    ['first', 'later'],
  )
})

t.test('a job that fails is tried again, then goes to the dead letters', async (t) => {
  const { queue: q } = await queue(t)
  const jobs = taker()
  const dead = taker()
  const { deadLetter } = kind
  if (deadLetter === undefined) throw new Error('this kind has dead letters')
  await q.send(kind, { word: 'bad' }, { key: 'a' })
  await q.work(kind, async (job) => {
    jobs.take(job)
    throw new Error('no')
  })
  await q.work(deadLetter, async (job) => dead.take(job))
  await dead.count(1)
  t.same(
    jobs.taken.map(({ attempt, last }) => ({ attempt, last })),
    [
      { attempt: 0, last: false },
      { attempt: 1, last: false },
      { attempt: 2, last: true },
    ],
  )
  t.same(dead.taken[0]?.data, { word: 'bad' })
})

t.test(
  'tries for which the bucket did not answer, or the disk was full, do not count',
  async (t) => {
    const errors: string[] = []
    const { queue: q } = await queue(t, undefined, (_, message) => errors.push(message))
    const policy = { ...kind.policy, retryLimit: 0 }
    const dead: typeof kind = { name: 'dead-bucket-words', policy }
    const jobs = taker()
    const given = taker()
    const strict: typeof kind = { name: 'bucket-words', policy, deadLetter: dead }
    await q.send(strict, { word: 'patient' }, { key: 'a' })
    await q.work(strict, async (job) => {
      jobs.take(job)
      const full = '[error] Error closing file made.mp4: No space left on device'
      const chances = [new MatineeError('UNAVAILABLE'), new ProgramFailed('exit', 1, [full])]
      throw chances[jobs.taken.length - 1] ?? new Error('damaged')
    })
    await q.work(dead, async (job) => given.take(job))
    await given.count(1)
    t.equal(jobs.taken.length, 3)
    const again = 'a job failed, and is tried again'
    t.same(errors, [again, again, 'a job was given up'])
  },
)

t.test('a worker that stops aborts its job and hands it back unharmed', async (t) => {
  const { queue: q, url } = await queue(t)
  const jobs = taker()
  await q.send(kind, { word: 'long' }, { key: 'a', priority: 3 })
  const stop = await q.work(kind, async (job) => {
    jobs.take(job)
    await later(60_000, null, { signal: job.signal })
  })
  await jobs.count(1)
  await stop()
  t.equal(jobs.taken[0]?.signal.aborted, true)
  t.equal(await q.has(kind, 'a'), true)

  const { queue: other } = await queue(t, url)
  await other.work(kind, async (job) => jobs.take(job))
  await jobs.count(2)
  t.equal(jobs.taken[1]?.attempt, 0)
  t.same(jobs.taken[1]?.data, { word: 'long' })
})

t.test('a cancelled job is never begun', async (t) => {
  const { queue: q } = await queue(t)
  await q.send(kind, { word: 'never' }, { key: 'a' })
  await q.cancel(kind, 'a')
  t.equal(await q.has(kind, 'a'), false)
  await q.send(kind, { word: 'but this' }, { key: 'b' })
  const jobs = taker()
  await q.work(kind, async (job) => jobs.take(job))
  await jobs.count(1)
  t.equal(jobs.taken[0]?.data.word, 'but this')
})

t.test('a database that is away is an error, and the next call tries again', async (t) => {
  const { queue: q } = await queue(t, 'postgresql://nobody@127.0.0.1:9/none')
  await t.rejects(q.send(kind, { word: 'lost' }, { key: 'a' }))
  await t.rejects(q.send(kind, { word: 'lost' }, { key: 'a' }))
})

t.test('what a worker meets while the database is away is known as that', async (t) => {
  const errors: unknown[] = []
  const { queue: q, url } = await queue(t, undefined, ({ err }: { err?: unknown }) =>
    errors.push(err),
  )
  await q.work(kind, async () => undefined)
  await whileDatabaseIsAway(url, () =>
    until('workers fail', () =>
      errors.some((error) => /Queue: words/.test(String((error as Error).message))),
    ),
  )
  t.ok(errors.length > 0)
  for (const error of errors) t.equal(databaseSentence(error), databaseSentences.unreachable)
})

t.test('a line to the database that is reset is known as that, whoever meets it', async (t) => {
  const errors: unknown[] = []
  const line = await databaseLine(t, await database(t))
  const { queue: q } = await queue(t, line.url, ({ err }: { err?: unknown }) => errors.push(err))
  await q.send(kind, { word: 'hello' }, { key: 'a' })
  await q.work(kind, async () => undefined)
  line.cut()
  const reset = (error: unknown) => /ECONNRESET/.test(String((error as Error).message))
  await until('workers fail', () => errors.some(reset))
  for (const error of errors) t.equal(databaseSentence(error), databaseSentences.unreachable)
  for (const call of [
    () => q.send(kind, { word: 'lost' }, { key: 'b' }),
    () => q.has(kind, 'b'),
    () => q.cancel(kind, 'b'),
  ]) {
    const error = await call().then(
      () => null,
      (one: unknown) => one,
    )
    t.equal(databaseSentence(error), databaseSentences.unreachable)
  }
})
