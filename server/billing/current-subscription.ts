import type { SubscriptionAnswer } from '../accounts/schemas.ts'
import type { Database } from '../clients/database.ts'
import type { Config } from '../config.ts'
import { graceUntil } from './grace.ts'

/** Statuses of a subscription that still exists, those that give most first. */
export const liveStatuses = ['active', 'trialing', 'past_due', 'unpaid', 'paused']

/**
 * The subscription that a person would call theirs: the best of those that have not ended, or null.
 */
export async function currentSubscription(
  { database, config }: { database: Database; config: Config },
  userId: string,
): Promise<SubscriptionAnswer | null> {
  const subscriptions = await database.subscription.findMany({
    where: { userId, status: { in: [...liveStatuses, 'incomplete'] } },
    include: { items: true },
  })
  const plans = await plansOf(
    database,
    subscriptions.flatMap(({ items }) => items.map(({ productId }) => productId)),
  )
  const strength = ({ status }: { status: string }) =>
    liveStatuses.includes(status) ? liveStatuses.indexOf(status) : liveStatuses.length
  const ranked = subscriptions
    .map((subscription) => ({ ...subscription, ...bestItem(subscription.items, plans) }))
    .sort((a, b) => strength(a) - strength(b) || b.rank - a.rank)
  const [best] = ranked
  if (best === undefined) return null
  return {
    planId: best.planId,
    status: best.status,
    // With a date to end on, that date is what its holder has to know.
    currentPeriodEnd: (best.cancelAt ?? best.endsAt)?.toISOString() ?? null,
    cancelAtPeriodEnd: best.cancelAtPeriodEnd || best.cancelAt !== null,
    graceUntil:
      best.status === 'past_due' && best.pastDueSince !== null
        ? graceUntil(best.pastDueSince, config.PAST_DUE_GRACE_DAYS).toISOString()
        : null,
  }
}

interface PlanOfProduct {
  id: string
  rank: number
}

async function plansOf(database: Database, productIds: string[]) {
  if (productIds.length === 0) return new Map<string, PlanOfProduct>()
  const plans = await database.plan.findMany({ where: { stripeProductId: { in: productIds } } })
  return new Map(plans.map(({ id, rank, stripeProductId }) => [stripeProductId, { id, rank }]))
}

/** The item with the highest plan, and when its period ends. */
function bestItem(
  items: { productId: string; currentPeriodEnd: Date }[],
  plans: Map<string | null, PlanOfProduct>,
) {
  const ranked = items
    .map(({ productId, currentPeriodEnd }) => ({ plan: plans.get(productId), currentPeriodEnd }))
    .sort((a, b) => rankOf(b.plan) - rankOf(a.plan))
  const [best] = ranked
  return {
    planId: best?.plan?.id ?? null,
    rank: rankOf(best?.plan),
    endsAt: best?.currentPeriodEnd ?? null,
  }
}

const rankOf = (plan: PlanOfProduct | undefined) => plan?.rank ?? Number.MIN_SAFE_INTEGER
