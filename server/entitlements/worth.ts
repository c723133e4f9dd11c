/**
 * What each single thing that a viewer holds is worth now. Worth with `until` gives access while
 * `now < until`; null means without end.
 */
import { graceUntil } from '../billing/subscription-terms.ts'
import type {
  AccessPolicy,
  AccessReason,
  GrantFact,
  Notice,
  PreviewFact,
  PurchaseFact,
  SubscriptionFact,
  SubscriptionItemFact,
} from './types.ts'

const hourMs = 3_600_000

/** Renewals take a while to be collected and reported: Stripe itself waits an hour with the invoice. */
const renewalSlackMs = 24 * hourMs

export type Worth =
  | {
      holds: true
      until: Date | null
      notice: Notice | null
      /** Of rentals: the watch window runs. */
      started: boolean
    }
  | { holds: false; because: AccessReason; since: Date | null }

// Dates are compared by number: `<` on the objects costs several times as much, on every request.
const earlier = (a: Date | null, b: Date | null): Date | null =>
  a === null || (b !== null && b.getTime() < a.getTime()) ? b : a

/** Also for a date that is none: what cannot be read gives no access. */
const reached = (at: Date, now: Date): boolean => !(now.getTime() < at.getTime())

const refuse = (because: AccessReason, since: Date | null = null): Worth => ({
  holds: false,
  because,
  since,
})

const give = (until: Date | null, notice: Notice | null = null, started = true): Worth => ({
  holds: true,
  until,
  notice,
  started,
})

/** When a cancelled subscription runs out, or null when it is to be renewed. */
export function endOf(subscription: SubscriptionFact, item: SubscriptionItemFact): Date | null {
  const atPeriodEnd = subscription.cancelAtPeriodEnd ? item.currentPeriodEnd : null
  return earlier(atPeriodEnd, subscription.cancelAt)
}

/** The period is paid for: until its end and a slack, or to the second when cancelled. */
function paid(subscription: SubscriptionFact, item: SubscriptionItemFact, now: Date): Worth {
  const endsAt = endOf(subscription, item)
  const renewedBy = new Date(item.currentPeriodEnd.getTime() + renewalSlackMs)
  const until = earlier(endsAt, renewedBy)
  if (until !== null && reached(until, now)) return refuse('subscription_ended', until)
  return give(until, endsAt === null ? null : { kind: 'ending', endsAt })
}

/** A renewal failed: until the grace ends. Without the time of the failure there is no grace. */
function owed(
  subscription: SubscriptionFact,
  item: SubscriptionItemFact,
  policy: AccessPolicy,
  now: Date,
): Worth {
  const since = subscription.pastDueSince
  if (since === null) return refuse('payment_failed')
  const graceEnds = graceUntil(since, policy.graceDays)
  const until = earlier(graceEnds, endOf(subscription, item))
  if (until !== null && reached(until, now)) return refuse('payment_failed', since)
  return give(until, { kind: 'payment_failed', graceUntil: graceEnds })
}

/** What one item of a subscription is worth: its period is its own. */
export function worthOfItem(
  subscription: SubscriptionFact,
  item: SubscriptionItemFact,
  policy: AccessPolicy,
  now: Date,
): Worth {
  const { suspended, status } = subscription
  if (suspended === 'collection_paused') return refuse('subscription_paused')
  // What was never paid for has no grace either.
  if (suspended === 'payment_pending' && status !== 'active') {
    return refuse('payment_failed', subscription.pastDueSince)
  }
  if (suspended !== null) return refuse(suspended)
  switch (status) {
    case 'active':
    case 'trialing':
      return subscription.pastDueSince === null
        ? paid(subscription, item, now)
        : owed(subscription, item, policy, now)
    case 'past_due':
      return subscription.forgiven
        ? paid(subscription, item, now)
        : owed(subscription, item, policy, now)
    case 'unpaid':
      return refuse('payment_failed', subscription.pastDueSince)
    case 'incomplete':
      return refuse('payment_incomplete')
    case 'paused':
      return refuse('subscription_paused')
    default:
      // canceled, incomplete_expired, and whatever a later version of Stripe's API may bring
      return refuse('subscription_ended', subscription.endedAt)
  }
}

/** What a rented or bought film is worth. */
export function worthOfPurchase(purchase: PurchaseFact, now: Date): Worth {
  if (purchase.status === 'refunded') return refuse('refunded')
  if (purchase.status !== 'paid') return refuse('disputed')
  if (purchase.kind === 'buy') return give(null)
  const { firstPlayedAt, startBy, watchHours } = purchase
  const started = firstPlayedAt !== null
  const until = started
    ? new Date(firstPlayedAt.getTime() + (watchHours ?? 0) * hourMs)
    : (startBy ?? purchase.paidAt)
  return reached(until, now) ? refuse('rental_expired', until) : give(until, null, started)
}

/** What a grant by the operator is worth. */
export function worthOfGrant(grant: GrantFact, now: Date): Worth {
  const end = earlier(grant.until, grant.revokedAt)
  return end !== null && reached(end, now) ? refuse('grant_ended', end) : give(end)
}

/** What a link to a film is worth to someone who has opened it. */
export function worthOfPreview({ until, revokedAt }: PreviewFact, now: Date): Worth {
  const end = earlier(until, revokedAt) ?? until
  return reached(end, now) ? refuse('preview_ended', end) : give(end)
}
