import type Stripe from 'stripe'
import { currency } from '../http/currency.ts'
import { invalid } from '../http/faults.ts'
import {
  flag,
  hash,
  type Input,
  integer,
  list,
  metadata,
  oneOf,
  required,
  shape,
  text,
  timestamp,
  url,
} from '../http/params.ts'
import {
  automaticTax,
  billingMode,
  discounts,
  rhythm,
  taxBehavior,
  trialSettings,
} from './shared-params.ts'

type Create = Stripe.Checkout.SessionCreateParams

export const lineItem = shape<Stripe.Checkout.SessionCreateParams.LineItem>()({
  price: text(),
  price_data: hash(
    shape<Stripe.Checkout.SessionCreateParams.LineItem.PriceData>()({
      currency: required(currency()),
      product: text(),
      product_data: hash(
        shape<Stripe.Checkout.SessionCreateParams.LineItem.PriceData.ProductData>()({
          description: text(),
          images: list(url()),
          metadata: metadata(),
          name: required(text()),
          tax_code: text(),
        }),
      ),
      recurring: hash(
        shape<Stripe.Checkout.SessionCreateParams.LineItem.PriceData.Recurring>()({
          ...rhythm,
        }),
      ),
      tax_behavior: taxBehavior,
      unit_amount: integer(0),
    }),
  ),
  quantity: integer(1, 999999),
})

const subscriptionData = shape<Stripe.Checkout.SessionCreateParams.SubscriptionData>()({
  billing_mode: billingMode,
  description: text(500),
  metadata: metadata(),
  trial_end: timestamp(),
  trial_period_days: integer(1, 730),
  trial_settings: trialSettings,
})

export const createInput = shape<Create>()({
  allow_promotion_codes: flag(),
  allowed_payment_method_types: list(text()),
  automatic_tax: automaticTax,
  billing_address_collection: oneOf('auto', 'required'),
  cancel_url: url(),
  client_reference_id: text(200),
  currency: currency(),
  customer: text(),
  customer_creation: oneOf('always', 'if_required'),
  customer_email: text(800),
  customer_update: hash(
    shape<Stripe.Checkout.SessionCreateParams.CustomerUpdate>()({
      address: oneOf('auto', 'never'),
      name: oneOf('auto', 'never'),
      shipping: oneOf('auto', 'never'),
    }),
  ),
  discounts,
  expires_at: timestamp(),
  line_items: list(hash(lineItem)),
  excluded_payment_method_types: list(text()),
  locale: text(),
  metadata: metadata(),
  mode: required(oneOf('payment', 'setup', 'subscription')),
  payment_intent_data: hash(
    shape<Stripe.Checkout.SessionCreateParams.PaymentIntentData>()({
      description: text(1000),
      metadata: metadata(),
      setup_future_usage: oneOf('off_session', 'on_session'),
    }),
  ),
  payment_method_collection: oneOf('always', 'if_required'),
  submit_type: oneOf('auto', 'book', 'donate', 'pay', 'subscribe'),
  subscription_data: hash(subscriptionData),
  success_url: url(),
  tax_id_collection: hash(
    shape<Stripe.Checkout.SessionCreateParams.TaxIdCollection>()({
      enabled: required(flag()),
      required: oneOf('if_supported', 'never'),
    }),
  ),
  ui_mode: oneOf('hosted_page'),
})

const minimumSeconds = 30 * 60
export const maximumSeconds = 24 * 3600

/** Parameters that exclude or need one another. */
export function checkTogether(input: Input<typeof createInput>): void {
  const exclusive = (a: keyof typeof input, b: keyof typeof input) => {
    if (input[a] === undefined || input[b] === undefined) return
    throw invalid(`You may only specify one of these parameters: ${a}, ${b}.`, {
      code: 'parameters_exclusive',
      param: a,
    })
  }
  exclusive('customer', 'customer_email')
  exclusive('customer', 'customer_creation')
  exclusive('allow_promotion_codes', 'discounts')
  const onlyIn = (name: keyof typeof input, mode: typeof input.mode) => {
    if (input[name] === undefined || input.mode === mode) return
    throw invalid(`You can not pass \`${name}\` in \`${input.mode}\` mode.`, { param: name })
  }
  onlyIn('subscription_data', 'subscription')
  onlyIn('payment_intent_data', 'payment')
  onlyIn('customer_creation', 'payment')
  if (input.customer_update && input.customer === undefined) {
    throw invalid('`customer_update` can only be used with `customer`.', {
      param: 'customer_update',
    })
  }
  if (input.success_url === undefined) {
    throw invalid('Missing required param: success_url.', {
      code: 'parameter_missing',
      param: 'success_url',
    })
  }
}

export function checkExpiry(expiresAt: number | undefined, now: number): void {
  if (expiresAt === undefined) return
  if (expiresAt >= now + minimumSeconds && expiresAt <= now + maximumSeconds) return
  throw invalid(
    expiresAt < now + minimumSeconds
      ? 'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.'
      : 'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.',
    { param: 'expires_at' },
  )
}
