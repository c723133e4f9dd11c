import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { requireChargeable } from '../billing/amounts.ts'
import { amountsOf, expireSession } from '../billing/checkout.ts'
import { requireOneCurrency } from '../billing/one-currency.ts'
import { checkEmail } from '../http/email.ts'
import { invalid } from '../http/faults.ts'
import { inlinePage, inRange, page, paging, range } from '../http/pages.ts'
import { hash, type Input, metadata, oneOf, required, shape, text } from '../http/params.ts'
import { get, idIn, nothing, post } from '../http/route.ts'
import { inlineList, randomText } from '../ids.ts'
import { find } from '../store/find.ts'
import { mergeMetadata } from '../store/metadata.ts'
import { typesFor, writeDetails } from './checkout-details.ts'
import { currencyOf, lineItemsOf, theirCurrency } from './checkout-lines.ts'
import {
  checkExpiry,
  checkTogether,
  createInput,
  maximumSeconds,
} from './checkout-session-params.ts'

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

function createSession(account: Account, input: Input<typeof createInput>) {
  const id = `cs_test_${randomText(58)}`
  const customer =
    input.customer === undefined
      ? null
      : find(account.tables.customers, 'customer', input.customer, 'customer')
  const now = account.now(account.testClockOf(customer?.id ?? null))
  checkTogether(input)
  checkEmail(input.customer_email, 'customer_email')
  checkExpiry(input.expires_at, account.wallClock)
  const written = writeDetails(account, id, input, customer?.id ?? null)
  const details = {
    ...written,
    currency: written.currency ?? theirCurrency(account, written, input),
  }
  const code = currencyOf(account, details, details.currency ?? undefined)
  if (input.mode === 'subscription') requireOneCurrency(account, customer, code)
  const amounts = amountsOf(account, details)
  if (amounts.total > 0) {
    const sentence = "The Checkout Session's total amount due must add up to"
    requireChargeable(amounts.total, code ?? 'usd', sentence)
  }
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

/** What `expand[]` may add to a session. */
export const checkoutSessionExtras = {
  line_items: (account: Account, { id }: Stripe.Checkout.Session) =>
    inlineList(`/v1/checkout/sessions/${id}/line_items`, lineItemsOf(account, id)),
}
