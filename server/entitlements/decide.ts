import { offersFor } from './offers.ts'
import { refusalFor } from './refusal.ts'
import { type PlanHeld, plansHeld, standingOfGrant, standingOfPurchase } from './standing.ts'
import type { AccessDecision, AccessFacts, Allowed, ViewerFacts } from './types.ts'

/**
 * Whether the viewer may watch the video now, why, and until when. The one answer to every
 * question of access: pure, and refusing whatever it does not know.
 */
export function decideAccess(facts: AccessFacts, now: Date): AccessDecision {
  const { viewer, video } = facts
  if (video.free) return { allowed: true, because: 'free', until: null, offers: [] }
  if (viewer === null) {
    const because = 'sign_in_required'
    return { allowed: false, because, until: null, offers: offersFor(facts, because) }
  }
  if (viewer.disabledAt !== null && now >= viewer.disabledAt) {
    return { allowed: false, because: 'account_disabled', until: null, offers: [] }
  }
  if (viewer.role === 'admin') {
    return { allowed: true, because: 'operator', until: null, offers: [] }
  }
  const allowed =
    bought(viewer, video.id, now) ??
    held(facts, viewer, now) ??
    granted(viewer, video.id, now) ??
    rented(viewer, video.id, now)
  if (allowed !== null) return allowed
  const refusal = refusalFor(facts, viewer, now)
  return { allowed: false, until: null, offers: offersFor(facts, refusal.because), ...refusal }
}

const timeOf = (until: Date | null) => until?.getTime() ?? Number.POSITIVE_INFINITY

/** What lasts longest comes first; on a tie the better plan. */
const byStrength = (a: PlanHeld, b: PlanHeld) =>
  timeOf(a.until) === timeOf(b.until)
    ? b.plan.rank - a.plan.rank
    : timeOf(b.until) > timeOf(a.until)
      ? 1
      : -1

function bought(viewer: ViewerFacts, videoId: string, now: Date): Allowed | null {
  const purchase = viewer.purchases.find(
    (purchase) =>
      purchase.videoId === videoId &&
      purchase.kind === 'buy' &&
      standingOfPurchase(purchase, now).holds,
  )
  if (purchase === undefined) return null
  return { allowed: true, because: 'bought', purchaseId: purchase.id, until: null, offers: [] }
}

function held(facts: AccessFacts, viewer: ViewerFacts, now: Date): Allowed | null {
  const [best] = plansHeld(viewer, facts.policy, now)
    .filter(({ plan }) => facts.video.planIds.includes(plan.planId))
    .sort(byStrength)
  if (best === undefined) return null
  const { plan, source, until, notice } = best
  if (source.kind === 'grant') {
    return { allowed: true, because: 'granted', grantId: source.grant.id, until, offers: [] }
  }
  const { id: subscriptionId, status } = source.subscription
  return {
    allowed: true,
    because: 'subscription',
    subscriptionId,
    planId: plan.planId,
    status,
    notice,
    until,
    offers: [],
  }
}

function granted(viewer: ViewerFacts, videoId: string, now: Date): Allowed | null {
  const standing = viewer.grants
    .filter((grant) => grant.videoId === videoId)
    .map((grant) => ({ grant, standing: standingOfGrant(grant, now) }))
    .flatMap(({ grant, standing }) => (standing.holds ? [{ grant, until: standing.until }] : []))
    .sort((a, b) => (timeOf(a.until) < timeOf(b.until) ? 1 : -1))[0]
  if (standing === undefined) return null
  const { grant, until } = standing
  return { allowed: true, because: 'granted', grantId: grant.id, until, offers: [] }
}

/** Last, so that a rental's watch window never starts to run while something else gives access. */
function rented(viewer: ViewerFacts, videoId: string, now: Date): Allowed | null {
  const rentals = viewer.purchases
    .filter((purchase) => purchase.videoId === videoId && purchase.kind === 'rent')
    .flatMap(({ id, ...purchase }) => {
      const standing = standingOfPurchase({ id, ...purchase }, now)
      return standing.holds ? [{ id, until: standing.until, started: standing.started }] : []
    })
    // A window that runs already is used up before another is started.
    .sort((a, b) => Number(b.started) - Number(a.started) || timeOf(a.until) - timeOf(b.until))
  const [rental] = rentals
  if (rental === undefined) return null
  const { id: purchaseId, until, started } = rental
  return { allowed: true, because: 'rented', purchaseId, until, started, offers: [] }
}
