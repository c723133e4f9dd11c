import type { Audience } from '../../contract/analytics.ts'
import { stepSeconds } from '../../contract/playback.ts'
import type { DatabaseTransaction } from '../clients/database.ts'
import { type Days, dayOf, firstWholeDay } from './days.ts'

interface Row {
  viewings: number
  turns: { step: number; turn: number }[]
  summed: { step: number; count: number }[]
}

/**
 * How many viewings of a film played each ten seconds of it: by their reports while every report of their
 * day is still there, else by their day's sums.
 */
export async function audienceOf(
  tx: DatabaseTransaction,
  { id, title, durationSeconds }: { id: string; title: string; durationSeconds: number | null },
  { from, to }: Days,
  now: Date,
): Promise<Audience> {
  const whole = dayOf(firstWholeDay(now))
  const [row] = await tx.$queryRaw<[Row]>`
    with asked as (
      select ("receivedAt" at time zone 'UTC')::date as day, "watched" from "ViewingReport"
      where "videoId" = ${id}::uuid and "receivedAt" >= ${from}::timestamptz
        and "receivedAt" < ${to}::timestamptz and cardinality("watched") > 0
    ), reported as (
      select "watched" from asked where day >= ${whole}::date
        or not exists (select 1 from "ViewingDay" d where d.day = asked.day)
    ), days as (
      select "viewings", "counts" from "AudienceDay" where "videoId" = ${id}::uuid
        and day >= ${dayOf(from)}::date and day < least(${dayOf(to)}::date, ${whole}::date)
    ), turns as (
      select "watched"[i] as step, sum(case when i % 2 = 1 then 1 else -1 end) as turn
      from reported, generate_subscripts("watched", 1) i group by 1
    ), summed as (
      select step - 1 as step, sum(count) as count
      from days, unnest("counts") with ordinality as counted(count, step) group by 1
    )
    select ((select count(*) from reported) + (select coalesce(sum("viewings"), 0) from days))::float8
        as viewings,
      (select coalesce(jsonb_agg(turns), '[]') from turns) as turns,
      (select coalesce(jsonb_agg(summed), '[]') from summed) as summed`
  const known = Math.ceil((durationSeconds ?? 0) / stepSeconds)
  const last = Math.max(
    known,
    ...row.turns.map(({ step }) => step),
    ...row.summed.map(({ step }) => step + 1),
  )
  const turns = new Map(row.turns.map(({ step, turn }) => [step, turn]))
  const summed = new Map(row.summed.map(({ step, count }) => [step, count]))
  let watching = 0
  const counts = Array.from({ length: last }, (_, step) => {
    watching += turns.get(step) ?? 0
    return watching + (summed.get(step) ?? 0)
  })
  return {
    ...{ videoId: id, title, from: dayOf(from), to: dayOf(to) },
    ...{ stepSeconds, viewings: row.viewings, counts },
  }
}
