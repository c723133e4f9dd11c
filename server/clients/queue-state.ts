import type { Database } from './database.ts'
import { withoutSecrets } from './log.ts'
import { Prisma } from './prisma/client.ts'

/** A job that failed at least once and is not done. */
export interface FailingJob {
  id: string
  kind: string
  videoId: string | null
  state: 'waiting' | 'running' | 'given-up'
  failures: number
  says: string
  since: Date
  nextAt: Date | null
}

export interface JobCount {
  kind: string
  waiting: number
  failing: number
  /** How long the one has waited that could have begun first. */
  waitedSeconds: number
}

/** Nobody has queued anything yet: the queue makes its tables when it is first used. */
async function isMissing(database: Database): Promise<boolean> {
  const [row] = await database.$queryRaw<{ missing: boolean }[]>`
    select to_regclass('jobs.job') is null as missing`
  return row?.missing ?? true
}

// Tries are counted when they begin. Of a kind with dead letters these say what became of it, where it is
// seen: beside the film.
const isFailing = Prisma.sql`(
  state = 'retry' or (state = 'active' and retry_count > 0)
  or (state = 'failed' and dead_letter is null)
)`

/** The newest first. */
export async function failingJobs(database: Database, most = 100): Promise<FailingJob[]> {
  if (await isMissing(database)) return []
  const jobs = await database.$queryRaw<FailingJob[]>`
    select id::text, name as kind, data->>'videoId' as "videoId",
      case state when 'failed' then 'given-up' when 'active' then 'running' else 'waiting' end
        as state,
      (case state when 'active' then retry_count else retry_count + 1 end)::int as failures,
      concat_ws(' — ', coalesce(output->>'message', output->>'value'),
        output->'cause'->>'message') as says,
      created_on as since,
      case when state = 'retry' then start_after end as "nextAt"
    from jobs.job where ${isFailing} order by created_on desc, id limit ${most}`
  return jobs.map((job) => ({ ...job, says: withoutSecrets(job.says).slice(0, 500) }))
}

/** By kind, also of those of which none waits or fails. */
export async function jobCounts(database: Database): Promise<JobCount[]> {
  if (await isMissing(database)) return []
  return database.$queryRaw<JobCount[]>`
    select q.kind,
      count(*) filter (where j.state in ('created', 'retry'))::int as waiting,
      count(*) filter (where ${isFailing})::int as failing,
      coalesce(extract(epoch from now() - min(j.start_after) filter (
        where j.state in ('created', 'retry') and j.start_after < now())), 0)::float
        as "waitedSeconds"
    from (select name as kind from jobs.queue where name not like '\\_\\_pgboss%') q left join jobs.job j on j.name = q.kind
      and j.state in ('created', 'retry', 'active', 'failed')
    group by q.kind order by q.kind`
}

/**
 * Has a failing job tried again at once, with all its tries before it.
 *
 * @returns false for one that is done, runs already or is not remembered
 */
export async function retryJob(database: Database, id: string): Promise<boolean> {
  if (await isMissing(database)) return false
  const count = await database.$executeRaw`
    update jobs.job one set start_after = now(), completed_on = null,
      -- As if it had never been begun.
      state = case state when 'failed' then 'created' else state end,
      started_on = case state when 'failed' then null else started_on end,
      retry_count = case state when 'failed' then 0 else retry_count end,
      keep_until = now() + interval '14 days'
    where id = ${id}::uuid and state <> 'active' and ${isFailing}
      and not exists (select from jobs.job other where other.name = one.name
        and other.singleton_key = one.singleton_key and other.id <> one.id
        and other.state in ('created', 'retry', 'active'))`
  return count > 0
}
