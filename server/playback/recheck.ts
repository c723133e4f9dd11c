import type { Clock } from '../clients/clock.ts'
import type { Database } from '../clients/database.ts'
import type { Config } from '../config.ts'
import { decideAccess } from '../entitlements/decide.ts'
import { maxStreamsOf } from '../entitlements/limits.ts'
import type { AccessFacts } from '../entitlements/types.ts'
import { MatineeError } from '../errors.ts'
import { aliveSince } from './alive-since.ts'
import { decideSession, type SessionDecision } from './decide-session.ts'
import { endingOf, isUnpaid } from './endings.ts'
import type { GatheredReads } from './gather-reads.ts'
import { endLease, holdLease } from './leases.ts'
import { type Opening, type Seals, sessionIdOf } from './opening.ts'
import { type LeaseRow, readOpening } from './read-leases.ts'
import { hashToken } from './tokens.ts'

export interface RecheckDeps {
  config: Config
  clock: Clock
  database: Database
  seals: Seals
  reads: GatheredReads
}

/** What is remembered of a session from the time before. */
export interface Remembered {
  userId: string | null
  videoId: string
  /** In milliseconds of the wall clock. */
  seenAt: number
}

export interface Rechecked {
  row: LeaseRow
  /** Null: the whole film. */
  teaserSeconds: number | null
  until: Date | null
  seenAt: Date
  /** What the database has for it. */
  writtenAt: Date
  /** Null once it has begun. */
  opening: Opening | null
}

/**
 * Reads a session and everything that decides over it, ends it when it may not go on, and takes its
 * place anew when that was given up meanwhile.
 *
 * @throws as `Sessions.check`
 */
export async function recheck(
  deps: RecheckDeps,
  token: string,
  remembered: Remembered | undefined,
): Promise<Rechecked> {
  const { row, facts, opening } = await readBoth(deps, token, remembered)
  const now = deps.clock.now()
  const seenAt = new Date(Math.max(row.lastSeenAt.getTime(), remembered?.seenAt ?? 0))
  const current = { ...row, lastSeenAt: seenAt }
  const decision = decideAccess(facts, now)
  const maxStreams = maxStreamsOf(facts, now)
  const judged = decideSession(
    current,
    { decision, maxStreams, teaser: facts.video.teaserSeconds },
    now,
  )
  // What has not begun has no place to keep.
  const decided: SessionDecision & { heldAnew?: boolean } =
    opening === null ? await keepPlace(deps, current, judged, maxStreams, now) : judged
  if (!decided.plays) {
    const { reason } = decided
    if (row.endedAt === null && opening === null) await endLease(deps.database, row.id, reason, now)
    throw endingOf(reason, isUnpaid(reason) ? decision.offers : [])
  }
  const { teaserSeconds, until, heldAnew } = decided
  return heldAnew
    ? { row, teaserSeconds, until, seenAt: now, writtenAt: now, opening }
    : { row, teaserSeconds, until, seenAt, writtenAt: row.lastSeenAt, opening }
}

async function readBoth(
  deps: RecheckDeps,
  token: string,
  remembered: Remembered | undefined,
): Promise<{ row: LeaseRow; facts: AccessFacts; opening: Opening | null }> {
  const reading = deps.reads.lease(hashToken(token))
  const early = remembered && deps.reads.facts(remembered)
  // When both fail, one of them is heard; the other must not count as unheard.
  early?.catch(() => undefined)
  const stored = await reading
  const opening = stored === null ? deps.seals.unseal(token) : null
  const row = opening ? await readOpening(deps.database, sessionIdOf(token), opening) : stored
  const facts = row && (await (early ?? deps.reads.facts(row)))
  if (!row || !facts) throw new MatineeError('NOT_FOUND')
  return { row, facts, opening }
}

/** A place that was given up is taken anew, and so is one for a teaser that became the whole film. */
async function keepPlace(
  { config, database }: RecheckDeps,
  row: LeaseRow,
  decided: SessionDecision,
  maxStreams: number,
  now: Date,
): Promise<SessionDecision & { heldAnew?: boolean }> {
  if (!decided.plays) return decided
  const alive = aliveSince(config, now)
  const lapsed = row.lastSeenAt < alive
  const lifted = row.teaserSeconds !== null && decided.teaserSeconds === null
  if (!lapsed && !lifted) return decided
  const change = { lastSeenAt: now, ...(lifted ? { teaserSeconds: null } : {}) }
  const held = await holdLease(database, row.id, change, { maxStreams, aliveSince: alive })
  if (held) return { ...decided, heldAnew: true }
  if (!lapsed) return { ...decided, teaserSeconds: row.teaserSeconds }
  return { plays: false, reason: 'limit' }
}
