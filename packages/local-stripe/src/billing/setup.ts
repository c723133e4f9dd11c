import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { cardError, invalid } from '../http/faults.ts'
import { idOf, newId, randomText } from '../ids.ts'
import { readyMadeCard } from './cards.ts'
import { declineMembers } from './declines.ts'
import { confirmCard } from './intents.ts'
import { attach, cardBehind, findPaymentMethod, newCard } from './payment-methods.ts'

export interface NewSetup {
  customer: string | null
  description?: string | null
  metadata?: Record<string, string>
  paymentMethod?: string | null
  usage?: 'off_session' | 'on_session'
}

/** The intent to keep a payment method for later charges. */
export function createSetup(account: Account, given: NewSetup): Stripe.SetupIntent {
  const id = newId('seti')
  return account.create<Stripe.SetupIntent>(
    account.tables.setupIntents,
    {
      id,
      object: 'setup_intent',
      allowed_payment_method_types: null,
      application: null,
      automatic_payment_methods: null,
      cancellation_reason: null,
      client_secret: `${id}_secret_${randomText(25)}`,
      created: account.nowFor(given.customer),
      customer: given.customer,
      customer_account: null,
      description: given.description ?? null,
      excluded_payment_method_types: null,
      flow_directions: null,
      last_setup_error: null,
      latest_attempt: null,
      livemode: false,
      mandate: null,
      metadata: given.metadata ?? {},
      next_action: null,
      on_behalf_of: null,
      payment_method: given.paymentMethod ?? null,
      payment_method_configuration_details: null,
      payment_method_options: {},
      payment_method_types: ['card'],
      single_use_mandate: null,
      status: given.paymentMethod ? 'requires_confirmation' : 'requires_payment_method',
      usage: given.usage ?? 'off_session',
    },
    'setup_intent.created',
  )
}

/** Keeps the payment method, or asks its holder to confirm, or throws Stripe's card error. */
export function confirmSetup(
  account: Account,
  intent: Stripe.SetupIntent,
  methodId: string,
): Stripe.SetupIntent {
  requireUnfinished(intent)
  const ready = readyMadeCard(methodId)
  const method = ready ? newCard(account, ready) : findPaymentMethod(account, methodId)
  const card = cardBehind(account, method.id)
  if (card?.refusedAtSetup) {
    const failed = account.update(account.tables.setupIntents, intent, {
      last_setup_error: {
        ...declineMembers(card.refusedAtSetup),
        message: card.refusedAtSetup.message,
        payment_method: method,
        type: 'card_error',
      } as Stripe.SetupIntent.LastSetupError,
      payment_method: null,
      status: 'requires_payment_method',
    })
    account.emit('setup_intent.setup_failed', failed)
    throw cardError(card.refusedAtSetup.message, {
      ...declineMembers(card.refusedAtSetup),
      setup_intent: failed,
    })
  }
  if (card && card.confirmation !== 'never') {
    return account.update(
      account.tables.setupIntents,
      intent,
      {
        next_action: {
          redirect_to_url: { return_url: null, url: `${account.publicBase}/confirm/${intent.id}` },
          type: 'redirect_to_url',
        },
        payment_method: method.id,
        status: 'requires_action',
      },
      'setup_intent.requires_action',
    )
  }
  return succeedSetup(account, intent, method.id)
}

/** The holder's answer, after `confirmSetup` left the intent in `requires_action`. */
export function answerSetup(
  account: Account,
  intent: Stripe.SetupIntent,
  confirmed: boolean,
): Stripe.SetupIntent {
  const method = idOf(intent.payment_method)
  if (intent.status !== 'requires_action' || !method) {
    throw invalid('This SetupIntent is not waiting for a confirmation.')
  }
  if (confirmed) {
    confirmCard(account, method)
    return succeedSetup(account, intent, method)
  }
  const failed = account.update(account.tables.setupIntents, intent, {
    last_setup_error: {
      code: 'setup_intent_authentication_failure',
      message:
        'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
      type: 'invalid_request_error',
    },
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method',
  })
  account.emit('setup_intent.setup_failed', failed)
  return failed
}

/** The payment method is the customer's, for later charges too. */
export function succeedSetup(account: Account, intent: Stripe.SetupIntent, method: string) {
  const customer = idOf(intent.customer)
  if (customer) attach(account, method, customer)
  const purpose = account.tables.setupPurposes.get(intent.id)
  if (purpose) makeDefault(account, purpose.customer, method)
  return account.update(
    account.tables.setupIntents,
    intent,
    { last_setup_error: null, next_action: null, payment_method: method, status: 'succeeded' },
    'setup_intent.succeeded',
  )
}

/** The new card becomes the default of the customer and of the running subscriptions. */
function makeDefault(account: Account, customerId: string, method: string): void {
  const { customers, subscriptions } = account.tables
  const customer = customers.get(customerId)
  if (!customer) return
  const invoice_settings = { ...customer.invoice_settings, default_payment_method: method }
  account.update(customers, customer, { invoice_settings }, 'customer.updated')
  for (const subscription of subscriptions.by('customer', customerId)) {
    if (subscription.ended_at !== null) continue
    const changes = { default_payment_method: method }
    account.update(subscriptions, subscription, changes, 'customer.subscription.updated')
  }
}

export function cancelSetup(account: Account, intent: Stripe.SetupIntent): Stripe.SetupIntent {
  requireUnfinished(intent)
  return account.update(
    account.tables.setupIntents,
    intent,
    { cancellation_reason: 'requested_by_customer', next_action: null, status: 'canceled' },
    'setup_intent.canceled',
  )
}

function requireUnfinished(intent: Stripe.SetupIntent): void {
  if (intent.status !== 'succeeded' && intent.status !== 'canceled') return
  throw invalid(`This SetupIntent has a status of ${intent.status}, so this cannot be done.`, {
    code: 'setup_intent_unexpected_state',
  })
}
