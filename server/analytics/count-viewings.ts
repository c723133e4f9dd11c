import type { Numbers } from '../../contract/analytics.ts'
import type { DatabaseTransaction } from '../clients/database.ts'
import { addDays, type Days, dayOf, firstWholeDay } from './days.ts'

interface Watched {
  plays: number
  seconds: number
}

interface Row {
  viewers: number
  days: (Watched & { day: string; viewers: number })[]
  videos: (Watched & { videoId: string; title: string | null })[]
}

type Viewings = Pick<Numbers, 'plays' | 'hoursWatched' | 'viewers' | 'byDay' | 'videos'>

const videosShown = 100

/**
 * What was watched in these days. Each viewing counts once: by its report while every report of its
 * day is still there, else by its day's sums; a deleted film has nothing but sums.
 */
export async function countViewings(
  tx: DatabaseTransaction,
  { from, to }: Days,
  now: Date,
): Promise<Viewings> {
  const whole = dayOf(firstWholeDay(now))
  const [row] = await tx.$queryRaw<[Row]>`
    with asked as (
      select ("receivedAt" at time zone 'UTC')::date as day, "videoId",
        coalesce("userId", id) as person, "watchedSeconds"
      from "ViewingReport"
      where "receivedAt" >= ${from}::timestamptz and "receivedAt" < ${to}::timestamptz
    ), reported as (
      -- Older ones count people as sums do: once a day and film.
      select day, "videoId", "watchedSeconds", case when day >= ${whole}::date then person::text
        else concat_ws(' ', day, "videoId", person) end as viewer
      from asked where day >= ${whole}::date
        or not exists (select 1 from "ViewingDay" d where d.day = asked.day)
    ), summed as (
      select * from "ViewingDay" d
      where day >= ${dayOf(from)}::date and day < ${dayOf(to)}::date
        and (day < ${whole}::date or not exists (select 1 from "Video" v where v.id = d."videoId"))
    ), by_day as (
      select day, count(*) as plays, sum("watchedSeconds") as seconds,
        count(distinct viewer) as viewers
      from reported group by day
      union all
      select day, sum(plays), sum("watchedSeconds"), sum(viewers) from summed group by day
    ), by_video as (
      select "videoId", count(*) as plays, sum("watchedSeconds") as seconds
      from reported group by "videoId"
      union all
      select "videoId", sum(plays), sum("watchedSeconds") from summed group by "videoId"
    )
    select ((select count(distinct viewer) from reported)
        + (select coalesce(sum(viewers), 0) from summed))::float8 as viewers,
      (select coalesce(jsonb_agg(d), '[]') from (
        select day, sum(plays) as plays, sum(seconds) as seconds, sum(viewers) as viewers
        from by_day group by day
      ) d) as days,
      (select coalesce(jsonb_agg(w), '[]') from (
        select b."videoId", v.title, sum(b.plays) as plays, sum(b.seconds) as seconds
        from by_video b left join "Video" v on v.id = b."videoId"
        group by b."videoId", v.title order by seconds desc, plays desc, b."videoId"
        limit ${videosShown}
      ) w) as videos`
  const seen = new Map(row.days.map((day) => [day.day, day]))
  const byDay: Viewings['byDay'] = []
  for (let time = from; time < to; time = addDays(time, 1)) {
    const day = dayOf(time)
    const { plays, seconds, viewers } = seen.get(day) ?? { plays: 0, seconds: 0, viewers: 0 }
    byDay.push({ day, plays, hoursWatched: hours(seconds), viewers })
  }
  return {
    plays: total(row.days.map(({ plays }) => plays)),
    hoursWatched: hours(total(row.days.map(({ seconds }) => seconds))),
    viewers: row.viewers,
    byDay,
    videos: row.videos.map(({ videoId, title, plays, seconds }) => ({
      ...{ videoId, title, plays, hoursWatched: hours(seconds) },
    })),
  }
}

const hours = (seconds: number) => seconds / 3_600
const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0)
