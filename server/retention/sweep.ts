import type { Clock } from '../clients/clock.ts'
import type { Database } from '../clients/database.ts'
import { type Age, ages } from './ages.ts'
import { sumViewings } from './sum-viewings.ts'

export interface RetentionDeps {
  database: Database
  /** For what takes long. */
  reports: Database
  clock: Clock
}

/** Few enough that nobody waits for their locks. */
const atOnce = 2_000
const dayMs = 86_400_000
/** Any number will do, as long as every Matinee process takes the same. */
const turn = 4_628_464

/** One batch, unless another process is at it. @returns how many rows; null when it is not our turn */
function removeBatch(database: Database, { remove }: Age, limit: Date): Promise<number | null> {
  return database.$transaction(async (tx) => {
    const [mine] = await tx.$queryRaw<{ mine: boolean }[]>`
      select pg_try_advisory_xact_lock(${turn}::bigint) as mine`
    return mine?.mine ? tx.$executeRaw(remove(limit, atOnce)) : null
  })
}

/**
 * Sums up what is about to go, then removes what is older than its age, in small batches. Any number
 * of processes may call it: one at a time does it.
 *
 * @returns how many rows went, by what they were
 */
export async function sweepTables(
  { database, reports, clock }: RetentionDeps,
  signal: AbortSignal = new AbortController().signal,
): Promise<Record<string, number>> {
  const now = clock.now()
  const removed: Record<string, number> = {}
  if (!(await sumViewings(reports, now))) return removed
  for (const age of ages) {
    const limit = new Date(now.getTime() - age.days * dayMs)
    for (;;) {
      if (signal.aborted) return removed
      const count = await removeBatch(database, age, limit)
      if (count === null) return removed
      if (count > 0) removed[age.what] = (removed[age.what] ?? 0) + count
      if (count < atOnce) break
    }
  }
  return removed
}
