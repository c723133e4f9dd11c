import type { DatabaseTransaction } from '../clients/database.ts'
import { Prisma } from '../clients/prisma/client.ts'
import { addDays, type Days, dayMs, dayOf, startOf } from './days.ts'

interface SummedDay {
  day: Date
  plays: number
  watchedSeconds: number
  viewers: number
  others: number
}

export interface ToldDays {
  /** Days that their sums speak for. */
  summed: SummedDay[]
  /** Of those the months of which every day is among them, by their first day; and the days of no such month. */
  months: string[]
  rest: string[]
  /** The other days, for which the reports themselves speak. */
  openDays: string[]
  /** The same to select from: `open(start, stop)`, times. */
  open: Prisma.Sql
}

/**
 * By what each of these days is told: every report counts once, by its day's sums or by itself.
 *
 * @param days that may begin in the middle of one
 */
export async function toldDays(tx: DatabaseTransaction, { from, to }: Days): Promise<ToldDays> {
  const first = startOf(new Date(from.getTime() + dayMs - 1))
  const summed = await tx.summedDay.findMany({
    where: { day: { gte: first, lt: to } },
    omit: { people: true, sealed: true },
  })
  const known = new Set(summed.map(({ day }) => dayOf(day)))
  const perMonth = new Map<string, number>()
  for (const day of known) perMonth.set(monthOf(day), (perMonth.get(monthOf(day)) ?? 0) + 1)
  const isWhole = (month: string) => perMonth.get(month) === daysOfMonth(month)
  const months = [...perMonth.keys()].filter(isWhole)
  const rest = [...known].filter((day) => !isWhole(monthOf(day)))
  const openDays: string[] = []
  const starts: string[] = []
  const stops: string[] = []
  if (from < first) {
    starts.push(from.toISOString())
    stops.push(first.toISOString())
  }
  for (let day = first; day < to; day = addDays(day, 1)) {
    if (known.has(dayOf(day))) continue
    openDays.push(dayOf(day))
    if (stops.at(-1) === day.toISOString()) stops.pop()
    else starts.push(day.toISOString())
    stops.push(addDays(day, 1).toISOString())
  }
  const open = Prisma.sql`
    unnest(${starts}::timestamptz[], ${stops}::timestamptz[]) as open(start, stop)`
  return { summed, months, rest, openDays, open }
}

const monthOf = (day: string) => `${day.slice(0, 7)}-01`
const daysOfMonth = (month: string) =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate()

/** To join `open` with: what was reported in those times. */
export const reportsOfOpen = Prisma.sql`
  "ViewingReport" r on r."receivedAt" >= open.start and r."receivedAt" < open.stop`

/**
 * What speaks for these days of each film, to select from: its reports, its months and its days.
 *
 * @param ofReports what is told of them, after "videoId"
 * @param ofSums the columns of sums that tell the same
 */
export const toldByVideo = (
  { months, rest, open }: ToldDays,
  ofReports: Prisma.Sql,
  ofSums: Prisma.Sql,
): Prisma.Sql => Prisma.sql`(
  select r."videoId", ${ofReports} from ${open} join ${reportsOfOpen} group by 1
  union all
  select "videoId", ${ofSums} from "ViewingMonth" where month = any(${months}::date[])
  union all
  select "videoId", ${ofSums} from "ViewingDay" where day = any(${rest}::date[])
) told`

/** Of these days each film's `plays`, by "videoId": something to select from. */
export const playsByVideo = (told: ToldDays): Prisma.Sql => Prisma.sql`(
  select "videoId", sum(plays)::float8 as plays
  from ${toldByVideo(told, Prisma.sql`count(*) as plays`, Prisma.sql`plays`)} group by 1
)`
