import type { DatabaseTransaction } from '../clients/database.ts'
import { Prisma } from '../clients/prisma/client.ts'

export const ofDay = (
  day: string,
) => Prisma.sql`"receivedAt" >= (${day}::date)::timestamp at time zone 'UTC'
  and "receivedAt" < (${day}::date + 1)::timestamp at time zone 'UTC'`

/** Times to the first picture are told apart by hundredths of a second. */
export const startUp = Prisma.sql`round("startUpMs" / 10.0)::int * 10`
/** Of a table of a `time` and its `count`: both as columns. */
export const counts = Prisma.sql`
  array_agg(time order by time) as times, array_agg(count order by time) as counts`

/** Names that are kept of a day; who makes some up fills no table. */
const mostNames = 200

const columns = {
  source: Prisma.sql`"source"`,
  device: Prisma.sql`"device"`,
  error: Prisma.sql`"errorCode"`,
}

/** Where viewers came from, what they watched with and what ended it; the rarest are not told apart. */
export async function sumTallies(tx: DatabaseTransaction, day: string): Promise<void> {
  await tx.$executeRaw`delete from "ViewingTally" where "day" = ${day}::date`
  for (const kind of ['source', 'device', 'error'] as const) {
    const column = columns[kind]
    const seen = kind === 'error' ? Prisma.sql`${ofDay(day)} and ${column} is not null` : ofDay(day)
    await tx.$executeRaw`
      with ranked as (
        select coalesce(${column}, '') as raw,
          row_number() over (order by count(*) desc, coalesce(${column}, '')) as rank
        from "ViewingReport" where ${seen} group by 1
      ), named as (
        select case when rank > ${mostNames} then '' else raw end as name, r.*
        from "ViewingReport" r join ranked on raw = coalesce(${column}, '') where ${seen}
      ), times as (
        select name, ${startUp} as time, count(*) as count from named
        where "startUpMs" is not null and ${kind === 'device'} group by 1, 2
      ), counted as (
        select name, ${counts} from times group by 1
      )
      insert into "ViewingTally" ("day", "kind", "name", "plays", "watchedSeconds", "stallCount",
        "stallMs", "failures", "startUps", "startUpCounts")
      select ${day}::date, ${kind}, s.*, coalesce(times, '{}'), coalesce(counts, '{}')
      from (
        select name, count(*), sum("watchedSeconds"), sum("stallCount"), sum("stallMs"),
          count("errorCode")
        from named group by 1
      ) s left join counted using (name)`
  }
}
