import type { Logger } from 'pino'
import type { Clock } from '../clients/clock.ts'
import type { Database } from '../clients/database.ts'
import type { Notifications } from '../clients/notify.ts'
import type { Config } from '../config.ts'
import { decideAccess } from '../entitlements/decide.ts'
import { loadFacts } from '../entitlements/facts.ts'
import { maxStreamsOf } from '../entitlements/limits.ts'
import type { AccessFacts } from '../entitlements/types.ts'
import { MatineeError } from '../errors.ts'
import { endingOf, isUnpaid } from './endings.ts'
import { judge, type Verdict } from './judge.ts'
import { openLastSeen } from './last-seen.ts'
import { endLease, holdLease, type LeaseRow, readLease } from './leases.ts'
import { openPaces, type Pace } from './pace.ts'
import { hashToken } from './tokens.ts'
import { openTrust } from './trust.ts'

export interface SessionParts {
  config: Config
  clock: Clock
  log: Logger
  database: Database
  notifications: Notifications
}

/** A session that plays, as this process last read it. */
export interface LiveSession {
  readonly id: string
  readonly userId: string | null
  readonly videoId: string
  readonly encodeId: string
  /** Null: the whole film may be watched. */
  readonly teaserSeconds: number | null
  /** When access has to be decided anew at the latest, in milliseconds of the wall clock. */
  readonly until: number
  /** When all this was read, in monotonic milliseconds. */
  readonly checkedAt: number
  readonly pace: Record<'video' | 'audio', Pace>
  /** In milliseconds of the wall clock. */
  seenAt: number
  seenWrittenAt: number
}

export type NewSession = Pick<
  LiveSession,
  'id' | 'userId' | 'videoId' | 'encodeId' | 'teaserSeconds'
> & { until: Date | null }

export interface Sessions {
  /** The session, if what is known of it is fresh: the hot path, which reads no database. */
  atHand(token: string): LiveSession | undefined
  /**
   * The session, read anew.
   *
   * @throws NOT_FOUND for an unknown token, PAYMENT_REQUIRED, STREAM_TAKEN_OVER or PLAYBACK_ENDED
   * with the `reason` when it is over, ENTITLEMENTS_UNAVAILABLE when that cannot be told
   */
  check(token: string): Promise<LiveSession>
  /** A request is a sign of life: it renews the lease. */
  seen(session: LiveSession): void
  /** Takes a session that was just started, so that its first requests find it. */
  adopt(token: string, session: NewSession): LiveSession
  forget(token: string): void
  /** How fast the viewer takes the film away, over all sessions they have of it. */
  paceOf(userId: string | null, videoId: string): LiveSession['pace']
  /** When a session must have been seen to still hold its place. */
  aliveSince(now: Date): Date
  /** Writes what is still to be written. */
  close(): Promise<void>
}

/** Sessions silent for longer are read anew when they come back. */
const keptSilentMs = 5 * 60_000
const sweepEveryMs = 60_000
/** "Writes last-seen at most every 20 s"; oftener only where leases are very short. */
const longestWriteGapMs = 20_000

export function openSessions(parts: SessionParts): Sessions {
  const { config, clock, database, log } = parts
  const leaseMs = config.STREAM_LEASE_SECONDS * 1000
  const writeGapMs = Math.min(longestWriteGapMs, leaseMs / 3)
  const live = new Map<string, LiveSession>()
  const reading = new Map<string, Promise<LiveSession>>()
  const paces = openPaces(clock)
  const lastSeen = openLastSeen(database, log)
  const trust = openTrust({ clock, listeningSince: parts.notifications.listeningSince })
  parts.notifications.listen('matinee_playback', trust.changed)

  const aliveSince = (now: Date) => new Date(now.getTime() - leaseMs)

  function adopt(token: string, { until, ...session }: NewSession, checkedAt: number, seen: Date) {
    const adopted: LiveSession = {
      ...session,
      until: until?.getTime() ?? Number.POSITIVE_INFINITY,
      checkedAt,
      seenAt: seen.getTime(),
      seenWrittenAt: seen.getTime(),
      pace: paces.of(session.userId, session.videoId),
    }
    live.set(token, adopted)
    return adopted
  }

  function atHand(token: string): LiveSession | undefined {
    const session = live.get(token)
    if (session === undefined) return undefined
    const now = clock.now().getTime()
    if (now >= session.until || now - session.seenAt > leaseMs) return undefined
    return trust.isFresh(session, session.checkedAt) ? session : undefined
  }

  async function read(token: string): Promise<LiveSession> {
    const checkedAt = clock.monotonic()
    const known = live.get(token)
    const { row, facts } = await readBoth(token, known)
    const now = clock.now()
    const seen = new Date(Math.max(row.lastSeenAt.getTime(), known?.seenAt ?? 0))
    const decision = decideAccess(facts, now)
    const maxStreams = maxStreamsOf(facts, now)
    const current = { ...row, lastSeenAt: seen }
    const judged = judge(current, { decision, maxStreams, teaser: facts.video.teaserSeconds }, now)
    const verdict = await keepPlace(current, judged, maxStreams, now)
    if (!verdict.plays) {
      live.delete(token)
      if (row.endedAt === null) await endLease(database, row.id, verdict.reason, now)
      throw endingOf(verdict.reason, isUnpaid(verdict.reason) ? decision.offers : [])
    }
    return adopt(token, { ...row, ...verdict }, checkedAt, verdict.heldAnew ? now : seen)
  }

  async function readBoth(
    token: string,
    known: LiveSession | undefined,
  ): Promise<{ row: LeaseRow; facts: AccessFacts }> {
    const rowRead = readLease(database, hashToken(token), aliveSince(clock.now()))
    const early = known && loadFacts(parts, known.userId, known.videoId)
    // Whoever fails first is heard; the other must not go unheard.
    early?.catch(() => undefined)
    const row = await rowRead
    const facts = row && (await (early ?? loadFacts(parts, row.userId, row.videoId)))
    if (!row || !facts) {
      live.delete(token)
      throw new MatineeError('NOT_FOUND')
    }
    return { row, facts }
  }

  /** A place that was given up is taken anew, and so is one for a teaser that became the whole film. */
  async function keepPlace(
    row: LeaseRow,
    verdict: Verdict,
    maxStreams: number,
    now: Date,
  ): Promise<Verdict & { heldAnew?: boolean }> {
    if (!verdict.plays) return verdict
    const lapsed = row.lastSeenAt < aliveSince(now)
    const lifted = row.teaserSeconds !== null && verdict.teaserSeconds === null
    if (!lapsed && !lifted) return verdict
    const change = { lastSeenAt: now, ...(lifted ? { teaserSeconds: null } : {}) }
    const limits = { maxStreams, aliveSince: aliveSince(now) }
    if (await holdLease(database, row.id, change, limits)) return { ...verdict, heldAnew: true }
    if (!lapsed) return { ...verdict, teaserSeconds: row.teaserSeconds }
    return { plays: false, reason: 'limit' }
  }

  function sweep(): void {
    const before = clock.now().getTime() - keptSilentMs
    for (const [token, { seenAt }] of live) if (seenAt < before) live.delete(token)
    paces.sweep()
  }
  const sweeper = setInterval(sweep, sweepEveryMs)
  sweeper.unref()

  return {
    atHand,
    check(token) {
      let promise = reading.get(token)
      if (promise === undefined) {
        promise = read(token).finally(() => reading.delete(token))
        reading.set(token, promise)
      }
      return promise
    },
    seen(session) {
      const now = clock.now()
      session.seenAt = now.getTime()
      if (session.seenAt - session.seenWrittenAt < writeGapMs) return
      session.seenWrittenAt = session.seenAt
      lastSeen.add(session.id, now)
    },
    adopt: (token, session) => adopt(token, session, clock.monotonic(), clock.now()),
    forget: (token) => live.delete(token),
    paceOf: paces.of,
    aliveSince,
    async close() {
      clearInterval(sweeper)
      await lastSeen.close()
    },
  }
}
