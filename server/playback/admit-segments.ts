import { decideAccess } from '../entitlements/decide.ts'
import { loadFacts } from '../entitlements/facts.ts'
import { MatineeError } from '../errors.ts'
import { endingOf } from './endings.ts'
import type { PlayableRendition } from './playable-video.ts'
import type { LiveSession } from './sessions.ts'
import { secondsOf, segmentCount, segmentsBefore } from './timeline.ts'
import { take } from './token-bucket.ts'
import type { PlaybackDeps } from './viewing.ts'

/**
 * Which of the segments `from … from + count - 1` this session may have now: those that exist, lie
 * before the teaser's end and within the pace. Answers the number after the last one.
 *
 * @throws NOT_FOUND, PAYMENT_REQUIRED past the teaser, TOO_MANY_REQUESTS with `retryAfterSeconds`
 */
export async function admitSegments(
  deps: PlaybackDeps,
  session: LiveSession,
  { timeline, kind }: PlayableRendition,
  from: number,
  count: number,
): Promise<number> {
  if (from >= segmentCount(timeline)) {
    throw new MatineeError('NOT_FOUND', { detail: 'The video is over before this segment.' })
  }
  const bound = segmentsBefore(timeline, session.teaserSeconds)
  if (from >= bound) throw await teaserEnds(deps, session)
  const to = Math.min(from + count, bound)
  const now = deps.clock.monotonic()
  const wait = take(session.buckets[kind], secondsOf(timeline, from, to), now)
  if (wait > 0) throw tooFast(wait)
  return to
}

/** @param wait in seconds */
export const tooFast = (wait: number): MatineeError =>
  new MatineeError('TOO_MANY_REQUESTS', {
    detail: 'The video is being fetched much faster than it plays. Wait a moment and go on.',
    members: { retryAfterSeconds: wait },
  })

async function teaserEnds(deps: PlaybackDeps, { userId, videoId }: LiveSession) {
  const facts = await loadFacts(deps, userId, videoId)
  if (facts === null) return new MatineeError('NOT_FOUND')
  const { because, offers } = decideAccess(facts, deps.clock.now())
  return endingOf(because, offers)
}
