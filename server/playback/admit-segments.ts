import { say } from '../../contract/words/server.ts'
import { decideAccess } from '../entitlements/decide.ts'
import { loadFacts } from '../entitlements/facts.ts'
import { MatineeError } from '../errors.ts'
import { countDevice } from './count-device.ts'
import { endingOf } from './endings.ts'
import type { PlayableRendition } from './playable-video.ts'
import type { LiveSession } from './sessions.ts'
import { secondsOf, segmentCount, segmentsBefore } from './timeline.ts'
import { reserve, take } from './token-bucket.ts'
import type { PlaybackDeps } from './viewing.ts'

/** Players that know nothing of a pace are made to wait rather than refused, for so long. */
const longestHoldMs = 8_000

/**
 * Which of the segments `from … from + count - 1` this session may have now: those that exist, lie
 * before the teaser's end and within the pace. Answers the number after the last one.
 *
 * @throws NOT_FOUND, PAYMENT_REQUIRED past the teaser, TOO_MANY_REQUESTS with `retryAfterSeconds`,
 * STREAM_TAKEN_OVER for a device that turns out to be several
 */
export async function admitSegments(
  deps: PlaybackDeps,
  session: LiveSession,
  rendition: PlayableRendition,
  from: number,
  count: number,
): Promise<number> {
  const { timeline, kind } = rendition
  const to = Math.min(from + count, await boundFor(deps, session, rendition, from))
  const seconds = secondsOf(timeline, from, to)
  const wait = take(session.buckets[kind], seconds, deps.clock.monotonic())
  if (wait > 0) throw tooFast(wait)
  if (kind === 'video') await countDevice(deps, session, seconds)
  return to
}

/**
 * Whether this session may have one segment, or a `share` of it, by a redirect. Within the pace it
 * resolves at once, a little beyond it when the pace has caught up.
 *
 * @throws as admitSegments; TOO_MANY_REQUESTS only far beyond the pace
 */
export async function admitRedirect(
  deps: PlaybackDeps,
  session: LiveSession,
  rendition: PlayableRendition,
  segment: number,
  share: number,
): Promise<void> {
  const { timeline, kind } = rendition
  await boundFor(deps, session, rendition, segment)
  const seconds = secondsOf(timeline, segment, segment + 1) * share
  const { clock } = deps
  const wait = reserve(session.buckets[kind], seconds, clock.monotonic(), longestHoldMs)
  if (wait === null) throw tooFast(longestHoldMs / 1000)
  if (kind === 'video') await countDevice(deps, session, seconds)
  if (wait > 0) await clock.delay(wait)
}

/** The number after the last segment that may be had, if `from` may. */
async function boundFor(
  deps: PlaybackDeps,
  session: LiveSession,
  { timeline }: PlayableRendition,
  from: number,
): Promise<number> {
  if (from >= segmentCount(timeline)) {
    throw new MatineeError('NOT_FOUND', { detail: say('films.over') })
  }
  const bound = segmentsBefore(timeline, session.teaserSeconds)
  if (from >= bound) throw await teaserEnds(deps, session)
  return bound
}

/** @param wait in seconds */
export const tooFast = (wait: number): MatineeError =>
  new MatineeError('TOO_MANY_REQUESTS', {
    detail: say('films.tooFast'),
    members: { retryAfterSeconds: wait },
  })

async function teaserEnds(deps: PlaybackDeps, { userId, videoId }: LiveSession) {
  const facts = await loadFacts(deps, userId, videoId)
  if (facts === null) return new MatineeError('NOT_FOUND')
  const { because, offers } = decideAccess(facts, deps.clock.now())
  return endingOf(because, offers)
}
