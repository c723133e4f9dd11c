import { loadFacts } from '../entitlements/facts.ts'
import { maxStreamsOf } from '../entitlements/limits.ts'
import { aliveSince } from './alive-since.ts'
import { endingOf } from './endings.ts'
import { endLease, holdLease } from './leases.ts'
import type { LiveSession } from './sessions.ts'
import { newBucket, take } from './token-bucket.ts'
import type { PlaybackDeps } from './viewing.ts'

/**
 * Counts what is handed out to a device, over all that it plays. One that takes more than a film's pace
 * is several that share a cookie: from then on this session counts as a device of its own.
 *
 * @throws STREAM_TAKEN_OVER when there is no place for it
 */
export async function countDevice(
  deps: PlaybackDeps,
  session: LiveSession,
  seconds: number,
): Promise<void> {
  const { clock, config, database } = deps
  const { id, userId, videoId, deviceBucket, hasBegun } = session
  if (take(deviceBucket, seconds, clock.monotonic()) === 0) return
  const ownDevice = id.replaceAll('-', '')
  if (userId === null || !hasBegun || session.deviceId === ownDevice) return
  const now = clock.now()
  const facts = await loadFacts(deps, userId, videoId)
  const maxStreams = facts === null ? 0 : maxStreamsOf(facts, now)
  const limits = { maxStreams, aliveSince: aliveSince(config, now) }
  const change = { lastSeenAt: now, deviceId: ownDevice }
  if (!(await holdLease(database, id, change, limits))) {
    await endLease(database, id, 'limit', now)
    throw endingOf('limit')
  }
  session.deviceId = ownDevice
  session.deviceBucket = newBucket(clock.monotonic())
}
