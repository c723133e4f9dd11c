import type Stripe from 'stripe'
import { currency } from '../http/currency.ts'
import { paging, range } from '../http/pages.ts'
import {
  clearable,
  decimalText,
  flag,
  hash,
  integer,
  list,
  mapOf,
  metadata,
  oneOf,
  required,
  shape,
  text,
} from '../http/params.ts'
import { rhythm, taxBehavior } from './shared-params.ts'

const recurring = hash(
  shape<Stripe.PriceCreateParams.Recurring>()({
    ...rhythm,
    usage_type: oneOf('licensed'),
  }),
)

const currencyOptions = mapOf(
  currency(),
  hash(
    shape<Stripe.PriceCreateParams.CurrencyOptions>()({
      tax_behavior: taxBehavior,
      unit_amount: integer(0),
      unit_amount_decimal: decimalText(),
    }),
  ),
)

/** A price given in the middle of another call: of a product, a checkout, a subscription. */
export const priceData = shape<Stripe.ProductCreateParams.DefaultPriceData>()({
  currency: required(currency()),
  metadata: metadata(),
  recurring,
  tax_behavior: taxBehavior,
  unit_amount: integer(0),
  unit_amount_decimal: decimalText(),
})

export const createInput = shape<Stripe.PriceCreateParams>()({
  active: flag(),
  billing_scheme: oneOf('per_unit'),
  currency: required(currency()),
  currency_options: currencyOptions,
  lookup_key: text(200),
  metadata: metadata(),
  nickname: text(),
  product: text(),
  product_data: hash(
    shape<Stripe.PriceCreateParams.ProductData>()({
      id: text(),
      active: flag(),
      metadata: metadata(),
      name: required(text()),
      statement_descriptor: text(22),
      tax_code: text(),
      unit_label: text(),
    }),
  ),
  recurring,
  tax_behavior: taxBehavior,
  transfer_lookup_key: flag(),
  unit_amount: integer(0),
  unit_amount_decimal: decimalText(),
})

export const updateInput = shape<Stripe.PriceUpdateParams>()({
  active: flag(),
  currency_options: clearable(currencyOptions),
  lookup_key: clearable(text(200)),
  metadata: metadata(),
  nickname: clearable(text()),
  tax_behavior: taxBehavior,
  transfer_lookup_key: flag(),
})

export const listInput = shape<Stripe.PriceListParams>()({
  ...paging,
  active: flag(),
  created: range(),
  currency: currency(),
  lookup_keys: list(text(200)),
  product: text(),
  recurring: hash(
    shape<Stripe.PriceListParams.Recurring>()({
      interval: oneOf('day', 'week', 'month', 'year'),
      usage_type: oneOf('licensed', 'metered'),
    }),
  ),
  type: oneOf('one_time', 'recurring'),
})
