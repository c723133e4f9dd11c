import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { idOf } from '../ids.ts'

/** "The pending update expires after 23 hours"; its invoice is then voided. */
const pendingSeconds = 23 * 3600

const updated = 'customer.subscription.updated'

/** Whether the invoice pays for a change that waits for that payment. */
export const isForPending = (
  { pending_update, latest_invoice }: Stripe.Subscription,
  invoice: Stripe.Invoice,
): boolean => pending_update !== null && idOf(latest_invoice) === invoice.id

/** Takes a change back whose payment did not come about, and keeps it until it does. */
export function keepPending(
  account: Account,
  before: Stripe.Subscription,
  invoice: Stripe.Invoice,
): void {
  const changed = account.tables.subscriptions.get(before.id)
  if (!changed) return
  account.update(account.tables.invoices, invoice, {
    auto_advance: false,
    next_payment_attempt: null,
  })
  account.update(
    account.tables.subscriptions,
    changed,
    {
      items: before.items,
      billing_cycle_anchor: before.billing_cycle_anchor,
      status: before.status,
      pending_update: {
        billing_cycle_anchor: changed.billing_cycle_anchor,
        cancel_at_period_end: null,
        discount: null,
        discounts: null,
        expires_at: account.nowFor(idOf(before.customer)) + pendingSeconds,
        metadata: null,
        subscription_items: changed.items.data,
        trial_end: null,
        trial_from_plan: null,
      },
    },
    updated,
  )
}

/** The invoice is paid: the change is made. */
export function applyPending(account: Account, subscription: Stripe.Subscription): void {
  const { pending_update: pending, items } = subscription
  if (pending === null) return
  const applied = account.update(
    account.tables.subscriptions,
    subscription,
    {
      items: { ...items, data: pending.subscription_items ?? items.data },
      billing_cycle_anchor: pending.billing_cycle_anchor ?? subscription.billing_cycle_anchor,
      pending_update: null,
    },
    updated,
  )
  account.emit('customer.subscription.pending_update_applied', applied)
}

/** The invoice is voided: nothing has changed. */
export function dropPending(account: Account, subscription: Stripe.Subscription): void {
  const dropped = account.update(
    account.tables.subscriptions,
    subscription,
    { pending_update: null },
    updated,
  )
  account.emit('customer.subscription.pending_update_expired', dropped)
}
