import type Stripe from 'stripe'
import {
  flag,
  hash,
  integer,
  list,
  metadata,
  oneOf,
  required,
  shape,
  text,
} from '../http/params.ts'

// Parameters that mean the same in several calls.

export const automaticTax = hash(
  shape<Stripe.SubscriptionCreateParams.AutomaticTax>()({ enabled: required(flag()) }),
)

export const billingMode = hash(
  shape<Stripe.SubscriptionCreateParams.BillingMode>()({
    type: required(oneOf('classic', 'flexible')),
  }),
)

/** Why somebody cancels, as the portal asks and as the API is told. */
export const cancellationReason = oneOf(
  'customer_service',
  'low_quality',
  'missing_features',
  'other',
  'switched_service',
  'too_complex',
  'too_expensive',
  'unused',
)

/** Whether the billing cycle of a running subscription begins anew. */
export const cycleAnchor = hash(
  shape<Stripe.SubscriptionUpdateParams.BillingCycleAnchor>()({
    type: required(oneOf('now', 'unchanged')),
  }),
)

export const discounts = list(
  hash(
    shape<Stripe.SubscriptionCreateParams.Discount>()({ coupon: text(), promotion_code: text() }),
  ),
)

/** Changes of a running subscription's items. */
export const itemChanges = list(
  hash(
    shape<Stripe.SubscriptionUpdateParams.Item>()({
      deleted: flag(),
      id: text(),
      metadata: metadata(),
      price: text(),
      quantity: integer(0),
    }),
  ),
)

export const prorationBehavior = oneOf('always_invoice', 'create_prorations', 'none')

/** How often a price recurs. */
export const rhythm = {
  interval: required(oneOf('day', 'week', 'month', 'year')),
  interval_count: integer(1, 1095),
}

export const taxBehavior = oneOf('exclusive', 'inclusive', 'unspecified')

export const trialSettings = hash(
  shape<Stripe.SubscriptionCreateParams.TrialSettings>()({
    end_behavior: required(
      hash(
        shape<Stripe.SubscriptionCreateParams.TrialSettings.EndBehavior>()({
          missing_payment_method: required(oneOf('cancel', 'create_invoice', 'pause')),
        }),
      ),
    ),
  }),
)
