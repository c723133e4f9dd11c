import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { readyMadeCard, testCard } from '../billing/cards.ts'
import { attach, findPaymentMethod, newCard } from '../billing/payment-methods.ts'
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
import { idOf } from '../ids.ts'
import { mergeMetadata } from '../store/metadata.ts'

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
