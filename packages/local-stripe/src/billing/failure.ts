import type Stripe from 'stripe'
import type { FaultMembers } from '../http/faults.ts'

/** What a failed payment intent says of its decline, as the members of Stripe's card error. */
export function declineMembersOf(intent: Stripe.PaymentIntent | undefined): FaultMembers {
  const error = intent?.last_payment_error
  if (!intent || !error) return { code: 'resource_missing' }
  return {
    ...(error.code ? { code: error.code } : {}),
    ...(error.decline_code ? { decline_code: error.decline_code } : {}),
    ...(error.advice_code ? { advice_code: error.advice_code } : {}),
    ...(error.charge ? { charge: error.charge } : {}),
    ...(error.payment_method ? { payment_method: error.payment_method } : {}),
    payment_intent: intent,
  }
}
