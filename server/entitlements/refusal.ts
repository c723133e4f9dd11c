import { covers, type Holding } from './holdings.ts'
import type { AccessFacts, Refused, VideoTerms } from './types.ts'

type WithoutFrame<T> = T extends unknown ? Omit<T, 'allowed' | 'until' | 'offers'> : never
/** Why a signed-in viewer is refused, with the fact behind it. */
export type Refusal = WithoutFrame<Refused>

/** When several things fail, the viewer is told of the one that is easiest to put right. */
const usefulness: Partial<Record<Refusal['because'], number>> = {
  payment_failed: 9,
  payment_incomplete: 8,
  payment_pending: 8,
  subscription_paused: 7,
  disputed: 6,
  refunded: 5,
  plan_not_included: 4,
  rental_expired: 3,
  subscription_ended: 2,
  grant_ended: 1,
  preview_ended: 1,
}

const better = (best: Refusal, one: Refusal): Refusal =>
  (usefulness[one.because] ?? 0) > (usefulness[best.because] ?? 0) ? one : best

/** Why a video is offered to nobody now, whatever it costs at other times; null where it is. */
export function withheld(
  { archived, published, publishAt }: Pick<VideoTerms, 'archived' | 'published' | 'publishAt'>,
  now: Date,
): Refusal | null {
  if (archived) return { because: 'archived' }
  if (!published && publishAt !== null && now < publishAt) {
    return { because: 'coming', at: publishAt }
  }
  return null
}

/** The reason to give someone whom nothing they hold lets watch the video. */
export function refusalFor({ video }: AccessFacts, holdings: readonly Holding[]): Refusal {
  let best: Refusal = { because: 'not_entitled' }
  for (const holding of holdings) {
    const refusal = covers(holding, video) ? ofWorth(holding) : ofOtherPlan(holding)
    if (refusal !== null) best = better(best, refusal)
  }
  return best
}

/** A subscription, running or over, to something that does not include the video. */
function ofOtherPlan(holding: Holding): Refusal | null {
  if (holding.kind !== 'subscription') return null
  const { id: subscriptionId, endedAt } = holding.subscription
  return endedAt === null
    ? { because: 'plan_not_included', subscriptionId }
    : { because: 'subscription_ended', subscriptionId, endedAt }
}

function ofWorth(holding: Holding): Refusal | null {
  const { worth } = holding
  if (worth.holds) return null
  const { because, since } = worth
  if (holding.kind === 'grant') {
    if (since === null) return null
    return { because: 'grant_ended', grantId: holding.grant.id, endedAt: since }
  }
  if (holding.kind === 'preview') {
    const { linkId, until } = holding.preview
    return { because: 'preview_ended', linkId, endedAt: since ?? until }
  }
  const sourceId = holding.kind === 'purchase' ? holding.purchase.id : holding.subscription.id
  if (because === 'refunded' || because === 'disputed') return { because, sourceId }
  if (holding.kind === 'purchase') {
    const expiredAt = since ?? holding.purchase.paidAt
    return { because: 'rental_expired', purchaseId: sourceId, expiredAt }
  }
  switch (because) {
    case 'payment_failed':
      return { because, subscriptionId: sourceId, since }
    case 'payment_incomplete':
    case 'payment_pending':
    case 'subscription_paused':
      return { because, subscriptionId: sourceId }
    default:
      return { because: 'subscription_ended', subscriptionId: sourceId, endedAt: since }
  }
}
