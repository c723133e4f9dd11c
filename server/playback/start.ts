import type * as wire from '../../contract/access.ts'
import type { Chapter } from '../../contract/catalog.ts'
import type { PlaybackSession } from '../../contract/playback.ts'
import { say } from '../../contract/words/server.ts'
import { findInTime } from '../catalog/publish-due.ts'
import { decideAccess, isBeforehand } from '../entitlements/decide.ts'
import { loadFacts } from '../entitlements/facts.ts'
import type { AccessDecision, Notice } from '../entitlements/types.ts'
import { MatineeError } from '../errors.ts'
import { admitSegments } from './admit-segments.ts'
import { endingOf } from './endings.ts'
import { extrasOf } from './extras.ts'
import { type Beginner, firstRenditions } from './first-renditions.ts'
import { readStart } from './leases.ts'
import { noteRefusal } from './note-refusal.ts'
import { deviceKeyOf } from './opening.ts'
import type { PlayableRendition, PlayableVideo } from './playable-video.ts'
import { isWorthResuming } from './resume.ts'
import { firstSegments, type LiveSession } from './sessions.ts'
import { segmentAt } from './timeline.ts'
import { signBatch } from './url-batch.ts'
import type { PlaybackDeps } from './viewing.ts'

export interface StartRequest {
  viewer: { userId: string; familyId: string } | null
  videoId: string
  deviceId: string
  /** What play begins with is chosen for this device and its line. */
  beginner?: Beginner
  /** Where play is to begin, in place of where the viewer was. */
  startSeconds?: number
  /** The cookie that this server gave the browser. */
  device: string
}

/**
 * Opens a playback: decides access and signs what play begins with, in two round trips to the database.
 * Nothing is stored and no place is taken until it begins; what is signed counts in the viewer's pace.
 *
 * @throws NOT_FOUND, SIGN_IN_REQUIRED, PAYMENT_REQUIRED with `offers`, TOO_MANY_REQUESTS,
 * ENTITLEMENTS_UNAVAILABLE
 */
export function startPlayback(deps: PlaybackDeps, request: StartRequest): Promise<PlaybackSession> {
  return findInTime(deps, () => openSession(deps, request))
}

async function openSession(
  deps: PlaybackDeps,
  { videoId, viewer, deviceId, device, beginner = { codecs: [] }, startSeconds }: StartRequest,
): Promise<PlaybackSession> {
  deps.videos.prefetch(videoId)
  const userId = viewer?.userId ?? null
  const facts = await loadFacts(deps, userId, videoId)
  if (facts === null) throw noSuchVideo()
  const openedAt = deps.clock.now()
  const decision = decideAccess(facts, openedAt)
  const teaserSeconds = decision.allowed ? null : facts.video.teaserSeconds
  if (!decision.allowed && teaserSeconds === null) {
    throw await refusal(deps, { videoId, userId }, decision)
  }

  const unpublishedToo = isBeforehand(decision.because)
  const begins = await readStart(deps.database, { userId, videoId, unpublishedToo })
  const video = begins && (await deps.videos.get(videoId, begins.encodeId))
  if (video === null) throw noSuchVideo()
  const resumeSeconds = resumeAt(begins?.positionSeconds ?? null, video, teaserSeconds)
  const from = beginAt(startSeconds ?? resumeSeconds, video, teaserSeconds)
  const opening = {
    userId,
    familyId: viewer?.familyId ?? null,
    videoId,
    encodeId: video.encodeId,
    deviceId: deviceKeyOf(deviceId, device),
    openedAt,
    resumeSeconds: from,
    isTeaser: !decision.allowed,
  }
  const token = deps.seals.seal(opening)
  const { until } = decision
  const firsts = firstRenditions([...video.renditions.values()], beginner, from)
  const session = deps.sessions.adopt(token, { ...opening, teaserSeconds, until })
  const first = await firstBatches(deps, session, firsts, from).catch((error: unknown) => {
    // Its token is given to nobody, and opened over and over it would only fill the memory.
    deps.sessions.forget(token)
    throw error
  })
  return {
    id: session.id,
    token,
    hlsUrl: `/play/${token}/main.m3u8`,
    expiresInSeconds: deps.config.URL_TTL_SECONDS,
    resumeSeconds,
    keepsPlace: userId !== null,
    teaserSeconds,
    ...extrasOf(video, token, { teaserSeconds }),
    chapters: begins?.chapters as Chapter[],
    notice: decision.because === 'subscription' ? noticeOf(decision.notice) : null,
    first,
  }
}

/** As JSON has it. */
function noticeOf(notice: Notice | null): wire.Notice | null {
  if (notice === null) return null
  return notice.kind === 'ending'
    ? { ...notice, endsAt: notice.endsAt.toISOString() }
    : { ...notice, graceUntil: notice.graceUntil.toISOString() }
}

const noSuchVideo = () => new MatineeError('NOT_FOUND', { detail: say('none.film') })

/** What is not on show does not exist, whatever it would cost. */
async function refusal(
  deps: PlaybackDeps,
  { videoId, userId }: { videoId: string; userId: string | null },
  { because, offers }: AccessDecision,
): Promise<MatineeError> {
  const onShow = { id: videoId, published: true, encodeId: { not: null } }
  if ((await deps.database.video.count({ where: onShow })) === 0) return noSuchVideo()
  if (because === 'sign_in_required') {
    return new MatineeError('SIGN_IN_REQUIRED', { members: { reason: because, offers } })
  }
  if (userId !== null) await noteRefusal(deps, { userId, videoId, reason: because })
  return endingOf(because, offers)
}

function resumeAt(
  position: number | null,
  video: PlayableVideo,
  teaserSeconds: number | null,
): number {
  if (position === null || !isWorthResuming(position, video.durationSeconds)) return 0
  return teaserSeconds === null || position < teaserSeconds ? position : 0
}

/** Where a preview ends nothing begins. */
const beginAt = (second: number, video: PlayableVideo, teaserSeconds: number | null): number =>
  teaserSeconds !== null && second >= teaserSeconds ? 0 : Math.min(second, video.durationSeconds)

async function firstBatches(
  deps: PlaybackDeps,
  session: LiveSession,
  renditions: readonly PlayableRendition[],
  fromSeconds: number,
): Promise<PlaybackSession['first']> {
  return Promise.all(
    renditions.map(async (rendition) => {
      const from = segmentAt(rendition.timeline, fromSeconds)
      const to = await admitSegments(deps, session, rendition, from, firstSegments)
      const batch = await signBatch(deps, session.id, rendition, from, to)
      return { rendition: rendition.name, ...batch }
    }),
  )
}
