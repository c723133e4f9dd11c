import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { currency } from '../http/currency.ts'
import { invalid } from '../http/faults.ts'
import { inRange, page, paging, range } from '../http/pages.ts'
import {
  clearable,
  hash,
  type Input,
  integer,
  list,
  metadata,
  oneOf,
  real,
  shape,
  text,
  timestamp,
} from '../http/params.ts'
import { del, get, idIn, nothing, post } from '../http/route.ts'
import { randomText } from '../ids.ts'
import { find } from '../store/find.ts'
import { mergeMetadata } from '../store/metadata.ts'

const createInput = shape<Stripe.CouponCreateParams>()({
  id: text(),
  amount_off: integer(1),
  applies_to: hash(shape<Stripe.CouponCreateParams.AppliesTo>()({ products: list(text()) })),
  currency: currency(),
  duration: oneOf('forever', 'once', 'repeating'),
  duration_in_months: integer(1),
  max_redemptions: integer(1),
  metadata: metadata(),
  name: text(40),
  percent_off: real(),
  redeem_by: timestamp(),
})

const listInput = shape<Stripe.CouponListParams>()({ ...paging, created: range() })

const findCoupon = (account: Account, id: string) => find(account.tables.coupons, 'coupon', id)

export const couponRoutes = [
  post('/v1/coupons', createInput, createCoupon),
  get('/v1/coupons', listInput, (account, input) =>
    page(account.tables.coupons, input, '/v1/coupons', ({ created }) =>
      inRange(input.created, created),
    ),
  ),
  get('/v1/coupons/:id', nothing, (account, _, ids) => findCoupon(account, idIn(ids))),
  post(
    '/v1/coupons/:id',
    shape<Stripe.CouponUpdateParams>()({ metadata: metadata(), name: clearable(text(40)) }),
    (account, input, ids) => {
      const coupon = findCoupon(account, idIn(ids))
      return account.update(
        account.tables.coupons,
        coupon,
        {
          ...(input.name === undefined ? {} : { name: input.name }),
          metadata: mergeMetadata(coupon.metadata, input.metadata),
        },
        'coupon.updated',
      )
    },
  ),
  del('/v1/coupons/:id', nothing, (account, _, ids) => {
    const coupon = findCoupon(account, idIn(ids))
    account.store.remove(account.tables.coupons, coupon.id)
    account.emit('coupon.deleted', coupon)
    return { id: coupon.id, object: 'coupon', deleted: true }
  }),
]

function createCoupon(account: Account, input: Input<typeof createInput>): Stripe.Coupon {
  if (input.id !== undefined && account.tables.coupons.get(input.id)) {
    throw invalid('Coupon already exists.', { code: 'resource_already_exists', param: 'id' })
  }
  checkWorth(input)
  if ((input.duration === 'repeating') !== (input.duration_in_months !== undefined)) {
    throw invalid('`duration_in_months` must be set for the duration `repeating`, and only then.', {
      param: 'duration_in_months',
    })
  }
  return account.create<Stripe.Coupon>(
    account.tables.coupons,
    {
      id: input.id ?? randomText(8),
      object: 'coupon',
      amount_off: input.amount_off ?? null,
      ...(input.applies_to?.products
        ? { applies_to: { products: input.applies_to.products } }
        : {}),
      created: account.now(),
      currency: input.amount_off === undefined ? null : (input.currency ?? null),
      duration: input.duration ?? 'once',
      duration_in_months: input.duration_in_months ?? null,
      livemode: false,
      max_redemptions: input.max_redemptions ?? null,
      metadata: mergeMetadata({}, input.metadata),
      name: input.name ?? null,
      percent_off: input.percent_off ?? null,
      redeem_by: input.redeem_by ?? null,
      times_redeemed: 0,
      valid: true,
    },
    'coupon.created',
  )
}

function checkWorth({ amount_off, percent_off, currency: code }: Input<typeof createInput>): void {
  if ((amount_off === undefined) === (percent_off === undefined)) {
    throw invalid('You must pass either `percent_off` or `amount_off`, and not both.', {
      param: 'percent_off',
    })
  }
  if (amount_off !== undefined && code === undefined) {
    throw invalid('You must pass currency when passing amount_off.', {
      code: 'parameter_missing',
      param: 'currency',
    })
  }
  if (percent_off !== undefined && !(percent_off > 0 && percent_off <= 100)) {
    throw invalid('`percent_off` must be greater than 0 and at most 100.', {
      param: 'percent_off',
    })
  }
}
