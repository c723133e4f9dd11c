import type { CurrencyAmount } from '../../../contract/price-currencies.ts'
import { idOf, type Stripe } from '../../clients/stripe.ts'
import { isStorable } from '../storable.ts'

export interface PriceRow {
  id: string
  planId: string
  lookupKey: string | null
  interval: string
  amount: number
  currency: string
  /** The others that it is sold in, by their codes. */
  currencies: CurrencyAmount[]
  active: boolean
  /** It names its plan itself. */
  named: boolean
  /** What its subscribers pay from their next period on. */
  movesToId: string | null
}

export interface PlanRow {
  id: string
  name: string
  description: string | null
  maxStreams: number
  rank: number
  trialDays: number
  active: boolean
  stripeProductId: string
  otherProductIds: string[]
  prices: PriceRow[]
}

const planName = /^[a-z0-9][a-z0-9_-]{0,49}$/

/** A whole number of the metadata within bounds, or `otherwise` when absent or not one. */
function whole(text: string | undefined, otherwise: number, [least, most]: [number, number]) {
  if (text === undefined || !/^-?\d{1,6}$/.test(text.trim())) return otherwise
  return Math.min(most, Math.max(least, Number(text)))
}

/**
 * The plans among Stripe's products: those whose metadata names one with `matinee_plan`. When several
 * products name the same plan, it is described by the active one, and of two active ones by the older,
 * and sold by the active ones; whoever pays for any of them, or at a price that names the plan, has it.
 *
 * @param defaultMaxStreams for products without `max_streams`
 */
export function projectPlans(
  products: Stripe.Product[],
  prices: Stripe.Price[],
  defaultMaxStreams: number,
): PlanRow[] {
  const plans = new Map<string, PlanRow>()
  const oldestFirst = products.toSorted(
    (a, b) => Number(b.active) - Number(a.active) || a.created - b.created,
  )
  for (const product of oldestFirst) {
    const id = namedBy(product.metadata)
    if (!planName.test(id)) continue
    const own = prices
      .filter((price) => belongsTo(price, product, id))
      .flatMap((price) => projectPrice(price, id) ?? [])
      .map((price) => ({ ...price, active: price.active && product.active }))
    const known = plans.get(id)
    if (known !== undefined) {
      known.otherProductIds.push(product.id)
      known.prices.push(...own)
      continue
    }
    plans.set(id, {
      id,
      name: product.name,
      description: product.description,
      maxStreams: whole(product.metadata.max_streams, defaultMaxStreams, [1, 100]),
      rank: whole(product.metadata.rank, 0, [-999_999, 999_999]),
      trialDays: whole(product.metadata.trial_days, 0, [0, 730]),
      active: product.active,
      stripeProductId: product.id,
      otherProductIds: [],
      prices: own,
    })
  }
  for (const price of prices) {
    const plan = plans.get(namedBy(price.metadata))
    if (plan === undefined || plan.prices.some(({ id }) => id === price.id)) continue
    const row = projectPrice(price, plan.id)
    if (row !== null) plan.prices.push({ ...row, active: row.active && plan.active })
  }
  return [...plans.values()].sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
}

const namedBy = (metadata: Stripe.Metadata) => metadata.matinee_plan?.trim() ?? ''

/** A price of the product, unless it names another plan itself. */
function belongsTo(price: Stripe.Price, product: Stripe.Product, planId: string): boolean {
  const named = namedBy(price.metadata)
  return idOf(price.product) === product.id && (named === '' || named === planId)
}

/** Null for what a plan cannot be sold by: one-time, metered, tiered, fractions of a cent, and far too much. */
function projectPrice(price: Stripe.Price, planId: string): PriceRow | null {
  const { recurring, unit_amount: amount } = price
  if (recurring === null || recurring.usage_type !== 'licensed' || amount === null) return null
  if (!isStorable(amount)) return null
  const { interval, interval_count: count } = recurring
  return {
    id: price.id,
    planId,
    lookupKey: price.lookup_key,
    interval: count === 1 ? interval : `${count} ${interval}s`,
    amount,
    currency: price.currency,
    currencies: otherCurrencies(price),
    active: price.active,
    named: namedBy(price.metadata) === planId,
    movesToId: price.metadata.matinee_moves_to || null,
  }
}

/**
 * The currencies of a price besides its own, where Stripe was asked for them.
 *
 * @param price fetched with `currency_options`
 */
export const otherCurrencies = ({ currency, currency_options }: Stripe.Price): CurrencyAmount[] =>
  Object.entries(currency_options ?? {})
    .flatMap(([code, { unit_amount: amount }]) =>
      code === currency || amount === null || !isStorable(amount)
        ? []
        : [{ currency: code, amount }],
    )
    .sort((a, b) => (a.currency < b.currency ? -1 : 1))
