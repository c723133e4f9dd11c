import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { idOf } from '../ids.ts'
import { endSubscription, invoicesOf } from './end.ts'
import { applyPending, dropPending, isForPending } from './pending-update.ts'

const updated = 'customer.subscription.updated'

const subscriptionOf = (account: Account, invoice: Stripe.Invoice) =>
  account.tables.subscriptions.get(idOf(invoice.parent?.subscription_details?.subscription) ?? '')

/**
 * A subscription whose latest invoice is paid is in good standing again.
 *
 * @param from the statuses that this ends
 */
export function invoicePaid(
  account: Account,
  invoice: Stripe.Invoice,
  from: Stripe.Subscription.Status[] = ['incomplete', 'past_due', 'paused', 'unpaid'],
): void {
  const subscription = subscriptionOf(account, invoice)
  if (!subscription || subscription.ended_at !== null) return
  if (subscription.latest_invoice !== invoice.id) return
  if (isForPending(subscription, invoice)) {
    if (invoice.status === 'paid') applyPending(account, subscription)
    return
  }
  if (!from.includes(subscription.status)) return
  goodStanding(account, subscription)
}

function goodStanding(account: Account, subscription: Stripe.Subscription): void {
  const now = account.nowFor(idOf(subscription.customer))
  const trialing = subscription.trial_end !== null && subscription.trial_end > now
  const status = trialing ? 'trialing' : 'active'
  const { status_details: _, ...rest } = subscription
  const better = account.put(account.tables.subscriptions, { ...rest, status })
  if (subscription.status === 'paused') account.emit('customer.subscription.resumed', better)
  account.emit(updated, better, { status: subscription.status })
}

/**
 * The latest invoice that was not voided decides; without one a subscription that waits for its first
 * payment has nothing left to wait for.
 */
export function invoiceVoided(account: Account, invoice: Stripe.Invoice): void {
  const subscription = subscriptionOf(account, invoice)
  if (!subscription || subscription.ended_at !== null) return
  if (subscription.latest_invoice !== invoice.id) return
  if (isForPending(subscription, invoice)) {
    dropPending(account, subscription)
    return
  }
  if (subscription.status === 'incomplete') expire(account, subscription)
  if (!['past_due', 'unpaid'].includes(subscription.status)) return
  const before = invoicesOf(account, subscription).findLast(({ status }) => status !== 'void')
  if (before?.status !== 'open') goodStanding(account, subscription)
}

/** The end of a subscription that was never paid. */
export function expire(account: Account, subscription: Stripe.Subscription): void {
  if (subscription.ended_at !== null) return
  const now = account.nowFor(idOf(subscription.customer))
  account.update(
    account.tables.subscriptions,
    subscription,
    { status: 'incomplete_expired', ended_at: now },
    updated,
  )
}

/** A failed charge makes it past due; the last one does what the account is set to do. */
export function invoiceFailed(account: Account, invoice: Stripe.Invoice): void {
  const subscription = subscriptionOf(account, invoice)
  if (!subscription || subscription.ended_at !== null) return
  if (['incomplete', 'paused', 'unpaid'].includes(subscription.status)) return
  if (isForPending(subscription, invoice)) return
  const late = account.update(
    account.tables.subscriptions,
    subscription,
    { status: 'past_due' },
    updated,
  )
  if (invoice.next_payment_attempt !== null || !invoice.auto_advance) return
  const { afterRetries } = account.knobs
  if (afterRetries === 'cancel') endSubscription(account, late, 'payment_failed')
  if (afterRetries === 'unpaid') {
    account.update(account.tables.subscriptions, late, { status: 'unpaid' }, updated)
  }
}
