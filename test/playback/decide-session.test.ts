import t from 'tap'
import type { AccessDecision, Refused } from '../../server/entitlements/types.ts'
import {
  decideSession,
  keptIdleMs,
  type SessionFacts,
} from '../../server/playback/decide-session.ts'
import type { LeaseRow } from '../../server/playback/read-leases.ts'

const now = new Date('2026-03-01T12:00:00Z')
const until = new Date('2026-04-01T00:00:00Z')
const row = (changes: Partial<LeaseRow> = {}): LeaseRow => ({
  id: 's',
  userId: 'ana',
  videoId: 'film',
  encodeId: 'encode',
  deviceId: 'phone',
  lastSeenAt: now,
  endedAt: null,
  endReason: null,
  teaserSeconds: null,
  published: true,
  signedOut: false,
  devicesBefore: 0,
  ...changes,
})
const free: AccessDecision = { allowed: true, because: 'free', until: null, offers: [] }
const granted: AccessDecision = { ...free, because: 'granted', grantId: 'g', until }
const operator: AccessDecision = { ...free, because: 'operator' }
const refused = { allowed: false, because: 'not_entitled', until: null, offers: [] } as Refused
const disabled: AccessDecision = { ...refused, because: 'account_disabled' } as Refused
const facts = (changes: Partial<SessionFacts> = {}): SessionFacts => ({
  decision: granted,
  maxStreams: 2,
  teaser: null,
  ...changes,
})

t.test('who has access plays on, until it has to be decided anew', async (t) => {
  t.same(decideSession(row(), facts(), now), { plays: true, teaserSeconds: null, until })
  t.same(decideSession(row({ userId: null }), facts({ decision: free }), now), {
    plays: true,
    teaserSeconds: null,
    until: null,
  })
})

const ends: [name: string, reason: string, Partial<LeaseRow>, Partial<SessionFacts>][] = [
  ['a session that has ended', 'kicked', { endedAt: now, endReason: 'kicked' }, {}],
  ['one that ended for no known reason', 'stopped', { endedAt: now }, {}],
  ['a signed-out browser', 'signed_out', { signedOut: true }, {}],
  ['a withdrawn video', 'unpublished', { published: false }, {}],
  [
    'twelve hours of silence',
    'expired',
    { lastSeenAt: new Date(now.getTime() - keptIdleMs - 1) },
    {},
  ],
  ['access that is gone', 'not_entitled', {}, { decision: refused }],
  [
    'access that is gone though there is a teaser',
    'not_entitled',
    {},
    { decision: refused, teaser: 60 },
  ],
  [
    'a teaser that is no longer offered',
    'not_entitled',
    { teaserSeconds: 60 },
    { decision: refused },
  ],
  [
    'a closed account',
    'account_disabled',
    { teaserSeconds: 60 },
    { decision: disabled, teaser: 60 },
  ],
  ['a device too many after a change of plan', 'limit', { devicesBefore: 1 }, { maxStreams: 1 }],
]
for (const [name, reason, rowChanges, standingChanges] of ends) {
  t.test(`${name} ends it: ${reason}`, async (t) => {
    const decided = decideSession(row(rowChanges), facts(standingChanges), now)
    t.same(decided, { plays: false, reason })
  })
}

t.test('a pause of twelve hours is no end yet', async (t) => {
  const paused = row({ lastSeenAt: new Date(now.getTime() - keptIdleMs) })
  t.equal(decideSession(paused, facts(), now).plays, true)
})

t.test('an operator watches what is not published', async (t) => {
  t.equal(decideSession(row({ published: false }), facts({ decision: operator }), now).plays, true)
})

t.test('as many devices as the plan allows play on', async (t) => {
  t.equal(decideSession(row({ devicesBefore: 1 }), facts({ maxStreams: 2 }), now).plays, true)
})

t.test('a teaser goes on as long as the video now offers', async (t) => {
  const decided = decideSession(
    row({ teaserSeconds: 60 }),
    facts({ decision: refused, teaser: 30 }),
    now,
  )
  t.same(decided, { plays: true, teaserSeconds: 30, until: null })
})

t.test('a teaser becomes the whole film once it is paid for', async (t) => {
  const decided = decideSession(row({ teaserSeconds: 60 }), facts({ teaser: 60 }), now)
  t.same(decided, { plays: true, teaserSeconds: null, until })
})
