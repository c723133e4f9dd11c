import { may } from '../../contract/roles.ts'
import { covers, type Holding, holdingsOf } from './holdings.ts'
import { offersFor } from './offers.ts'
import { refusalFor, withheld } from './refusal.ts'
import type { AccessDecision, AccessFacts, AccessReason, Allowed } from './types.ts'
import type { Worth } from './worth.ts'

/**
 * Whether the viewer may watch the video now, why, and until when. The one answer to every
 * question of access: pure, and refusing whatever it does not know.
 */
export function decideAccess(facts: AccessFacts, now: Date): AccessDecision {
  const { viewer, video, policy } = facts
  const unoffered = withheld(video, now)
  if (video.free && video.published && unoffered === null) {
    return { allowed: true, because: 'free', until: null, offers: [] }
  }
  if (viewer === null) {
    if (unoffered !== null) return { allowed: false, until: null, offers: [], ...unoffered }
    const because = 'sign_in_required'
    return { allowed: false, because, until: null, offers: offersFor(facts, [], because) }
  }
  if (viewer.disabledAt !== null && now >= viewer.disabledAt) {
    return { allowed: false, because: 'account_disabled', until: null, offers: [] }
  }
  if (may(viewer.role, 'films')) {
    return { allowed: true, because: 'operator', until: null, offers: [] }
  }
  const holdings = holdingsOf(viewer, policy, now)
  let best: Valid | null = null
  for (const holding of holdings) {
    if (!isValid(holding) || !covers(holding, video)) continue
    if (best === null || isStronger(holding, best)) best = holding
  }
  // What is not on show yet is there by a link alone.
  const early = unoffered?.because === 'coming' && best?.kind !== 'preview'
  if (best !== null && !early) return allow(best)
  if (unoffered !== null) return { allowed: false, until: null, offers: [], ...unoffered }
  const refusal = refusalFor(facts, holdings)
  const offers = offersFor(facts, holdings, refusal.because)
  return { allowed: false, until: null, offers, ...refusal }
}

type Valid = Holding & { worth: Extract<Worth, { holds: true }> }

const isValid = (holding: Holding): holding is Valid => holding.worth.holds

/** Whether who may watch for this reason may do so before the video is on show. */
export const isBeforehand = (because: AccessReason): boolean =>
  because === 'operator' || because === 'preview'

/**
 * A link comes first, since it alone lets in before the video is on show. Then comes what is bought, then
 * plans, then gifts of the film. A rental is last, so that its watch window never starts to run while
 * something else gives access.
 */
function place(holding: Valid): number {
  if (holding.kind === 'preview') return -1
  if (holding.kind === 'purchase') return holding.purchase.kind === 'buy' ? 0 : 3
  return holding.plan !== null ? 1 : 2
}

const timeOf = (until: Date | null) => until?.getTime() ?? Number.POSITIVE_INFINITY

function isStronger(a: Valid, b: Valid): boolean {
  const places = place(a) - place(b)
  if (places !== 0) return places < 0
  const [lastsA, lastsB] = [timeOf(a.worth.until), timeOf(b.worth.until)]
  if (place(a) === 3) {
    // A window that runs already is used up before another is started.
    return a.worth.started === b.worth.started ? lastsA < lastsB : a.worth.started
  }
  // What lasts longest comes first; on a tie the better plan.
  return lastsA === lastsB ? (a.plan?.rank ?? 0) > (b.plan?.rank ?? 0) : lastsA > lastsB
}

/** Each answer is written out: spreading what they share takes many times as long as deciding. */
function allow(holding: Valid): Allowed {
  const { until, notice, started } = holding.worth
  const allowed = true
  switch (holding.kind) {
    case 'preview':
      return { allowed, until, offers: [], because: 'preview', linkId: holding.preview.linkId }
    case 'grant':
      return { allowed, until, offers: [], because: 'granted', grantId: holding.grant.id }
    case 'purchase': {
      const { id: purchaseId, kind } = holding.purchase
      return kind === 'buy'
        ? { allowed, until, offers: [], because: 'bought', purchaseId }
        : { allowed, until, offers: [], because: 'rented', purchaseId, started }
    }
    case 'subscription': {
      const { id: subscriptionId, status } = holding.subscription
      const planId = holding.plan?.planId ?? ''
      const because = 'subscription'
      return { allowed, until, offers: [], because, subscriptionId, planId, status, notice }
    }
  }
}
