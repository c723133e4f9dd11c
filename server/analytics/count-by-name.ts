import type { Numbers } from '../../contract/analytics.ts'
import type { DatabaseTransaction } from '../clients/database.ts'
import { Prisma } from '../clients/prisma/client.ts'
import { type Days, dayOf, firstWholeDay } from './days.ts'

const namesShown = 50

interface Row {
  name: string | null
  plays: number
  seconds: number
}

/** Viewings of these days by where their viewers came from, and by what they watched with. */
export async function countByName(
  tx: DatabaseTransaction,
  days: Days,
  now: Date,
): Promise<Pick<Numbers, 'sources' | 'devices'>> {
  const sources = await byName(tx, 'source', days, now)
  const devices = await byName(tx, 'device', days, now)
  return {
    sources: sources.map(({ name, plays, seconds }) => ({
      ...{ host: name, plays, hoursWatched: seconds / 3_600 },
    })),
    devices: devices.map(({ name, plays, seconds }) => ({
      ...{ device: name, plays, hoursWatched: seconds / 3_600 },
    })),
  }
}

function byName(
  tx: DatabaseTransaction,
  kind: 'source' | 'device',
  { from, to }: Days,
  now: Date,
): Promise<Row[]> {
  const whole = dayOf(firstWholeDay(now))
  const column = Prisma.raw(`"${kind}"`)
  return tx.$queryRaw<Row[]>`
    with asked as (
      select ("receivedAt" at time zone 'UTC')::date as day, ${column} as name, count(*) as plays,
        sum("watchedSeconds") as seconds
      from "ViewingReport"
      where "receivedAt" >= ${from}::timestamptz and "receivedAt" < ${to}::timestamptz group by 1, 2
    ), counted as (
      select name, plays, seconds from asked where day >= ${whole}::date
        or not exists (select 1 from "ViewingDay" d where d.day = asked.day)
      union all
      select nullif(name, ''), plays, "watchedSeconds" from "ViewingTally"
      where "kind" = ${kind} and day >= ${dayOf(from)}::date
        and day < least(${dayOf(to)}::date, ${whole}::date)
    )
    select name, sum(plays)::float8 as plays, sum(seconds) as seconds from counted
    group by name order by plays desc, name limit ${namesShown}`
}
