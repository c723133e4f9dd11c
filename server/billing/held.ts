import type { SubscriptionAnswer } from '../accounts/schemas.ts'

/** The plan that someone holds by a subscription: which one, for how much, and how it stands. */
export interface PlanSubscription {
  subscriptionId: string
  itemId: string
  planId: string
  name: string
  priceId: string
  /** Of the price that is paid, on sale or not; null where it was never one of ours. */
  price: { interval: string; amount: number; currency: string } | null
  status: string
  suspended: string | null
  collectionPaused: boolean
  /** When it ends, if it is cancelled. */
  endsAt: Date | null
  cancelAtPeriodEnd: boolean
  currentPeriodStart: Date
  currentPeriodEnd: Date
}

/** What someone would call theirs, as it is stored. */
export interface Held {
  /** A plan's, else any other that has not ended, or null. */
  subscription: SubscriptionAnswer | null
  plan: PlanSubscription | null
}

/** Of a user; entitlements/ knows. */
export type HeldBy = (userId: string) => Promise<Held>
