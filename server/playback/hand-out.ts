import { decideAccess } from '../entitlements/decide.ts'
import { loadFacts } from '../entitlements/facts.ts'
import { MatineeError } from '../errors.ts'
import { endingOf } from './endings.ts'
import type { FilmRendition } from './film.ts'
import { take } from './pace.ts'
import type { PlaybackParts } from './parts.ts'
import type { LiveSession } from './sessions.ts'
import { secondsOf, segmentCount, segmentsBefore } from './timeline.ts'

/**
 * Which of the segments `from … from + count - 1` this session may have now: those that exist, lie
 * before the teaser's end and within the pace. Answers the number after the last one.
 *
 * @throws NOT_FOUND, PAYMENT_REQUIRED past the teaser, TOO_MANY_REQUESTS with `retryAfterSeconds`
 */
export async function handOut(
  parts: PlaybackParts,
  session: LiveSession,
  { timeline, kind }: FilmRendition,
  from: number,
  count: number,
): Promise<number> {
  if (from >= segmentCount(timeline)) {
    throw new MatineeError('NOT_FOUND', { detail: 'The video is over before this segment.' })
  }
  const bound = segmentsBefore(timeline, session.teaserSeconds)
  if (from >= bound) throw await teaserEnds(parts, session)
  const to = Math.min(from + count, bound)
  const now = parts.clock.monotonic()
  const wait = take(session.pace[kind], secondsOf(timeline, from, to), now)
  if (wait > 0) throw tooFast(wait)
  return to
}

/** @param wait in seconds */
export const tooFast = (wait: number): MatineeError =>
  new MatineeError('TOO_MANY_REQUESTS', {
    detail: 'The video is being fetched much faster than it plays. Wait a moment and go on.',
    members: { retryAfterSeconds: wait },
  })

async function teaserEnds(parts: PlaybackParts, { userId, videoId }: LiveSession) {
  const facts = await loadFacts(parts, userId, videoId)
  if (facts === null) return new MatineeError('NOT_FOUND')
  const { because, offers } = decideAccess(facts, parts.clock.now())
  return endingOf(because, offers)
}
