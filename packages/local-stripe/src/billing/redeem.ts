import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { newId } from '../ids.ts'
import { addIntervals } from './periods.ts'

export interface Redemption {
  /** A coupon that is known to exist. */
  coupon: string
  promotionCode?: string | null
  customer: string
  subscription?: string | null
  checkoutSession?: string | null
}

/** A coupon put to use: counted, dated, and on record. */
export function newDiscount(account: Account, given: Redemption): Stripe.Discount {
  const coupon = account.tables.coupons.get(given.coupon)
  const start = account.nowFor(given.customer)
  const months = coupon?.duration === 'repeating' ? coupon.duration_in_months : null
  if (coupon) countRedemption(account, coupon, given.promotionCode ?? null)
  const discount: Stripe.Discount = {
    id: newId('di'),
    object: 'discount',
    checkout_session: given.checkoutSession ?? null,
    customer: given.customer,
    customer_account: null,
    end: months ? addIntervals(start, { interval: 'month', interval_count: 1 }, months) : null,
    invoice: null,
    invoice_item: null,
    promotion_code: given.promotionCode ?? null,
    source: { coupon: given.coupon, type: 'coupon' },
    start,
    subscription: given.subscription ?? null,
    subscription_item: null,
  }
  return account.create(account.tables.discounts, discount, 'customer.discount.created')
}

/** A payment that was lowered counts as a use, as a subscription does. */
export function countUse(
  account: Account,
  { coupon, promotionCode }: { coupon: string | null; promotionCode: string | null },
): void {
  const found = account.tables.coupons.get(coupon ?? '')
  if (found) countRedemption(account, found, promotionCode)
}

function countRedemption(account: Account, coupon: Stripe.Coupon, promotionCode: string | null) {
  const { coupons, promotionCodes } = account.tables
  const times = coupon.times_redeemed + 1
  account.update(
    coupons,
    coupon,
    {
      times_redeemed: times,
      valid: coupon.valid && (coupon.max_redemptions === null || times < coupon.max_redemptions),
    },
    'coupon.updated',
  )
  const code = promotionCodes.get(promotionCode ?? '')
  if (!code) return
  const used = code.times_redeemed + 1
  account.update(
    promotionCodes,
    code,
    {
      times_redeemed: used,
      active: code.active && (code.max_redemptions === null || used < code.max_redemptions),
    },
    'promotion_code.updated',
  )
}
