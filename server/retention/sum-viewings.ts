import { dayOf, firstWholeDay } from '../analytics/days.ts'
import type { Database } from '../clients/database.ts'

/** A player reports until it is closed, and a report belongs to the day of its last word. */
const openDays = 3
const dayMs = 86_400_000

/**
 * Sums the reports of the last days by day and film, anew each time, so that late ones count; and of
 * every earlier day that has no sums yet, or other ones than its reports: a page that stood open for
 * long has reported again on a later day.
 *
 * @returns how many days were summed
 */
export async function sumViewings(database: Database, now: Date): Promise<number> {
  const recent = new Date(now.getTime() - openDays * dayMs)
  const whole = dayOf(firstWholeDay(now))
  const days = await database.$queryRaw<{ day: string }[]>`
    select day::date::text as day from generate_series(
      (${recent}::timestamptz at time zone 'UTC')::date,
      (${now}::timestamptz at time zone 'UTC')::date, interval '1 day') day
    union select day::date::text from generate_series(
      (select (min("receivedAt") at time zone 'UTC')::date from "ViewingReport"),
      (${now}::timestamptz at time zone 'UTC')::date, interval '1 day') day
    where not exists (select 1 from "ViewingDay" d where d."day" = day::date) and exists (
      select 1 from "ViewingReport" r where r."receivedAt" >= day::timestamp at time zone 'UTC'
        and r."receivedAt" < (day::date + 1)::timestamp at time zone 'UTC')
    union select d."day"::text from (
      select s."day", sum(s."plays") as "plays"
      from "ViewingDay" s join "Video" v on v."id" = s."videoId"
      where s."day" >= ${whole}::date group by s."day"
    ) d where d."plays" <> (
      select count(*) from "ViewingReport" r
      where r."receivedAt" >= d."day"::timestamp at time zone 'UTC'
        and r."receivedAt" < (d."day" + 1)::timestamp at time zone 'UTC')`
  for (const { day } of days) await sumDay(database, day)
  return days.length
}

async function sumDay(database: Database, day: string): Promise<void> {
  await database.$transaction(async (tx) => {
    // Of a deleted film the reports are gone, and its sums are all there is.
    await tx.$executeRaw`
      delete from "ViewingDay" d where "day" = ${day}::date
        and exists (select 1 from "Video" v where v."id" = d."videoId")`
    await tx.$executeRaw`
      insert into "ViewingDay"
        ("day", "videoId", "plays", "viewers", "watchedSeconds", "stallCount", "stallMs", "failures")
      select ${day}::date, "videoId", count(*), count(distinct coalesce("userId", "id")),
        sum("watchedSeconds"), sum("stallCount"), sum("stallMs"), count("errorCode")
      from "ViewingReport"
      where "receivedAt" >= (${day}::date)::timestamp at time zone 'UTC'
        and "receivedAt" < (${day}::date + 1)::timestamp at time zone 'UTC'
      group by "videoId"`
  })
}
