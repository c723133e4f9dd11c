import type { Database } from '../clients/database.ts'
import { liveStatuses } from './current-subscription.ts'

/** The plan that someone holds, as it is stored: which one, for how much, and how it stands. */
export interface HeldPlan {
  subscriptionId: string
  itemId: string
  planId: string
  name: string
  priceId: string
  /** Of the price that is paid, on sale or not; null where it was never one of ours. */
  price: { interval: string; amount: number; currency: string } | null
  status: string
  suspended: string | null
  collectionPaused: boolean
  /** When it ends, if it is cancelled. */
  endsAt: Date | null
  cancelAtPeriodEnd: boolean
  currentPeriodStart: Date
  currentPeriodEnd: Date
}

/** The best plan among the subscriptions that have not ended, or null. */
export async function heldPlan(database: Database, userId: string): Promise<HeldPlan | null> {
  const subscriptions = await database.subscription.findMany({
    where: { userId, status: { in: liveStatuses } },
    include: { items: true },
  })
  const items = subscriptions.flatMap(({ items }) => items)
  const [plans, prices] = await Promise.all([
    database.plan.findMany({
      where: { stripeProductId: { in: items.map(({ productId }) => productId) } },
    }),
    database.price.findMany({ where: { id: { in: items.map(({ priceId }) => priceId) } } }),
  ])
  const held = subscriptions.flatMap((subscription) =>
    subscription.items.flatMap((item) => {
      const plan = plans.find(({ stripeProductId }) => stripeProductId === item.productId)
      const price = prices.find(({ id }) => id === item.priceId) ?? null
      return plan === undefined ? [] : [{ subscription, item, plan, price }]
    }),
  )
  const strength = ({ subscription }: (typeof held)[number]) =>
    liveStatuses.indexOf(subscription.status)
  const [best] = held.sort((a, b) => strength(a) - strength(b) || b.plan.rank - a.plan.rank)
  if (best === undefined) return null
  const { subscription, item, plan, price } = best
  const { cancelAt, cancelAtPeriodEnd } = subscription
  return {
    subscriptionId: subscription.id,
    itemId: item.id,
    planId: plan.id,
    name: plan.name,
    priceId: item.priceId,
    price: price && {
      interval: price.interval,
      amount: price.amount * item.quantity,
      currency: price.currency,
    },
    status: subscription.status,
    suspended: subscription.suspended,
    collectionPaused: subscription.collectionPaused,
    endsAt: cancelAt ?? (cancelAtPeriodEnd ? item.currentPeriodEnd : null),
    cancelAtPeriodEnd,
    currentPeriodStart: item.currentPeriodStart,
    currentPeriodEnd: item.currentPeriodEnd,
  }
}
