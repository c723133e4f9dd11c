import type { EndReason } from '../../contract/problems.ts'
import { isBeforehand } from '../entitlements/decide.ts'
import type { AccessDecision } from '../entitlements/types.ts'
import type { LeaseRow } from './read-leases.ts'

export type SessionDecision =
  | { plays: false; reason: EndReason }
  | {
      plays: true
      /** Null: the whole film. */
      teaserSeconds: number | null
      /** When to ask again at the latest; null: no end is known. */
      until: Date | null
    }

/** A player that was silent for longer begins anew. */
export const keptIdleMs = 12 * 3_600_000

/** What the viewer may do now. */
export interface SessionFacts {
  decision: AccessDecision
  maxStreams: number
  /** What the video shows of itself to everyone, in seconds. */
  teaser: number | null
}

/** Whether a session goes on, from what is stored about it and what its viewer may do now. */
export function decideSession(row: LeaseRow, facts: SessionFacts, now: Date): SessionDecision {
  const { decision, maxStreams, teaser } = facts
  const over = (reason: EndReason): SessionDecision => ({ plays: false, reason })
  if (row.endedAt !== null) return over((row.endReason ?? 'stopped') as EndReason)
  if (row.signedOut) return over('signed_out')
  if (!row.published && !isBeforehand(decision.because)) {
    return over(decision.because === 'preview_ended' ? 'preview_ended' : 'unpublished')
  }
  if (now.getTime() - row.lastSeenAt.getTime() > keptIdleMs) return over('expired')
  if (decision.allowed) {
    // Only after a change to a smaller plan: the devices that came last stop.
    if (row.devicesBefore >= maxStreams) return over('limit')
    return { plays: true, teaserSeconds: null, until: decision.until }
  }
  if (decision.because === 'account_disabled') return over('account_disabled')
  if (row.teaserSeconds !== null && teaser !== null) {
    return { plays: true, teaserSeconds: teaser, until: null }
  }
  return over(decision.because)
}
