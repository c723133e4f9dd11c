import { isDeepStrictEqual } from 'node:util'
import type { DatabaseTransaction } from '../../clients/database.ts'
import type { BillingDeps } from '../../services.ts'
import { monthlyWorth, worthOf } from './monthly-worth.ts'
import { changes, grouped, history, type Known, type Movement } from './worth-movements.ts'

const batchSize = 500

/**
 * Stores what changed in what people's subscriptions are worth a month, in the transaction that changed it.
 * Of whom nothing is stored yet, what their subscriptions tell of the past is stored, too.
 */
export async function recordWorth(
  tx: DatabaseTransaction,
  userIds: readonly string[],
  now: Date,
): Promise<void> {
  // Someone may have several customers, each of which is synchronized under a lock of its own.
  await tx.$queryRaw`
    select pg_advisory_xact_lock(hashtextextended('worth ' || id, 0))::text
    from (select id from unnest(${[...userIds]}::text[]) id order by id) people`
  const worth = grouped(await worthOf(tx, userIds, now), ({ userId }) => userId)
  const stored = await tx.$queryRaw<(Known & { userId: string })[]>`
    select "userId", currency, sum(amount)::int as amount, sum(late)::int as late,
      max(at) as "lastAt"
    from "WorthChange" where "userId" = any(${[...userIds]}::uuid[]) group by "userId", currency`
  const known = grouped(stored, ({ userId }) => userId)
  const data = userIds.flatMap((userId) => {
    const own = worth.get(userId) ?? []
    const before = known.get(userId)
    const moved: Movement[] = before === undefined ? history(own, now) : changes(own, before, now)
    return moved.map((one) => ({ userId, ...one }))
  })
  if (data.length > 0) await tx.worthChange.createMany({ data })
}

/**
 * Stores what changed with nobody telling: a coupon that ran out, a price that became known, subscriptions
 * from before all this was stored. Several processes may do it at once.
 *
 * @returns whether anything was missing
 */
export async function recordMissedWorth(
  { database, clock }: Pick<BillingDeps, 'database' | 'clock'>,
  signal?: AbortSignal,
): Promise<boolean> {
  const now = clock.now()
  if (await isWhole(database, now)) return false
  let after = '00000000-0000-0000-0000-000000000000'
  while (!signal?.aborted) {
    const people = await database.$queryRaw<{ userId: string }[]>`
      select distinct "userId" from "Subscription" where "userId" > ${after}::uuid
      order by "userId" limit ${batchSize}`
    const ids = people.map(({ userId }) => userId)
    const last = ids.at(-1)
    if (last === undefined) break
    await database.$transaction((tx) => recordWorth(tx, ids, now))
    after = last
  }
  return true
}

/** Whether what is stored adds up to what subscriptions are worth now. */
const isWhole = (database: BillingDeps['database'], now: Date): Promise<boolean> =>
  database.$transaction(
    async (tx) => {
      const { mrr } = await monthlyWorth(tx, now)
      const stored = await tx.$queryRaw<typeof mrr>`
        select currency, sum(amount)::float8 as amount from "WorthChange"
        group by currency having sum(amount) <> 0 order by currency`
      return isDeepStrictEqual(
        mrr.filter(({ amount }) => amount !== 0),
        stored,
      )
    },
    { isolationLevel: 'RepeatableRead' },
  )
