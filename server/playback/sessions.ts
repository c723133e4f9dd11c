import type { Logger } from 'pino'
import type { Notifications } from '../clients/notify.ts'
import { openFreshness } from './freshness.ts'
import { openGatheredReads } from './gather-reads.ts'
import { openLastSeen } from './last-seen.ts'
import { type Opening, sessionIdOf } from './opening.ts'
import { type RecheckDeps, recheck } from './recheck.ts'
import { type BucketByKind, openTokenBuckets, type TokenBucket } from './token-bucket.ts'

export interface SessionDeps extends Omit<RecheckDeps, 'reads'> {
  log: Logger
  notifications: Notifications
}

/** A session that plays, as this process last read it. Small, since there may be very many. */
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
  /** How fast the viewer takes the film away. */
  readonly buckets: BucketByKind
  deviceId: string
  /** How fast the device takes films away, all together. */
  deviceBucket: TokenBucket
  /** Where play began, when it was opened. */
  readonly resumeSeconds: number
  /** Until then nothing of it is stored, and more than the first segments is not to be had. */
  hasBegun: boolean
  beginning?: Promise<void> | undefined
  /** In milliseconds of the wall clock. */
  seenAt: number
  seenWrittenAt: number
}

export interface NewSession extends Opening {
  teaserSeconds: number | null
  until: Date | null
}

/** Of each rendition that play begins with: enough while the player learns what comes next. */
export const firstSegments = 3

export interface Sessions {
  /** The session, if what is known of it is fresh: the hot path, which reads no database. */
  atHand(token: string): LiveSession | undefined
  /** The session as it was last read, for what does not depend on whether it may still play. */
  known(token: string): Pick<LiveSession, 'userId' | 'videoId'> | undefined
  /**
   * The session, read anew.
   *
   * @throws NOT_FOUND for an unknown token, PAYMENT_REQUIRED, STREAM_TAKEN_OVER or PLAYBACK_ENDED
   * with the `reason` when it is over, ENTITLEMENTS_UNAVAILABLE when that cannot be told
   */
  check(token: string): Promise<LiveSession>
  /** A request is a sign of life: it renews the lease. */
  seen(session: LiveSession): void
  /** Takes a session that was just opened, so that its first requests find it. */
  adopt(token: string, session: NewSession): LiveSession
  forget(token: string): void
  /** Writes the signs of life that are due. Happens by itself every two seconds. */
  flush(): Promise<void>
  /** Writes what is still to be written. */
  close(): Promise<void>
}

/** Sessions silent for longer are read anew when they come back. */
const keptSilentMs = 5 * 60_000
const sweepEveryMs = 60_000
const longestWriteGapMs = 20_000

/** The sessions that play through this process. */
export function openSessions(deps: SessionDeps): Sessions {
  const { config, clock, notifications } = deps
  const leaseMs = config.STREAM_LEASE_SECONDS * 1000
  // Where leases are very short they have to be renewed oftener.
  const writeGapMs = Math.min(longestWriteGapMs, leaseMs / 3)
  const live = new Map<string, LiveSession>()
  const reading = new Map<string, Promise<LiveSession>>()
  const tokenBuckets = openTokenBuckets(clock)
  const lastSeen = openLastSeen(deps.database, deps.log)
  const reads = openGatheredReads(deps)
  const freshness = openFreshness({ clock, listeningSince: notifications.listeningSince })
  notifications.listen('matinee_playback', freshness.changed)

  async function read(token: string): Promise<LiveSession> {
    const checkedAt = clock.monotonic()
    const rechecked = await recheck({ ...deps, reads }, token, live.get(token)).catch(
      (error: unknown) => {
        live.delete(token)
        throw error
      },
    )
    const { row, teaserSeconds, until, seenAt, writtenAt, opening } = rechecked
    return keep(token, {
      id: row.id,
      userId: row.userId,
      videoId: row.videoId,
      encodeId: row.encodeId,
      teaserSeconds,
      until: timeOf(until),
      checkedAt,
      ...bucketsOf(row),
      resumeSeconds: opening?.resumeSeconds ?? 0,
      hasBegun: opening === null,
      seenAt: seenAt.getTime(),
      seenWrittenAt: writtenAt.getTime(),
    })
  }

  function keep(token: string, session: LiveSession): LiveSession {
    live.set(token, session)
    return session
  }

  /** A stranger is known by their device alone. */
  const bucketsOf = (of: { userId: string | null; videoId: string; deviceId: string }) => {
    const { userId, videoId, deviceId } = of
    return {
      deviceId,
      buckets: tokenBuckets.of(userId ?? deviceId, videoId),
      deviceBucket: tokenBuckets.ofDevice(`${userId ?? ''} ${deviceId}`),
    }
  }

  function sweep(): void {
    const before = clock.now().getTime() - keptSilentMs
    for (const [token, { seenAt }] of live) if (seenAt < before) live.delete(token)
    tokenBuckets.sweep()
  }
  const sweeper = setInterval(sweep, sweepEveryMs)
  sweeper.unref()

  return {
    atHand(token) {
      const session = live.get(token)
      if (session === undefined) return undefined
      const now = clock.now().getTime()
      if (now >= session.until || now - session.seenAt > leaseMs) return undefined
      return freshness.isFresh(session, session.checkedAt) ? session : undefined
    },
    known: (token) => live.get(token),
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
    adopt(token, { userId, videoId, encodeId, deviceId, resumeSeconds, teaserSeconds, until }) {
      const now = clock.now().getTime()
      const times = { checkedAt: clock.monotonic(), seenAt: now, seenWrittenAt: now }
      return keep(token, {
        id: sessionIdOf(token),
        ...{ userId, videoId, encodeId, teaserSeconds, resumeSeconds },
        ...bucketsOf({ userId, videoId, deviceId }),
        hasBegun: false,
        until: timeOf(until),
        ...times,
      })
    },
    forget: (token) => {
      live.delete(token)
    },
    flush: lastSeen.flush,
    async close() {
      clearInterval(sweeper)
      await lastSeen.close()
    },
  }
}

const timeOf = (until: Date | null): number => until?.getTime() ?? Number.POSITIVE_INFINITY
