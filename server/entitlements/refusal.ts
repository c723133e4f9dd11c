import { standingOfGrant, standingOfItem, standingOfPurchase } from './standing.ts'
import type {
  AccessFacts,
  AccessPolicy,
  Refused,
  SubscriptionFact,
  VideoTerms,
  ViewerFacts,
} from './types.ts'

type WithoutFrame<T> = T extends unknown ? Omit<T, 'allowed' | 'until' | 'offers'> : never
/** Why a signed-in viewer is refused, with the fact behind it. */
export type Refusal = WithoutFrame<Refused>

/** When several things fail, the viewer is told of the one that is easiest to put right. */
const byUsefulness: Refusal['because'][] = [
  'payment_failed',
  'payment_incomplete',
  'subscription_paused',
  'disputed',
  'refunded',
  'plan_not_included',
  'rental_expired',
  'subscription_ended',
  'grant_ended',
]

/** The reason to give someone whom nothing they hold lets watch the video. */
export function refusalFor(
  { video, policy }: AccessFacts,
  viewer: ViewerFacts,
  now: Date,
): Refusal {
  const reasons = [
    ...viewer.subscriptions.map((subscription) => ofSubscription(subscription, video, policy, now)),
    ...ofPurchases(viewer, video.id, now),
    ...ofGrants(viewer, video, now),
  ]
  const usefulness = ({ because }: Refusal) => byUsefulness.indexOf(because)
  return reasons.sort((a, b) => usefulness(a) - usefulness(b))[0] ?? { because: 'not_entitled' }
}

function ofSubscription(
  subscription: SubscriptionFact,
  video: VideoTerms,
  policy: AccessPolicy,
  now: Date,
): Refusal {
  const subscriptionId = subscription.id
  const item = subscription.items.find(({ plan }) => video.planIds.includes(plan?.planId ?? ''))
  if (item === undefined || item.quantity < 1) {
    const endedAt = subscription.endedAt
    return endedAt === null
      ? { because: 'plan_not_included', subscriptionId }
      : { because: 'subscription_ended', subscriptionId, endedAt }
  }
  const standing = standingOfItem(subscription, item, policy, now)
  if (standing.holds) return { because: 'plan_not_included', subscriptionId }
  switch (standing.because) {
    case 'payment_failed':
      return { because: 'payment_failed', subscriptionId, since: standing.since }
    case 'payment_incomplete':
    case 'subscription_paused':
      return { because: standing.because, subscriptionId }
    case 'refunded':
    case 'disputed':
      return { because: standing.because, sourceId: subscriptionId }
    default:
      return { because: 'subscription_ended', subscriptionId, endedAt: standing.since }
  }
}

function ofPurchases(viewer: ViewerFacts, videoId: string, now: Date): Refusal[] {
  return viewer.purchases
    .filter((purchase) => purchase.videoId === videoId)
    .flatMap((purchase): Refusal[] => {
      const standing = standingOfPurchase(purchase, now)
      if (standing.holds) return []
      if (standing.because === 'refunded' || standing.because === 'disputed') {
        return [{ because: standing.because, sourceId: purchase.id }]
      }
      const expiredAt = standing.since ?? purchase.paidAt
      return [{ because: 'rental_expired', purchaseId: purchase.id, expiredAt }]
    })
}

function ofGrants(viewer: ViewerFacts, video: VideoTerms, now: Date): Refusal[] {
  return viewer.grants
    .filter(
      ({ plan, videoId }) => videoId === video.id || video.planIds.includes(plan?.planId ?? ''),
    )
    .flatMap((grant): Refusal[] => {
      const standing = standingOfGrant(grant, now)
      if (standing.holds || standing.since === null) return []
      return [{ because: 'grant_ended', grantId: grant.id, endedAt: standing.since }]
    })
}
