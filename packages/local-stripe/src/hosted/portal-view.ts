import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { idOf } from '../ids.ts'

/** A portal that somebody has open. */
export interface Portal {
  session: Stripe.BillingPortal.Session
  customer: Stripe.Customer
  configuration: Stripe.BillingPortal.Configuration
  /** The page's own path. */
  path: string
}

/** The customer's subscriptions that have not ended; in a flow, the one that it is about. */
export function subscriptionsIn(account: Account, { session, customer }: Portal) {
  const flow = session.flow
  const only =
    flow?.subscription_cancel?.subscription ??
    flow?.subscription_update?.subscription ??
    flow?.subscription_update_confirm?.subscription
  return account.tables.subscriptions
    .by('customer', customer.id)
    .filter(({ id, ended_at }) => ended_at === null && (only === undefined || id === only))
}

/** The prices that a subscription may move to, cheapest first. */
export function switchablePrices(
  account: Account,
  { configuration }: Portal,
  subscription: Stripe.Subscription,
): Stripe.Price[] {
  const {
    enabled,
    products,
    default_allowed_updates: updates,
  } = configuration.features.subscription_update
  const [item, ...others] = subscription.items.data
  if (!enabled || !updates.includes('price') || !item || others.length > 0) return []
  const listed = products?.flatMap(({ prices }) => prices)
  return [...account.tables.prices.values()]
    .filter(
      (price) =>
        price.active &&
        price.recurring !== null &&
        price.currency === subscription.currency &&
        price.id !== item.price.id &&
        account.tables.products.get(idOf(price.product))?.active !== false &&
        (listed === undefined || listed.includes(price.id)),
    )
    .sort((a, b) => (a.unit_amount ?? 0) - (b.unit_amount ?? 0))
}

/**
 * Which ways of cancelling are offered. Stripe's page has the one of its configuration; this one has
 * "at once" as well, which an operator would do in the dashboard that is not here.
 */
export function cancelModes({ configuration }: Portal): ('at_period_end' | 'immediately')[] {
  const { enabled, mode } = configuration.features.subscription_cancel
  if (!enabled) return []
  return mode === 'immediately' ? ['immediately'] : ['at_period_end', 'immediately']
}
