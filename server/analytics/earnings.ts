import type { Earned, Numbers } from '../../contract/analytics.ts'
import type { DatabaseTransaction } from '../clients/database.ts'
import { Prisma } from '../clients/prisma/client.ts'
import type { Days } from './days.ts'
import { bestPlans } from './plan-of.ts'

type Revenue = Numbers['revenue']

const sums = Prisma.sql`
  sum(p.amount)::float8 as amount, sum(p."amountRefunded")::float8 as refunded`

const arrived = ({ from, to }: Days) => Prisma.sql`
  p.status = 'succeeded' and p.at >= ${from}::timestamptz and p.at < ${to}::timestamptz`

/** What arrived in these days, by currency. */
export const arrivedIn = (tx: DatabaseTransaction, days: Days): Promise<Earned[]> =>
  tx.$queryRaw<Earned[]>`
    select p.currency, ${sums} from "Payment" p where ${arrived(days)}
    group by p.currency order by p.currency`

/** What arrived in these days, in all and by what it was for. */
export async function earnings(
  tx: DatabaseTransaction,
  days: Days,
): Promise<Pick<Revenue, 'payments' | 'byVideo' | 'byPlan'>> {
  const payments = await arrivedIn(tx, days)
  const byVideo = await tx.$queryRaw<Revenue['byVideo']>`
    select v.id as "videoId", v.title, p.currency, ${sums}
    from "Payment" p
    left join "Purchase" bought on bought.id = p."purchaseId"
    left join "Video" v on v.id = bought."videoId"
    where p.kind in ('rent', 'buy') and ${arrived(days)}
    group by v.id, p.currency order by p.currency, amount desc, v.id`
  const byPlan = await tx.$queryRaw<Revenue['byPlan']>`
    with ${bestPlans}, paid as (
      select p.*, best."planId"
      from "Payment" p left join best on best."subscriptionId" = p."subscriptionId"
      where p.kind = 'plan' and ${arrived(days)}
    )
    select plan.id as "planId", plan.name, p.currency, ${sums}
    from paid p left join "Plan" plan on plan.id = p."planId"
    group by plan.id, p.currency order by p.currency, amount desc, plan.id`
  return { payments, byVideo, byPlan }
}
