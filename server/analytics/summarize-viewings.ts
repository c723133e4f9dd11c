import type { Database } from '../clients/database.ts'

/** What many viewings were like, for the people who run the site. */
export interface ViewingSummary {
  viewings: number
  /** From pressing play to the first picture; null where nobody saw one. */
  startUpMs: { p50: number | null; p95: number | null }
  watchedHours: number
  /** Null while nothing was watched. */
  stallsPerHour: number | null
  /** Of the time that viewers wanted to watch, the share in which the picture stood still. */
  stalledShare: number | null
  /** What ended viewings against their viewers' will, the most frequent first. */
  errors: { code: string; count: number }[]
}

interface Row {
  viewings: number
  startUpP50: number | null
  startUpP95: number | null
  watchedSeconds: number
  stallCount: number
  stallSeconds: number
  errors: ViewingSummary['errors']
}

const errorsShown = 20

/** Sums up what was reported since then, in one query. */
export async function summarizeViewings(database: Database, since: Date): Promise<ViewingSummary> {
  const [row] = await database.$queryRaw<[Row]>`
    with seen as (select * from "ViewingReport" where "receivedAt" >= ${since}::timestamptz)
    select count(*)::int as viewings,
      percentile_cont(0.5) within group (order by "startUpMs") as "startUpP50",
      percentile_cont(0.95) within group (order by "startUpMs") as "startUpP95",
      coalesce(sum("watchedSeconds"), 0) as "watchedSeconds",
      coalesce(sum("stallCount"), 0)::float8 as "stallCount",
      coalesce(sum("stallMs"), 0)::float8 / 1000 as "stallSeconds",
      (select coalesce(jsonb_agg(error), '[]') from (
        select "errorCode" as code, count(*)::int as count from seen
        where "errorCode" is not null group by "errorCode" order by count desc, code
        limit ${errorsShown}
      ) error) as errors
    from seen`
  const { viewings, startUpP50, startUpP95, watchedSeconds, stallCount, stallSeconds } = row
  const wanted = watchedSeconds + stallSeconds
  return {
    viewings,
    startUpMs: { p50: rounded(startUpP50), p95: rounded(startUpP95) },
    watchedHours: watchedSeconds / 3600,
    stallsPerHour: watchedSeconds === 0 ? null : stallCount / (watchedSeconds / 3600),
    stalledShare: wanted === 0 ? null : stallSeconds / wanted,
    errors: row.errors,
  }
}

const rounded = (value: number | null) => (value === null ? null : Math.round(value))
