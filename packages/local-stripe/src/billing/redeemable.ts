import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { invalid, missing } from '../http/faults.ts'
import { idOf } from '../ids.ts'
import { find } from '../store/find.ts'

export interface Redeemable {
  coupon: string
  promotionCode: string | null
}

/** The coupon behind what was given, if this customer may use it now; else Stripe's refusal. */
export function redeemable(
  account: Account,
  given: { coupon?: string; promotion_code?: string },
  customer: string | null,
): Redeemable | null {
  if (given.promotion_code !== undefined) {
    const code = find(
      account.tables.promotionCodes,
      'promotion code',
      given.promotion_code,
      'discounts[0][promotion_code]',
    )
    return redeemCode(account, code, customer)
  }
  if (given.coupon === undefined) return null
  return { coupon: usableCoupon(account, given.coupon).id, promotionCode: null }
}

/** By the code that a person types. */
export function redeemByName(account: Account, name: string, customer: string | null): Redeemable {
  for (const code of account.tables.promotionCodes.values()) {
    if (code.active && code.code.toUpperCase() === name.trim().toUpperCase()) {
      return redeemCode(account, code, customer)
    }
  }
  throw missing('promotion code', name, 'promotion_code')
}

function redeemCode(
  account: Account,
  code: Stripe.PromotionCode,
  customer: string | null,
): Redeemable {
  const used = code.max_redemptions !== null && code.times_redeemed >= code.max_redemptions
  const over = code.expires_at !== null && code.expires_at <= account.nowFor(customer)
  const another = code.customer !== null && code.customer !== customer
  if (!code.active || used || over || another) {
    throw invalid('This promotion code cannot be redeemed.', {
      code: 'promotion_code_inactive',
      param: 'promotion_code',
    })
  }
  if (code.restrictions.first_time_transaction && hasPaid(account, customer)) {
    throw invalid(
      'This promotion code cannot be redeemed because the associated customer has prior transactions.',
      { code: 'promotion_code_customer_not_first_time', param: 'promotion_code' },
    )
  }
  const coupon = usableCoupon(account, idOf(code.promotion.coupon) ?? '')
  return { coupon: coupon.id, promotionCode: code.id }
}

const hasPaid = (account: Account, customer: string | null): boolean =>
  customer !== null &&
  account.tables.charges.by('customer', customer).some(({ status }) => status === 'succeeded')

function usableCoupon(account: Account, id: string): Stripe.Coupon {
  const coupon = find(account.tables.coupons, 'coupon', id, 'coupon')
  const over = coupon.redeem_by !== null && coupon.redeem_by <= account.now()
  if (coupon.valid && !over) return coupon
  throw invalid(`Coupon ${id} is used up and cannot be applied.`, {
    code: 'coupon_expired',
    param: 'coupon',
  })
}
