import type { Quality } from '../../contract/playback.ts'
import type { Database, DatabaseTransaction } from '../clients/database.ts'
import { Prisma } from '../clients/prisma/client.ts'
import { addDays, dayOf, startOf } from './days.ts'
import { percentile } from './percentile.ts'
import { reportsOfOpen, type ToldDays, toldByVideo, toldDays } from './told-days.ts'

/** What many viewings were like, for the people who run the site. */
export type ViewingSummary = Omit<Quality, 'since'>

interface Sums {
  viewings: number
  watchedSeconds: number
  stallCount: number
  stallMs: number
  failed: number
}

/** How often a time to the first picture was met. */
interface StartUp {
  name: string | null
  value: number
  count: number
}

type OfDevice = Sums & { name: string | null }
type OfVideo = Sums & { name: string; title: string }

const errorsShown = 20
const groupsShown = 50
const slowestShown = 20

const ofReports = Prisma.sql`count(*) as viewings, sum(r."watchedSeconds") as "watchedSeconds",
  sum(r."stallCount") as "stallCount", sum(r."stallMs") as "stallMs", count(r."errorCode") as failed`
const ofSums = Prisma.sql`plays, "watchedSeconds", "stallCount", "stallMs", failures`
const all = Prisma.sql`sum(viewings)::float8 as viewings, sum("watchedSeconds") as "watchedSeconds",
  sum("stallCount")::float8 as "stallCount", sum("stallMs")::float8 as "stallMs",
  sum(failed)::float8 as failed`

/** Sums up what was reported since then, in all, by film and by device. */
export const summarizeViewings = (
  database: Database,
  since: Date,
  now: Date,
): Promise<ViewingSummary> =>
  database.$transaction(async (tx) => summarize(tx, since, now), {
    isolationLevel: 'RepeatableRead',
  })

async function summarize(tx: DatabaseTransaction, since: Date, now: Date): Promise<ViewingSummary> {
  const told = await toldDays(tx, { from: since, to: addDays(startOf(now), 1) })
  const devices = await sumDevices(tx, told)
  const deviceStartUps = await startUpsOfDevices(tx, told)
  const videos = await sumVideos(tx, told)
  const videoStartUps = await startUpsOfVideos(
    tx,
    told,
    videos.map(({ name }) => name),
  )
  const of = (startUps: readonly StartUp[], name: string | null) =>
    startUps.filter((one) => one.name === name)
  return {
    ...went(devices, deviceStartUps),
    errors: await countErrors(tx, told),
    byVideo: videos.map(({ name, title, ...sums }) => ({
      ...{ videoId: name, title, ...went([sums], of(videoStartUps, name)), failed: sums.failed },
    })),
    byDevice: devices.slice(0, groupsShown).map(({ name, ...sums }) => ({
      ...{ device: name, ...went([sums], of(deviceStartUps, name)), failed: sums.failed },
    })),
    slowest: await findSlowest(tx, since),
  }
}

const daysOf = ({ summed }: ToldDays) => summed.map(({ day }) => dayOf(day))

const sumDevices = (tx: DatabaseTransaction, told: ToldDays): Promise<OfDevice[]> =>
  tx.$queryRaw<OfDevice[]>`
    select name, ${all}
    from (
      select r.device as name, ${ofReports} from ${told.open} join ${reportsOfOpen} group by 1
      union all
      select nullif(name, ''), ${ofSums} from "ViewingTally"
      where kind = 'device' and day = any(${daysOf(told)}::date[])
    ) told group by 1 order by viewings desc, 1`

const startUpsOfDevices = (tx: DatabaseTransaction, told: ToldDays): Promise<StartUp[]> =>
  tx.$queryRaw<StartUp[]>`
    select name, value, sum(count)::float8 as count
    from (
      select r.device as name, r."startUpMs" as value, count(*) as count
      from ${told.open} join ${reportsOfOpen} where r."startUpMs" is not null group by 1, 2
      union all
      select nullif(name, ''), met.value, met.count
      from "ViewingTally", unnest("startUps", "startUpCounts") as met(value, count)
      where kind = 'device' and day = any(${daysOf(told)}::date[])
    ) told group by 1, 2`

const sumVideos = (tx: DatabaseTransaction, told: ToldDays): Promise<OfVideo[]> =>
  tx.$queryRaw<OfVideo[]>`
    select told.*, v.title
    from (
      select "videoId" as name, ${all} from ${toldByVideo(told, ofReports, ofSums)} group by 1
    ) told join "Video" v on v.id = told.name
    order by told.viewings desc, told.name limit ${groupsShown}`

const startUpsOfVideos = (
  tx: DatabaseTransaction,
  told: ToldDays,
  ids: readonly string[],
): Promise<StartUp[]> => {
  const known = Prisma.sql`filter (where r."startUpMs" is not null)`
  const met = Prisma.sql`array_agg(r."startUpMs") ${known} as "startUps",
    array_agg(1) ${known} as "startUpCounts"`
  return tx.$queryRaw<StartUp[]>`
    select "videoId" as name, met.value, sum(met.count)::float8 as count
    from ${toldByVideo(told, met, Prisma.sql`"startUps", "startUpCounts"`)},
      unnest("startUps", "startUpCounts") as met(value, count)
    where "videoId" = any(${[...ids]}::uuid[]) group by 1, 2`
}

const countErrors = (tx: DatabaseTransaction, told: ToldDays): Promise<Quality['errors']> =>
  tx.$queryRaw<Quality['errors']>`
    select code, sum(count)::int as count
    from (
      select r."errorCode" as code, count(*) as count
      from ${told.open} join ${reportsOfOpen} where r."errorCode" is not null group by 1
      union all
      select name, plays from "ViewingTally"
      where kind = 'error' and day = any(${daysOf(told)}::date[])
    ) told group by 1 order by count desc, code limit ${errorsShown}`

async function findSlowest(tx: DatabaseTransaction, since: Date): Promise<Quality['slowest']> {
  const waited = Prisma.sql`(coalesce(r."startUpMs", 0) + r."stallMs")`
  const slowest = await tx.$queryRaw<(Omit<Quality['slowest'][number], 'at'> & { at: Date })[]>`
    select r."receivedAt" as at, r."videoId", v.title, r.device, r."startUpMs", r."stallMs",
      r."errorCode"
    from (
      select r.* from "ViewingReport" r
      where r."receivedAt" >= ${since}::timestamptz and ${waited} > 0
      order by ${waited} desc, r.id limit ${slowestShown}
    ) r join "Video" v on v.id = r."videoId"
    order by ${waited} desc, r.id`
  return slowest.map((row) => ({ ...row, at: row.at.toISOString() }))
}

function went(of: readonly Sums[], startUps: readonly StartUp[]) {
  const total = (what: keyof Sums) => of.reduce((sum, one) => sum + one[what], 0)
  const watchedSeconds = total('watchedSeconds')
  const stallSeconds = total('stallMs') / 1_000
  const wanted = watchedSeconds + stallSeconds
  return {
    viewings: total('viewings'),
    startUpMs: {
      p50: rounded(percentile(startUps, 0.5)),
      p95: rounded(percentile(startUps, 0.95)),
    },
    watchedHours: watchedSeconds / 3_600,
    stallsPerHour: watchedSeconds === 0 ? null : total('stallCount') / (watchedSeconds / 3_600),
    stalledShare: wanted === 0 ? null : stallSeconds / wanted,
  }
}

const rounded = (value: number | null) => (value === null ? null : Math.round(value))
