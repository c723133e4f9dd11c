import type { SubscriptionStatus } from '../../contract/accounts.ts'
import type { Held, PlanSubscription } from '../billing/held.ts'
import { graceUntil, liveStatuses } from '../billing/subscription-terms.ts'
import type { Clock } from '../clients/clock.ts'
import type { Database } from '../clients/database.ts'
import type { Config } from '../config.ts'
import { loadViewer, policyOf } from './facts.ts'
import { type Holding, holdingsOf } from './holdings.ts'
import type { AccessPolicy, HeldPlan, SubscriptionFact } from './types.ts'
import { endOf } from './worth.ts'

type Subscribed = Extract<Holding, { kind: 'subscription' }>
type WithPlan = Subscribed & { plan: HeldPlan }

/**
 * The plan that someone holds by a subscription, and what they would call their subscription.
 *
 * @throws MatineeError ENTITLEMENTS_UNAVAILABLE when the database cannot be read
 */
export async function heldBy(
  services: { database: Database; config: Config; clock: Clock },
  userId: string,
): Promise<Held> {
  const viewer = await loadViewer(services, userId)
  if (viewer === null) return { subscription: null, plan: null }
  const policy = policyOf(services.config)
  return heldIn(holdingsOf(viewer, policy, services.clock.now()), policy)
}

/** The same, of a list of what is held. */
export function heldIn(holdings: readonly Holding[], policy: AccessPolicy): Held {
  const best = holdings
    .filter((holding): holding is Subscribed => holding.kind === 'subscription')
    .filter(({ subscription: { status } }) => isLive(status) || status === 'incomplete')
    .sort(byStrength)[0]
  if (best === undefined) return { subscription: null, plan: null }
  const { subscription, item, plan } = best
  const { status, pastDueSince } = subscription
  const since = status === 'past_due' || status === 'active' ? pastDueSince : null
  const endsAt = endOf(subscription, item)
  return {
    subscription: {
      planId: plan?.planId ?? null,
      status: statusOf(subscription),
      // With a date to end on, that date is what its holder has to know.
      currentPeriodEnd: (endsAt ?? item.currentPeriodEnd).toISOString(),
      cancelAtPeriodEnd: endsAt !== null,
      graceUntil: since && graceUntil(since, policy.graceDays).toISOString(),
    },
    plan: hasPlan(best) && isLive(status) ? planOf(best) : null,
  }
}

/** Whether they have a subscription to a plan, which another plan would replace. */
export const holdsPlan = (holdings: readonly Holding[]): boolean =>
  holdings.some(
    (holding) =>
      holding.kind === 'subscription' && hasPlan(holding) && isLive(holding.subscription.status),
  )

/** As its holder is told: of one that owes nothing, nothing is past due. */
const statusOf = ({ status, forgiven }: SubscriptionFact): SubscriptionStatus =>
  forgiven ? 'active' : (status as SubscriptionStatus)

const isLive = (status: string) => liveStatuses.includes(status)
const hasPlan = (holding: Subscribed): holding is WithPlan => holding.plan !== null

/** A plan before what is none; what has not begun last; then by what it gives, and the better plan. */
function byStrength(a: Subscribed, b: Subscribed): number {
  const live = ({ subscription: { status } }: Subscribed) => Number(isLive(status))
  const plan = (holding: Subscribed) => Number(hasPlan(holding))
  const place = ({ subscription: { status } }: Subscribed) => liveStatuses.indexOf(status)
  const rank = (holding: Subscribed) => holding.plan?.rank ?? 0
  return (
    live(b) - live(a) ||
    plan(b) - plan(a) ||
    Number(b.worth.holds) - Number(a.worth.holds) ||
    place(a) - place(b) ||
    rank(b) - rank(a)
  )
}

function planOf({ subscription, item, plan, quantity }: WithPlan): PlanSubscription {
  const { price } = item
  return {
    subscriptionId: subscription.id,
    itemId: item.id,
    planId: plan.planId,
    name: plan.name,
    priceId: item.priceId,
    price: price && { ...price, amount: price.amount * quantity },
    status: statusOf(subscription),
    suspended: subscription.suspended,
    collectionPaused: subscription.collectionPaused,
    endsAt: endOf(subscription, item),
    cancelAtPeriodEnd: subscription.cancelAtPeriodEnd,
    confirmUrl: subscription.confirmUrl,
    nextAmount: subscription.nextAmount,
    currentPeriodStart: item.currentPeriodStart,
    currentPeriodEnd: item.currentPeriodEnd,
  }
}
