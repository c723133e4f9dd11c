import { say } from '../../../contract/words/server.ts'
import type { DatabaseTransaction } from '../../clients/database.ts'
import { MatineeError } from '../../errors.ts'
import type { TranscodeDeps } from '../../services.ts'
import { objectSweepJobs, planJobs, sweepJobs, videoSweepJobs } from './queue.ts'
import { turnAtVideo } from './video-turn.ts'

/** Before anyone waits for renditions, a look at each new file: it tells soonest what cannot be made. */
export const planPriority = 20
/** A worker that is told late of being superseded may still be writing. */
const sweepDelaySeconds = 120
/** Longer than any URL of a poster or of captions that somebody may still hold. */
const replacedDelaySeconds = 2 * 3600

type EnqueueDeps = Pick<TranscodeDeps, 'database' | 'queue' | 'clock' | 'log'>

/**
 * Has a film encoded anew from its uploaded original. What it plays now, it goes on playing until the
 * new encode is playable; an encode still under way is given up.
 *
 * @returns the encode's id
 * @throws MatineeError NOT_FOUND without such a film, CONFLICT when it has no original
 */
export async function enqueueTranscode(deps: EnqueueDeps, videoId: string): Promise<string> {
  const { database, queue, clock, log } = deps
  const { encodeId, superseded } = await database.$transaction((transaction) =>
    storeEncode(transaction, videoId, clock.now()),
  )
  try {
    await queue.send(planJobs, { videoId, encodeId }, { key: encodeId, priority: planPriority })
    for (const id of superseded) await sweepLater(deps, videoId, id, sweepDelaySeconds)
  } catch (error) {
    // The encode is stored: the workers' watchdog sends the job again.
    log.warn({ err: error, encodeId }, 'the job of a new encode could not be queued yet')
  }
  return encodeId
}

async function storeEncode(transaction: DatabaseTransaction, videoId: string, now: Date) {
  // One at a time for each film, so that just one encode is the newest.
  await turnAtVideo(transaction, videoId)
  const video = await transaction.video.findUnique({ where: { id: videoId } })
  if (video === null) throw new MatineeError('NOT_FOUND')
  if (video.sourceKey === null) {
    throw new MatineeError('CONFLICT', { detail: say('films.noFile') })
  }
  const older = await transaction.encode.updateManyAndReturn({
    where: { videoId, finishedAt: null, failedAt: null, supersededAt: null },
    data: { supersededAt: now },
  })
  const { id: encodeId } = await transaction.encode.create({
    data: { videoId, sourceKey: video.sourceKey, createdAt: now, activeAt: now },
  })
  const status = video.encodeId === null ? { status: 'queued' as const } : {}
  await transaction.video.update({
    where: { id: videoId },
    data: { ...status, progress: 0, step: 'waiting', failure: null },
  })
  const superseded = older.map(({ id }) => id).filter((id) => id !== video.encodeId)
  return { encodeId, superseded }
}

/** Has the objects of an encode that nobody will play removed. */
export async function sweepLater(
  { queue }: Pick<EnqueueDeps, 'queue'>,
  videoId: string,
  encodeId: string,
  delaySeconds: number,
): Promise<void> {
  await queue.send(sweepJobs, { videoId, encodeId }, { key: encodeId, delaySeconds })
}

/** Has everything of a film removed once it is deleted: soon, and again when its workers have stopped. */
export async function sweepVideo(
  { queue }: Pick<EnqueueDeps, 'queue'>,
  videoId: string,
): Promise<void> {
  for (const delaySeconds of [5, sweepDelaySeconds]) {
    const key = `${videoId}-${delaySeconds}`
    await queue.send(videoSweepJobs, { videoId }, { key, delaySeconds })
  }
}

/** Has a replaced poster, or replaced captions, removed once nobody can be looking at them any more. */
export async function sweepObjectLater(
  { queue }: Pick<EnqueueDeps, 'queue'>,
  videoId: string,
  key: string,
): Promise<void> {
  const delaySeconds = replacedDelaySeconds
  await queue.send(objectSweepJobs, { videoId, key }, { key, delaySeconds })
}
