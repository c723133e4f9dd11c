import Stripe from 'stripe'

const { errors } = Stripe

/** What keeps us from Stripe, and what an operator does about it; null for what is not Stripe's. */
export function stripeSentence(error: unknown): string | null {
  if (error instanceof errors.StripeAuthenticationError) {
    return 'Stripe does not know STRIPE_SECRET_KEY. Copy it anew from Stripe’s dashboard, under Developers.'
  }
  if (error instanceof errors.StripePermissionError) {
    return `STRIPE_SECRET_KEY may not do this; give the restricted key that right. Stripe says: ${error.message}`
  }
  if (error instanceof errors.StripeConnectionError) {
    return 'Stripe does not answer. See that this machine reaches api.stripe.com, or correct STRIPE_API_BASE.'
  }
  if (error instanceof errors.StripeRateLimitError) {
    return 'Stripe has been asked too often. Try again in a minute.'
  }
  if (error instanceof errors.StripeAPIError) {
    return 'Stripe has trouble of its own, or something else answers in its place: see status.stripe.com, or correct STRIPE_API_BASE.'
  }
  return null
}
