/** What the API answers, as far as the pages rely on it. Times are ISO 8601, durations seconds. */

export interface User {
  id: string
  email: string
  role: 'member' | 'admin'
}

export interface Subscription {
  planId: string | null
  /** As Stripe names it; words.ts says what each means. */
  status: string
  currentPeriodEnd: string | null
  cancelAtPeriodEnd: boolean
  /** While a payment is owed: until when films still play. */
  graceUntil: string | null
}

export interface Me {
  user: User
  subscription: Subscription | null
}

export interface Price {
  id: string
  interval: string
  /** In the currency's minor unit. */
  amount: number
  currency: string
}

export interface Plan {
  id: string
  name: string
  description: string | null
  maxStreams: number
  trialDays: number
  prices: Price[]
}

export type Offer =
  | {
      kind: 'plan'
      planId: string
      name: string
      trialDays: number
      /** They hold another plan, which is switched rather than bought beside it. */
      change: boolean
      prices: Price[]
    }
  | { kind: 'rent'; amount: number; currency: string; startDays: number; watchHours: number }
  | { kind: 'buy'; amount: number; currency: string }
  | { kind: 'portal' }

export interface Access {
  allowed: boolean
  because: string
  until: string | null
  offers: Offer[]
}

export interface Card {
  id: string
  slug: string
  title: string
  durationSeconds: number | null
  posterUrl: string | null
  access: Access
  /** Where the signed-in viewer stopped; absent when never begun or watched to the end. */
  resumeSeconds?: number | null
}

export interface Chapter {
  startSeconds: number
  title: string
}

export interface VideoDetails extends Card {
  description: string
  chapters: Chapter[]
  /** How much of it anyone may watch; absent or null: nothing. */
  teaserSeconds?: number | null
}

export interface Catalogue {
  videos: Card[]
  nextCursor: string | null
}

/** What a confirmed checkout has given. */
export interface Confirmation {
  /** Paid in a way that takes days: the money has not come yet. */
  pending: boolean
  subscription?: Subscription | null
  purchase?: { videoId: string; kind: 'rent' | 'buy' } | null
}

/** The plan that someone holds, and what they pay for it. */
export interface HeldPlan {
  planId: string
  name: string
  priceId: string
  price: { interval: string; amount: number; currency: string } | null
  status: string
  currentPeriodEnd: string
  /** When it ends, if it is cancelled. */
  endsAt: string | null
  /** Renewals are not charged until it is resumed. */
  paused: boolean
  /** Why films do not play although the status says so. */
  suspended: string | null
}

export interface BoughtVideo {
  id: string
  kind: 'rent' | 'buy'
  /** paid, refunded, disputed or lost: only paid plays. */
  status: string
  amount: number
  amountRefunded: number
  currency: string
  video: { slug: string; title: string }
  paidAt: string
  startBy: string | null
  watchUntil: string | null
}

export interface Billing {
  plan: HeldPlan | null
  purchases: BoughtVideo[]
}

export interface Invoice {
  id: string
  number: string | null
  status: string
  createdAt: string
  amount: number
  currency: string
  url: string | null
}

/** What another plan would cost. */
export interface ChangePreview {
  planId: string
  name: string
  currency: string
  today: { amount: number; credit: number }
  next: { amount: number; interval: string; at: string }
  prorationDate: string
}
