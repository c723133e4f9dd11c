import type { Database } from '../clients/database.ts'
import { MatineeError } from '../errors.ts'

/** What a viewing was like so far, as the player counts it. */
export interface ViewingReport {
  /** From pressing play to the first picture; null when there was none, or play went on. */
  startUpMs: number | null
  watchedSeconds: number
  /** Times that the picture stood still for want of data. */
  stallCount: number
  stallMs: number
  /** Of the error that ended it. */
  errorCode: string | null
}

/**
 * Keeps the last report of a playback, which may have ended meanwhile.
 *
 * @throws NOT_FOUND for a token that is unknown
 */
export async function recordViewing(
  database: Database,
  tokenHash: Uint8Array<ArrayBuffer>,
  viewing: ViewingReport,
  now: Date,
): Promise<void> {
  const session = await database.playbackSession.findUnique({
    where: { tokenHash },
    select: { id: true, videoId: true, userId: true },
  })
  if (session === null) throw new MatineeError('NOT_FOUND')
  const { videoId, userId } = session
  await database.viewingReport.upsert({
    where: { playbackSessionId: session.id },
    create: { playbackSessionId: session.id, videoId, userId, receivedAt: now, ...viewing },
    update: { receivedAt: now, ...viewing },
  })
}
