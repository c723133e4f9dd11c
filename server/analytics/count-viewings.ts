import type { Numbers } from '../../contract/analytics.ts'
import type { DatabaseTransaction } from '../clients/database.ts'
import { Prisma } from '../clients/prisma/client.ts'
import { countByName } from './count-by-name.ts'
import { addDays, type Days, dayOf } from './days.ts'
import { reportsOfOpen, type ToldDays, toldByVideo, toldDays } from './told-days.ts'

interface Watched {
  plays: number
  seconds: number
}

type OpenDay = Watched & { day: string; viewers: number }
type Totals = Pick<Numbers, 'plays' | 'hoursWatched' | 'viewers' | 'byDay'>

const videosShown = 100

/** All that is told of what was watched in these days. */
export async function countWatching(
  tx: DatabaseTransaction,
  days: Days,
): Promise<Totals & Pick<Numbers, 'videos' | 'sources' | 'devices'>> {
  const told = await toldDays(tx, days)
  return {
    ...(await countViewings(tx, days, told)),
    videos: await countByVideo(tx, told),
    ...(await countByName(tx, days, told)),
  }
}

/** What was watched in these days, in all and by day. */
export async function countViewings(
  tx: DatabaseTransaction,
  days: Days,
  told: ToldDays,
): Promise<Totals> {
  const seen = new Map<string, OpenDay>(
    (await countOpenDays(tx, told)).map((day) => [day.day, day]),
  )
  for (const { day: time, plays, watchedSeconds: seconds, viewers } of told.summed) {
    const day = dayOf(time)
    seen.set(day, { day, plays, seconds, viewers })
  }
  const byDay: Numbers['byDay'] = []
  for (let time = days.from; time < days.to; time = addDays(time, 1)) {
    const day = dayOf(time)
    const { plays, seconds, viewers } = seen.get(day) ?? { plays: 0, seconds: 0, viewers: 0 }
    byDay.push({ day, plays, hoursWatched: hours(seconds), viewers })
  }
  return {
    plays: total([...seen.values()].map(({ plays }) => plays)),
    hoursWatched: hours(total([...seen.values()].map(({ seconds }) => seconds))),
    viewers: await countViewers(tx, days, told),
    byDay,
  }
}

/** Sums of films that were deleted on a day which is not summed since: their reports went with them. */
const deletedOf = ({ openDays }: ToldDays) => Prisma.sql`"ViewingDay" d
  where d.day = any(${openDays}::date[])
    and not exists (select 1 from "Video" v where v.id = d."videoId")`

const countOpenDays = (tx: DatabaseTransaction, told: ToldDays): Promise<OpenDay[]> =>
  tx.$queryRaw<OpenDay[]>`
    select day::text, sum(plays)::float8 as plays, sum(seconds) as seconds,
      sum(viewers)::float8 as viewers
    from (
      select (r."receivedAt" at time zone 'UTC')::date as day, count(*) as plays,
        sum(r."watchedSeconds") as seconds, count(distinct coalesce(r."userId", r.id)) as viewers
      from ${told.open} join ${reportsOfOpen} group by 1
      union all
      select d.day, d.plays, d."watchedSeconds", d.viewers from ${deletedOf(told)}
    ) told group by day`

/** Each person once, on however many days; who is no known person counts once for each viewing. */
async function countViewers(
  tx: DatabaseTransaction,
  { from, to }: Days,
  told: ToldDays,
): Promise<number> {
  const { open, summed } = told
  // `bit_or` takes bits of one length, which is part of their type.
  const [{ length }] = await tx.$queryRaw<[{ length: number }]>`
    select coalesce(max(length(people)), 0)::int + 1 as length from "SummedDay"
    where day >= ${dayOf(from)}::date and day < ${dayOf(to)}::date`
  const [{ viewers }] = await tx.$queryRaw<[{ viewers: number }]>`
    with known as materialized (
      select bit_or(people::bit(${Prisma.raw(String(length))})) as people from "SummedDay"
      where day >= ${dayOf(from)}::date and day < ${dayOf(to)}::date
    ), persons as (
      select distinct r."userId" as id from ${open} join ${reportsOfOpen}
    ), numbers as materialized (
      select u.number from persons join "User" u on u.id = persons.id
    )
    select (
      (select coalesce(bit_count(people), 0) from known)
      + (select count(*) from numbers, known
        where known.people is null or number >= ${length}::int or get_bit(known.people, number) = 0)
      + (select count(*) from ${open} join ${reportsOfOpen} where r."userId" is null)
      + (select coalesce(sum(d.viewers), 0) from ${deletedOf(told)})
    )::float8 as viewers`
  return viewers + total(summed.map(({ others }) => others))
}

/** The films that were watched for longest in these days. */
async function countByVideo(tx: DatabaseTransaction, told: ToldDays): Promise<Numbers['videos']> {
  const ofReports = Prisma.sql`count(*) as plays, sum(r."watchedSeconds") as seconds`
  const ofSums = Prisma.sql`plays, "watchedSeconds"`
  const videos = await tx.$queryRaw<(Watched & { videoId: string; title: string | null })[]>`
    select b."videoId", v.title, b.plays, b.seconds
    from (
      select "videoId", sum(plays)::float8 as plays, sum(seconds) as seconds
      from (
        select * from ${toldByVideo(told, ofReports, ofSums)}
        union all
        select d."videoId", d.plays, d."watchedSeconds" from ${deletedOf(told)}
      ) viewed group by 1 order by seconds desc, plays desc, "videoId" limit ${videosShown}
    ) b left join "Video" v on v.id = b."videoId"
    order by b.seconds desc, b.plays desc, b."videoId"`
  return videos.map(({ videoId, title, plays, seconds }) => ({
    ...{ videoId, title, plays, hoursWatched: hours(seconds) },
  }))
}

const hours = (seconds: number) => seconds / 3_600
const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0)
