import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { idOf, inlineList } from '../ids.ts'
import { attemptPayment, finalizeInvoice } from './collect.ts'
import { discountsFor } from './discounts.ts'
import { endSubscription, invoicesOf } from './end.ts'
import { periodLine, type Span } from './invoice-lines.ts'
import { draftInvoice, type NewInvoice } from './invoices.ts'
import { pauseFor } from './pause.ts'
import { claimItems, pendingItems, pendingLines } from './pending-items.ts'
import { periodAt } from './periods.ts'
import { latest, recurringOf } from './subscribe.ts'
import { expire } from './subscription-status.ts'
import { markUncollectible, voidInvoice } from './void-invoice.ts'

const updated = 'customer.subscription.updated'

/** The end of the period that ends first. */
export const nextPeriodEnd = ({ items }: Stripe.Subscription): number =>
  Math.min(...items.data.map(({ current_period_end }) => current_period_end))

/** What the end of a period brings: the end of the subscription or of its trial, or a renewal. */
export function periodEnded(account: Account, subscription: Stripe.Subscription): void {
  const moment = account.nowFor(idOf(subscription.customer))
  const cancels =
    subscription.cancel_at_period_end ||
    (subscription.cancel_at !== null && subscription.cancel_at <= moment)
  if (cancels) cancelNow(account, subscription)
  else if (!endsTrialUnpaid(account, subscription, moment)) renew(account, subscription, moment)
}

/** A trial that ends without a payment method, if it is set to end or pause the subscription. */
function endsTrialUnpaid(
  account: Account,
  subscription: Stripe.Subscription,
  moment: number,
): boolean {
  if (subscription.status !== 'trialing' || !lacksPaymentMethod(account, subscription)) return false
  const behavior = subscription.trial_settings?.end_behavior.missing_payment_method
  if (behavior === 'cancel') endSubscription(account, subscription, 'payment_failed')
  if (behavior === 'pause') {
    pauseFor(account, subscription, 'trial_end_without_payment_method', moment)
  }
  return behavior === 'cancel' || behavior === 'pause'
}

/** The scheduled end; what was still to be billed is billed. */
export function cancelNow(account: Account, subscription: Stripe.Subscription): void {
  const ended = endSubscription(account, subscription, 'cancellation_requested')
  billPending(account, ended)
}

/** A last invoice, in draft, for what is pending of a subscription; null if nothing is. */
export function billPending(account: Account, subscription: Stripe.Subscription) {
  const customer = account.tables.customers.get(idOf(subscription.customer))
  const items = customer ? pendingItems(account, customer.id, subscription.id) : []
  if (!customer || items.length === 0) return null
  const now = account.nowFor(customer.id)
  const draft = draftInvoice(account, {
    customer,
    subscription,
    reason: 'subscription_cycle',
    currency: subscription.currency,
    lines: pendingLines(account, items),
    discounts: [],
    period: { start: now, end: now },
    now,
  })
  claimItems(account, items, draft)
  return draft
}

const lacksPaymentMethod = (account: Account, subscription: Stripe.Subscription): boolean =>
  subscription.default_payment_method === null &&
  !account.tables.customers.get(idOf(subscription.customer))?.invoice_settings
    .default_payment_method

/** A renewal before it is carried out: the subscription as it will be, and its invoice. */
export interface Renewal {
  subscription: Stripe.Subscription
  pending: Stripe.InvoiceItem[]
  invoice: NewInvoice
}

/** What the renewal at a moment will bring: new periods for the items whose period has ended. */
export function planRenewal(
  account: Account,
  subscription: Stripe.Subscription,
  customer: Stripe.Customer,
  moment: number,
): Renewal {
  const ended = new Set<string>()
  const items = subscription.items.data.map((item) => {
    if (item.current_period_end > moment) return item
    ended.add(item.id)
    const anchor = subscription.billing_cycle_anchor
    const { start, end } = periodAt(anchor, recurringOf(item.price), moment)
    return { ...item, current_period_start: start, current_period_end: end }
  })
  const next: Stripe.Subscription = {
    ...subscription,
    items: inlineList(subscription.items.url, items),
    status: subscription.status === 'trialing' ? 'active' : subscription.status,
  }
  const pending = pendingItems(account, customer.id, subscription.id)
  const lines = items
    .filter(({ id }) => ended.has(id))
    .map((item) => periodLine(account, next, item, spanOf(item), false))
  return {
    subscription: next,
    pending,
    invoice: {
      customer,
      subscription: next,
      reason: 'subscription_cycle',
      currency: subscription.currency,
      lines: [...pendingLines(account, pending), ...lines],
      discounts: discountsFor(account, customer, next, moment),
      period: { start: Math.min(...starts(subscription)), end: moment },
      now: moment,
      collectionMethod: subscription.collection_method,
      autoAdvance: advances(subscription),
    },
  }
}

function renew(account: Account, subscription: Stripe.Subscription, moment: number): void {
  const customer = account.tables.customers.get(idOf(subscription.customer))
  if (!customer) return
  const renewal = planRenewal(account, subscription, customer, moment)
  const draft = draftInvoice(account, renewal.invoice)
  claimItems(account, renewal.pending, draft)
  const { items, status } = renewal.subscription
  const changes = { items, status, latest_invoice: draft.id }
  account.update(account.tables.subscriptions, subscription, changes, updated)
  applyPause(account, subscription, draft)
}

const spanOf = (item: Stripe.SubscriptionItem): Span => ({
  start: item.current_period_start,
  end: item.current_period_end,
})

const starts = ({ items }: Stripe.Subscription): number[] =>
  items.data.map(({ current_period_start }) => current_period_start)

/** "When a subscription is unpaid, invoices are left in draft": nobody is charged any more. */
const advances = (subscription: Stripe.Subscription): boolean =>
  subscription.status !== 'unpaid' && subscription.pause_collection?.behavior !== 'keep_as_draft'

/**
 * What becomes of an invoice while collection is paused: of a renewal, and of a change as well.
 *
 * @returns whether nothing is collected for it
 */
export function applyPause(
  account: Account,
  subscription: Stripe.Subscription,
  draft: Stripe.Invoice,
): boolean {
  const behavior = subscription.pause_collection?.behavior
  if (behavior === 'void') voidInvoice(account, draft)
  if (behavior === 'mark_uncollectible') markUncollectible(account, draft)
  return behavior !== undefined
}

/** A draft whose hour is over. */
export function finalizeAndCollect(account: Account, draft: Stripe.Invoice): void {
  const invoice = finalizeInvoice(account, draft)
  if (invoice.status !== 'open' || invoice.collection_method === 'send_invoice') return
  attemptPayment(account, invoice)
}

/** An incomplete subscription that was not paid within 23 hours is over. */
export function expireIncomplete(account: Account, subscription: Stripe.Subscription): void {
  for (const invoice of invoicesOf(account, subscription)) {
    if (invoice.status === 'open') voidInvoice(account, invoice)
  }
  expire(account, latest(account, subscription))
}

/** Collection goes on by itself on the day that was set. */
export function unpauseCollection(account: Account, subscription: Stripe.Subscription): void {
  account.update(account.tables.subscriptions, subscription, { pause_collection: null }, updated)
}
