import t from 'tap'
import {
  decideRefresh,
  REPEAT_SECONDS,
  type RefreshDecision,
  type TokenFacts,
} from '../../server/accounts/decide-refresh.ts'

const now = new Date('2026-03-01T12:00:00.000Z')
const ago = (ms: number) => new Date(now.getTime() - ms)
const fresh: TokenFacts = {
  usedAt: null,
  successorUsed: false,
  familyExpiresAt: ago(-1),
  familyRevokedAt: null,
  userDisabledAt: null,
}
const grace = REPEAT_SECONDS * 1000

const table: [what: string, facts: Partial<TokenFacts>, verdict: RefreshDecision][] = [
  ['never used', {}, 'rotate'],
  ['used this instant', { usedAt: now }, 'repeat'],
  ['used on a machine whose clock is ahead', { usedAt: ago(-500) }, 'repeat'],
  ['used at the end of the grace', { usedAt: ago(grace) }, 'repeat'],
  ['used just before that', { usedAt: ago(grace + 1) }, 'reused'],
  ['used long ago', { usedAt: ago(86_400_000), successorUsed: true }, 'reused'],
  [
    'used a moment ago, but its successor was used since',
    { usedAt: ago(1), successorUsed: true },
    'reused',
  ],
  ['expiring this instant', { familyExpiresAt: now }, 'ended'],
  ['expired', { familyExpiresAt: ago(1) }, 'ended'],
  ['signed out', { familyRevokedAt: ago(1) }, 'ended'],
  ['of a closed account', { userDisabledAt: ago(1) }, 'ended'],
  [
    'used, of a session that is over anyway',
    { usedAt: ago(grace + 1), familyRevokedAt: ago(1) },
    'ended',
  ],
  ['used a moment ago, then signed out', { usedAt: ago(1), familyRevokedAt: now }, 'ended'],
]

for (const [what, facts, verdict] of table) {
  t.test(`a token ${what}: ${verdict}`, async (t) => {
    t.equal(decideRefresh({ ...fresh, ...facts }, now), verdict)
  })
}
