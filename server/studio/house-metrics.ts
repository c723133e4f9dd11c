import type { Registry } from 'prom-client'
import { bucketStanding, standingSentence } from '../catalog/bucket-owner.ts'
import type { Database } from '../clients/database.ts'
import { jobCounts } from '../clients/queue-state.ts'
import { aliveSince } from '../playback/alive-since.ts'
import { type Figure, gauges } from '../plugins/gauges.ts'
import type { Services } from '../services.ts'

type Deps = Pick<Services, 'config' | 'database' | 'reports' | 'storage' | 'clock'>

/** Of what players reported in so many minutes. */
const reportMinutes = 10

const databaseHelp = {
  matinee_sessions_live: 'Viewers who play now.',
  matinee_jobs_waiting: 'Jobs that wait for a worker or for their next try.',
  matinee_jobs_failing: 'Jobs that failed at least once and are not done, those given up included.',
  matinee_jobs_waited_seconds: 'How long the job has waited that could have begun first.',
  matinee_database_connections: 'Connections to the database, by what they are doing.',
  matinee_database_connections_most: 'How many connections the server of the database takes.',
}

const viewingHelp = {
  matinee_viewings_reported: `Viewings that players reported of in ${reportMinutes} minutes.`,
  matinee_viewings_failed: 'Those that an error ended.',
  matinee_viewing_startup_seconds: 'From pressing play to the first picture.',
  matinee_viewing_stalled_ratio: 'Time that the picture stood still for each second watched.',
}

const bucketHelp = {
  matinee_bucket_sweep_refused: '1 while the bucket is another’s or ahead, and nothing is swept.',
}

async function connections(database: Database) {
  const rows = await database.$queryRaw<{ state: string; count: number; most: number }[]>`
    select coalesce(state, 'other') as state, count(*)::int as count,
      current_setting('max_connections')::int as most
    from pg_stat_activity where datname = current_database() group by 1`
  return {
    matinee_database_connections: rows.map(({ state, count }) => ({
      labels: { state },
      value: count,
    })),
    matinee_database_connections_most: rows[0]?.most ?? 0,
  }
}

async function readDatabase({
  database,
  clock,
  config,
}: Deps): Promise<Record<keyof typeof databaseHelp, Figure>> {
  const lastSeenAt = { gte: aliveSince(config, clock.now()) }
  const [live, jobs, pool] = await Promise.all([
    database.playbackSession.count({ where: { endedAt: null, lastSeenAt } }),
    jobCounts(database),
    connections(database),
  ])
  const byKind = (of: 'waiting' | 'failing' | 'waitedSeconds') =>
    jobs.map((job) => ({ labels: { kind: job.kind }, value: job[of] }))
  return {
    matinee_sessions_live: live,
    matinee_jobs_waiting: byKind('waiting'),
    matinee_jobs_failing: byKind('failing'),
    matinee_jobs_waited_seconds: byKind('waitedSeconds'),
    ...pool,
  }
}

interface Viewings {
  reported: number
  failed: number
  half: number | null
  most: number | null
  stalled: number | null
}

async function readViewings({
  reports,
  clock,
}: Deps): Promise<Record<keyof typeof viewingHelp, Figure>> {
  const since = new Date(clock.now().getTime() - reportMinutes * 60_000)
  const [row] = await reports.$queryRaw<Viewings[]>`
    select count(*)::int as reported, count("errorCode")::int as failed,
      percentile_cont(0.5) within group (order by "startUpMs") as half,
      percentile_cont(0.95) within group (order by "startUpMs") as most,
      sum("stallMs") / 1000.0::float / nullif(sum("watchedSeconds"), 0) as stalled
    from "ViewingReport" where "receivedAt" >= ${since}`
  const startUp = [
    { labels: { quantile: '0.5' }, ms: row?.half ?? null },
    { labels: { quantile: '0.95' }, ms: row?.most ?? null },
  ]
  return {
    matinee_viewings_reported: row?.reported ?? 0,
    matinee_viewings_failed: row?.failed ?? 0,
    matinee_viewing_startup_seconds: startUp.flatMap(({ labels, ms }) =>
      ms === null ? [] : [{ labels, value: ms / 1000 }],
    ),
    matinee_viewing_stalled_ratio: row?.stalled ?? 0,
  }
}

/** What an operator watches beside billing: work, viewers, how viewing goes, the bucket, the database. */
export function houseMetrics(registry: Registry, deps: Deps): void {
  const kind = ['kind']
  gauges(registry, databaseHelp, () => readDatabase(deps), {
    matinee_jobs_waiting: kind,
    matinee_jobs_failing: kind,
    matinee_jobs_waited_seconds: kind,
    matinee_database_connections: ['state'],
  })
  gauges(registry, viewingHelp, () => readViewings(deps), {
    matinee_viewing_startup_seconds: ['quantile'],
  })
  gauges(registry, bucketHelp, async () => ({
    matinee_bucket_sweep_refused: standingSentence(await bucketStanding(deps)) === null ? 0 : 1,
  }))
}
