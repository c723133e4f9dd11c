import type { Subscription, SubscriptionStatus } from '../../contract/accounts.ts'
import type { Suspension } from '../../contract/billing.ts'
import type { BillingDeps } from '../services.ts'

/** The plan that someone holds by a subscription: which one, for how much, and how it stands. */
export interface PlanSubscription {
  subscriptionId: string
  itemId: string
  planId: string
  name: string
  priceId: string
  /** Of the price that is paid, on sale or not; null where it was never one of ours. */
  price: { interval: string; amount: number; currency: string } | null
  status: SubscriptionStatus
  suspended: Suspension | null
  collectionPaused: boolean
  /** When it ends, if it is cancelled. */
  endsAt: Date | null
  cancelAtPeriodEnd: boolean
  /** Stripe's page on which the payment that is owed can be confirmed or made. */
  confirmUrl: string | null
  /** What is charged next, where a discount makes it another amount than the price's. */
  nextAmount: number | null
  currentPeriodStart: Date
  currentPeriodEnd: Date
}

/** What someone would call theirs, as it is stored. */
export interface Held {
  /** A plan's, else any other that has not ended, or null. */
  subscription: Subscription | null
  plan: PlanSubscription | null
}

/** What is done for one person depends on what they hold, which entitlements/ knows. */
export interface HolderDeps extends BillingDeps {
  heldBy(userId: string): Promise<Held>
}
