import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { idOf } from '../ids.ts'
import { shareOut } from './money.ts'

/** A line before discounts: what it costs, and what of. */
export interface Discountable {
  amount: number
  discountable: boolean
  product: string | null
}

export interface AppliedDiscount {
  /** The discount's id. */
  discount: string
  amount: number
}

/** The coupon behind a discount; it stays readable after the coupon itself was deleted. */
export const couponOf = (account: Account, discount: Stripe.Discount): Stripe.Coupon | undefined =>
  account.tables.coupons.get(idOf(discount.source.coupon) ?? '')

/**
 * What each line is discounted by, discount after discount; what one has taken off is not there
 * for the next. Only positive, discountable lines of the coupon's products are reduced.
 */
export function applyDiscounts(
  account: Account,
  lines: readonly Discountable[],
  discounts: readonly Stripe.Discount[],
  currency: string,
): AppliedDiscount[][] {
  const rest = lines.map((line) => (line.discountable ? Math.max(line.amount, 0) : 0))
  const applied: AppliedDiscount[][] = lines.map(() => [])
  for (const discount of discounts) {
    const coupon = couponOf(account, discount)
    if (!coupon) continue
    const products = coupon.applies_to?.products
    const eligible = rest.map((amount, index) =>
      products && !products.includes(lines[index]?.product ?? '') ? 0 : amount,
    )
    const total = eligible.reduce((sum, amount) => sum + amount, 0)
    const shares = shareOut(couponAmount(coupon, total, currency), eligible)
    shares.forEach((amount, index) => {
      rest[index] = (rest[index] ?? 0) - amount
      if (amount > 0) applied[index]?.push({ discount: discount.id, amount })
    })
  }
  return applied
}

/** What a coupon takes off a total: never more than there is, and nothing in another currency. */
export function couponAmount(coupon: Stripe.Coupon, total: number, currency: string): number {
  if (coupon.percent_off !== null) return Math.round((total * coupon.percent_off) / 100)
  if (coupon.amount_off === null || coupon.currency !== currency) return 0
  return Math.min(coupon.amount_off, total)
}

/** The discounts that count for an invoice made at a moment: the subscription's, else the customer's. */
export function discountsFor(
  account: Account,
  customer: Stripe.Customer,
  subscription: Stripe.Subscription | null,
  moment: number,
): Stripe.Discount[] {
  const own = (subscription?.discounts ?? []).flatMap(
    (discount) => account.tables.discounts.get(idOf(discount)) ?? [],
  )
  const all = own.length > 0 || !customer.discount ? own : [customer.discount]
  return all.filter(({ end }) => end === null || end > moment)
}
