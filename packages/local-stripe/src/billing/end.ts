import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { idOf } from '../ids.ts'

/** Ends a subscription now; `customer.subscription.deleted`. Its open invoices are left alone. */
export function endSubscription(
  account: Account,
  subscription: Stripe.Subscription,
  reason: Stripe.Subscription.CancellationDetails.Reason,
): Stripe.Subscription {
  const now = account.nowFor(idOf(subscription.customer))
  const ended = account.update(account.tables.subscriptions, subscription, {
    canceled_at: subscription.canceled_at ?? now,
    cancellation_details: {
      comment: subscription.cancellation_details?.comment ?? null,
      feedback: subscription.cancellation_details?.feedback ?? null,
      feedback_option: null,
      reason,
    },
    ended_at: now,
    pause_collection: null,
    status: 'canceled',
  })
  stopCollecting(account, subscription)
  account.emit('customer.subscription.deleted', ended)
  return ended
}

/** "Upon subscription cancellation, Stripe stops automatic collection of all finalized invoices." */
function stopCollecting(account: Account, subscription: Stripe.Subscription): void {
  for (const invoice of invoicesOf(account, subscription)) {
    if (invoice.status !== 'open' && invoice.status !== 'draft') continue
    account.update(
      account.tables.invoices,
      invoice,
      { auto_advance: false, automatically_finalizes_at: null, next_payment_attempt: null },
      'invoice.updated',
    )
  }
}

/** Oldest first. */
export const invoicesOf = (account: Account, { id }: Stripe.Subscription): Stripe.Invoice[] =>
  account.tables.invoices.by('subscription', id)
