import type { Audience } from '../../contract/analytics.ts'
import { stepSeconds } from '../../contract/playback.ts'
import type { DatabaseTransaction } from '../clients/database.ts'
import { type Days, dayOf } from './days.ts'
import { reportsOfOpen, toldDays } from './told-days.ts'

interface Row {
  viewings: number
  turns: { step: number; turn: number }[]
  summed: { step: number; count: number }[]
}

/** How many viewings of a film played each ten seconds of it. */
export async function audienceOf(
  tx: DatabaseTransaction,
  { id, title, durationSeconds }: { id: string; title: string; durationSeconds: number | null },
  { from, to }: Days,
): Promise<Audience> {
  const { open } = await toldDays(tx, { from, to })
  const [row] = await tx.$queryRaw<[Row]>`
    with reported as (
      select "watched" from ${open} join ${reportsOfOpen}
      where r."videoId" = ${id}::uuid and cardinality("watched") > 0
    ), days as (
      select a."viewings", a."counts" from "SummedDay" s join "AudienceDay" a on a.day = s.day
      where a."videoId" = ${id}::uuid and a.day >= ${dayOf(from)}::date and a.day < ${dayOf(to)}::date
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
