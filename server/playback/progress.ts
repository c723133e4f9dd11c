import { say } from '../../contract/words/server.ts'
import type { Database } from '../clients/database.ts'
import { MatineeError } from '../errors.ts'
import { isWorthResuming } from './resume.ts'

export interface Progress {
  userId: string
  videoId: string
  positionSeconds: number
}

/**
 * Remembers where a viewer stopped, or forgets it when there is nothing to go on with.
 *
 * @throws NOT_FOUND for an unknown video
 */
export async function saveProgress(
  database: Database,
  { userId, videoId, positionSeconds }: Progress,
  now: Date,
): Promise<void> {
  const video = await database.video.findUnique({
    where: { id: videoId },
    select: { durationSeconds: true },
  })
  if (video === null) throw new MatineeError('NOT_FOUND', { detail: say('none.film') })
  const duration = video.durationSeconds ?? Number.POSITIVE_INFINITY
  if (!isWorthResuming(positionSeconds, duration)) {
    await database.watchProgress.deleteMany({ where: { userId, videoId } })
    return
  }
  await database.watchProgress.upsert({
    where: { userId_videoId: { userId, videoId } },
    create: { userId, videoId, positionSeconds, updatedAt: now },
    update: { positionSeconds, updatedAt: now },
  })
}
