import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { invalid } from '../http/faults.ts'
import { idOf } from '../ids.ts'
import { mergeMetadata } from '../resources/metadata.ts'
import { ownedMethod } from '../resources/payment-methods.ts'
import { redeemable } from '../resources/promotion-codes.ts'
import { newDiscount } from './redeem.ts'
import { nextPeriodEnd } from './renew.ts'

export interface Changes {
  automatic_tax?: { enabled: boolean }
  cancel_at?: number | null
  cancel_at_period_end?: boolean
  cancellation_details?: {
    comment?: string | null
    feedback?: Stripe.Subscription.CancellationDetails.Feedback | null
  }
  default_payment_method?: string
  description?: string | null
  discounts?: { coupon?: string; promotion_code?: string }[]
  metadata?: Record<string, string> | null
  pause_collection?: {
    behavior: Stripe.Subscription.PauseCollection.Behavior
    resumes_at?: number
  } | null
}

/** Carries out an update of a subscription, as the API's call does. */
export function changeSubscription(
  account: Account,
  subscription: Stripe.Subscription,
  input: Changes,
): Stripe.Subscription {
  refuseEnded(subscription)
  const customer = idOf(subscription.customer)
  const changes: Partial<Stripe.Subscription> = {
    ...cancellation(account, subscription, input),
    metadata: mergeMetadata(subscription.metadata, input.metadata),
  }
  if (input.description !== undefined) changes.description = input.description
  if (input.default_payment_method !== undefined) {
    const method = ownedMethod(
      account,
      customer,
      input.default_payment_method,
      'default_payment_method',
    )
    changes.default_payment_method = method.id
  }
  if (input.pause_collection !== undefined) {
    changes.pause_collection = input.pause_collection && {
      behavior: input.pause_collection.behavior,
      resumes_at: input.pause_collection.resumes_at ?? null,
    }
  }
  if (input.discounts !== undefined) {
    changes.discounts = input.discounts.flatMap((given) => {
      const found = redeemable(account, given, customer)
      if (!found) return []
      return newDiscount(account, { ...found, customer, subscription: subscription.id }).id
    })
  }
  return account.update(
    account.tables.subscriptions,
    subscription,
    changes,
    'customer.subscription.updated',
  )
}

/** "After it's canceled, the subscription is largely immutable." */
function refuseEnded(subscription: Stripe.Subscription): void {
  if (subscription.ended_at === null) return
  throw invalid('A canceled subscription can only update its cancellation_details and metadata.', {
    code: 'invalid_canceled_subscription_fields',
  })
}

/** Scheduling and taking back a cancellation. */
function cancellation(
  account: Account,
  subscription: Stripe.Subscription,
  input: Changes,
): Partial<Stripe.Subscription> {
  const now = account.nowFor(idOf(subscription.customer))
  const { cancel_at_period_end: atPeriodEnd, cancel_at: at } = input
  if (atPeriodEnd !== undefined && at !== undefined && at !== null) {
    throw invalid(
      'You may only specify one of these parameters: cancel_at, cancel_at_period_end.',
      { code: 'parameters_exclusive', param: 'cancel_at' },
    )
  }
  if (at !== undefined && at !== null && at <= now) {
    throw invalid('`cancel_at` must be a timestamp in the future.', { param: 'cancel_at' })
  }
  const before = subscription.cancellation_details
  const details = (reason: 'cancellation_requested' | null) => ({
    cancellation_details: {
      comment: input.cancellation_details?.comment ?? before?.comment ?? null,
      feedback: input.cancellation_details?.feedback ?? before?.feedback ?? null,
      feedback_option: null,
      reason,
    },
  })
  if (atPeriodEnd === true || (at !== undefined && at !== null)) {
    return {
      cancel_at: at ?? nextPeriodEnd(subscription),
      cancel_at_period_end: atPeriodEnd ?? false,
      canceled_at: now,
      ...details('cancellation_requested'),
    }
  }
  if (atPeriodEnd === false || at === null) {
    return { cancel_at: null, cancel_at_period_end: false, canceled_at: null, ...details(null) }
  }
  return input.cancellation_details
    ? details(before?.reason === null ? null : 'cancellation_requested')
    : {}
}
