import type { Quality } from '../../contract/playback.ts'
import type { Database, DatabaseTransaction } from '../clients/database.ts'
import { Prisma } from '../clients/prisma/client.ts'

/** What many viewings were like, for the people who run the site. */
export type ViewingSummary = Omit<Quality, 'since'>

interface Sums {
  viewings: number
  startUpP50: number | null
  startUpP95: number | null
  watchedSeconds: number
  stallCount: number
  stallSeconds: number
  failed: number
}

const errorsShown = 20
const groupsShown = 50
const slowestShown = 20

const sums = Prisma.sql`count(*)::int as viewings,
  percentile_cont(0.5) within group (order by "startUpMs") as "startUpP50",
  percentile_cont(0.95) within group (order by "startUpMs") as "startUpP95",
  coalesce(sum("watchedSeconds"), 0) as "watchedSeconds",
  coalesce(sum("stallCount"), 0)::float8 as "stallCount",
  coalesce(sum("stallMs"), 0)::float8 / 1000 as "stallSeconds",
  count("errorCode")::int as failed`

/** Sums up what was reported since then, in all, by film and by device. */
export const summarizeViewings = (database: Database, since: Date): Promise<ViewingSummary> =>
  database.$transaction(async (tx) => summarize(tx, since), { isolationLevel: 'RepeatableRead' })

async function summarize(tx: DatabaseTransaction, since: Date): Promise<ViewingSummary> {
  const seen = Prisma.sql`"ViewingReport" r where r."receivedAt" >= ${since}::timestamptz`
  const [all] = await tx.$queryRaw<[Sums]>`select ${sums} from ${seen}`
  const errors = await tx.$queryRaw<Quality['errors']>`
    select "errorCode" as code, count(*)::int as count from ${seen} and "errorCode" is not null
    group by "errorCode" order by count desc, code limit ${errorsShown}`
  const byVideo = await tx.$queryRaw<(Sums & { videoId: string; title: string })[]>`
    select g.*, v.title from (
      select r."videoId", ${sums} from ${seen}
      group by 1 order by viewings desc, 1 limit ${groupsShown}
    ) g join "Video" v on v.id = g."videoId" order by g.viewings desc, g."videoId"`
  const byDevice = await tx.$queryRaw<(Sums & { device: string | null })[]>`
    select r.device, ${sums} from ${seen}
    group by 1 order by viewings desc, 1 limit ${groupsShown}`
  const slowest = await tx.$queryRaw<(Omit<Quality['slowest'][number], 'at'> & { at: Date })[]>`
    select s."receivedAt" as at, s."videoId", v.title, s.device, s."startUpMs", s."stallMs", s."errorCode"
    from (
      select r.* from ${seen} and coalesce(r."startUpMs", 0) + r."stallMs" > 0
      order by coalesce(r."startUpMs", 0) + r."stallMs" desc, r.id limit ${slowestShown}
    ) s join "Video" v on v.id = s."videoId"
    order by coalesce(s."startUpMs", 0) + s."stallMs" desc, s.id`
  return {
    ...went(all),
    errors,
    byVideo: byVideo.map((row) => ({
      ...{ videoId: row.videoId, title: row.title, ...went(row), failed: row.failed },
    })),
    byDevice: byDevice.map((row) => ({ device: row.device, ...went(row), failed: row.failed })),
    slowest: slowest.map((row) => ({ ...row, at: row.at.toISOString() })),
  }
}

function went({
  viewings,
  startUpP50,
  startUpP95,
  watchedSeconds,
  stallCount,
  stallSeconds,
}: Sums) {
  const wanted = watchedSeconds + stallSeconds
  return {
    viewings,
    startUpMs: { p50: rounded(startUpP50), p95: rounded(startUpP95) },
    watchedHours: watchedSeconds / 3600,
    stallsPerHour: watchedSeconds === 0 ? null : stallCount / (watchedSeconds / 3600),
    stalledShare: wanted === 0 ? null : stallSeconds / wanted,
  }
}

const rounded = (value: number | null) => (value === null ? null : Math.round(value))
