import type { Numbers } from '../../contract/analytics.ts'
import type { DatabaseTransaction } from '../clients/database.ts'
import type { Days } from './days.ts'

/** How subscriptions stand now, and how many began and ended in these days. */
export async function countSubscribers(
  tx: DatabaseTransaction,
  { from, to }: Days,
): Promise<Numbers['subscribers']> {
  const [row] = await tx.$queryRaw<[Numbers['subscribers']]>`
    select count(*) filter (where status = 'active')::int as active,
      count(*) filter (where status = 'trialing')::int as trialing,
      count(*) filter (where status = 'past_due')::int as "pastDue",
      count(*) filter (where "createdAt" >= ${from}::timestamptz
        and "createdAt" < ${to}::timestamptz)::int as started,
      count(*) filter (where "endedAt" >= ${from}::timestamptz
        and "endedAt" < ${to}::timestamptz)::int as ended
    from "Subscription" where status not in ('incomplete', 'incomplete_expired')`
  return row
}
