import { allPages } from '../../clients/stripe.ts'
import type { BillingDeps } from '../../services.ts'
import { type PlanRow, projectPlans } from './project-plans.ts'

export type PlansDeps = Pick<BillingDeps, 'database' | 'locks' | 'stripe' | 'config'>

/**
 * Makes the stored plans and prices equal to Stripe's. A plan that is gone there stays here, no
 * longer on sale: films refer to it, and subscribers may still hold it.
 *
 * @throws what the Stripe SDK throws; nothing is stored then
 */
export function syncPlans(deps: PlansDeps): Promise<void> {
  // One fetch after another: products are few, and the last one to begin is the last one stored.
  return deps.locks.hold('stripe-plans', async () => {
    const { stripe, config } = deps
    const [products, prices] = await Promise.all([
      allPages(stripe.products.list({ limit: 100 })),
      allPages(
        stripe.prices.list({ limit: 100, type: 'recurring', expand: ['data.currency_options'] }),
      ),
    ])
    const listed = new Set(products.map(({ id }) => id))
    await storePlans(deps, projectPlans(products, prices, config.MAX_STREAMS), listed)
  })
}

/**
 * @param listed all products that Stripe knows. One that it does not is another account's, whose key was set
 *   by mistake, or is this one's while another's is: whoever pays for it goes on having the plan.
 */
async function storePlans(
  { database }: PlansDeps,
  plans: PlanRow[],
  listed: ReadonlySet<string>,
): Promise<void> {
  const ids = plans.map(({ id }) => id)
  const prices = plans.flatMap((plan) => plan.prices)
  await database.$transaction(async (tx) => {
    const select = { id: true, stripeProductId: true, otherProductIds: true }
    const before = await tx.plan.findMany({ where: { id: { in: ids } }, select })
    const unlisted = new Map(
      before.map(({ id, stripeProductId, otherProductIds }) => [
        id,
        [stripeProductId ?? [], otherProductIds].flat().filter((product) => !listed.has(product)),
      ]),
    )
    await tx.plan.updateMany({ where: { id: { notIn: ids } }, data: { active: false } })
    // A product may have become another plan's: free all before any is taken.
    await tx.plan.updateMany({
      where: { stripeProductId: { in: plans.map((plan) => plan.stripeProductId) } },
      data: { stripeProductId: null },
    })
    for (const { prices: _, ...plan } of plans) {
      const otherProductIds = [...plan.otherProductIds, ...(unlisted.get(plan.id) ?? [])]
      const row = { ...plan, otherProductIds }
      await tx.plan.upsert({ where: { id: plan.id }, create: row, update: row })
    }
    await tx.price.updateMany({
      where: { id: { notIn: prices.map(({ id }) => id) } },
      data: { active: false },
    })
    for (const { currencies: _, ...price } of prices) {
      await tx.price.upsert({ where: { id: price.id }, create: price, update: price })
    }
    await tx.priceCurrency.deleteMany({ where: { priceId: { in: prices.map(({ id }) => id) } } })
    await tx.priceCurrency.createMany({
      data: prices.flatMap(({ id: priceId, currencies }) =>
        currencies.map((other) => ({ priceId, ...other })),
      ),
    })
  })
}
