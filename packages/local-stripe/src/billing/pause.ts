import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { invalid } from '../http/faults.ts'
import { idOf, inlineList } from '../ids.ts'
import { attemptPayment, finalizeInvoice, refuseUnpaid } from './collect.ts'
import { discountsFor } from './discounts.ts'
import { periodLine } from './invoice-lines.ts'
import { draftInvoice } from './invoices.ts'
import { periodAt } from './periods.ts'
import { creditUnused } from './prorate.ts'
import { latest, recurringOf } from './subscribe.ts'

export interface PauseOptions {
  /** Whether the unused rest of the period is given back; it is, unless this is `none`. */
  unusedTimeFrom?: 'now' | 'item_current_period_start' | 'none'
}

/** Pauses a subscription: no periods and no invoices until it is resumed. */
export function pauseSubscription(
  account: Account,
  subscription: Stripe.Subscription,
  { unusedTimeFrom = 'now' }: PauseOptions,
): Stripe.Subscription {
  if (subscription.status !== 'active' && subscription.status !== 'trialing') {
    throw invalid(`A subscription with status ${subscription.status} cannot be paused.`)
  }
  const now = account.nowFor(idOf(subscription.customer))
  if (unusedTimeFrom !== 'none' && subscription.status === 'active') {
    for (const item of subscription.items.data) {
      const from = unusedTimeFrom === 'now' ? now : item.current_period_start
      creditUnused(account, subscription, item, from)
    }
  }
  return pauseFor(account, subscription, 'pause_requested', now)
}

export function pauseFor(
  account: Account,
  subscription: Stripe.Subscription,
  type: Stripe.Subscription.StatusDetails.Paused.Subscription.Type,
  now: number,
): Stripe.Subscription {
  const paused = account.update(account.tables.subscriptions, subscription, {
    status: 'paused',
    status_details: {
      paused: { subscription: { type }, transitioned_at: now, type: 'subscription' },
    },
  })
  account.emit('customer.subscription.paused', paused)
  return paused
}

export interface ResumeOptions {
  /** `now`, the default, begins a new cycle with its invoice; `unchanged` keeps the old dates. */
  anchor?: 'now' | 'unchanged'
  /** The resumption fails when its invoice cannot be paid, instead of leaving it open. */
  onlyWhenPaid?: boolean
}

/**
 * Resumes a paused subscription. Where an invoice comes with it, the subscription stays paused
 * until that is paid.
 */
export function resumeSubscription(
  account: Account,
  subscription: Stripe.Subscription,
  { anchor = 'now', onlyWhenPaid = false }: ResumeOptions,
): Stripe.Subscription {
  if (subscription.status !== 'paused') {
    throw invalid(`Only a paused subscription can be resumed; this one is ${subscription.status}.`)
  }
  const customer = account.tables.customers.get(idOf(subscription.customer))
  if (!customer) return subscription
  const now = account.nowFor(customer.id)
  const start = anchor === 'now' ? now : subscription.billing_cycle_anchor
  const items = subscription.items.data.map((item) => {
    const period = periodAt(start, recurringOf(item.price), now)
    return { ...item, current_period_start: period.start, current_period_end: period.end }
  })
  const next = {
    ...subscription,
    billing_cycle_anchor: start,
    items: inlineList(subscription.items.url, items),
  }
  const draft = draftInvoice(account, {
    customer,
    subscription: next,
    reason: 'subscription_update',
    currency: subscription.currency,
    lines: items.map((item) =>
      periodLine(
        account,
        next,
        item,
        { start: item.current_period_start, end: item.current_period_end },
        false,
      ),
    ),
    discounts: discountsFor(account, customer, next, now),
    period: { start: now, end: now },
    now,
  })
  account.update(
    account.tables.subscriptions,
    subscription,
    { billing_cycle_anchor: start, items: next.items, latest_invoice: draft.id },
    'customer.subscription.updated',
  )
  const invoice = finalizeInvoice(account, draft)
  if (invoice.status === 'open') {
    const tried = attemptPayment(account, invoice)
    if (onlyWhenPaid) refuseUnpaid(account, tried, false)
  }
  return latest(account, subscription)
}
