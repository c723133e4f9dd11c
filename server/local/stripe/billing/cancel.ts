import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { invalid } from '../http/faults.ts'
import { endSubscription } from './end.ts'

export interface CancelOptions {
  comment?: string | null
  feedback?: Stripe.Subscription.CancellationDetails.Feedback | null
}

/** Cancels at once, as the API and the portal do it. */
export function cancelSubscription(
  account: Account,
  subscription: Stripe.Subscription,
  { comment, feedback }: CancelOptions,
): Stripe.Subscription {
  if (subscription.ended_at !== null) {
    throw invalid(`No such subscription: ${subscription.id}`, {
      code: 'resource_missing',
      param: 'id',
    })
  }
  const details = subscription.cancellation_details
  return endSubscription(
    account,
    {
      ...subscription,
      cancellation_details: {
        comment: comment ?? details?.comment ?? null,
        feedback: feedback ?? details?.feedback ?? null,
        feedback_option: null,
        reason: null,
      },
    },
    'cancellation_requested',
  )
}
