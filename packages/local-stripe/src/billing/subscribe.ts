import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { invalid } from '../http/faults.ts'
import { idOf, inlineList, newId } from '../ids.ts'
import { finalizeInvoice } from './collect.ts'
import { discountsFor } from './discounts.ts'
import { type NewLine, periodLine, type Span } from './invoice-lines.ts'
import { draftInvoice } from './invoices.ts'
import { proRata } from './money.ts'
import { periodAt } from './periods.ts'
import { type NewItem, writeItem } from './subscription-item.ts'

export interface NewSubscription {
  customer: Stripe.Customer
  items: NewItem[]
  trialEnd?: number | null
  billingCycleAnchor?: number
  prorate?: boolean
  metadata?: Record<string, string>
  description?: string | null
  defaultPaymentMethod?: string | null
  discounts?: Stripe.Discount[]
  cancelAt?: number | 'max_period_end' | 'min_period_end' | null
  cancelAtPeriodEnd?: boolean
  collectionMethod?: Stripe.Subscription.CollectionMethod
  daysUntilDue?: number | null
  automaticTax?: boolean
  billingMode?: 'classic' | 'flexible'
  missingPaymentMethod?: Stripe.Subscription.TrialSettings.EndBehavior.MissingPaymentMethod
  paymentSettings?: Partial<Stripe.Subscription.PaymentSettings>
  /** One-time prices billed with the first invoice. */
  extraLines?: NewLine[]
}

/** The subscription with its first invoice, finalized; the money is not yet asked for. */
export function startSubscription(account: Account, given: NewSubscription) {
  const subscription = writeSubscription(account, given)
  account.put(account.tables.subscriptions, subscription)
  for (const item of subscription.items.data) {
    account.put(account.tables.itemOwners, { id: item.id, subscription: subscription.id })
  }
  account.emit('customer.subscription.created', subscription)
  for (const discount of given.discounts ?? []) {
    account.update(account.tables.discounts, discount, { subscription: subscription.id })
  }
  const draft = draftInvoice(account, {
    customer: given.customer,
    subscription,
    reason: 'subscription_create',
    currency: subscription.currency,
    lines: [...firstLines(account, subscription, given), ...(given.extraLines ?? [])],
    discounts: discountsFor(account, given.customer, subscription, subscription.created),
    period: { start: subscription.created, end: subscription.created },
    now: subscription.created,
    collectionMethod: subscription.collection_method,
  })
  account.put(account.tables.subscriptions, {
    ...latest(account, subscription),
    latest_invoice: draft.id,
  })
  const invoice = finalizeInvoice(account, draft)
  return { subscription: latest(account, subscription), invoice }
}

export const latest = (account: Account, { id }: { id: string }): Stripe.Subscription => {
  const found = account.tables.subscriptions.get(id)
  if (!found) throw new Error(`Subscription ${id} has gone.`)
  return found
}

function firstLines(
  account: Account,
  subscription: Stripe.Subscription,
  given: NewSubscription,
): NewLine[] {
  const trialing = subscription.status === 'trialing'
  return subscription.items.data.flatMap((item) => {
    const period = { start: item.current_period_start, end: item.current_period_end }
    const line = periodLine(account, subscription, item, period, trialing)
    const short = given.billingCycleAnchor !== undefined && !trialing
    if (!short) return [line]
    if (given.prorate === false) return []
    const full = fullPeriod(subscription, item)
    return [{ ...line, amount: proRata(line.amount, full, period.start) }]
  })
}

const fullPeriod = (subscription: Stripe.Subscription, item: Stripe.SubscriptionItem): Span =>
  periodAt(subscription.billing_cycle_anchor, recurringOf(item.price), item.current_period_end - 1)

export function recurringOf(price: Stripe.Price, param = 'price'): Stripe.Price.Recurring {
  if (price.recurring) return price.recurring
  throw invalid(
    `The price specified is set to \`type=one_time\` but this field only accepts prices with \`type=recurring\`.`,
    { param },
  )
}

function writeSubscription(account: Account, given: NewSubscription): Stripe.Subscription {
  const id = newId('sub')
  const testClock = idOf(given.customer.test_clock)
  const now = account.now(testClock)
  const trialEnd = given.trialEnd && given.trialEnd > now ? given.trialEnd : null
  const anchor = trialEnd ?? given.billingCycleAnchor ?? now
  const currency = given.items[0]?.price.currency ?? 'usd'
  const items = given.items.map((item) => {
    const recurring = recurringOf(item.price)
    const end = trialEnd ?? (anchor > now ? anchor : periodAt(anchor, recurring, now).end)
    return writeItem(id, item, { start: now, end }, now)
  })
  const cancelAt = cancelAtOf(given, items)
  return {
    id,
    object: 'subscription',
    application: null,
    application_fee_percent: null,
    automatic_tax: {
      disabled_reason: null,
      enabled: given.automaticTax ?? false,
      liability: given.automaticTax ? { type: 'self' } : null,
    },
    billing_cycle_anchor: anchor,
    billing_cycle_anchor_config: null,
    billing_mode:
      given.billingMode === 'classic'
        ? { flexible: null, type: 'classic' }
        : { flexible: { proration_discounts: 'included' }, type: 'flexible', updated_at: now },
    billing_schedules: [],
    billing_thresholds: null,
    cancel_at: cancelAt,
    cancel_at_period_end: given.cancelAtPeriodEnd ?? false,
    canceled_at: cancelAt === null ? null : now,
    cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
    collection_method: given.collectionMethod ?? 'charge_automatically',
    created: now,
    currency,
    customer: given.customer.id,
    customer_account: null,
    days_until_due: given.daysUntilDue ?? null,
    default_payment_method: given.defaultPaymentMethod ?? null,
    default_source: null,
    default_tax_rates: [],
    description: given.description ?? null,
    discounts: (given.discounts ?? []).map((discount) => discount.id),
    ended_at: null,
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: { type: 'self' },
    },
    items: inlineList(`/v1/subscription_items?subscription=${id}`, items),
    latest_invoice: null,
    livemode: false,
    managed_payments: null,
    metadata: given.metadata ?? {},
    next_pending_invoice_item_invoice: null,
    on_behalf_of: null,
    pause_collection: null,
    payment_settings: {
      payment_method_options: null,
      payment_method_types: null,
      save_default_payment_method: 'off',
      ...given.paymentSettings,
    },
    pending_invoice_item_interval: null,
    pending_setup_intent: null,
    pending_update: null,
    schedule: null,
    start_date: now,
    status: trialEnd === null ? 'incomplete' : 'trialing',
    test_clock: testClock,
    transfer_data: null,
    trial_end: trialEnd,
    trial_settings: {
      end_behavior: {
        billing_cycle_anchor: null,
        missing_payment_method: given.missingPaymentMethod ?? 'create_invoice',
      },
    },
    trial_start: trialEnd === null ? null : now,
  }
}

function cancelAtOf(given: NewSubscription, items: readonly Stripe.SubscriptionItem[]) {
  const ends = items.map(({ current_period_end }) => current_period_end)
  if (given.cancelAtPeriodEnd || given.cancelAt === 'max_period_end') return Math.max(...ends)
  return given.cancelAt === 'min_period_end' ? Math.min(...ends) : (given.cancelAt ?? null)
}
