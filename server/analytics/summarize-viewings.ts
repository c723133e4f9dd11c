import type { Quality } from '../../contract/playback.ts'
import type { Database, DatabaseTransaction } from '../clients/database.ts'
import { Prisma } from '../clients/prisma/client.ts'
import { percentile } from './percentile.ts'

/** What many viewings were like, for the people who run the site. */
export type ViewingSummary = Omit<Quality, 'since'>

/** Viewings that are alike in what they are told by. */
interface Alike {
  startUpMs: number | null
  viewings: number
  watchedSeconds: number
  stallCount: number
  stallMs: number
  failed: number
}

type OfDevice = Alike & { device: string | null; errorCode: string | null }
type OfVideo = Alike & { videoId: string; title: string }

const errorsShown = 20
const groupsShown = 50
const slowestShown = 20

const sums = Prisma.sql`count(*)::float8 as viewings,
  sum("watchedSeconds") as "watchedSeconds", sum("stallCount")::float8 as "stallCount",
  sum("stallMs")::float8 as "stallMs", count("errorCode")::float8 as failed`

/** Sums up what was reported since then, in all, by film and by device. */
export const summarizeViewings = (database: Database, since: Date): Promise<ViewingSummary> =>
  database.$transaction(async (tx) => summarize(tx, since), { isolationLevel: 'RepeatableRead' })

// Percentiles of millions of times come from counting equal ones: Postgres would sort them all.
async function summarize(tx: DatabaseTransaction, since: Date): Promise<ViewingSummary> {
  const seen = Prisma.sql`"ViewingReport" r where r."receivedAt" >= ${since}::timestamptz`
  const alike = await tx.$queryRaw<OfDevice[]>`
    select device, "errorCode", "startUpMs", ${sums} from ${seen} group by 1, 2, 3`
  const ofVideos = await tx.$queryRaw<OfVideo[]>`
    with most as materialized (
      select "videoId", count(*) as count from ${seen}
      group by 1 order by count desc, 1 limit ${groupsShown}
    )
    select g.*, v.title
    from (
      select r."videoId", r."startUpMs", ${sums}
      from ${seen} and r."videoId" in (select "videoId" from most) group by 1, 2
    ) g join "Video" v on v.id = g."videoId"`
  const slowest = await tx.$queryRaw<(Omit<Quality['slowest'][number], 'at'> & { at: Date })[]>`
    select s."receivedAt" as at, s."videoId", v.title, s.device, s."startUpMs", s."stallMs", s."errorCode"
    from (
      select r.* from ${seen} and coalesce(r."startUpMs", 0) + r."stallMs" > 0
      order by coalesce(r."startUpMs", 0) + r."stallMs" desc, r.id limit ${slowestShown}
    ) s join "Video" v on v.id = s."videoId"
    order by coalesce(s."startUpMs", 0) + s."stallMs" desc, s.id`
  const byDevice = groups(alike, ({ device }) => device)
  const byVideo = groups(ofVideos, ({ videoId }) => videoId)
  return {
    ...went(alike),
    errors: groups(alike, ({ errorCode }) => errorCode)
      .flatMap(([code, of]) => (code === null ? [] : { code, count: total(of, 'viewings') }))
      .slice(0, errorsShown),
    byVideo: byVideo.map(([videoId, of]) => ({
      ...{ videoId, title: of[0].title, ...went(of), failed: total(of, 'failed') },
    })),
    byDevice: byDevice.slice(0, groupsShown).map(([device, of]) => ({
      ...{ device, ...went(of), failed: total(of, 'failed') },
    })),
    slowest: slowest.map((row) => ({ ...row, at: row.at.toISOString() })),
  }
}

const total = (of: readonly Alike[], what: keyof Alike) =>
  of.reduce((sum, one) => sum + (one[what] ?? 0), 0)

/** By what `keyOf` says of them, those with the most viewings first. */
function groups<Row extends Alike, Key extends string | null>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): [Key, [Row, ...Row[]]][] {
  const byKey = new Map<Key, [Row, ...Row[]]>()
  for (const row of rows) {
    const of = byKey.get(keyOf(row))
    if (of === undefined) byKey.set(keyOf(row), [row])
    else of.push(row)
  }
  const ordered = [...byKey].map(([key, of]) => ({ key, of, viewings: total(of, 'viewings') }))
  ordered.sort((a, b) => b.viewings - a.viewings || (String(a.key) < String(b.key) ? -1 : 1))
  return ordered.map(({ key, of }) => [key, of])
}

function went(of: readonly Alike[]) {
  const watchedSeconds = total(of, 'watchedSeconds')
  const stallSeconds = total(of, 'stallMs') / 1_000
  const wanted = watchedSeconds + stallSeconds
  const startUps = of.flatMap(({ startUpMs, viewings }) =>
    startUpMs === null ? [] : { value: startUpMs, count: viewings },
  )
  return {
    viewings: total(of, 'viewings'),
    startUpMs: {
      p50: rounded(percentile(startUps, 0.5)),
      p95: rounded(percentile(startUps, 0.95)),
    },
    watchedHours: watchedSeconds / 3_600,
    stallsPerHour: watchedSeconds === 0 ? null : total(of, 'stallCount') / (watchedSeconds / 3_600),
    stalledShare: wanted === 0 ? null : stallSeconds / wanted,
  }
}

const rounded = (value: number | null) => (value === null ? null : Math.round(value))
