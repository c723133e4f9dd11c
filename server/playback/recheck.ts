import type { Clock } from '../clients/clock.ts'
import type { Database } from '../clients/database.ts'
import type { Config } from '../config.ts'
import { decideAccess } from '../entitlements/decide.ts'
import { loadFacts } from '../entitlements/facts.ts'
import { maxStreamsOf } from '../entitlements/limits.ts'
import type { AccessFacts } from '../entitlements/types.ts'
import { MatineeError } from '../errors.ts'
import { endingOf, isUnpaid } from './endings.ts'
import { judge, type Verdict } from './judge.ts'
import { endLease, holdLease, type LeaseRow, readLease } from './leases.ts'
import { hashToken } from './tokens.ts'

export interface RecheckParts {
  config: Config
  clock: Clock
  database: Database
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
}

/** When a session must have been seen to still hold its place. */
export const aliveSince = (config: Config, now: Date): Date =>
  new Date(now.getTime() - config.STREAM_LEASE_SECONDS * 1000)

/**
 * Reads a session and everything that decides over it, ends it when it may not go on, and takes its
 * place anew when that was given up meanwhile.
 *
 * @throws as `Sessions.check`
 */
export async function recheck(
  parts: RecheckParts,
  token: string,
  remembered: Remembered | undefined,
): Promise<Rechecked> {
  const { row, facts } = await readBoth(parts, token, remembered)
  const now = parts.clock.now()
  const seenAt = new Date(Math.max(row.lastSeenAt.getTime(), remembered?.seenAt ?? 0))
  const current = { ...row, lastSeenAt: seenAt }
  const decision = decideAccess(facts, now)
  const maxStreams = maxStreamsOf(facts, now)
  const judged = judge(current, { decision, maxStreams, teaser: facts.video.teaserSeconds }, now)
  const verdict = await keepPlace(parts, current, judged, maxStreams, now)
  if (!verdict.plays) {
    const { reason } = verdict
    if (row.endedAt === null) await endLease(parts.database, row.id, reason, now)
    throw endingOf(reason, isUnpaid(reason) ? decision.offers : [])
  }
  const { teaserSeconds, until, heldAnew } = verdict
  return heldAnew
    ? { row, teaserSeconds, until, seenAt: now, writtenAt: now }
    : { row, teaserSeconds, until, seenAt, writtenAt: row.lastSeenAt }
}

async function readBoth(
  parts: RecheckParts,
  token: string,
  remembered: Remembered | undefined,
): Promise<{ row: LeaseRow; facts: AccessFacts }> {
  const alive = aliveSince(parts.config, parts.clock.now())
  const reading = readLease(parts.database, hashToken(token), alive)
  const early = remembered && loadFacts(parts, remembered.userId, remembered.videoId)
  // When both fail, one of them is heard; the other must not count as unheard.
  early?.catch(() => undefined)
  const row = await reading
  const facts = row && (await (early ?? loadFacts(parts, row.userId, row.videoId)))
  if (!row || !facts) throw new MatineeError('NOT_FOUND')
  return { row, facts }
}

/** A place that was given up is taken anew, and so is one for a teaser that became the whole film. */
async function keepPlace(
  { config, database }: RecheckParts,
  row: LeaseRow,
  verdict: Verdict,
  maxStreams: number,
  now: Date,
): Promise<Verdict & { heldAnew?: boolean }> {
  if (!verdict.plays) return verdict
  const alive = aliveSince(config, now)
  const lapsed = row.lastSeenAt < alive
  const lifted = row.teaserSeconds !== null && verdict.teaserSeconds === null
  if (!lapsed && !lifted) return verdict
  const change = { lastSeenAt: now, ...(lifted ? { teaserSeconds: null } : {}) }
  const held = await holdLease(database, row.id, change, { maxStreams, aliveSince: alive })
  if (held) return { ...verdict, heldAnew: true }
  if (!lapsed) return { ...verdict, teaserSeconds: row.teaserSeconds }
  return { plays: false, reason: 'limit' }
}
