import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { amountsOf, expireSession } from '../billing/checkout.ts'
import { describePrice, priceFor } from '../billing/invoice-lines.ts'
import { shareOut } from '../billing/money.ts'
import { redeemable } from '../billing/redeemable.ts'
import { currency } from '../http/currency.ts'
import { invalid, missing } from '../http/faults.ts'
import { inlinePage, inRange, page, paging, range } from '../http/pages.ts'
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
import { get, idIn, nothing, post } from '../http/route.ts'
import { inlineList, newId, randomText } from '../ids.ts'
import { find } from '../store/find.ts'
import { mergeMetadata } from '../store/metadata.ts'
import type { CheckoutDetails } from '../store/tables.ts'
import { createPrice, type priceData, quickProduct } from './prices.ts'

type Create = Stripe.Checkout.SessionCreateParams

const lineItem = shape<Stripe.Checkout.SessionCreateParams.LineItem>()({
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
          interval: required(oneOf('day', 'week', 'month', 'year')),
          interval_count: integer(1, 1095),
        }),
      ),
      tax_behavior: oneOf('exclusive', 'inclusive', 'unspecified'),
      unit_amount: integer(0),
    }),
  ),
  quantity: integer(1, 999999),
})

const subscriptionData = shape<Stripe.Checkout.SessionCreateParams.SubscriptionData>()({
  billing_mode: hash(
    shape<Stripe.Checkout.SessionCreateParams.SubscriptionData.BillingMode>()({
      type: required(oneOf('classic', 'flexible')),
    }),
  ),
  description: text(500),
  metadata: metadata(),
  trial_end: timestamp(),
  trial_period_days: integer(1, 730),
  trial_settings: hash(
    shape<Stripe.Checkout.SessionCreateParams.SubscriptionData.TrialSettings>()({
      end_behavior: required(
        hash(
          shape<Stripe.Checkout.SessionCreateParams.SubscriptionData.TrialSettings.EndBehavior>()({
            missing_payment_method: required(oneOf('cancel', 'create_invoice', 'pause')),
          }),
        ),
      ),
    }),
  ),
})

const createInput = shape<Create>()({
  allow_promotion_codes: flag(),
  allowed_payment_method_types: list(text()),
  automatic_tax: hash(
    shape<Stripe.Checkout.SessionCreateParams.AutomaticTax>()({ enabled: required(flag()) }),
  ),
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
  discounts: list(
    hash(
      shape<Stripe.Checkout.SessionCreateParams.Discount>()({
        coupon: text(),
        promotion_code: text(),
      }),
    ),
  ),
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

const listInput = shape<Stripe.Checkout.SessionListParams>()({
  ...paging,
  created: range(),
  customer: text(),
  customer_details: hash(
    shape<Stripe.Checkout.SessionListParams.CustomerDetails>()({ email: required(text()) }),
  ),
  payment_intent: text(),
  status: oneOf('complete', 'expired', 'open'),
  subscription: text(),
})

export const checkoutSessionRoutes = [
  post('/v1/checkout/sessions', createInput, createSession),
  get('/v1/checkout/sessions', listInput, listSessions),
  get('/v1/checkout/sessions/:id', nothing, (account, _, ids) => findSession(account, idIn(ids))),
  post(
    '/v1/checkout/sessions/:id',
    shape<Stripe.Checkout.SessionUpdateParams>()({ metadata: metadata() }),
    (account, input, ids) => {
      const session = findSession(account, idIn(ids))
      return account.update(account.tables.checkoutSessions, session, {
        metadata: mergeMetadata(session.metadata, input.metadata),
      })
    },
  ),
  post('/v1/checkout/sessions/:id/expire', nothing, (account, _, ids) =>
    expire(account, findSession(account, idIn(ids))),
  ),
  get(
    '/v1/checkout/sessions/:id/line_items',
    shape<Stripe.Checkout.SessionListLineItemsParams>()(paging),
    (account, input, ids) => {
      const { id } = findSession(account, idIn(ids))
      return inlinePage(lineItemsOf(account, id), input, `/v1/checkout/sessions/${id}/line_items`)
    },
  ),
]

export const findSession = (account: Account, id: string): Stripe.Checkout.Session =>
  find(account.tables.checkoutSessions, 'checkout.session', id)

const minimumSeconds = 30 * 60
const maximumSeconds = 24 * 3600

function createSession(account: Account, input: Input<typeof createInput>) {
  const id = `cs_test_${randomText(58)}`
  const customer =
    input.customer === undefined
      ? null
      : find(account.tables.customers, 'customer', input.customer, 'customer')
  const now = account.now(account.testClockOf(customer?.id ?? null))
  checkTogether(input)
  checkExpiry(input.expires_at, account.wallClock)
  const details = writeDetails(account, id, input, customer?.id ?? null)
  const code = currencyOf(account, details, input.currency)
  const amounts = amountsOf(account, details)
  account.put(account.tables.checkoutDetails, details)
  return account.put<Stripe.Checkout.Session>(account.tables.checkoutSessions, {
    id,
    object: 'checkout.session',
    adaptive_pricing: input.mode === 'setup' ? null : { enabled: false },
    after_expiration: null,
    allow_promotion_codes: input.allow_promotion_codes ?? null,
    allowed_payment_method_types: input.allowed_payment_method_types ?? null,
    amount_subtotal: input.mode === 'setup' ? null : amounts.subtotal,
    amount_total: input.mode === 'setup' ? null : amounts.total,
    automatic_tax: {
      enabled: input.automatic_tax?.enabled ?? false,
      liability: input.automatic_tax?.enabled ? { type: 'self' } : null,
      provider: null,
      status: null,
    },
    billing_address_collection: input.billing_address_collection ?? null,
    cancel_url: input.cancel_url ?? null,
    client_reference_id: input.client_reference_id ?? null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: now,
    currency: code,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer: customer?.id ?? null,
    customer_account: null,
    customer_creation: customer
      ? null
      : (input.customer_creation ?? (input.mode === 'payment' ? 'if_required' : 'always')),
    customer_details: {
      address: null,
      business_name: null,
      email: customer?.email ?? input.customer_email ?? null,
      individual_name: null,
      name: null,
      phone: null,
      tax_exempt: 'none',
      tax_ids: null,
    },
    customer_email: input.customer_email ?? null,
    discounts: details.coupon
      ? [{ coupon: details.coupon, promotion_code: details.promotionCode }]
      : [],
    expires_at: input.expires_at ?? account.wallClock + maximumSeconds,
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: input.locale ?? null,
    managed_payments: null,
    metadata: mergeMetadata({}, input.metadata),
    mode: input.mode,
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection:
      input.mode === 'payment' ? 'if_required' : (input.payment_method_collection ?? 'always'),
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: typesFor(code, input),
    payment_status: 'unpaid',
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: input.submit_type ?? null,
    subscription: null,
    success_url: input.success_url ?? null,
    tax_id_collection: { enabled: input.tax_id_collection?.enabled ?? false, required: 'never' },
    total_details: {
      amount_discount: amounts.discount,
      amount_shipping: 0,
      amount_tax: 0,
    },
    ui_mode: 'hosted_page',
    url: `${account.publicBase}/c/pay/${id}`,
    wallet_options: null,
  })
}

/** Cards, and the bank debit of the currency, as far as the session allows them. */
function typesFor(code: string | null, input: Input<typeof createInput>): string[] {
  const debits: Record<string, string> = {
    eur: 'sepa_debit',
    gbp: 'bacs_debit',
    usd: 'us_bank_account',
  }
  const { allowed_payment_method_types: allowed, excluded_payment_method_types: excluded } = input
  return ['card', debits[code ?? '']].flatMap((type) =>
    type && (allowed?.includes(type) ?? true) && !excluded?.includes(type) ? type : [],
  )
}

function checkTogether(input: Input<typeof createInput>): void {
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

function checkExpiry(expiresAt: number | undefined, now: number): void {
  if (expiresAt === undefined) return
  if (expiresAt >= now + minimumSeconds && expiresAt <= now + maximumSeconds) return
  throw invalid(
    expiresAt < now + minimumSeconds
      ? 'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.'
      : 'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.',
    { param: 'expires_at' },
  )
}

function writeDetails(
  account: Account,
  id: string,
  input: Input<typeof createInput>,
  customer: string | null,
): CheckoutDetails {
  const given = input.line_items ?? []
  if (given.length === 0 && input.mode !== 'setup') {
    throw invalid('Missing required param: line_items.', {
      code: 'parameter_missing',
      param: 'line_items',
    })
  }
  const lineItems = given.map((item, index) => {
    const name = `line_items[${index}]`
    const price = lineItemPrice(account, item, name)
    if (item.quantity === undefined) {
      throw invalid(`Quantity is required. Add \`quantity\` to \`${name}\``, {
        code: 'parameter_missing',
        param: name,
      })
    }
    return { price: price.id, quantity: item.quantity, item: newId('li') }
  })
  checkModes(account, input.mode, lineItems)
  const discount = input.discounts?.[0]
  const redeemed = discount ? redeemable(account, discount, customer) : null
  const { subscription_data: subscription, payment_intent_data: intent } = input
  return {
    id,
    lineItems,
    subscription: {
      metadata: mergeMetadata({}, subscription?.metadata),
      description: subscription?.description,
      trialDays: subscription?.trial_period_days,
      trialEnd: subscription?.trial_end,
      billingMode: subscription?.billing_mode?.type,
      missingPaymentMethod: subscription?.trial_settings?.end_behavior.missing_payment_method,
    },
    intent: {
      metadata: mergeMetadata({}, intent?.metadata),
      description: intent?.description,
      setupFutureUsage: intent?.setup_future_usage,
    },
    coupon: redeemed?.coupon ?? null,
    promotionCode: redeemed?.promotionCode ?? null,
    keepsAddress: customer === null || input.customer_update?.address === 'auto',
    waitingFor: null,
    paymentIntent: null,
  }
}

function lineItemPrice(account: Account, item: Input<typeof lineItem>, name: string): Stripe.Price {
  if (item.price !== undefined) {
    const price = find(account.tables.prices, 'price', item.price, `${name}[price]`)
    if (price.active) return price
    throw invalid('The price specified is inactive. This field only accepts active prices.', {
      param: `${name}[price]`,
    })
  }
  const { product, product_data, ...data } = item.price_data ?? { currency: '' }
  const owner = product ?? (product_data ? quickProduct(account, product_data).id : undefined)
  if (!item.price_data || owner === undefined) {
    throw invalid(`You must specify either \`price\` or \`price_data\` when using prices.`, {
      code: 'parameter_missing',
      param: name,
    })
  }
  return createPrice(account, {
    ...(data as Input<typeof priceData>),
    product: owner,
    active: false,
  })
}

function checkModes(
  account: Account,
  mode: Stripe.Checkout.Session.Mode,
  lineItems: CheckoutDetails['lineItems'],
): void {
  const prices = lineItems.map(({ price }) => find(account.tables.prices, 'price', price))
  if (mode === 'payment' && prices.some(({ recurring }) => recurring)) {
    throw invalid(
      'You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only one-time prices.',
      { param: 'mode' },
    )
  }
  if (mode === 'subscription' && !prices.some(({ recurring }) => recurring)) {
    throw invalid(
      'You must provide at least one recurring price in `subscription` mode when using prices.',
      { param: 'mode' },
    )
  }
  if (new Set(prices.map((price) => price.currency)).size > 1) {
    throw invalid('All prices on a Checkout Session must have the same currency.', {
      param: 'line_items',
    })
  }
}

function currencyOf(
  account: Account,
  { lineItems }: CheckoutDetails,
  given: string | undefined,
): string | null {
  const first = account.tables.prices.get(lineItems[0]?.price ?? '')
  if (given !== undefined && first && first.currency !== given) {
    throw invalid('The specified currency does not match the currency of the prices.', {
      param: 'currency',
    })
  }
  return first?.currency ?? given ?? null
}

function expire(account: Account, session: Stripe.Checkout.Session) {
  if (session.status === 'open') return expireSession(account, session)
  throw invalid(
    `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${session.status}\`.`,
  )
}

function listSessions(account: Account, input: Input<typeof listInput>) {
  const { created, customer, payment_intent, status, subscription } = input
  const email = input.customer_details?.email
  const { checkoutSessions } = account.tables
  return page(
    checkoutSessions,
    input,
    '/v1/checkout/sessions',
    (session) =>
      (customer === undefined || session.customer === customer) &&
      (payment_intent === undefined || session.payment_intent === payment_intent) &&
      (subscription === undefined || session.subscription === subscription) &&
      (status === undefined || session.status === status) &&
      (email === undefined || session.customer_details?.email === email) &&
      inRange(created, session.created),
    customer === undefined ? undefined : checkoutSessions.by('customer', customer),
  )
}

function lineItemsOf(account: Account, session: string): Stripe.LineItem[] {
  const details = account.tables.checkoutDetails.get(session)
  if (!details) throw missing('checkout.session', session)
  const prices = details.lineItems.map(({ price }) => find(account.tables.prices, 'price', price))
  const amounts = details.lineItems.map(({ quantity }, index) => {
    const price = prices[index]
    return price ? priceFor(price, quantity) : 0
  })
  const { discount } = amountsOf(account, details)
  const discounts = shareOut(discount, amounts)
  return details.lineItems.flatMap(({ item, quantity }, index) => {
    const price = prices[index]
    if (!price) return []
    const amount = amounts[index] ?? 0
    return {
      id: item,
      object: 'item' as const,
      adjustable_quantity: null,
      amount_discount: discounts[index] ?? 0,
      amount_subtotal: amount,
      amount_tax: 0,
      amount_total: amount - (discounts[index] ?? 0),
      currency: price.currency,
      description: describePrice(account, { ...price, recurring: null }, quantity),
      metadata: {},
      price,
      quantity,
    }
  })
}

/** What `expand[]` may add to a session. */
export const checkoutSessionExtras = {
  line_items: (account: Account, { id }: Stripe.Checkout.Session) =>
    inlineList(`/v1/checkout/sessions/${id}/line_items`, lineItemsOf(account, id)),
}
