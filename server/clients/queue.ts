import { PgBoss } from '#pg-boss'
import { MatineeError } from '../errors.ts'
import {
  databaseSentence,
  databaseSentences,
  fromDatabase,
  ofDatabase,
} from './database-sentence.ts'
import { isDiskFull } from './full-disk.ts'

/** How one kind of job is kept, retried and given up. */
export interface JobPolicy {
  /** Tries after the first; those for which bucket or database did not answer are not counted. */
  retryLimit: number
  /** Before the first retry; doubles with each. */
  retryDelaySeconds: number
  /** A try that takes longer is taken from its worker. */
  expireSeconds: number
  /** A worker that says nothing for this long is taken for dead, and its job given to another. */
  heartbeatSeconds: number
}

/** What sender and worker share about a kind of job. `T` is what each job carries. */
export interface JobKind<T extends object> {
  name: string
  policy: JobPolicy
  /** Where the payloads of jobs go whose every try failed. */
  deadLetter?: JobKind<T>
  /** Keeps the payload's type with the name; never set. */
  payload?: T
}

export interface SendOptions {
  /** Of the jobs with one key only one waits or runs at a time. */
  key: string
  /** Higher goes first. */
  priority?: number
  delaySeconds?: number
}

export interface TakenJob<T> {
  data: T
  /** 0 for the first try. */
  attempt: number
  /** Whether no try follows if this one throws. */
  last: boolean
  /** Aborted when this worker stops, the job is cancelled, or it takes too long. */
  signal: AbortSignal
}

export interface WorkOptions {
  /** Jobs done at once by this process. */
  concurrency?: number
}

export interface Queue {
  /** Answers false, adding nothing, when a job with this key waits or runs. */
  send<T extends object>(kind: JobKind<T>, data: T, options: SendOptions): Promise<boolean>
  /**
   * Takes jobs until the returned function is called. That aborts the running ones and hands them
   * back to be begun anew, here or elsewhere, without counting it against their tries.
   */
  work<T extends object>(
    kind: JobKind<T>,
    handle: (job: TakenJob<T>) => Promise<void>,
    options?: WorkOptions,
  ): Promise<() => Promise<void>>
  /** Jobs not yet begun never are; running ones are aborted within half their heartbeat. */
  cancel<T extends object>(kind: JobKind<T>, key: string): Promise<void>
  /** Whether a job with this key waits or runs. */
  has<T extends object>(kind: JobKind<T>, key: string): Promise<boolean>
  close(): Promise<void>
}

export interface QueueOptions {
  databaseUrl: string
  log: { error(details: object, message: string): void }
}

const schema = 'jobs'

/** Nothing is wrong with the job: bucket, database or this machine's disk cannot be used now. */
const isOutage = (error: unknown) =>
  isDiskFull(error) ||
  (error instanceof MatineeError && error.code === 'UNAVAILABLE') ||
  databaseSentence(error) === databaseSentences.unreachable

function newBoss({ databaseUrl, log }: QueueOptions): PgBoss {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema,
    application_name: 'matinee-jobs',
    max: 3,
    connectionTimeoutMillis: 3_000,
    // How soon the jobs of a dead worker are noticed.
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
    openTelemetry: { enabled: false },
  })
  // What its workers met comes as an object that is no Error any more.
  boss.on('error', (error) =>
    log.error(
      { err: ofDatabase(Object.assign(new Error(error.message), error)) },
      'the job queue had an error',
    ),
  )
  return boss
}

const queueOptions = ({ policy, deadLetter }: JobKind<object>) => ({
  retryLimit: policy.retryLimit,
  retryDelay: policy.retryDelaySeconds,
  retryBackoff: true,
  retryDelayMax: 900,
  expireInSeconds: policy.expireSeconds,
  heartbeatSeconds: policy.heartbeatSeconds,
  ...(deadLetter && { deadLetter: deadLetter.name }),
})

async function createQueue(boss: PgBoss, kind: JobKind<object>): Promise<void> {
  if (kind.deadLetter) await createQueue(boss, kind.deadLetter)
  await boss.createQueue(kind.name, { ...queueOptions(kind), policy: 'exclusive' })
  // An older version may have made it with other options.
  await boss.updateQueue(kind.name, queueOptions(kind))
}

/** Makes up for a try that is not to count. @returns false when the database does not take it */
const addTry = (boss: PgBoss, id: string): Promise<boolean> =>
  boss
    .getDb()
    .executeSql(`update ${schema}.job set retry_limit = retry_limit + 1 where id = $1`, [id])
    .then(
      () => true,
      () => false,
    )

/** Starts pg-boss and makes each queue once, whoever asks first. */
function opener(options: QueueOptions) {
  let started: Promise<PgBoss> | undefined
  const made = new Map<string, Promise<void>>()
  return {
    async open(kind: JobKind<object>): Promise<PgBoss> {
      started ??= newBoss(options).start()
      started.catch(() => {
        started = undefined
      })
      const boss = await started
      const making = made.get(kind.name) ?? createQueue(boss, kind)
      made.set(kind.name, making)
      making.catch(() => made.delete(kind.name))
      await making
      return boss
    },
    async close(): Promise<void> {
      const boss = await started?.catch(() => undefined)
      started = undefined
      made.clear()
      await boss?.stop({ graceful: true, timeout: 10_000 })
    },
  }
}

/**
 * A job queue in Postgres (pg-boss), in a schema of its own. Nothing is connected or created before
 * the first use, so a process that never sends a job pays nothing for it.
 */
export function openQueue(options: QueueOptions): Queue {
  const { open, close } = opener(options)

  const ask = async <T>(kind: JobKind<object>, question: (boss: PgBoss) => Promise<T>) =>
    fromDatabase(open(kind).then(question))

  const living = async (kind: JobKind<object>, key: string) => {
    const jobs = await ask(kind, (boss) => boss.findJobs(kind.name, { key }))
    return jobs.filter(({ state }) => ['created', 'retry', 'active'].includes(state))
  }

  const send: Queue['send'] = async (kind, data, { key, priority = 0, delaySeconds = 0 }) => {
    const settings = { singletonKey: key, priority, startAfter: delaySeconds }
    return (await ask(kind, (boss) => boss.send(kind.name, data, settings))) !== null
  }

  return {
    send,
    close,

    async work(kind, handle, { concurrency = 1 } = {}) {
      const boss = await ask(kind, async (opened) => opened)
      const stopping = new AbortController()
      const handBack: (() => Promise<unknown>)[] = []
      const settings = {
        includeMetadata: true,
        localConcurrency: concurrency,
        pollingIntervalSeconds: 0.5,
      } as const
      const id = await boss.work(kind.name, settings, async ([job]) => {
        if (job === undefined) return
        const { retryCount: attempt, retryLimit, priority, singletonKey } = job
        const data = job.data as never
        const signal = AbortSignal.any([job.signal, stopping.signal])
        try {
          await handle({ data, attempt, last: attempt >= retryLimit, signal })
        } catch (error) {
          if (!stopping.signal.aborted) {
            const isCounted = !isOutage(error) || !(await addTry(boss, job.id))
            options.log.error(
              { err: error, job: kind.name, key: singletonKey, attempt },
              attempt >= retryLimit && isCounted
                ? 'a job was given up'
                : 'a job failed, and is tried again',
            )
            throw error
          }
          handBack.push(() => send(kind, data, { key: singletonKey ?? job.id, priority }))
        }
      })
      return async () => {
        stopping.abort(new Error('the worker is stopping'))
        await boss.offWork(kind.name, { id, wait: true })
        for (const again of handBack) await again()
      }
    },

    async cancel(kind, key) {
      const ids = (await living(kind, key)).map(({ id }) => id)
      if (ids.length > 0) await ask(kind, (boss) => boss.cancel(kind.name, ids))
    },

    has: async (kind, key) => (await living(kind, key)).length > 0,
  }
}
