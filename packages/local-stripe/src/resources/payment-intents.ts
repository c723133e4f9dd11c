import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { requireChargeable } from '../billing/amounts.ts'
import { readyMadeCard } from '../billing/cards.ts'
import { afterSettlement } from '../billing/collect.ts'
import { declineMembersOf } from '../billing/failure.ts'
import { cancelIntent, confirmIntent } from '../billing/intents.ts'
import { createIntent } from '../billing/new-intent.ts'
import { attach, findPaymentMethod, newCard } from '../billing/payment-methods.ts'
import { currency } from '../http/currency.ts'
import { cardError, invalid } from '../http/faults.ts'
import { inRange, page, paging, range } from '../http/pages.ts'
import {
  clearable,
  flag,
  hash,
  type Input,
  integer,
  metadata,
  oneOf,
  required,
  shape,
  text,
  url,
} from '../http/params.ts'
import { get, idIn, nothing, post } from '../http/route.ts'
import { idOf } from '../ids.ts'
import { find } from '../store/find.ts'
import { mergeMetadata } from '../store/metadata.ts'

const futureUsage = oneOf('off_session', 'on_session')
const automatic = hash(
  shape<Stripe.PaymentIntentCreateParams.AutomaticPaymentMethods>()({
    allow_redirects: oneOf('always', 'never'),
    enabled: required(flag()),
  }),
)

const createInput = shape<Stripe.PaymentIntentCreateParams>()({
  amount: required(integer(1)),
  automatic_payment_methods: automatic,
  confirm: flag(),
  currency: required(currency()),
  customer: text(),
  description: text(1000),
  metadata: metadata(),
  off_session: flag(),
  payment_method: text(),
  receipt_email: text(),
  return_url: url(),
  setup_future_usage: futureUsage,
})

const updateInput = shape<Stripe.PaymentIntentUpdateParams>()({
  amount: integer(1),
  customer: text(),
  description: text(1000),
  metadata: metadata(),
  payment_method: text(),
  receipt_email: clearable(text()),
  setup_future_usage: clearable(futureUsage),
})

const confirmInput = shape<Stripe.PaymentIntentConfirmParams>()({
  off_session: flag(),
  payment_method: text(),
  receipt_email: clearable(text()),
  return_url: url(),
  setup_future_usage: clearable(futureUsage),
})

const findIntent = (account: Account, id: string): Stripe.PaymentIntent =>
  find(account.tables.paymentIntents, 'payment_intent', id)

export const paymentIntentRoutes = [
  post('/v1/payment_intents', createInput, createPaymentIntent),
  get(
    '/v1/payment_intents',
    shape<Stripe.PaymentIntentListParams>()({ ...paging, created: range(), customer: text() }),
    (account, input) =>
      page(
        account.tables.paymentIntents,
        input,
        '/v1/payment_intents',
        (intent) =>
          (input.customer === undefined || intent.customer === input.customer) &&
          inRange(input.created, intent.created),
        input.customer === undefined
          ? undefined
          : account.tables.paymentIntents.by('customer', input.customer),
      ),
  ),
  get('/v1/payment_intents/:id', nothing, (account, _, ids) => findIntent(account, idIn(ids))),
  post('/v1/payment_intents/:id', updateInput, (account, { metadata: given, ...changes }, ids) => {
    const intent = findIntent(account, idIn(ids))
    if (changes.amount !== undefined) {
      requireUnpaid(intent, 'update')
      requireChargeable(changes.amount, intent.currency, undefined, 'amount')
    }
    return account.update(account.tables.paymentIntents, intent, {
      ...changes,
      metadata: mergeMetadata(intent.metadata, given),
    })
  }),
  post('/v1/payment_intents/:id/confirm', confirmInput, (account, input, ids) =>
    confirm(account, findIntent(account, idIn(ids)), input),
  ),
  post(
    '/v1/payment_intents/:id/cancel',
    shape<Stripe.PaymentIntentCancelParams>()({
      cancellation_reason: oneOf('abandoned', 'duplicate', 'fraudulent', 'requested_by_customer'),
    }),
    (account, input, ids) => {
      const intent = findIntent(account, idIn(ids))
      requireUnpaid(intent, 'cancel')
      if (account.tables.invoicePayments.by('payment_intent', intent.id).length > 0) {
        throw invalid('This PaymentIntent belongs to an invoice. Void the invoice instead.', {
          code: 'payment_intent_unexpected_state',
        })
      }
      return cancelIntent(account, intent, input.cancellation_reason ?? 'requested_by_customer')
    },
  ),
]

function createPaymentIntent(account: Account, input: Input<typeof createInput>) {
  requireChargeable(input.amount, input.currency, undefined, 'amount')
  const customer =
    input.customer === undefined
      ? null
      : find(account.tables.customers, 'customer', input.customer, 'customer').id
  const intent = createIntent(account, {
    amount: input.amount,
    currency: input.currency,
    customer,
    description: input.description,
    metadata: mergeMetadata({}, input.metadata),
    receiptEmail: input.receipt_email,
    setupFutureUsage: input.setup_future_usage,
    paymentMethod:
      input.payment_method && !input.confirm
        ? usable(account, input.payment_method, customer).id
        : null,
  })
  return input.confirm ? confirm(account, intent, input) : intent
}

function confirm(
  account: Account,
  found: Stripe.PaymentIntent,
  input: Input<typeof confirmInput>,
): Stripe.PaymentIntent {
  requireUnpaid(found, 'confirm')
  const intent = {
    ...found,
    setup_future_usage: input.setup_future_usage ?? found.setup_future_usage,
    receipt_email: input.receipt_email ?? found.receipt_email,
  }
  const id = input.payment_method ?? idOf(intent.payment_method)
  if (!id) {
    throw invalid(
      'You cannot confirm this PaymentIntent because it’s missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.',
      { code: 'payment_intent_unexpected_state' },
    )
  }
  const method = usable(account, id, idOf(intent.customer))
  const tried = confirmIntent(account, intent, method, { offSession: input.off_session })
  afterSettlement(account, tried)
  if (tried.status === 'requires_payment_method') {
    const message = tried.last_payment_error?.message ?? 'Your card was declined.'
    throw cardError(message, declineMembersOf(tried))
  }
  const customer = idOf(tried.customer)
  if (tried.status === 'succeeded' && customer && tried.setup_future_usage) {
    attach(account, method.id, customer)
  }
  return tried
}

/** A payment method, or a fresh one of a ready-made kind; not one of another customer. */
function usable(account: Account, id: string, customer: string | null): Stripe.PaymentMethod {
  const ready = readyMadeCard(id)
  if (ready) return newCard(account, ready)
  const method = findPaymentMethod(account, id, 'payment_method')
  const owner = idOf(method.customer)
  if (owner === null || owner === customer) return method
  throw invalid(
    `The provided PaymentMethod was attached to another customer, so it cannot be used here: ${id}.`,
    { param: 'payment_method' },
  )
}

function requireUnpaid(intent: Stripe.PaymentIntent, verb: string): void {
  if (!['succeeded', 'canceled', 'processing'].includes(intent.status)) return
  throw invalid(
    `You cannot ${verb} this PaymentIntent because it has a status of ${intent.status}.`,
    { code: 'payment_intent_unexpected_state' },
  )
}
