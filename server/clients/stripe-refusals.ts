import Stripe from 'stripe'
import type { stripe } from '../../contract/words/en/server/stripe.ts'
import { say } from '../../contract/words/server.ts'
import { type ErrorCode, MatineeError } from '../errors.ts'

type Answer = readonly [code: ErrorCode, key: keyof typeof stripe]

const confirm: Answer = ['PAYMENT_DECLINED', 'stripe.confirm']
const otherState: Answer = ['CONFLICT', 'stripe.otherState']
const address: Answer = ['BAD_REQUEST', 'stripe.address']
const amount: Answer = ['CONFLICT', 'stripe.amount']
const disputed: Answer = ['CONFLICT', 'stripe.disputed']
const busy: Answer = ['PAYMENT_PROVIDER_UNAVAILABLE', 'stripe.busy']

/** What a code of Stripe's means for whoever pressed the button: https://docs.stripe.com/error-codes */
const byCode: Readonly<Record<string, Answer>> = {
  authentication_required: confirm,
  payment_intent_action_required: confirm,
  invoice_payment_intent_requires_action: confirm,
  subscription_payment_intent_requires_action: confirm,
  resource_missing: ['CONFLICT', 'stripe.gone'],
  payment_intent_unexpected_state: otherState,
  setup_intent_unexpected_state: otherState,
  payment_method_unexpected_state: otherState,
  invoice_not_editable: otherState,
  invoice_no_subscription_line_items: otherState,
  invoice_upcoming_none: otherState,
  charge_already_captured: otherState,
  email_invalid: ['BAD_REQUEST', 'stripe.email'],
  tax_id_invalid: ['BAD_REQUEST', 'stripe.taxNumber'],
  customer_tax_location_invalid: address,
  taxes_calculation_failed: address,
  postal_code_invalid: address,
  state_unsupported: address,
  country_unsupported: address,
  country_code_invalid: address,
  coupon_expired: ['CONFLICT', 'stripe.code'],
  product_inactive: ['CONFLICT', 'stripe.price'],
  customer_max_subscriptions: ['CONFLICT', 'stripe.tooManyPlans'],
  amount_too_small: amount,
  amount_too_large: amount,
  invalid_charge_amount: amount,
  charge_already_refunded: ['CONFLICT', 'stripe.refunded'],
  charge_disputed: disputed,
  refund_disputed_payment: disputed,
  charge_not_refundable: ['CONFLICT', 'stripe.notRefundable'],
  balance_insufficient: ['CONFLICT', 'stripe.balance'],
  insufficient_funds: ['PAYMENT_DECLINED', 'stripe.noMoney'],
  rate_limit: busy,
  lock_timeout: busy,
  idempotency_key_in_use: busy,
}

/** Whether a customer who pays in one currency was to pay in another. Stripe has no code for it. */
export const refusesCurrency = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeInvalidRequestError &&
  /cannot combine currencies/i.test(error.message)

/**
 * What a client is told when Stripe refused or could not be reached, never in Stripe's own words: a
 * payment that failed is the payer's to mend, what the table names has a sentence of its own, and
 * all else is between the operator and Stripe. No refusal is a fault of ours to the one who asked.
 */
export function toProviderError(error: Stripe.errors.StripeError): MatineeError {
  const known = byCode[error.code ?? '']
  if (known !== undefined) {
    const [code, key] = known
    return new MatineeError(code, { detail: say(key), cause: error })
  }
  if (error.statusCode === 402 || error instanceof Stripe.errors.StripeCardError) {
    return new MatineeError('PAYMENT_DECLINED', { cause: error })
  }
  if (refusesCurrency(error)) {
    return new MatineeError('CONFLICT', { detail: say('stripe.currencies'), cause: error })
  }
  if (error instanceof Stripe.errors.StripeInvalidRequestError) {
    return new MatineeError('PAYMENT_PROVIDER_UNAVAILABLE', {
      detail: say('stripe.refused'),
      cause: error,
    })
  }
  return new MatineeError('PAYMENT_PROVIDER_UNAVAILABLE', { cause: error })
}
