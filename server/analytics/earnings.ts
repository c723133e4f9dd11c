import type { Earned, Numbers } from '../../contract/analytics.ts'
import type { DatabaseTransaction } from '../clients/database.ts'
import { Prisma } from '../clients/prisma/client.ts'
import type { Days } from './days.ts'
import { plansOf } from './plan-of.ts'

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

/** What arrived for one thing, as one kind of payment. */
interface Part extends Earned {
  kind: string
  videoId: string | null
  title: string | null
  planId: string | null
  name: string | null
}

/**
 * What arrived in these days, in all and by what it was for. The payments are read once: there are
 * more of them than of anything else that is not summed by day. A payment is of the plan that its invoice
 * charged for, of several the one for which most was to pay; where no invoice told, of the best that its
 * subscription has now.
 */
export async function earnings(
  tx: DatabaseTransaction,
  days: Days,
): Promise<Pick<Revenue, 'payments' | 'byVideo' | 'byPlan'>> {
  // Postgres expects a group for each payment, and would rather sort them all than keep so many in mind.
  await tx.$executeRaw`set local work_mem = '64MB'`
  const parts = await tx.$queryRaw<Part[]>`
    with bundled as (
      select "paymentIntentId", min("bundleId"::text)::uuid as "bundleId" from "Purchase"
      where "bundleId" is not null and exists (select 1 from "Bundle") group by 1
    ), paid as materialized (
      select p.currency, p.kind, bought."videoId", bundled."bundleId", p."productIds", p."priceIds",
        case when p."productIds" = '{}' then coalesce(p."subscriptionId", '') else '' end as untold,
        ${sums}
      from "Payment" p
      left join "Purchase" bought on p.kind in ('rent', 'buy') and bought.id = p."purchaseId"
      left join bundled on p.kind = 'buy' and bundled."paymentIntentId" = p."paymentIntentId"
      where ${arrived(days)} group by 1, 2, 3, 4, 5, 6, 7
    ), charged as (
      select distinct "productIds", "priceIds", pair.*
      from paid, unnest("productIds", "priceIds") with ordinality
        as pair("productId", "priceId", number)
    ), held as (
      select "subscriptionId", "productId", "priceId" from "SubscriptionItem"
      where exists (select 1 from paid where untold <> '')
    ), ${plansOf(Prisma.sql`(
      select "productId", "priceId" from charged union all select "productId", "priceId" from held
    ) pairs`)}, "bestCharged" as (
      select distinct on ("productIds", "priceIds") "productIds", "priceIds", place
      from charged join sold using ("productId", "priceId")
      order by "productIds", "priceIds", number, place
    ), "bestHeld" as (
      select "subscriptionId", min(place) as place
      from held join sold using ("productId", "priceId") group by 1
    ), told as (
      select paid.currency, paid.kind, paid."videoId", paid."bundleId", places.id as "planId",
        sum(paid.amount) as amount, sum(paid.refunded) as refunded
      from paid
      left join "bestCharged" charged using ("productIds", "priceIds")
      left join "bestHeld" held on held."subscriptionId" = paid.untold
      left join places on paid.kind = 'plan' and places.place = coalesce(charged.place, held.place)
      group by 1, 2, 3, 4, 5
    )
    select told.*, coalesce(v.title, bundle.title) as title, plan.name
    from told left join "Video" v on v.id = told."videoId"
    left join "Bundle" bundle on bundle.id = told."bundleId"
    left join "Plan" plan on plan.id = told."planId"
    order by told.currency, "videoId", "planId"`
  const ofFilms = parts.filter(({ kind }) => kind === 'rent' || kind === 'buy')
  const ofPlans = parts.filter(({ kind }) => kind === 'plan')
  return {
    payments: together(parts, () => ({})),
    byVideo: mostFirst(together(ofFilms, ({ videoId, title }) => ({ videoId, title }))),
    byPlan: mostFirst(together(ofPlans, ({ planId, name }) => ({ planId, name }))),
  }
}

/** Adds up what arrived in one currency for what is alike. */
function together<T extends object>(parts: readonly Part[], what: (part: Part) => T) {
  const sums = new Map<string, T & Earned>()
  for (const part of parts) {
    const { currency, amount, refunded } = part
    const key = JSON.stringify([currency, what(part)])
    const sum = sums.get(key) ?? { ...what(part), currency, amount: 0, refunded: 0 }
    sums.set(key, { ...sum, amount: sum.amount + amount, refunded: sum.refunded + refunded })
  }
  return [...sums.values()]
}

/** By currency, and in each what earned most before the rest. */
const mostFirst = <T extends Earned>(sums: readonly T[]): T[] =>
  sums.toSorted((a, b) => a.currency.localeCompare(b.currency) || b.amount - a.amount)
