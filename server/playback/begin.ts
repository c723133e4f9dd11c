import { decideAccess, isBeforehand } from '../entitlements/decide.ts'
import { loadFacts } from '../entitlements/facts.ts'
import { maxStreamsOf } from '../entitlements/limits.ts'
import { MatineeError } from '../errors.ts'
import { deviceNameOf } from '../plugins/device-name.ts'
import { aliveSince } from './alive-since.ts'
import { endingOf } from './endings.ts'
import { startLease } from './leases.ts'
import { noteRefusal } from './note-refusal.ts'
import type { PlayableRendition } from './playable-video.ts'
import { readLease } from './read-leases.ts'
import { firstSegments, type LiveSession } from './sessions.ts'
import { listStreams } from './streams.ts'
import { segmentAt } from './timeline.ts'
import { hashToken } from './tokens.ts'
import type { PlaybackDeps } from './viewing.ts'

/** Whose player begins. */
export interface Beginner {
  token: string
  userAgent: string | undefined
  /** As `networkOf` tells clients apart. */
  network: string
}

/**
 * Play begins: takes one of the viewer's places and starts a rental's clock. Doing so twice, also in two
 * processes at once, is doing so once.
 *
 * @throws TOO_MANY_STREAMS with `streams`; TOO_MANY_REQUESTS for strangers without end; as
 * `Sessions.check` when it may not begin
 */
export async function beginPlayback(
  deps: PlaybackDeps,
  session: LiveSession,
  beginner: Beginner,
): Promise<void> {
  if (session.hasBegun) return
  session.beginning ??= takePlace(deps, session, beginner).finally(() => {
    session.beginning = undefined
  })
  await session.beginning
  session.hasBegun = true
}

/**
 * Whoever fetches more than play begins with plays, whether or not they say so.
 *
 * @param count of segments from number `from` on
 */
export async function beginUnlessFirst(
  deps: PlaybackDeps,
  session: LiveSession,
  { timeline }: PlayableRendition,
  { from, count }: { from: number; count: number },
  beginner: Beginner,
): Promise<void> {
  if (session.hasBegun) return
  const resumed = segmentAt(timeline, session.resumeSeconds)
  const isFirst = [0, resumed].some(
    (first) => from >= first && from + count <= first + firstSegments,
  )
  if (!isFirst) await beginPlayback(deps, session, beginner)
}

async function takePlace(
  deps: PlaybackDeps,
  { id, userId, teaserSeconds }: LiveSession,
  { token, userAgent, network }: Beginner,
): Promise<void> {
  const { config, database, clock, seals } = deps
  const opening = seals.unseal(token)
  if (opening === null) throw new MatineeError('NOT_FOUND')
  const { videoId, encodeId, deviceId, familyId, isTeaser } = opening
  const facts = await loadFacts(deps, userId, videoId)
  if (facts === null) throw new MatineeError('NOT_FOUND')
  const now = clock.now()
  const decision = decideAccess(facts, now)
  const { allowed, because } = decision
  // Who is let see the beginning is not let see the film.
  if (!allowed && userId !== null) await noteRefusal(deps, { userId, videoId, reason: because })
  if (!allowed && !(isTeaser && teaserSeconds !== null)) {
    throw endingOf(because, decision.offers)
  }
  if (userId === null) deps.strangers.begin(network)
  const alive = aliveSince(config, now)
  const held = await startLease(
    database,
    {
      ...{ id, tokenHash: hashToken(token), userId, familyId, videoId, encodeId, deviceId },
      deviceName: deviceNameOf(userAgent),
      teaserSeconds: allowed ? null : teaserSeconds,
      startedAt: now,
    },
    {
      maxStreams: maxStreamsOf(facts, now),
      aliveSince: alive,
      unpublishedToo: isBeforehand(because),
      rentalId: because === 'rented' && !decision.started ? decision.purchaseId : null,
    },
  )
  if (held) return
  const row = await readLease(database, hashToken(token), alive)
  if (row?.endedAt) throw endingOf(row.endReason ?? 'stopped')
  if (held === null || userId === null) throw new MatineeError('NOT_FOUND')
  const streams = await listStreams(database, userId, { aliveSince: alive, exceptDevice: deviceId })
  await noteRefusal(deps, { userId, videoId, reason: 'too_many_streams' })
  throw new MatineeError('TOO_MANY_STREAMS', { members: { streams } })
}
