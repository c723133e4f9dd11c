import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { invalid, missing } from '../http/faults.ts'
import { inRange, page, paging, range } from '../http/pages.ts'
import {
  flag,
  hash,
  type Input,
  integer,
  metadata,
  oneOf,
  required,
  shape,
  text,
  timestamp,
} from '../http/params.ts'
import { get, idIn, nothing, post } from '../http/route.ts'
import { idOf, newId, randomText } from '../ids.ts'
import { find } from '../store/find.ts'
import { currency } from './currency.ts'
import { mergeMetadata } from './metadata.ts'

const createInput = shape<Stripe.PromotionCodeCreateParams>()({
  active: flag(),
  code: text(500),
  customer: text(),
  expires_at: timestamp(),
  max_redemptions: integer(1),
  metadata: metadata(),
  promotion: required(
    hash(
      shape<Stripe.PromotionCodeCreateParams.Promotion>()({
        coupon: required(text()),
        type: required(oneOf('coupon')),
      }),
    ),
  ),
  restrictions: hash(
    shape<Stripe.PromotionCodeCreateParams.Restrictions>()({
      first_time_transaction: flag(),
      minimum_amount: integer(1),
      minimum_amount_currency: currency(),
    }),
  ),
})

const listInput = shape<Stripe.PromotionCodeListParams>()({
  ...paging,
  active: flag(),
  code: text(),
  coupon: text(),
  created: range(),
  customer: text(),
})

export const promotionCodeRoutes = [
  post('/v1/promotion_codes', createInput, createPromotionCode),
  get('/v1/promotion_codes', listInput, listPromotionCodes),
  get('/v1/promotion_codes/:id', nothing, (account, _, ids) =>
    find(account.tables.promotionCodes, 'promotion code', idIn(ids)),
  ),
  post(
    '/v1/promotion_codes/:id',
    shape<Stripe.PromotionCodeUpdateParams>()({ active: flag(), metadata: metadata() }),
    (account, input, ids) => {
      const code = find(account.tables.promotionCodes, 'promotion code', idIn(ids))
      return account.update(
        account.tables.promotionCodes,
        code,
        {
          active: input.active ?? code.active,
          metadata: mergeMetadata(code.metadata, input.metadata),
        },
        'promotion_code.updated',
      )
    },
  ),
]

function createPromotionCode(account: Account, input: Input<typeof createInput>) {
  const { promotionCodes, coupons, customers } = account.tables
  const coupon = find(coupons, 'coupon', input.promotion.coupon, 'promotion[coupon]')
  if (input.customer) find(customers, 'customer', input.customer, 'customer')
  const code = input.code ?? randomText(8).toUpperCase()
  for (const other of promotionCodes.values()) {
    if (!other.active || other.code.toUpperCase() !== code.toUpperCase()) continue
    throw invalid(`An active promotion code with \`code: ${code}\` already exists.`, {
      code: 'resource_already_exists',
      param: 'code',
    })
  }
  return account.create<Stripe.PromotionCode>(
    promotionCodes,
    {
      id: newId('promo'),
      object: 'promotion_code',
      active: input.active ?? true,
      code,
      created: account.now(),
      customer: input.customer ?? null,
      customer_account: null,
      expires_at: input.expires_at ?? null,
      livemode: false,
      max_redemptions: input.max_redemptions ?? null,
      metadata: mergeMetadata({}, input.metadata),
      promotion: { coupon: coupon.id, type: 'coupon' },
      restrictions: {
        first_time_transaction: input.restrictions?.first_time_transaction ?? false,
        minimum_amount: input.restrictions?.minimum_amount ?? null,
        minimum_amount_currency: input.restrictions?.minimum_amount_currency ?? null,
      },
      times_redeemed: 0,
    },
    'promotion_code.created',
  )
}

function listPromotionCodes(account: Account, input: Input<typeof listInput>) {
  const { active, code, coupon, created, customer } = input
  return page(
    account.tables.promotionCodes,
    input,
    '/v1/promotion_codes',
    (row) =>
      (active === undefined || row.active === active) &&
      (code === undefined || row.code.toUpperCase() === code.toUpperCase()) &&
      (coupon === undefined || row.promotion.coupon === coupon) &&
      (customer === undefined || row.customer === customer) &&
      inRange(created, row.created),
  )
}

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
