import type Stripe from 'stripe'
import { currency } from '../http/currency.ts'
import { paging, range } from '../http/pages.ts'
import {
  clearable,
  either,
  flag,
  hash,
  integer,
  list,
  metadata,
  oneOf,
  required,
  shape,
  text,
  timestamp,
} from '../http/params.ts'
import {
  automaticTax,
  billingMode,
  cancellationReason,
  cycleAnchor,
  discounts,
  itemChanges,
  prorationBehavior,
  trialSettings,
} from './shared-params.ts'

const cancellationDetails = hash(
  shape<Stripe.SubscriptionUpdateParams.CancellationDetails>()({
    comment: clearable(text()),
    feedback: clearable(cancellationReason),
  }),
)
const paymentSettings = hash(
  shape<Stripe.SubscriptionCreateParams.PaymentSettings>()({
    save_default_payment_method: oneOf('off', 'on_subscription'),
  }),
)
export const trialEndOrNow = either(timestamp(), {
  ...timestamp(),
  read: (value, name) => (value === 'now' ? ('now' as const) : timestamp().read(value, name)),
})

const cancelAtWord = oneOf('max_period_end', 'min_period_end')
/** A moment, or the end of the period that ends first or last. */
const cancelAt = either(timestamp(), {
  ...timestamp(),
  read: (value, name) =>
    typeof value === 'string' && /^[a-z]/.test(value)
      ? cancelAtWord.read(value, name)
      : timestamp().read(value, name),
})

export const cancelInput = shape<Stripe.SubscriptionCancelParams>()({
  cancellation_details: cancellationDetails,
  invoice_now: flag(),
  prorate: flag(),
})

export const createInput = shape<Stripe.SubscriptionCreateParams>()({
  automatic_tax: automaticTax,
  billing_cycle_anchor: timestamp(),
  billing_mode: billingMode,
  cancel_at: cancelAt,
  cancel_at_period_end: flag(),
  collection_method: oneOf('charge_automatically', 'send_invoice'),
  currency: currency(),
  customer: text(),
  days_until_due: integer(0),
  default_payment_method: text(),
  description: text(500),
  discounts,
  items: list(
    hash(
      shape<Stripe.SubscriptionCreateParams.Item>()({
        metadata: metadata(),
        price: text(),
        quantity: integer(0),
      }),
    ),
  ),
  metadata: metadata(),
  off_session: flag(),
  payment_behavior: oneOf('allow_incomplete', 'default_incomplete', 'error_if_incomplete'),
  payment_settings: paymentSettings,
  proration_behavior: prorationBehavior,
  trial_end: trialEndOrNow,
  trial_period_days: integer(0, 730),
  trial_settings: trialSettings,
})

export const updateInput = shape<Stripe.SubscriptionUpdateParams>()({
  automatic_tax: automaticTax,
  billing_cycle_anchor: cycleAnchor,
  cancel_at: clearable(cancelAt),
  cancel_at_period_end: flag(),
  cancellation_details: cancellationDetails,
  default_payment_method: text(),
  description: clearable(text(500)),
  discounts,
  items: itemChanges,
  metadata: metadata(),
  off_session: flag(),
  pause_collection: clearable(
    hash(
      shape<Stripe.SubscriptionUpdateParams.PauseCollection>()({
        behavior: required(oneOf('keep_as_draft', 'mark_uncollectible', 'void')),
        resumes_at: timestamp(),
      }),
    ),
  ),
  payment_behavior: oneOf(
    'allow_incomplete',
    'default_incomplete',
    'error_if_incomplete',
    'pending_if_incomplete',
  ),
  payment_settings: paymentSettings,
  proration_behavior: prorationBehavior,
  proration_date: timestamp(),
  trial_end: trialEndOrNow,
  trial_settings: trialSettings,
})

export const pauseInput = shape<Stripe.SubscriptionPauseParams>()({
  bill_for: hash(
    shape<Stripe.SubscriptionPauseParams.BillFor>()({
      unused_time_from: hash(
        shape<Stripe.SubscriptionPauseParams.BillFor.UnusedTimeFrom>()({
          type: required(oneOf('item_current_period_start', 'none', 'now')),
        }),
      ),
    }),
  ),
  invoicing_behavior: oneOf('pending_invoice_item'),
  type: oneOf('subscription'),
})

export const resumeInput = shape<Stripe.SubscriptionResumeParams>()({
  billing_cycle_anchor: hash(
    shape<Stripe.SubscriptionResumeParams.BillingCycleAnchor>()({
      type: required(oneOf('now', 'unchanged')),
    }),
  ),
  payment_behavior: oneOf('resume_on_payment_attempt', 'resume_on_payment_success'),
})

export const listInput = shape<Stripe.SubscriptionListParams>()({
  ...paging,
  collection_method: oneOf('charge_automatically', 'send_invoice'),
  created: range(),
  current_period_end: range(),
  current_period_start: range(),
  customer: text(),
  price: text(),
  status: oneOf(
    'active',
    'all',
    'canceled',
    'ended',
    'incomplete',
    'incomplete_expired',
    'past_due',
    'paused',
    'trialing',
    'unpaid',
  ),
  test_clock: text(),
})
