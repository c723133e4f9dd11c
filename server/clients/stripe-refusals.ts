import Stripe from 'stripe'
import { type ErrorCode, MatineeError } from '../errors.ts'

type Answer = readonly [code: ErrorCode, sentence: string]

const confirm: Answer = [
  'PAYMENT_DECLINED',
  'Your bank wants you to confirm this payment, so nothing has changed yet. Confirm it on your account page, or use another card.',
]
const noLongerThere: Answer = [
  'CONFLICT',
  'This is not there any more at the payment provider. Reload the page and try again.',
]
const otherState: Answer = [
  'CONFLICT',
  'This payment has changed in the meantime. Reload the page and look at it again.',
]
const address: Answer = [
  'BAD_REQUEST',
  'The payment provider does not accept this address. Check it, or write it in another way.',
]
const code: Answer = [
  'CONFLICT',
  'This code cannot be used any more. Take it out, or use another one.',
]
const price: Answer = [
  'CONFLICT',
  'This price is not offered any more. Reload the page and choose again.',
]
const amount: Answer = [
  'CONFLICT',
  'This amount cannot be charged in this currency. Please tell whoever runs this site.',
]
const busy: Answer = [
  'PAYMENT_PROVIDER_UNAVAILABLE',
  'The payment provider is busy. Try again in a moment.',
]

/** What a code of Stripe's means for whoever pressed the button: https://docs.stripe.com/error-codes */
const byCode: Readonly<Record<string, Answer>> = {
  authentication_required: confirm,
  payment_intent_action_required: confirm,
  invoice_payment_intent_requires_action: confirm,
  subscription_payment_intent_requires_action: confirm,
  resource_missing: noLongerThere,
  payment_intent_unexpected_state: otherState,
  setup_intent_unexpected_state: otherState,
  payment_method_unexpected_state: otherState,
  invoice_not_editable: otherState,
  invoice_no_subscription_line_items: otherState,
  invoice_upcoming_none: otherState,
  charge_already_captured: otherState,
  email_invalid: [
    'BAD_REQUEST',
    'The payment provider does not accept this e-mail address. Use another one.',
  ],
  tax_id_invalid: ['BAD_REQUEST', 'This tax number is not valid. Check it and try again.'],
  customer_tax_location_invalid: address,
  taxes_calculation_failed: address,
  postal_code_invalid: address,
  state_unsupported: address,
  country_unsupported: address,
  country_code_invalid: address,
  coupon_expired: code,
  product_inactive: price,
  customer_max_subscriptions: [
    'CONFLICT',
    'There are too many subscriptions already. Please write to whoever runs this site.',
  ],
  amount_too_small: amount,
  amount_too_large: amount,
  invalid_charge_amount: amount,
  charge_already_refunded: ['CONFLICT', 'This payment has been refunded already.'],
  charge_disputed: [
    'CONFLICT',
    'The bank has asked for this payment back already, so it cannot be refunded.',
  ],
  refund_disputed_payment: [
    'CONFLICT',
    'The bank has asked for this payment back already, so it cannot be refunded.',
  ],
  charge_not_refundable: ['CONFLICT', 'This payment cannot be refunded.'],
  balance_insufficient: [
    'CONFLICT',
    'There is not enough money in the Stripe account for this refund. Try again after the next payments.',
  ],
  insufficient_funds: ['PAYMENT_DECLINED', 'There is not enough money for this payment.'],
  rate_limit: busy,
  lock_timeout: busy,
  idempotency_key_in_use: busy,
}

/**
 * What a client is told when Stripe refused or could not be reached, never in Stripe's own words: a
 * payment that failed is the payer's to mend, what the table names has a sentence of its own, and
 * all else is between the operator and Stripe. No refusal is a fault of ours to the one who asked.
 */
export function toProviderError(error: Stripe.errors.StripeError): MatineeError {
  const known = byCode[error.code ?? '']
  if (known !== undefined) {
    const [code, detail] = known
    return new MatineeError(code, { detail, cause: error })
  }
  if (error.statusCode === 402 || error instanceof Stripe.errors.StripeCardError) {
    return new MatineeError('PAYMENT_DECLINED', { cause: error })
  }
  if (error instanceof Stripe.errors.StripeInvalidRequestError) {
    return new MatineeError('PAYMENT_PROVIDER_UNAVAILABLE', {
      detail: 'The payment provider refused this. Please tell whoever runs this site.',
      cause: error,
    })
  }
  return new MatineeError('PAYMENT_PROVIDER_UNAVAILABLE', { cause: error })
}
