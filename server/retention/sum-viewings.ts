import { dayOf, firstWholeDay } from '../analytics/days.ts'
import type { Database, DatabaseTransaction } from '../clients/database.ts'
import { Prisma } from '../clients/prisma/client.ts'

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
      where ${ofDay(day)} group by "videoId"`
    await sumAudience(tx, day)
    await sumTallies(tx, day)
  })
}

const ofDay = (
  day: string,
) => Prisma.sql`"receivedAt" >= (${day}::date)::timestamp at time zone 'UTC'
  and "receivedAt" < (${day}::date + 1)::timestamp at time zone 'UTC'`

/** How many viewings played each step of a film; where a span ends, one less does. */
async function sumAudience(tx: DatabaseTransaction, day: string): Promise<void> {
  await tx.$executeRaw`
    delete from "AudienceDay" d where "day" = ${day}::date
      and exists (select 1 from "Video" v where v."id" = d."videoId")`
  await tx.$executeRaw`
    with seen as (
      select "videoId", "watched" from "ViewingReport"
      where ${ofDay(day)} and cardinality("watched") > 0
    ), turns as (
      select "videoId", "watched"[i] as step, sum(case when i % 2 = 1 then 1 else -1 end) as turn
      from seen, generate_subscripts("watched", 1) i group by 1, 2
    ), steps as (
      select t."videoId", step, sum(coalesce(turn, 0)) over (partition by t."videoId" order by step) as count
      from (select "videoId", generate_series(0, max(step) - 1) as step from turns group by 1) t
      left join turns using ("videoId", step)
    )
    insert into "AudienceDay" ("day", "videoId", "viewings", "counts")
    select ${day}::date, "videoId", (select count(*) from seen where seen."videoId" = steps."videoId"),
      array_agg(count order by step)
    from steps group by "videoId"
    on conflict ("videoId", "day") do update
      set "viewings" = excluded."viewings", "counts" = excluded."counts"`
}

/** Names that are kept of a day; who makes some up fills no table. */
const mostNames = 200

/** Where viewers came from and what they watched with; the rarest are not told apart. */
async function sumTallies(tx: DatabaseTransaction, day: string): Promise<void> {
  await tx.$executeRaw`delete from "ViewingTally" where "day" = ${day}::date`
  for (const kind of ['source', 'device'] as const) {
    const column = Prisma.raw(`"${kind}"`)
    await tx.$executeRaw`
      with named as (
        select coalesce(${column}, '') as name, count(*) as plays, sum("watchedSeconds") as seconds,
          row_number() over (order by count(*) desc, coalesce(${column}, '')) as rank
        from "ViewingReport" where ${ofDay(day)} group by 1
      )
      insert into "ViewingTally" ("day", "kind", "name", "plays", "watchedSeconds")
      select ${day}::date, ${kind}, case when rank > ${mostNames} then '' else name end,
        sum(plays), sum(seconds)
      from named group by 3`
  }
}
