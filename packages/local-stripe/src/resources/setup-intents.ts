import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { findPaymentMethod } from '../billing/payment-methods.ts'
import { cancelSetup, confirmSetup, createSetup } from '../billing/setup.ts'
import { invalid } from '../http/faults.ts'
import { inRange, page, paging, range } from '../http/pages.ts'
import { flag, type Input, metadata, oneOf, shape, text, url } from '../http/params.ts'
import { get, idIn, nothing, post } from '../http/route.ts'
import { find } from '../store/find.ts'
import { mergeMetadata } from '../store/metadata.ts'

const createInput = shape<Stripe.SetupIntentCreateParams>()({
  confirm: flag(),
  customer: text(),
  description: text(1000),
  metadata: metadata(),
  payment_method: text(),
  return_url: url(),
  usage: oneOf('off_session', 'on_session'),
})

const confirmInput = shape<Stripe.SetupIntentConfirmParams>()({
  payment_method: text(),
  return_url: url(),
})

const findSetup = (account: Account, id: string): Stripe.SetupIntent =>
  find(account.tables.setupIntents, 'setupintent', id)

export const setupIntentRoutes = [
  post('/v1/setup_intents', createInput, createSetupIntent),
  get(
    '/v1/setup_intents',
    shape<Stripe.SetupIntentListParams>()({ ...paging, created: range(), customer: text() }),
    (account, input) =>
      page(
        account.tables.setupIntents,
        input,
        '/v1/setup_intents',
        (intent) =>
          (input.customer === undefined || intent.customer === input.customer) &&
          inRange(input.created, intent.created),
      ),
  ),
  get('/v1/setup_intents/:id', nothing, (account, _, ids) => findSetup(account, idIn(ids))),
  post('/v1/setup_intents/:id/confirm', confirmInput, (account, input, ids) => {
    const intent = findSetup(account, idIn(ids))
    const id = input.payment_method ?? intent.payment_method
    if (typeof id !== 'string') {
      throw invalid('You cannot confirm this SetupIntent because it is missing a payment method.', {
        code: 'setup_intent_unexpected_state',
      })
    }
    return confirmSetup(account, intent, id)
  }),
  post('/v1/setup_intents/:id/cancel', nothing, (account, _, ids) =>
    cancelSetup(account, findSetup(account, idIn(ids))),
  ),
]

function createSetupIntent(account: Account, input: Input<typeof createInput>) {
  const customer =
    input.customer === undefined
      ? null
      : find(account.tables.customers, 'customer', input.customer, 'customer').id
  if (input.payment_method !== undefined && !input.payment_method.startsWith('pm_card_')) {
    findPaymentMethod(account, input.payment_method, 'payment_method')
  }
  const intent = createSetup(account, {
    customer,
    description: input.description ?? null,
    metadata: mergeMetadata({}, input.metadata),
    paymentMethod: input.payment_method ?? null,
    usage: input.usage ?? 'off_session',
  })
  if (!input.confirm) return intent
  if (input.payment_method === undefined) {
    throw invalid('You cannot confirm this SetupIntent because it is missing a payment method.', {
      code: 'parameter_missing',
      param: 'payment_method',
    })
  }
  return confirmSetup(account, intent, input.payment_method)
}
