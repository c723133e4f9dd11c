import { dateOf, idOf, type Stripe } from '../clients/stripe.ts'
import type { CustomerSnapshot, Reversal } from './customer-snapshot.ts'
import { moneyBackOf } from './money-back.ts'

export interface ItemRow {
  id: string
  priceId: string
  productId: string
  quantity: number
  currentPeriodStart: Date
  currentPeriodEnd: Date
}

export interface SubscriptionRow {
  id: string
  status: string
  cancelAtPeriodEnd: boolean
  cancelAt: Date | null
  canceledAt: Date | null
  endedAt: Date | null
  trialEnd: Date | null
  pastDueSince: Date | null
  suspended: string | null
  collectionPaused: boolean
  createdAt: Date
  items: ItemRow[]
}

/** What is stored of a subscription. */
export function projectSubscription(
  subscription: Stripe.Subscription,
  snapshot: Pick<CustomerSnapshot, 'openInvoices' | 'reversals'>,
): SubscriptionRow {
  return {
    id: subscription.id,
    status: subscription.status,
    cancelAtPeriodEnd: subscription.cancel_at_period_end,
    cancelAt: dateOf(subscription.cancel_at),
    canceledAt: dateOf(subscription.canceled_at),
    endedAt: dateOf(subscription.ended_at),
    trialEnd: dateOf(subscription.trial_end),
    pastDueSince: pastDueSince(subscription, snapshot.openInvoices),
    suspended: suspension(subscription, snapshot.reversals),
    collectionPaused: subscription.pause_collection?.behavior === 'void',
    createdAt: dateOf(subscription.created),
    items: subscription.items.data.map(projectItem).sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
}

const projectItem = (item: Stripe.SubscriptionItem): ItemRow => ({
  id: item.id,
  priceId: item.price.id,
  productId: idOf(item.price.product),
  // Metered prices have no quantity.
  quantity: item.quantity ?? 1,
  currentPeriodStart: dateOf(item.current_period_start),
  currentPeriodEnd: dateOf(item.current_period_end),
})

const subscriptionOf = ({ parent }: Stripe.Invoice) =>
  idOf(parent?.subscription_details?.subscription)

/**
 * When the oldest unpaid invoice was first asked for in vain. Stripe charges an invoice the moment
 * it is finalized; one that is sent by mail is late from its due date on.
 */
function pastDueSince(subscription: Stripe.Subscription, open: Stripe.Invoice[]): Date | null {
  if (subscription.status !== 'past_due' && subscription.status !== 'unpaid') return null
  const failures = open
    .filter((invoice) => subscriptionOf(invoice) === subscription.id)
    .map(
      ({ due_date, status_transitions, created }) =>
        due_date ?? status_transitions.finalized_at ?? created,
    )
  // Voided by hand: what is owed began with the period.
  const periods = subscription.items.data.map((item) => item.current_period_start)
  const times = failures.length > 0 ? failures : periods
  return times.length > 0 ? dateOf(Math.min(...times)) : null
}

/** Why the period that runs is not paid for although the status does not say so. */
function suspension(subscription: Stripe.Subscription, reversals: Reversal[]): string | null {
  if (isUncharged(subscription)) return 'collection_paused'
  for (const { invoice, charge, disputes } of reversals) {
    if (!paysForPresentPeriod(invoice, subscription)) continue
    const back = moneyBackOf(charge, disputes)
    if (back !== null) return back === 'refunded' ? 'refunded' : 'disputed'
  }
  return null
}

/**
 * Stripe's advice is to void invoices while no service is provided, so a period whose invoice was
 * voided is not served, also when it is resumed meanwhile: nobody has paid for it. The other kinds
 * of pause (draft, uncollectible) are a gift by the operator.
 */
const isUncharged = ({ latest_invoice }: Stripe.Subscription): boolean =>
  typeof latest_invoice === 'object' &&
  latest_invoice?.status === 'void' &&
  latest_invoice.billing_reason === 'subscription_cycle'

function paysForPresentPeriod(invoice: Stripe.Invoice, subscription: Stripe.Subscription) {
  if (subscriptionOf(invoice) !== subscription.id) return false
  const ends = subscription.items.data.map((item) => item.current_period_end)
  return invoice.lines.data.some(
    ({ parent, period }) =>
      parent?.subscription_item_details?.proration === false && ends.includes(period.end),
  )
}
