/** What decides whether someone may watch a video: facts in, a decision out. Types alone. */

import type { Offer, PlanPrice, PurchaseKind } from '../../contract/access.ts'
import type { SubscriptionStatus as KnownStatus } from '../../contract/accounts.ts'
import type { Suspension } from '../../contract/billing.ts'
import type { Role } from '../../contract/roles.ts'

export type { Offer, PlanPrice, PurchaseKind, Suspension }

/** A subscription's status as Stripe names it. Others may come with new API versions: they grant nothing. */
export type SubscriptionStatus = KnownStatus | (string & {})

/** A plan that a viewer holds through a subscription item or a grant. */
export interface HeldPlan {
  planId: string
  name: string
  maxStreams: number
  rank: number
}

export interface SubscriptionItemFact {
  id: string
  priceId: string
  /** Of the price that is paid for one; null where it was never one of ours. */
  price: { interval: string; amount: number; currency: string } | null
  /** Null when the product is not one of Matinee's plans. */
  plan: HeldPlan | null
  quantity: number
  currentPeriodStart: Date
  currentPeriodEnd: Date
}

export interface SubscriptionFact {
  id: string
  status: SubscriptionStatus
  cancelAtPeriodEnd: boolean
  cancelAt: Date | null
  endedAt: Date | null
  trialEnd: Date | null
  /** When the oldest invoice that is owed first failed. */
  pastDueSince: Date | null
  /** Past due by its status alone: what was owed was voided. */
  forgiven: boolean
  /** Stripe's page on which the payment that is owed can be confirmed or made. */
  confirmUrl: string | null
  /** What is charged next, where a discount makes it another amount than the price's. */
  nextAmount: number | null
  /** Why the current period is not paid for although the status says so. */
  suspended: Suspension | null
  /** Renewals are not charged until it is resumed. */
  collectionPaused: boolean
  createdAt: Date
  items: SubscriptionItemFact[]
}

export interface PurchaseFact {
  id: string
  videoId: string
  /** Bought as a whole: it opens all that is in it now. */
  collectionId: string | null
  kind: PurchaseKind
  /** paid | refunded | disputed | lost */
  status: string
  paidAt: Date
  /** Rentals: play must begin before this. */
  startBy: Date | null
  /** Rentals: hours from the first play. */
  watchHours: number | null
  firstPlayedAt: Date | null
}

export interface GrantFact {
  id: string
  plan: HeldPlan | null
  videoId: string | null
  /** Null: without end. */
  until: Date | null
  revokedAt: Date | null
}

/** A link that they have opened, by which they may watch a film, also before it is on show. */
export interface PreviewFact {
  linkId: string
  videoId: string
  until: Date
  revokedAt: Date | null
}

/** Everything about one person; the same for each video asked about. */
export interface ViewerFacts {
  id: string
  role: Role
  disabledAt: Date | null
  trialUsedAt: Date | null
  subscriptions: SubscriptionFact[]
  purchases: PurchaseFact[]
  grants: GrantFact[]
  previews: PreviewFact[]
}

export interface VideoTerms {
  id: string
  free: boolean
  teaserSeconds: number | null
  published: boolean
  /** When it goes on show by itself. */
  publishAt: Date | null
  /** It is offered to nobody any more; those who have it keep it. */
  archived: boolean
  planIds: string[]
  /** What it is in. */
  collectionIds: string[]
  /** In the currency's minor unit; null when not for rent. */
  rentAmount: number | null
  buyAmount: number | null
  currency: string
  rentStartDays: number
  rentWatchHours: number
  /** Sold with others, the cheapest first. */
  bundles: BundleOnSale[]
}

export interface BundleOnSale {
  id: string
  title: string
  /** Whether it opens films that come later, too. */
  follows: boolean
  videos: number
  amount: number
  currency: string
}

export interface PlanOnSale {
  id: string
  name: string
  rank: number
  maxStreams: number
  trialDays: number
  prices: PlanPrice[]
}

/** The operator's settings that decisions depend on. */
export interface AccessPolicy {
  /** Days of access after the first failed payment. */
  graceDays: number
  /** Streams at once where no plan says otherwise. */
  defaultMaxStreams: number
}

export interface AccessFacts {
  /** Null: not signed in. */
  viewer: ViewerFacts | null
  video: VideoTerms
  /** Plans on sale that include the video, cheapest tier first. */
  plans: PlanOnSale[]
  policy: AccessPolicy
}

/** What a viewer with access should be told. */
export type Notice =
  /** A renewal failed: access goes on until `graceUntil`, unless it is paid before. */
  | { kind: 'payment_failed'; graceUntil: Date }
  /** Cancelled: the subscription runs out then. */
  | { kind: 'ending'; endsAt: Date }

export type Allowed = { allowed: true; until: Date | null; offers: [] } & (
  | { because: 'free' }
  | { because: 'operator' }
  | {
      because: 'subscription'
      subscriptionId: string
      planId: string
      status: SubscriptionStatus
      notice: Notice | null
    }
  | { because: 'bought'; purchaseId: string }
  /** `started`: the watch window runs; else `until` is when play must have begun. */
  | { because: 'rented'; purchaseId: string; started: boolean }
  | { because: 'granted'; grantId: string }
  /** By a link from an operator, also before the film is on show. */
  | { because: 'preview'; linkId: string }
)

export type Refused = { allowed: false; until: null; offers: Offer[] } & (
  | { because: 'sign_in_required' }
  | { because: 'account_disabled' }
  /** Nothing held that has to do with this video. */
  | { because: 'not_entitled' }
  /** `since`: the first failed payment, where known. */
  | { because: 'payment_failed'; subscriptionId: string; since: Date | null }
  /** The first payment is on its way, as a bank debit is for days. */
  | { because: 'payment_pending'; subscriptionId: string }
  /** The first payment never went through. */
  | { because: 'payment_incomplete'; subscriptionId: string }
  | { because: 'subscription_paused'; subscriptionId: string }
  | { because: 'subscription_ended'; subscriptionId: string; endedAt: Date | null }
  /** Subscribed, but to a plan without this video. */
  | { because: 'plan_not_included'; subscriptionId: string }
  | { because: 'rental_expired'; purchaseId: string; expiredAt: Date }
  /** The money of a purchase or of the subscription's period went back. */
  | { because: 'refunded' | 'disputed'; sourceId: string }
  | { because: 'grant_ended'; grantId: string; endedAt: Date }
  | { because: 'preview_ended'; linkId: string; endedAt: Date }
  /** The film is no longer offered. */
  | { because: 'archived' }
  | { because: 'coming'; at: Date }
)

export type AccessDecision = Allowed | Refused
export type AccessReason = AccessDecision['because']
