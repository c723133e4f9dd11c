import { Prisma } from '../clients/prisma/client.ts'

/** As entitlements/ tells which plan an item is of, by subscription; of several the best. Two tables of a `with`. */
export const bestPlans = Prisma.sql`sold as (
    select i."productId", i."priceId", plan.id, plan.rank
    from (select distinct "productId", "priceId" from "SubscriptionItem") i join "Plan" plan
      on plan."stripeProductId" = i."productId" or i."productId" = any(plan."otherProductIds")
      or exists (select 1 from "Price" c
        where c.id = i."priceId" and c.named and c."planId" = plan.id)
  ), best as (
    select distinct on (i."subscriptionId") i."subscriptionId", sold.id as "planId"
    from "SubscriptionItem" i
    join sold on sold."productId" = i."productId" and sold."priceId" = i."priceId"
    order by i."subscriptionId", sold.rank desc, sold.id
  )`
