import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { readyMadeCard, type TestCard, testCard } from '../billing/cards.ts'
import { declineMembers } from '../billing/declines.ts'
import { cardError, invalid, missing } from '../http/faults.ts'
import { page, paging } from '../http/pages.ts'
import {
  clearable,
  hash,
  type Input,
  integer,
  metadata,
  oneOf,
  required,
  shape,
  text,
} from '../http/params.ts'
import { get, idIn, nothing, post } from '../http/route.ts'
import { idOf, newId } from '../ids.ts'
import { mergeMetadata } from './metadata.ts'

const billingDetails = hash(
  shape<Stripe.PaymentMethodCreateParams.BillingDetails>()({
    email: clearable(text()),
    name: clearable(text()),
    phone: clearable(text()),
  }),
)

const createInput = shape<Stripe.PaymentMethodCreateParams>()({
  type: required(oneOf('card')),
  card: required(
    hash(
      shape<Stripe.PaymentMethodCreateParams.Card>()({
        cvc: text(),
        exp_month: integer(1, 12),
        exp_year: integer(),
        number: text(),
        token: text(),
      }),
    ),
  ),
  billing_details: billingDetails,
  metadata: metadata(),
  allow_redisplay: oneOf('always', 'limited', 'unspecified'),
})

const updateInput = shape<Stripe.PaymentMethodUpdateParams>()({
  billing_details: billingDetails,
  metadata: metadata(),
  allow_redisplay: oneOf('always', 'limited', 'unspecified'),
})

export const methodsInput = shape<Stripe.CustomerListPaymentMethodsParams>()({
  ...paging,
  type: text(),
})

const listInput = shape<Stripe.PaymentMethodListParams>()({
  ...paging,
  customer: text(),
  type: text(),
})

export const paymentMethodRoutes = [
  post('/v1/payment_methods', createInput, createPaymentMethod),
  get('/v1/payment_methods', listInput, (account, input) =>
    listPaymentMethods(account, input, '/v1/payment_methods'),
  ),
  get('/v1/payment_methods/:id', nothing, (account, _, ids) =>
    findPaymentMethod(account, idIn(ids)),
  ),
  post('/v1/payment_methods/:id', updateInput, (account, input, ids) => {
    const method = findPaymentMethod(account, idIn(ids))
    return account.update(
      account.tables.paymentMethods,
      method,
      {
        billing_details: { ...method.billing_details, ...input.billing_details },
        metadata: mergeMetadata(method.metadata, input.metadata),
        allow_redisplay: input.allow_redisplay ?? method.allow_redisplay,
      },
      'payment_method.updated',
    )
  }),
  post(
    '/v1/payment_methods/:id/attach',
    shape<Stripe.PaymentMethodAttachParams>()({ customer: required(text()) }),
    (account, { customer }, ids) => {
      if (!account.tables.customers.get(customer)) throw missing('customer', customer, 'customer')
      return attach(account, idIn(ids), customer)
    },
  ),
  post('/v1/payment_methods/:id/detach', nothing, (account, _, ids) =>
    detach(account, findPaymentMethod(account, idIn(ids))),
  ),
]

export function findPaymentMethod(account: Account, id: string, param?: string) {
  const method = account.tables.paymentMethods.get(id)
  if (!method) throw missing('PaymentMethod', id, param)
  return method
}

/** A payment method that belongs to this customer. */
export function ownedMethod(account: Account, customer: string, id: string, param?: string) {
  const method = findPaymentMethod(account, id, param)
  if (method.customer === customer) return method
  throw invalid(
    `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`,
    { code: 'resource_missing', param: param ?? 'payment_method' },
  )
}

function createPaymentMethod(account: Account, input: Input<typeof createInput>) {
  const { number, token, exp_month, exp_year } = input.card
  const card = token ? readyMadeCard(token) : testCard(number ?? '')
  if (token && !card) throw missing('token', token, 'card[token]')
  if (!card) {
    throw cardError('Your card number is incorrect. Only test cards work here.', {
      code: 'incorrect_number',
      param: 'card[number]',
    })
  }
  return newCard(account, card, {
    exp_month,
    exp_year,
    billing: input.billing_details,
    metadata: mergeMetadata({}, input.metadata),
  })
}

interface CardExtras {
  exp_month?: number
  exp_year?: number
  billing?: { email?: string | null; name?: string | null; phone?: string | null }
  metadata?: Record<string, string>
}

/** A payment method of a test card, attached to nobody yet. */
export function newCard(account: Account, card: TestCard, extras: CardExtras = {}) {
  const now = account.now()
  const method: Stripe.PaymentMethod = {
    id: newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: {
      address: {
        city: null,
        country: null,
        line1: null,
        line2: null,
        postal_code: null,
        state: null,
      },
      email: extras.billing?.email ?? null,
      name: extras.billing?.name ?? null,
      phone: extras.billing?.phone ?? null,
      tax_id: null,
    },
    card: {
      brand: card.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: 'US',
      display_brand: card.brand,
      exp_month: extras.exp_month ?? 12,
      exp_year: extras.exp_year ?? new Date(now * 1000).getUTCFullYear() + 4,
      fingerprint: `local${card.number.slice(-11)}`,
      funding: 'credit',
      generated_from: null,
      last4: card.number.slice(-4),
      networks: { available: [card.brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: now,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: extras.metadata ?? {},
    type: 'card',
  }
  account.put(account.tables.paymentMethods, method)
  account.put(account.tables.cardsOnFile, { id: method.id, number: card.number, confirmed: false })
  return method
}

/** Attaches a payment method, or a new copy of a ready-made one such as `pm_card_visa`. */
export function attach(account: Account, id: string, customer: string, param?: string) {
  const ready = readyMadeCard(id)
  const method = ready ? newCard(account, ready) : findPaymentMethod(account, id, param)
  const owner = idOf(method.customer)
  if (owner === customer) return method
  if (owner) {
    throw invalid('The payment method you provided has already been attached to a customer.', {
      code: 'payment_method_unexpected_state',
    })
  }
  const decline = cardBehind(account, method.id)?.refusedAtSetup
  if (decline) throw cardError(decline.message, declineMembers(decline))
  return account.update(
    account.tables.paymentMethods,
    method,
    { customer },
    'payment_method.attached',
  )
}

export const cardBehind = (account: Account, method: string): TestCard | undefined =>
  testCard(account.tables.cardsOnFile.get(method)?.number ?? '')

function detach(account: Account, method: Stripe.PaymentMethod): Stripe.PaymentMethod {
  const owner = idOf(method.customer)
  if (!owner) {
    throw invalid(
      'The payment method you provided is not attached to a customer so detachment is impossible.',
      { code: 'payment_method_unexpected_state' },
    )
  }
  forgetAsDefault(account, owner, method.id)
  return account.update(
    account.tables.paymentMethods,
    method,
    { customer: null },
    'payment_method.detached',
  )
}

/** A detached payment method is no longer anybody's default. */
function forgetAsDefault(account: Account, owner: string, method: string): void {
  const { customers, subscriptions } = account.tables
  const customer = customers.get(owner)
  if (customer?.invoice_settings.default_payment_method === method) {
    const invoice_settings = { ...customer.invoice_settings, default_payment_method: null }
    account.update(customers, customer, { invoice_settings }, 'customer.updated')
  }
  for (const subscription of subscriptions.by('customer', owner)) {
    if (subscription.default_payment_method !== method) continue
    account.update(
      subscriptions,
      subscription,
      { default_payment_method: null },
      'customer.subscription.updated',
    )
  }
}

export function listPaymentMethods(account: Account, input: Input<typeof listInput>, url: string) {
  const { customer, type } = input
  return page(
    account.tables.paymentMethods,
    input,
    url,
    (method) =>
      method.customer !== null &&
      (customer === undefined || method.customer === customer) &&
      (type === undefined || method.type === type),
    customer === undefined ? undefined : account.tables.paymentMethods.by('customer', customer),
  )
}
