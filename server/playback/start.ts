import { randomUUID } from 'node:crypto'
import type * as wire from '../../contract/access.ts'
import type { Chapter } from '../../contract/catalog.ts'
import type { PlaybackSession } from '../../contract/playback.ts'
import { decideAccess } from '../entitlements/decide.ts'
import { loadFacts } from '../entitlements/facts.ts'
import { maxStreamsOf } from '../entitlements/limits.ts'
import type { AccessDecision, AccessFacts, Notice } from '../entitlements/types.ts'
import { MatineeError } from '../errors.ts'
import { deviceNameOf } from '../plugins/device-name.ts'
import { admitSegments } from './admit-segments.ts'
import { endingOf } from './endings.ts'
import { listStreams, type StartedLease, startLease } from './leases.ts'
import type { PlayableVideo } from './playable-video.ts'
import { captionRendition } from './playlists.ts'
import { aliveSince } from './recheck.ts'
import { isWorthResuming } from './resume.ts'
import type { LiveSession } from './sessions.ts'
import { segmentAt } from './timeline.ts'
import { hashToken, newToken } from './tokens.ts'
import { signBatch } from './url-batch.ts'
import type { PlaybackDeps } from './viewing.ts'

export interface StartRequest {
  viewer: { userId: string; familyId: string } | null
  videoId: string
  deviceId: string
  userAgent: string | undefined
}

/** Enough to begin with while the player learns what comes next. */
const firstSegments = 3

/**
 * Starts a playback: decides access, takes one of the viewer's places and signs what play begins
 * with, in two round trips to the database.
 *
 * @throws NOT_FOUND, SIGN_IN_REQUIRED, PAYMENT_REQUIRED with `offers`, TOO_MANY_STREAMS with
 * `streams`, TOO_MANY_REQUESTS, ENTITLEMENTS_UNAVAILABLE
 */
export async function startPlayback(
  deps: PlaybackDeps,
  request: StartRequest,
): Promise<PlaybackSession> {
  const { videoId, viewer } = request
  deps.videos.prefetch(videoId)
  const facts = await loadFacts(deps, viewer?.userId ?? null, videoId)
  if (facts === null) throw noSuchVideo()
  const decision = decideAccess(facts, deps.clock.now())
  const teaserSeconds = decision.allowed ? null : facts.video.teaserSeconds
  if (!decision.allowed && teaserSeconds === null) throw await refusal(deps, videoId, decision)

  const token = newToken()
  const { sessionId, lease } = await takePlace(deps, request, token, facts, decision)
  const video = await deps.videos.get(videoId, lease.encodeId)
  if (video === null) throw noSuchVideo()
  const session = deps.sessions.adopt(token, {
    id: sessionId,
    userId: viewer?.userId ?? null,
    videoId,
    encodeId: lease.encodeId,
    teaserSeconds,
    until: decision.until,
  })
  const resumeSeconds = resumeAt(lease.positionSeconds, video, teaserSeconds)
  return {
    id: sessionId,
    token,
    hlsUrl: `/play/${token}/main.m3u8`,
    expiresInSeconds: deps.config.URL_TTL_SECONDS,
    resumeSeconds,
    teaserSeconds,
    captions: video.captions.map(({ language, label }) => ({
      language,
      label,
      url: `/play/${token}/${captionRendition(language)}/0.vtt`,
    })),
    storyboardUrl: lease.hasStoryboard ? `/play/${token}/storyboard.vtt` : null,
    chapters: lease.chapters as Chapter[],
    notice: decision.because === 'subscription' ? noticeOf(decision.notice) : null,
    first: await firstBatches(deps, session, video, resumeSeconds),
  }
}

/** As JSON has it. */
function noticeOf(notice: Notice | null): wire.Notice | null {
  if (notice === null) return null
  return notice.kind === 'ending'
    ? { ...notice, endsAt: notice.endsAt.toISOString() }
    : { ...notice, graceUntil: notice.graceUntil.toISOString() }
}

const noSuchVideo = () => new MatineeError('NOT_FOUND', { detail: 'There is no such video.' })

/** What is not on show does not exist, whatever it would cost. */
async function refusal(
  { database }: PlaybackDeps,
  videoId: string,
  { because, offers }: AccessDecision,
): Promise<MatineeError> {
  const onShow = { id: videoId, published: true, encodeId: { not: null } }
  if ((await database.video.count({ where: onShow })) === 0) return noSuchVideo()
  if (because === 'sign_in_required') {
    return new MatineeError('SIGN_IN_REQUIRED', { members: { reason: because, offers } })
  }
  return endingOf(because, offers)
}

async function takePlace(
  deps: PlaybackDeps,
  { viewer, videoId, deviceId, userAgent }: StartRequest,
  token: string,
  facts: AccessFacts,
  decision: AccessDecision,
): Promise<{ sessionId: string; lease: StartedLease }> {
  const { config, database, clock } = deps
  const now = clock.now()
  const alive = aliveSince(config, now)
  const sessionId = randomUUID()
  const lease = await startLease(
    database,
    {
      id: sessionId,
      tokenHash: hashToken(token),
      userId: viewer?.userId ?? null,
      familyId: viewer?.familyId ?? null,
      videoId,
      deviceId,
      deviceName: deviceNameOf(userAgent),
      teaserSeconds: decision.allowed ? null : facts.video.teaserSeconds,
      startedAt: now,
    },
    {
      maxStreams: maxStreamsOf(facts, now),
      aliveSince: alive,
      unpublishedToo: decision.because === 'operator',
      rentalId: decision.because === 'rented' && !decision.started ? decision.purchaseId : null,
    },
  )
  if (lease === null) throw noSuchVideo()
  if (!lease.held && viewer !== null) {
    const options = { aliveSince: alive, exceptDevice: deviceId }
    const streams = await listStreams(database, viewer.userId, options)
    throw new MatineeError('TOO_MANY_STREAMS', { members: { streams } })
  }
  return { sessionId, lease }
}

function resumeAt(
  position: number | null,
  video: PlayableVideo,
  teaserSeconds: number | null,
): number {
  if (position === null || !isWorthResuming(position, video.durationSeconds)) return 0
  return teaserSeconds === null || position < teaserSeconds ? position : 0
}

async function firstBatches(
  deps: PlaybackDeps,
  session: LiveSession,
  video: PlayableVideo,
  resumeSeconds: number,
): Promise<PlaybackSession['first']> {
  return Promise.all(
    video.beginsWith.map(async (rendition) => {
      const from = segmentAt(rendition.timeline, resumeSeconds)
      const to = await admitSegments(deps, session, rendition, from, firstSegments)
      const batch = await signBatch(deps, session.id, rendition, from, to)
      return { rendition: rendition.name, ...batch }
    }),
  )
}
