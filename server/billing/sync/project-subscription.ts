import { dateOf, idOf, type Stripe } from '../../clients/stripe.ts'
import type { CustomerSnapshot } from './customer-snapshot.ts'
import { moneyBackOf } from './money-back.ts'
import { type RunningDiscount, runningDiscounts } from './running-discounts.ts'

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
  forgiven: boolean
  suspended: string | null
  collectionPaused: boolean
  confirmUrl: string | null
  needsConfirmation: boolean
  nextAmount: number | null
  currency: string | null
  discounts: RunningDiscount[]
  cancelReason: string | null
  cancelFeedback: string | null
  cancelComment: string | null
  createdAt: Date
  items: ItemRow[]
}

type Snapshot = Pick<
  CustomerSnapshot,
  'customer' | 'invoices' | 'charges' | 'nextAmounts' | 'unconfirmed'
>

/** What is stored of a subscription. */
export function projectSubscription(
  found: Stripe.Subscription,
  snapshot: Snapshot,
): SubscriptionRow {
  const own = snapshot.invoices
    .filter((invoice) => subscriptionOf(invoice) === found.id)
    .toSorted((a, b) => b.created - a.created)
  // Newest first. A draft is nobody's business yet.
  const invoices = own.filter(({ status }) => status !== 'draft')
  const subscription: Stripe.Subscription = neverBegins(found, own)
    ? { ...found, status: 'incomplete_expired' }
    : found
  const owed = payable(subscription, invoices)
  return {
    id: subscription.id,
    status: subscription.status,
    cancelAtPeriodEnd: subscription.cancel_at_period_end,
    cancelAt: dateOf(subscription.cancel_at),
    canceledAt: dateOf(subscription.canceled_at),
    endedAt: dateOf(subscription.ended_at),
    trialEnd: dateOf(subscription.trial_end),
    pastDueSince: owedSince(subscription, invoices),
    forgiven: isForgiven(subscription, invoices),
    suspended: suspension(subscription, invoices, snapshot),
    collectionPaused: subscription.pause_collection?.behavior === 'void',
    confirmUrl: owed?.hosted_invoice_url ?? null,
    needsConfirmation: snapshot.unconfirmed.has(owed?.id ?? ''),
    nextAmount: snapshot.nextAmounts.get(subscription.id) ?? null,
    currency: subscription.currency ?? null,
    discounts: runningDiscounts(subscription, snapshot.customer),
    cancelReason: subscription.cancellation_details?.reason ?? null,
    cancelFeedback: subscription.cancellation_details?.feedback ?? null,
    cancelComment: subscription.cancellation_details?.comment ?? null,
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
 * When the oldest invoice that is owed was first asked for in vain. Stripe charges an invoice the
 * moment it is finalized; one that is sent by mail is late from its due date on. What is voided is
 * not owed. What is marked uncollectible is, though Stripe asks for it no more, unless it never was
 * asked for, as while the operator gives the plan for nothing.
 */
function owedSince(subscription: Stripe.Subscription, invoices: Stripe.Invoice[]): Date | null {
  const behind = subscription.status === 'past_due' || subscription.status === 'unpaid'
  if (!behind && subscription.status !== 'active') return null
  const [newest] = invoices
  const owed = invoices.filter(
    (invoice) =>
      (invoice.status === 'open' && behind) ||
      (invoice.status === 'uncollectible' && invoice.attempt_count > 0 && invoice === newest),
  )
  const failures = owed.map(
    ({ due_date, status_transitions, created }) =>
      due_date ?? status_transitions.finalized_at ?? created,
  )
  // Stripe says that it is behind, and names no invoice: what is owed began with the period.
  const periods =
    behind && newest?.status !== 'void'
      ? subscription.items.data.map((item) => item.current_period_start)
      : []
  const times = failures.length > 0 ? failures : periods
  return times.length > 0 ? dateOf(Math.min(...times)) : null
}

/**
 * Stripe may go on calling a subscription past due whose last invoice was voided. Nothing is owed for
 * it then, unless an older one is open still; one that never was paid for is not forgiven either.
 */
const isForgiven = ({ status }: Stripe.Subscription, invoices: Stripe.Invoice[]): boolean =>
  status === 'past_due' &&
  invoices[0]?.status === 'void' &&
  !invoices.some((invoice) => invoice.status === 'open')

/**
 * Whether nothing was ever paid for it, and nothing is left to pay: its first invoice was voided or
 * written off. Stripe goes on calling such a one active or past due, and one that waits for its first
 * payment incomplete. Its holder has to subscribe anew, as after `incomplete_expired`.
 */
function neverBegins(
  { status }: Stripe.Subscription,
  invoices: readonly Stripe.Invoice[],
): boolean {
  if (status !== 'incomplete' && !paysFromFirst.has(status)) return false
  if (invoices.length === 0) return status === 'incomplete'
  // One that was brought here from elsewhere has no first invoice, and began.
  return invoices.some(isFirst) && invoices.every(isTakenBack)
}

const isFirst = ({ billing_reason }: Stripe.Invoice): boolean =>
  billing_reason === 'subscription_create'

const isTakenBack = ({ status }: Stripe.Invoice): boolean =>
  status === 'void' || status === 'uncollectible'

/** Why the period that runs is not paid for although the status does not say so. */
function suspension(
  subscription: Stripe.Subscription,
  invoices: Stripe.Invoice[],
  { charges }: Snapshot,
): string | null {
  if (waitsForFirstPayment(subscription, invoices)) return 'payment_pending'
  const over = subscription.ended_at !== null || subscription.status === 'incomplete_expired'
  if (over) return null
  if (isUncharged(subscription, invoices)) return 'collection_paused'
  for (const { invoice, charge, disputes } of charges) {
    if (invoice === null || subscriptionOf(invoice) !== subscription.id) continue
    const back = moneyBackOf(charge, disputes)
    if (back === 'refunded' && paysForPresentPeriod(invoice, subscription)) return 'refunded'
    if (back === null || back === 'refunded') continue
    if (paysForPresentPeriod(invoice, subscription)) return 'disputed'
    // An upgrade that the operator pays back is a present; one whose payer takes the money back is none.
    if (paysForPresentUpgrade(invoice, subscription)) return 'disputed'
  }
  return null
}

/** Statuses in which a first invoice was asked for, unlike a trial's. */
const paysFromFirst = new Set<Stripe.Subscription.Status>(['active', 'past_due', 'unpaid'])

/**
 * With a payment that takes days, such as a bank debit, Stripe calls a subscription active before any
 * money has come. Invoices for nothing count as paid, those that were voided do not; a trial asks for
 * nothing yet.
 */
function waitsForFirstPayment({ status }: Stripe.Subscription, invoices: Stripe.Invoice[]) {
  if (!paysFromFirst.has(status)) return false
  if (invoices.length === 0 || invoices.some((invoice) => invoice.status === 'paid')) return false
  return !invoices.every(isTakenBack) || invoices.some(isFirst)
}

/** Of a renewal and of a change of plan, which the customer portal allows in a pause as well. */
const chargesForTime: ReadonlySet<Stripe.Invoice['billing_reason']> = new Set([
  'subscription_cycle',
  'subscription_update',
])

/**
 * Stripe's advice is to void invoices while no service is provided, so time whose invoice was
 * voided in a pause is not served, also when the pause is over: it was never asked for. The other
 * kinds of pause (draft, uncollectible) are a gift by the operator, and so is an invoice that was
 * asked for, and is voided.
 */
const isUncharged = (
  { status, pause_collection }: Stripe.Subscription,
  [newest]: Stripe.Invoice[],
): boolean =>
  status !== 'trialing' &&
  newest?.status === 'void' &&
  chargesForTime.has(newest.billing_reason) &&
  (pause_collection?.behavior === 'void' || newest.attempt_count === 0)

function paysForPresentPeriod(invoice: Stripe.Invoice, subscription: Stripe.Subscription) {
  const ends = subscription.items.data.map((item) => item.current_period_end)
  return invoice.lines.data.some(
    ({ parent, period }) =>
      parent?.subscription_item_details?.proration === false && ends.includes(period.end),
  )
}

/** Whether it charged for the rest of the present period at a price that the subscription still has. */
function paysForPresentUpgrade(invoice: Stripe.Invoice, subscription: Stripe.Subscription) {
  return invoice.lines.data.some(
    ({ parent, period, amount, pricing }) =>
      parent?.subscription_item_details?.proration === true &&
      amount > 0 &&
      subscription.items.data.some(
        (item) =>
          item.current_period_end === period.end &&
          item.price.id === idOf(pricing?.price_details?.price),
      ),
  )
}

/** What is owed and can be paid: on its page a payment is confirmed, or made with another card. */
function payable({ status }: Stripe.Subscription, invoices: Stripe.Invoice[]) {
  if (!['past_due', 'unpaid', 'incomplete', 'active'].includes(status)) return undefined
  const open = invoices.filter(
    (invoice) => invoice.status === 'open' && invoice.attempt_count > 0 && invoice.amount_due > 0,
  )
  return open.at(-1)
}
