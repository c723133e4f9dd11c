import { decideAccess } from './decide.ts'
import { maxStreamsOf } from './limits.ts'
import { standingOfGrant, standingOfItem, standingOfPurchase } from './standing.ts'
import type { AccessDecision, AccessFacts } from './types.ts'

/** A decision with everything that led to it, for an operator who is asked why. */
export interface Explanation {
  decision: AccessDecision
  maxStreams: number
  /** Each thing held, and what it is worth now, whether or not it decided. */
  considered: { what: string; id: string; holds: boolean; because: string; until: Date | null }[]
  facts: AccessFacts
}

type Considered = Explanation['considered'][number]

/** Why `decideAccess` answers as it does. */
export function explainAccess(facts: AccessFacts, now: Date): Explanation {
  return {
    decision: decideAccess(facts, now),
    maxStreams: maxStreamsOf(facts, now),
    considered: considered(facts, now),
    facts,
  }
}

function considered({ viewer, video, policy }: AccessFacts, now: Date): Considered[] {
  if (viewer === null) return []
  const { subscriptions, purchases, grants } = viewer
  return [
    ...subscriptions.flatMap((subscription) =>
      subscription.items.map((item) => {
        const plan = item.plan?.planId ?? 'no plan of ours'
        const included = video.planIds.includes(plan)
        const standing = standingOfItem(subscription, item, policy, now)
        const what = `subscription to ${plan}, ${subscription.status}`
        const note = { what, id: subscription.id }
        return included || !standing.holds
          ? worth(note, standing)
          : { ...note, holds: false, because: 'plan_not_included', until: null }
      }),
    ),
    ...purchases.map((purchase) =>
      worth({ what: purchase.kind, id: purchase.id }, standingOfPurchase(purchase, now)),
    ),
    ...grants
      .filter(
        ({ plan, videoId }) => videoId === video.id || video.planIds.includes(plan?.planId ?? ''),
      )
      .map((grant) => worth({ what: 'grant', id: grant.id }, standingOfGrant(grant, now))),
  ]
}

const worth = (
  note: { what: string; id: string },
  standing:
    | { holds: true; until: Date | null }
    | { holds: false; because: string; since: Date | null },
): Considered =>
  standing.holds
    ? { ...note, holds: true, because: 'counts now', until: standing.until }
    : { ...note, holds: false, because: standing.because, until: standing.since }
