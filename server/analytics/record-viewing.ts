import { mostSteps, stepSeconds } from '../../contract/playback.ts'
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
  /** What was played, in steps of ten seconds: first, after the last, first … */
  watched: number[]
  /** Host of the page that led to the site. */
  source: string | null
}

/**
 * Spans in order, each step once, none behind the film's end; what is no span is left out.
 *
 * @param durationSeconds null: not known
 */
function spansOf(watched: readonly number[], durationSeconds: number | null): number[] {
  const end = durationSeconds === null ? mostSteps : Math.ceil(durationSeconds / stepSeconds)
  const spans: number[] = []
  for (let index = 0; index + 1 < watched.length; index += 2) {
    const from = Math.max(watched[index] ?? 0, spans.at(-1) ?? 0)
    const to = Math.min(watched[index + 1] ?? 0, end)
    if (from >= to) continue
    if (spans.at(-1) === from) spans[spans.length - 1] = to
    else spans.push(from, to)
  }
  return spans
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
    select: {
      ...{ id: true, videoId: true, userId: true, deviceName: true },
      video: { select: { durationSeconds: true } },
    },
  })
  if (session === null) throw new MatineeError('NOT_FOUND')
  const { videoId, userId, deviceName: device, video } = session
  const row = {
    ...viewing,
    ...{ receivedAt: now, device, source: viewing.source?.toLowerCase() ?? null },
    watched: spansOf(viewing.watched, video.durationSeconds),
  }
  await database.viewingReport.upsert({
    where: { playbackSessionId: session.id },
    create: { playbackSessionId: session.id, videoId, userId, ...row },
    update: row,
  })
}
