import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { newId, randomText } from '../ids.ts'

export interface NewIntent {
  amount: number
  currency: string
  customer: string | null
  description?: string | null
  metadata?: Record<string, string>
  receiptEmail?: string | null
  setupFutureUsage?: Stripe.PaymentIntent.SetupFutureUsage | null
  paymentMethodTypes?: string[]
  paymentMethod?: string | null
  captureMethod?: Stripe.PaymentIntent.CaptureMethod
}

/** The intent to take an amount once; nothing is charged yet. */
export function createIntent(account: Account, given: NewIntent): Stripe.PaymentIntent {
  const id = newId('pi')
  return account.create<Stripe.PaymentIntent>(
    account.tables.paymentIntents,
    {
      id,
      object: 'payment_intent',
      allowed_payment_method_types: null,
      amount: given.amount,
      amount_capturable: 0,
      amount_details: { tip: {} },
      amount_received: 0,
      application: null,
      application_fee_amount: null,
      automatic_payment_methods: null,
      canceled_at: null,
      cancellation_reason: null,
      capture_method: given.captureMethod ?? 'automatic',
      client_secret: `${id}_secret_${randomText(25)}`,
      confirmation_method: 'automatic',
      created: account.nowFor(given.customer),
      currency: given.currency,
      customer: given.customer,
      customer_account: null,
      description: given.description ?? null,
      excluded_payment_method_types: null,
      last_payment_error: null,
      latest_charge: null,
      livemode: false,
      managed_payments: null,
      metadata: given.metadata ?? {},
      next_action: null,
      on_behalf_of: null,
      payment_method: given.paymentMethod ?? null,
      payment_method_configuration_details: null,
      payment_method_options: {},
      payment_method_types: given.paymentMethodTypes ?? ['card'],
      payment_record: null,
      processing: null,
      receipt_email: given.receiptEmail ?? null,
      review: null,
      setup_future_usage: given.setupFutureUsage ?? null,
      shipping: null,
      source: null,
      statement_descriptor: null,
      statement_descriptor_suffix: null,
      status: given.paymentMethod ? 'requires_confirmation' : 'requires_payment_method',
      transfer_data: null,
      transfer_group: null,
    },
    'payment_intent.created',
  )
}
