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
const usefulness: Partial<Record<Refusal['because'], number>> = {
  payment_failed: 9,
  payment_incomplete: 8,
  subscription_paused: 7,
  disputed: 6,
  refunded: 5,
  plan_not_included: 4,
  rental_expired: 3,
  subscription_ended: 2,
  grant_ended: 1,
}

const better = (best: Refusal, one: Refusal): Refusal =>
  (usefulness[one.because] ?? 0) > (usefulness[best.because] ?? 0) ? one : best

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
  return reasons.reduce(better, { because: 'not_entitled' })
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
  const reasons: Refusal[] = []
  for (const purchase of viewer.purchases) {
    if (purchase.videoId !== videoId) continue
    const standing = standingOfPurchase(purchase, now)
    if (standing.holds) continue
    const { because, since } = standing
    reasons.push(
      because === 'refunded' || because === 'disputed'
        ? { because, sourceId: purchase.id }
        : {
            because: 'rental_expired',
            purchaseId: purchase.id,
            expiredAt: since ?? purchase.paidAt,
          },
    )
  }
  return reasons
}

function ofGrants(viewer: ViewerFacts, video: VideoTerms, now: Date): Refusal[] {
  const reasons: Refusal[] = []
  for (const grant of viewer.grants) {
    const { id: grantId, plan, videoId } = grant
    if (videoId !== video.id && !video.planIds.includes(plan?.planId ?? '')) continue
    const standing = standingOfGrant(grant, now)
    if (standing.holds || standing.since === null) continue
    reasons.push({ because: 'grant_ended', grantId, endedAt: standing.since })
  }
  return reasons
}
