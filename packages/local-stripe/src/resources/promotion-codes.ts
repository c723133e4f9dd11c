import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { currency } from '../http/currency.ts'
import { invalid } from '../http/faults.ts'
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
import { newId, randomText } from '../ids.ts'
import { find } from '../store/find.ts'
import { mergeMetadata } from '../store/metadata.ts'

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
