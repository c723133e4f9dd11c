import { dayOf, firstWholeDay } from '../analytics/days.ts'
import type { Database, DatabaseTransaction } from '../clients/database.ts'
import { Prisma } from '../clients/prisma/client.ts'
import { counts, ofDay, startUp, sumTallies } from './sum-tallies.ts'

/** Any numbers will do, as long as every process takes the same, and the trigger "report_changed" the second. */
const turn = 4_628_466
const lock = 4_628_465

/**
 * Sums the reports of every day that has none, and of today, so that what is watched of a film outlives
 * the film. Days before today are from then on told by their sums.
 *
 * @returns whether all are; false when another process is at one
 */
export async function sumViewings(database: Database, now: Date): Promise<boolean> {
  const today = dayOf(now)
  const days = await database.$queryRaw<{ day: string }[]>`
    select one::date::text as day from generate_series(
      least((select min("receivedAt") at time zone 'UTC' from "ViewingReport")::date,
        -- Without a zone: in one that puts its clocks forward at midnight days would end there.
        (select min("day") from "ViewingDay"))::timestamp, ${today}::date::timestamp, interval '1 day') one
    where not exists (select 1 from "SummedDay" s where s."day" = one::date) and (
      exists (select 1 from "ViewingReport" r where r."receivedAt" >= one::timestamp at time zone 'UTC'
        and r."receivedAt" < (one::date + 1)::timestamp at time zone 'UTC')
      -- They may all have moved to a later day.
      or exists (select 1 from "ViewingDay" d where d."day" = one::date))`
  for (const { day } of days) if (!(await sumDay(database, day, day < today))) return false
  await database.summedDay.updateMany({
    where: { day: { lt: firstWholeDay(now) }, sealed: false },
    data: { sealed: true },
  })
  return true
}

/** @returns false when another process is at it */
function sumDay(database: Database, day: string, isOver: boolean): Promise<boolean> {
  return database.$transaction(async (tx) => {
    const key = Prisma.sql`${day}::date - date '2000-01-01'`
    const [{ mine }] = await tx.$queryRaw<[{ mine: boolean }]>`
      select pg_try_advisory_xact_lock(${turn}::int, ${key}) as mine`
    if (!mine) return false
    if ((await tx.summedDay.count({ where: { day: new Date(day) } })) > 0) return true
    if (isOver) await tx.$executeRaw`select pg_advisory_xact_lock(${lock}::int, ${key})`
    // Of a deleted film the reports are gone, and its sums are all there is.
    await tx.$executeRaw`
      delete from "ViewingDay" d where "day" = ${day}::date
        and exists (select 1 from "Video" v where v."id" = d."videoId")`
    await tx.$executeRaw`
      with times as (
        select "videoId", ${startUp} as time, count(*) as count from "ViewingReport"
        where ${ofDay(day)} and "startUpMs" is not null group by 1, 2
      ), counted as (
        select "videoId", ${counts} from times group by 1
      )
      insert into "ViewingDay" ("day", "videoId", "plays", "viewers", "watchedSeconds", "stallCount",
        "stallMs", "failures", "startUps", "startUpCounts")
      select ${day}::date, s.*, coalesce(times, '{}'), coalesce(counts, '{}')
      from (
        select "videoId", count(*), count(distinct coalesce("userId", "id")),
          sum("watchedSeconds"), sum("stallCount"), sum("stallMs"), count("errorCode")
        from "ViewingReport" where ${ofDay(day)} group by "videoId"
      ) s left join counted using ("videoId")`
    await sumAudience(tx, day)
    await sumTallies(tx, day)
    if (isOver) {
      await sumPeople(tx, day)
      await sumMonth(tx, `${day.slice(0, 7)}-01`)
    }
    return true
  })
}

/** Who watched, which lets a person be counted once in any number of days. */
async function sumPeople(tx: DatabaseTransaction, day: string): Promise<void> {
  await tx.$executeRaw`
    with people as (
      select distinct u."number" from "ViewingReport" r join "User" u on u."id" = r."userId"
      where ${ofDay(day)}
    ), others as (
      select (select count(*) from "ViewingReport" where ${ofDay(day)} and "userId" is null)
        + (select coalesce(sum("viewers"), 0) from "ViewingDay" d where "day" = ${day}::date
          and not exists (select 1 from "Video" v where v."id" = d."videoId")) as count
    ), bits as (
      select string_agg(case when p."number" is null then '0' else '1' end, '' order by bit) as bits
      from generate_series(0, (select max("number") from people)) bit
      left join people p on p."number" = bit
    )
    insert into "SummedDay" ("day", "plays", "watchedSeconds", "viewers", "others", "people")
    select ${day}::date, coalesce(sum("plays"), 0), coalesce(sum("watchedSeconds"), 0),
      (select count(*) from people) + (select count from others), (select count from others),
      (select coalesce(bits, '')::varbit from bits)
    from "ViewingDay" where "day" = ${day}::date`
}

async function sumMonth(tx: DatabaseTransaction, month: string): Promise<void> {
  await tx.$executeRaw`delete from "ViewingMonth" where "month" = ${month}::date`
  const days = Prisma.sql`"SummedDay" s join "ViewingDay" d on d."day" = s."day"`
  const within = Prisma.sql`
    s."day" >= ${month}::date and s."day" < ${month}::date + interval '1 month'`
  await tx.$executeRaw`
    with times as (
      select d."videoId", time, sum(count) as count
      from ${days}, unnest(d."startUps", d."startUpCounts") as met(time, count)
      where ${within} group by 1, 2
    ), counted as (
      select "videoId", ${counts} from times group by 1
    )
    insert into "ViewingMonth" ("month", "videoId", "plays", "watchedSeconds", "stallCount",
      "stallMs", "failures", "startUps", "startUpCounts")
    select ${month}::date, s.*, coalesce(times, '{}'), coalesce(counts, '{}')
    from (
      select d."videoId", sum(d."plays"), sum(d."watchedSeconds"), sum(d."stallCount"),
        sum(d."stallMs"), sum(d."failures")
      from ${days} where ${within} group by d."videoId"
    ) s left join counted using ("videoId")`
}

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
      select "videoId", step, sum(turn) as turn
      from (
        select "videoId", "watched"[i] as step, case when i % 2 = 1 then 1 else -1 end as turn
        from seen, generate_subscripts("watched", 1) i
        union all select distinct "videoId", 0, 0 from seen
      ) turn group by 1, 2
    ), runs as (
      select "videoId", step, lead(step) over by_step as stop, sum(turn) over by_step as count
      from turns window by_step as (partition by "videoId" order by step)
    ), counted as (
      select "videoId", array_agg(count order by at) as counts
      from runs, generate_series(step, stop - 1) at group by 1
    ), viewed as (
      select "videoId", count(*) as viewings from seen group by 1
    )
    insert into "AudienceDay" ("day", "videoId", "viewings", "counts")
    select ${day}::date, "videoId", viewings, counts from counted join viewed using ("videoId")
    on conflict ("videoId", "day") do update
      set "viewings" = excluded."viewings", "counts" = excluded."counts"`
}
