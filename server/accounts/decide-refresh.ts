/** Everything stored that bears on whether a refresh token is good. */
export interface TokenFacts {
  /** When it was exchanged, and whether what it was exchanged for has been used in its turn. */
  usedAt: Date | null
  successorUsed: boolean
  familyExpiresAt: Date
  familyRevokedAt: Date | null
  userDisabledAt: Date | null
}

/**
 * - `rotate`: exchange it for its successor
 * - `repeat`: it was exchanged a moment ago; hand out the same successor again
 * - `reused`: two parties hold it; end the whole sign-in
 * - `ended`: signed out, expired, or the account is closed
 */
export type RefreshDecision = 'rotate' | 'repeat' | 'reused' | 'ended'

/**
 * Two tabs that wake up together, or a retry after a lost answer, send the same token twice within
 * moments. For so long it still leads to the same successor. Because there is only one successor, a
 * thief who is quick enough gains nothing lasting: whoever of the two refreshes second is noticed.
 */
export const REPEAT_SECONDS = 15

export function decideRefresh(facts: TokenFacts, now: Date): RefreshDecision {
  if (facts.familyRevokedAt || facts.userDisabledAt) return 'ended'
  if (now >= facts.familyExpiresAt) return 'ended'
  if (!facts.usedAt) return 'rotate'
  const age = now.getTime() - facts.usedAt.getTime()
  return age <= REPEAT_SECONDS * 1000 && !facts.successorUsed ? 'repeat' : 'reused'
}
