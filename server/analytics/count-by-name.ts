import type { Numbers } from '../../contract/analytics.ts'
import type { DatabaseTransaction } from '../clients/database.ts'
import { Prisma } from '../clients/prisma/client.ts'
import { type Days, dayOf } from './days.ts'
import { reportsOfOpen, type ToldDays } from './told-days.ts'

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
  told: ToldDays,
): Promise<Pick<Numbers, 'sources' | 'devices'>> {
  const sources = await byName(tx, 'source', days, told)
  const devices = await byName(tx, 'device', days, told)
  return {
    sources: sources.map(({ name, plays, seconds }) => ({
      ...{ host: name, plays, hoursWatched: seconds / 3_600 },
    })),
    devices: devices.map(({ name, plays, seconds }) => ({
      ...{ device: name, plays, hoursWatched: seconds / 3_600 },
    })),
  }
}

const byName = (
  tx: DatabaseTransaction,
  kind: 'source' | 'device',
  { from, to }: Days,
  { open }: ToldDays,
): Promise<Row[]> => tx.$queryRaw<Row[]>`
  select name, sum(plays)::float8 as plays, sum(seconds) as seconds
  from (
    select ${Prisma.raw(`r."${kind}"`)} as name, count(*) as plays, sum(r."watchedSeconds") as seconds
    from ${open} join ${reportsOfOpen} group by 1
    union all
    select nullif(t.name, ''), t.plays, t."watchedSeconds"
    from "SummedDay" s join "ViewingTally" t on t.day = s.day and t.kind = ${kind}
    where s.day >= ${dayOf(from)}::date and s.day < ${dayOf(to)}::date
  ) told
  group by name order by plays desc, name limit ${namesShown}`
