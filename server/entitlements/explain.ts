import { say } from '../../contract/words/server.ts'
import { decideAccess } from './decide.ts'
import { covers, type Holding, holdingsOf } from './holdings.ts'
import { maxStreamsOf } from './limits.ts'
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
  const { viewer, video, policy } = facts
  const holdings = viewer === null ? [] : holdingsOf(viewer, policy, now)
  return {
    decision: decideAccess(facts, now),
    maxStreams: maxStreamsOf(facts, now),
    considered: holdings
      // A subscription to another plan is worth telling of; gifts and purchases of other films are not.
      .filter((holding) => holding.kind === 'subscription' || covers(holding, video))
      .map((holding) => consider(holding, covers(holding, video))),
    facts,
  }
}

function consider(holding: Holding, included: boolean): Considered {
  const { worth } = holding
  const note = noteOf(holding)
  if (!worth.holds) return { ...note, holds: false, because: worth.because, until: worth.since }
  return included
    ? { ...note, holds: true, because: say('explain.counts'), until: worth.until }
    : { ...note, holds: false, because: 'plan_not_included', until: null }
}

function noteOf(holding: Holding): Pick<Considered, 'what' | 'id'> {
  if (holding.kind === 'preview') return { what: 'preview', id: holding.preview.linkId }
  if (holding.kind === 'grant') return { what: 'grant', id: holding.grant.id }
  if (holding.kind === 'purchase') return { what: holding.purchase.kind, id: holding.purchase.id }
  const { subscription, plan } = holding
  const { id, status } = subscription
  return { what: say('explain.subscription', { planId: plan?.planId ?? null, status }), id }
}
