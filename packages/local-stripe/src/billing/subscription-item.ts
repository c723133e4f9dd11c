import type Stripe from 'stripe'
import { idOf, newId } from '../ids.ts'
import type { Span } from './invoice-lines.ts'

export interface NewItem {
  price: Stripe.Price
  quantity: number
  metadata?: Record<string, string>
}

/** An item as the API shows it, with the old `plan` beside its price. */
export function writeItem(
  subscription: string,
  { price, quantity, metadata }: NewItem,
  period: Span,
  created: number,
  id = newId('si', 14),
): Stripe.SubscriptionItem {
  return {
    id,
    object: 'subscription_item',
    billing_thresholds: null,
    created,
    current_period_end: period.end,
    current_period_start: period.start,
    current_trial: null,
    discounts: [],
    metadata: metadata ?? {},
    plan: planOf(price),
    price,
    quantity,
    subscription,
    tax_rates: [],
  }
}

const planOf = (price: Stripe.Price): Stripe.Plan => ({
  id: price.id,
  object: 'plan',
  active: price.active,
  amount: price.unit_amount,
  amount_decimal: price.unit_amount_decimal,
  billing_scheme: 'per_unit',
  created: price.created,
  currency: price.currency,
  interval: price.recurring?.interval ?? 'month',
  interval_count: price.recurring?.interval_count ?? 1,
  livemode: false,
  metadata: price.metadata,
  meter: null,
  nickname: price.nickname,
  product: idOf(price.product),
  tiers_mode: null,
  transform_usage: null,
  trial_period_days: null,
  usage_type: 'licensed',
})
