import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { invalid } from '../http/faults.ts'
import { idOf, inlineList } from '../ids.ts'
import { discountsFor } from './discounts.ts'
import { applyItems, type ItemChange } from './edit-items.ts'
import { periodLine, priceFor, type Span } from './invoice-lines.ts'
import { draftInvoice } from './invoices.ts'
import { claimItems, pendingItems, pendingLines } from './pending-items.ts'
import { periodAt } from './periods.ts'
import { chargeRemaining, creditUnused, netPrices } from './prorate.ts'
import { recurringOf } from './subscribe.ts'

export interface ItemChanges {
  items?: ItemChange[]
  proration_behavior?: 'always_invoice' | 'create_prorations' | 'none'
  proration_date?: number
  billing_cycle_anchor?: { type: 'now' | 'unchanged' }
  trial_end?: number | 'now'
}

export interface Rearranged {
  changes: Partial<Stripe.Subscription>
  /** The invoice that has to be paid at once, in draft. */
  draft: Stripe.Invoice | null
}

type Item = Stripe.SubscriptionItem

/**
 * Changes the items, the billing cycle or the trial of a subscription: writes the prorations, and
 * drafts the invoice if one is due now. The subscription itself is left to the caller.
 */
export function rearrange(
  account: Account,
  subscription: Stripe.Subscription,
  input: ItemChanges,
): Rearranged {
  const now = account.nowFor(idOf(subscription.customer))
  const before = subscription.items.data
  const wanted = input.items ? applyItems(account, subscription, input.items, now) : before
  const trialEnd = trialEndAfter(subscription, input.trial_end, now)
  const trialEnds = subscription.status === 'trialing' && trialEnd === null
  const restarts =
    trialEnds ||
    input.billing_cycle_anchor?.type === 'now' ||
    (trialEnd === null && subscription.status !== 'trialing' && mustRestart(before, wanted))
  const anchor = trialEnd ?? (restarts ? now : subscription.billing_cycle_anchor)
  const moment = prorationMoment(subscription, input, now)
  const items = wanted.map((item) => withPeriod(item, { anchor, trialEnd, restarts, now, before }))
  const next = { ...subscription, items: inlineList(subscription.items.url, items) }
  const prorates = input.proration_behavior !== 'none' && subscription.status !== 'trialing'
  if (prorates) {
    const trialStarts = trialEnd !== null
    writeProrations(account, subscription, next, {
      moment,
      restarts: restarts || trialStarts,
      trialStarts,
    })
  }
  const changes: Partial<Stripe.Subscription> = {
    items: next.items,
    billing_cycle_anchor: anchor,
    ...trialFields(subscription, trialEnd, now),
  }
  const due = restarts || (prorates && input.proration_behavior === 'always_invoice')
  const draft = due
    ? draftUpdate(account, { ...next, ...changes }, { restarts, now, prorationDate: moment })
    : null
  return { changes, draft }
}

/** "Changing the billing interval, or moving between free and paid, resets the cycle to now." */
function mustRestart(before: readonly Item[], after: readonly Item[]): boolean {
  const changed = after.some((item) => {
    const old = before.find(({ id }) => id === item.id)
    if (!old) return false
    const [a, b] = [recurringOf(old.price), recurringOf(item.price)]
    return a.interval !== b.interval || a.interval_count !== b.interval_count
  })
  const worth = (items: readonly Item[]) =>
    items.reduce((sum, { price, quantity = 1 }) => sum + priceFor(price, quantity), 0)
  return changed || (worth(before) === 0) !== (worth(after) === 0)
}

/** The trial's end after the change: null when there is none, or no longer. */
function trialEndAfter(
  subscription: Stripe.Subscription,
  given: number | 'now' | undefined,
  now: number,
): number | null {
  if (given === undefined) return subscription.status === 'trialing' ? subscription.trial_end : null
  if (given === 'now') return null
  if (given > now) return given
  throw invalid('Invalid timestamp: `trial_end` must be in the future.', { param: 'trial_end' })
}

const trialFields = (
  subscription: Stripe.Subscription,
  trialEnd: number | null,
  now: number,
): Partial<Stripe.Subscription> => {
  if (trialEnd !== null) {
    return { trial_end: trialEnd, trial_start: subscription.trial_start ?? now, status: 'trialing' }
  }
  return subscription.status === 'trialing' ? { trial_end: now, status: 'active' } : {}
}

function prorationMoment(
  subscription: Stripe.Subscription,
  { proration_date: given }: ItemChanges,
  now: number,
): number {
  if (given === undefined) return now
  const fits = subscription.items.data.some(
    (item) => item.current_period_start <= given && given <= item.current_period_end,
  )
  if (fits) return given
  throw invalid('Cannot specify `proration_date` outside of the current billing period.', {
    param: 'proration_date',
  })
}

interface Timing {
  anchor: number
  trialEnd: number | null
  restarts: boolean
  now: number
  before: readonly Item[]
}

/** Old items keep their period unless the cycle starts anew; new ones join the running cycle. */
function withPeriod(item: Item, { anchor, trialEnd, restarts, now, before }: Timing): Item {
  const isOld = before.some(({ id }) => id === item.id)
  if (trialEnd !== null) {
    const start = isOld && item.current_period_end === trialEnd ? item.current_period_start : now
    return { ...item, current_period_start: start, current_period_end: trialEnd }
  }
  if (isOld && !restarts) return item
  const { start, end } = periodAt(anchor, recurringOf(item.price), now)
  return { ...item, current_period_start: start, current_period_end: end }
}

const sameTerms = (a: Item, b: Item): boolean =>
  a.price.id === b.price.id && (a.quantity ?? 1) === (b.quantity ?? 1)

function writeProrations(
  account: Account,
  before: Stripe.Subscription,
  after: Stripe.Subscription,
  { moment, restarts, trialStarts }: { moment: number; restarts: boolean; trialStarts: boolean },
): void {
  const customer = account.tables.customers.get(idOf(before.customer))
  if (!customer) return
  for (const old of before.items.data) {
    const kept = after.items.data.find(({ id }) => id === old.id)
    if (!restarts && kept && sameTerms(old, kept)) continue
    creditUnused(account, before, old, moment)
  }
  // A new cycle is billed in full on the invoice that starts it; a trial is not billed at all.
  if (restarts || trialStarts) return
  const net = netPrices(account, customer, before, after.items.data, moment)
  after.items.data.forEach((item, index) => {
    const old = before.items.data.find(({ id }) => id === item.id)
    if (old && sameTerms(old, item)) return
    chargeRemaining(account, before, item, {
      net: net[index] ?? 0,
      full: { start: item.current_period_start, end: item.current_period_end },
      moment,
    })
  })
}

const spanOf = (item: Item): Span => ({
  start: item.current_period_start,
  end: item.current_period_end,
})

interface Update {
  restarts: boolean
  now: number
  prorationDate: number
}

/** The invoice of a change: what is pending, and the new cycle's first period if one begins. */
function draftUpdate(
  account: Account,
  subscription: Stripe.Subscription,
  { restarts, now, prorationDate }: Update,
): Stripe.Invoice | null {
  const customer = account.tables.customers.get(idOf(subscription.customer))
  if (!customer) return null
  const pending = pendingItems(account, customer.id, subscription.id)
  const periods = restarts
    ? subscription.items.data.map((item) =>
        periodLine(account, subscription, item, spanOf(item), subscription.status === 'trialing'),
      )
    : []
  const lines = [...pendingLines(account, pending), ...periods]
  if (lines.length === 0) return null
  const draft = draftInvoice(account, {
    customer,
    subscription,
    reason: 'subscription_update',
    currency: subscription.currency,
    lines,
    discounts: discountsFor(account, customer, subscription, now),
    period: { start: now, end: now },
    now,
    collectionMethod: subscription.collection_method,
    prorationDate,
  })
  claimItems(account, pending, draft)
  return draft
}
