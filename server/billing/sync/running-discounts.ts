import type { Stripe } from '../../clients/stripe.ts'

/** What is taken off a subscription's invoices, again and again. Keys in the order that Postgres keeps. */
export type RunningDiscount = {
  /** ISO 8601; null: without end. */
  endsAt: string | null
  /** Of an amount. */
  currency: string | null
  /** Off each invoice, in the currency's minor unit. */
  amountOff: number | null
  percentOff: number | null
}

/**
 * The coupons that run on a subscription, in the order in which Stripe applies them; that of its customer
 * where it has none of its own. One for a single invoice does not run.
 *
 * @param subscription fetched with `discounts.source.coupon`
 * @param customer fetched with `discount.source.coupon`
 */
export const runningDiscounts = (
  { discounts }: Stripe.Subscription,
  customer: Stripe.Customer | null,
): RunningDiscount[] =>
  (discounts.length === 0 ? [customer?.discount ?? []].flat() : discounts).flatMap((discount) => {
    const coupon = typeof discount === 'string' ? null : discount.source.coupon
    if (typeof discount === 'string' || coupon === null || typeof coupon === 'string') return []
    if (coupon.duration === 'once') return []
    return {
      endsAt: discount.end === null ? null : new Date(discount.end * 1000).toISOString(),
      currency: coupon.currency,
      amountOff: coupon.amount_off,
      percentOff: coupon.percent_off,
    }
  })

/** What is left of an amount after those discounts of a currency that run now. */
export function discounted(
  amount: number,
  currency: string,
  discounts: readonly RunningDiscount[],
  now: Date,
): number {
  let rest = amount
  for (const { endsAt, percentOff, amountOff, currency: of } of discounts) {
    if (endsAt !== null && Date.parse(endsAt) <= now.getTime()) continue
    if (percentOff !== null) rest -= (rest * percentOff) / 100
    else if (amountOff !== null && of === currency) rest = Math.max(0, rest - amountOff)
  }
  return rest
}
