import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { invalid } from '../http/faults.ts'
import { idOf } from '../ids.ts'
import { mergeMetadata } from '../store/metadata.ts'
import { type ItemChanges, rearrange } from './change-items.ts'
import { attemptPayment, finalizeInvoice, refuseUnpaid } from './collect.ts'
import { ownedMethod } from './payment-methods.ts'
import { keepPending } from './pending-update.ts'
import { newDiscount } from './redeem.ts'
import { redeemable } from './redeemable.ts'
import { applyPause, nextPeriodEnd } from './renew.ts'
import { latest } from './subscribe.ts'

export interface Changes extends ItemChanges {
  automatic_tax?: { enabled: boolean }
  cancel_at?: number | 'max_period_end' | 'min_period_end' | null
  cancel_at_period_end?: boolean
  cancellation_details?: {
    comment?: string | null
    feedback?: Stripe.Subscription.CancellationDetails.Feedback | null
  }
  default_payment_method?: string
  description?: string | null
  discounts?: { coupon?: string; promotion_code?: string }[]
  metadata?: Record<string, string> | null
  off_session?: boolean
  pause_collection?: {
    behavior: Stripe.Subscription.PauseCollection.Behavior
    resumes_at?: number
  } | null
  payment_behavior?:
    | 'allow_incomplete'
    | 'default_incomplete'
    | 'error_if_incomplete'
    | 'pending_if_incomplete'
  payment_settings?: { save_default_payment_method?: 'off' | 'on_subscription' }
  trial_settings?: {
    end_behavior: { missing_payment_method: 'cancel' | 'create_invoice' | 'pause' }
  }
}

/** Carries out an update of a subscription, as the API's call does, and asks for what is due. */
export function changeSubscription(
  account: Account,
  subscription: Stripe.Subscription,
  input: Changes,
): Stripe.Subscription {
  const draft = applyChanges(account, subscription, input)
  if (draft) collectChange(account, subscription, draft, input)
  return latest(account, subscription)
}

/** The change without its payment. Answers the draft of the invoice that is due at once, if any. */
export function applyChanges(
  account: Account,
  subscription: Stripe.Subscription,
  input: Changes,
): Stripe.Invoice | null {
  refuseEnded(subscription, input)
  const plain = plainChanges(account, subscription, input)
  const current = { ...subscription, ...plain }
  const { changes, draft } = touchesItems(input)
    ? rearrange(account, current, input)
    : { changes: {}, draft: null }
  const moved = { ...current, ...changes }
  account.update(
    account.tables.subscriptions,
    subscription,
    {
      ...plain,
      ...changes,
      // A scheduled end of the period moves with the period.
      ...(moved.cancel_at_period_end ? { cancel_at: nextPeriodEnd(moved) } : {}),
      ...(draft ? { latest_invoice: draft.id } : {}),
    },
    'customer.subscription.updated',
  )
  return draft
}

const touchesItems = (input: Changes): boolean =>
  input.items !== undefined ||
  input.trial_end !== undefined ||
  input.billing_cycle_anchor?.type === 'now'

function collectChange(
  account: Account,
  before: Stripe.Subscription,
  draft: Stripe.Invoice,
  input: Changes,
): void {
  if (applyPause(account, latest(account, before), draft)) return
  const invoice = finalizeInvoice(account, draft)
  if (invoice.status !== 'open' || invoice.collection_method === 'send_invoice') return
  if (input.payment_behavior === 'default_incomplete') {
    const subscription = account.tables.subscriptions.get(
      idOf(invoice.parent?.subscription_details?.subscription) ?? '',
    )
    if (!subscription) return
    account.update(
      account.tables.subscriptions,
      subscription,
      { status: 'past_due' },
      'customer.subscription.updated',
    )
    return
  }
  const tried = attemptPayment(account, invoice)
  if (input.payment_behavior === 'error_if_incomplete')
    refuseUnpaid(account, tried, false, 'subscription')
  if (input.payment_behavior === 'pending_if_incomplete' && tried.status === 'open') {
    keepPending(account, before, tried)
  }
}

function plainChanges(
  account: Account,
  subscription: Stripe.Subscription,
  input: Changes,
): Partial<Stripe.Subscription> {
  const customer = idOf(subscription.customer)
  const changes: Partial<Stripe.Subscription> = {
    ...cancellation(account, subscription, input),
    metadata: mergeMetadata(subscription.metadata, input.metadata),
  }
  if (input.description !== undefined) changes.description = input.description
  if (input.default_payment_method !== undefined) {
    const name = 'default_payment_method'
    changes[name] = ownedMethod(account, customer, input.default_payment_method, name).id
  }
  if (input.pause_collection !== undefined) {
    changes.pause_collection = input.pause_collection && {
      behavior: input.pause_collection.behavior,
      resumes_at: input.pause_collection.resumes_at ?? null,
    }
  }
  if (input.payment_settings && subscription.payment_settings) {
    changes.payment_settings = { ...subscription.payment_settings, ...input.payment_settings }
  }
  if (input.trial_settings) {
    const { missing_payment_method } = input.trial_settings.end_behavior
    changes.trial_settings = {
      end_behavior: { billing_cycle_anchor: null, missing_payment_method },
    }
  }
  if (input.automatic_tax) {
    const { enabled } = input.automatic_tax
    changes.automatic_tax = {
      disabled_reason: null,
      enabled,
      liability: enabled ? { type: 'self' } : null,
    }
  }
  if (input.discounts !== undefined) {
    changes.discounts = input.discounts.flatMap((given) => {
      const found = redeemable(account, given, customer)
      if (!found) return []
      return newDiscount(account, { ...found, customer, subscription: subscription.id }).id
    })
  }
  return changes
}

/** "After it's canceled, the subscription is largely immutable." */
function refuseEnded(subscription: Stripe.Subscription, input: Changes): void {
  if (subscription.ended_at !== null) {
    const { cancellation_details: _, metadata: __, ...rest } = input
    if (Object.keys(rest).length === 0) return
    throw invalid(
      'A canceled subscription can only update its cancellation_details and metadata.',
      { code: 'invalid_canceled_subscription_fields' },
    )
  }
  if (subscription.status === 'incomplete' && touchesItems(input)) {
    throw invalid(
      'This subscription cannot be updated while it is incomplete: its first invoice must be paid first.',
    )
  }
}

/** Scheduling and taking back a cancellation. */
function cancellation(
  account: Account,
  subscription: Stripe.Subscription,
  input: Changes,
): Partial<Stripe.Subscription> {
  const now = account.nowFor(idOf(subscription.customer))
  const atPeriodEnd = input.cancel_at_period_end
  const at = cancelMoment(subscription, input.cancel_at)
  if (atPeriodEnd !== undefined && typeof at === 'number') {
    throw invalid(
      'You may only specify one of these parameters: cancel_at, cancel_at_period_end.',
      { code: 'parameters_exclusive', param: 'cancel_at' },
    )
  }
  if (typeof at === 'number' && at <= now) {
    throw invalid('`cancel_at` must be a timestamp in the future.', { param: 'cancel_at' })
  }
  if (atPeriodEnd === true || typeof at === 'number') {
    return {
      cancel_at: at ?? nextPeriodEnd(subscription),
      cancel_at_period_end: atPeriodEnd ?? false,
      canceled_at: now,
      cancellation_details: reasons(subscription, input, 'cancellation_requested'),
    }
  }
  if (atPeriodEnd === false || at === null) {
    return {
      cancel_at: null,
      cancel_at_period_end: false,
      canceled_at: null,
      cancellation_details: reasons(subscription, input, null),
    }
  }
  if (!input.cancellation_details) return {}
  const reason = subscription.cancellation_details?.reason ?? null
  return { cancellation_details: reasons(subscription, input, reason) }
}

function cancelMoment(
  { items }: Stripe.Subscription,
  given: Changes['cancel_at'],
): number | null | undefined {
  const ends = items.data.map(({ current_period_end }) => current_period_end)
  if (given === 'min_period_end') return Math.min(...ends)
  return given === 'max_period_end' ? Math.max(...ends) : given
}

const reasons = (
  { cancellation_details: before }: Stripe.Subscription,
  { cancellation_details: given }: Changes,
  reason: Stripe.Subscription.CancellationDetails.Reason | null,
): Stripe.Subscription.CancellationDetails => ({
  comment: given?.comment ?? before?.comment ?? null,
  feedback: given?.feedback ?? before?.feedback ?? null,
  feedback_option: null,
  reason,
})
