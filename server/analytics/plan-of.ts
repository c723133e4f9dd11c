import { Prisma } from '../clients/prisma/client.ts'

/**
 * As entitlements/ tells which plan a price of a product is of. Tables of a `with`: `sold`, the plans of each
 * pair by their `place`, and `places`. Best is the least place and no sorting: there are as many
 * subscriptions as people.
 *
 * @param pairs to select "productId" and "priceId" from
 */
export const plansOf = (pairs: Prisma.Sql): Prisma.Sql => Prisma.sql`sold as (
    select i."productId", i."priceId", plan.id,
      dense_rank() over (order by plan.rank desc, plan.id) as place
    from (select "productId", "priceId" from ${pairs} group by 1, 2) i join "Plan" plan
      on plan."stripeProductId" = i."productId" or i."productId" = any(plan."otherProductIds")
      or exists (select 1 from "Price" c
        where c.id = i."priceId" and c.named and c."planId" = plan.id)
  ), places as (
    select distinct place, id from sold
  )`

/** The plan of each subscription, of several the best: `best`, after `plansOf` its items. */
export const bestPlans = Prisma.sql`${plansOf(Prisma.sql`"SubscriptionItem"`)}, placed as (
    select i."subscriptionId", min(sold.place) as place
    from "SubscriptionItem" i
    join sold on sold."productId" = i."productId" and sold."priceId" = i."priceId"
    group by 1
  ), best as (
    select placed."subscriptionId", places.id as "planId" from placed join places using (place)
  )`
