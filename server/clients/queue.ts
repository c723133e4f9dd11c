import { PgBoss } from 'pg-boss'

/** How one kind of job is kept, retried and given up. */
export interface JobPolicy {
  /** Tries after the first. */
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
  /** Keeps the payload's type with the name; never set. */
  payload?: T
}

export interface SendOptions {
  /** A job with an id that is already there is not added again. */
  id?: string
  /** Higher goes first. */
  priority?: number
  delaySeconds?: number
}

export interface TakenJob<T> {
  id: string
  data: T
  /** 0 for the first try. */
  attempt: number
  /** Whether no try follows if this one throws. */
  last: boolean
  /** Aborted when the worker stops or the job takes too long. */
  signal: AbortSignal
}

export interface WorkOptions {
  /** Jobs done at once by this process. */
  concurrency?: number
}

export interface Queue {
  /** @returns the job's id, or null when one with the given id is already there */
  send<T extends object>(
    kind: JobKind<T>,
    data: T,
    options?: SendOptions,
  ): Promise<string | null>
  /** Takes jobs until the returned function is called, which waits for the running ones to end. */
  work<T extends object>(
    kind: JobKind<T>,
    handle: (job: TakenJob<T>) => Promise<void>,
    options?: WorkOptions,
  ): Promise<() => Promise<void>>
  /** Jobs not yet begun never are; the signal of running ones is not touched. */
  cancel<T extends object>(kind: JobKind<T>, ids: string[]): Promise<void>
  /** The ids among these of jobs that wait or run. */
  alive<T extends object>(kind: JobKind<T>, ids: string[]): Promise<string[]>
  close(): Promise<void>
}

export interface QueueOptions {
  databaseUrl: string
  log: { error(details: object, message: string): void }
}

const schema = 'jobs'

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
  boss.on('error', (error) => log.error({ err: error }, 'the job queue had an error'))
  return boss
}

const queueOptions = ({ policy }: JobKind<object>) => ({
  retryLimit: policy.retryLimit,
  retryDelay: policy.retryDelaySeconds,
  retryBackoff: true,
  retryDelayMax: 900,
  expireInSeconds: policy.expireSeconds,
  heartbeatSeconds: policy.heartbeatSeconds,
})

/**
 * A job queue in Postgres (pg-boss), in a schema of its own. Nothing is connected or created before
 * the first use, so a process that never sends a job pays nothing for it.
 */
export function openQueue(options: QueueOptions): Queue {
  let started: Promise<PgBoss> | undefined
  const known = new Map<string, Promise<void>>()

  const start = () => {
    started ??= newBoss(options)
      .start()
      .catch((error) => {
        started = undefined
        throw error
      })
    return started
  }
  const open = async (kind: JobKind<object>): Promise<PgBoss> => {
    const boss = await start()
    const { name } = kind
    let ready = known.get(name)
    if (ready === undefined) {
      ready = boss
        .createQueue(name, queueOptions(kind))
        .then(() => boss.updateQueue(name, queueOptions(kind)))
      known.set(name, ready)
      ready.catch(() => known.delete(name))
    }
    await ready
    return boss
  }

  return {
    async send(kind, data, { id, priority, delaySeconds } = {}) {
      const boss = await open(kind)
      return boss.send(kind.name, data, {
        ...(id !== undefined && { id }),
        ...(priority !== undefined && { priority }),
        ...(delaySeconds !== undefined && { startAfter: delaySeconds }),
      })
    },

    async work(kind, handle, { concurrency = 1 } = {}) {
      const boss = await open(kind)
      const settings = {
        includeMetadata: true,
        localConcurrency: concurrency,
        pollingIntervalSeconds: 0.5,
      } as const
      const worker = await boss.work(kind.name, settings, async ([job]) => {
        if (job === undefined) return
        const { id, signal, retryCount: attempt, retryLimit } = job
        await handle({ id, signal, attempt, last: attempt >= retryLimit, data: job.data as never })
      })
      return () => boss.offWork(kind.name, { id: worker, wait: true })
    },

    async cancel(kind, ids) {
      if (ids.length > 0) await (await open(kind)).cancel(kind.name, ids)
    },

    async alive(kind, ids) {
      if (ids.length === 0) return []
      const boss = await open(kind)
      const jobs = await Promise.all(ids.map((id) => boss.findJobs(kind.name, { id })))
      return jobs
        .flat()
        .filter(({ state }) => ['created', 'retry', 'active'].includes(state))
        .map(({ id }) => id)
    },

    async close() {
      const boss = await started?.catch(() => undefined)
      started = undefined
      known.clear()
      await boss?.stop({ graceful: true, timeout: 10_000 })
    },
  }
}
