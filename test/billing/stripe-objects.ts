import type { Stripe } from '../../server/clients/stripe.ts'

/** Stripe's objects with as much as is read of them. */

export const seconds = (time: string) => Date.parse(time) / 1000
export const start = seconds('2026-03-01T00:00:00Z')
export const end = seconds('2026-04-01T00:00:00Z')

export const item = (changes: object = {}) =>
  ({
    id: 'si_1',
    price: { id: 'price_1', product: 'prod_1' },
    quantity: 1,
    current_period_start: start,
    current_period_end: end,
    ...changes,
  }) as Stripe.SubscriptionItem

export const subscription = (changes: object = {}, items = [item()]) =>
  ({
    id: 'sub_1',
    status: 'active',
    cancel_at_period_end: false,
    cancel_at: null,
    canceled_at: null,
    ended_at: null,
    trial_start: null,
    trial_end: null,
    created: start,
    pause_collection: null,
    discounts: [],
    items: { data: items, has_more: false },
    ...changes,
  }) as unknown as Stripe.Subscription

/** An invoice of sub_1 for March. */
export const invoice = (
  changes: object = {},
  line: { proration?: boolean; end?: number; price?: string; amount?: number } = {},
) =>
  ({
    id: 'in_1',
    status: 'open',
    billing_reason: 'subscription_cycle',
    attempt_count: 1,
    amount_due: 900,
    hosted_invoice_url: 'https://invoice.example/in_1',
    created: start,
    due_date: null,
    status_transitions: { finalized_at: start + 3600 },
    parent: { subscription_details: { subscription: 'sub_1' } },
    lines: {
      data: [
        {
          period: { start, end: line.end ?? end },
          amount: line.amount ?? 900,
          pricing: { price_details: { price: line.price ?? 'price_1', product: 'prod_1' } },
          parent: { subscription_item_details: { proration: line.proration ?? false } },
        },
      ],
    },
    ...changes,
  }) as unknown as Stripe.Invoice

export const charge = (changes: object = {}) =>
  ({
    id: 'ch_1',
    created: start,
    currency: 'usd',
    status: 'succeeded',
    refunded: false,
    disputed: false,
    amount_refunded: 0,
    payment_intent: 'pi_1',
    ...changes,
  }) as Stripe.Charge

export const dispute = (status: string) => ({ id: 'dp_1', status }) as Stripe.Dispute

export const session = (changes: object = {}) =>
  ({
    id: 'cs_1',
    mode: 'payment',
    status: 'complete',
    payment_status: 'paid',
    created: start - 60,
    amount_total: 399,
    currency: 'usd',
    payment_intent: 'pi_1',
    metadata: {},
    ...changes,
  }) as unknown as Stripe.Checkout.Session

export const product = (changes: object = {}) =>
  ({
    id: 'prod_1',
    name: 'Standard',
    description: null,
    active: true,
    created: start,
    metadata: { matinee_plan: 'standard', max_streams: '3', rank: '10', trial_days: '14' },
    ...changes,
  }) as unknown as Stripe.Product

export const price = (changes: object = {}, recurring: object = {}) =>
  ({
    id: 'price_1',
    product: 'prod_1',
    active: true,
    currency: 'usd',
    unit_amount: 900,
    lookup_key: null,
    metadata: {},
    recurring: { interval: 'month', interval_count: 1, usage_type: 'licensed', ...recurring },
    ...changes,
  }) as Stripe.Price
