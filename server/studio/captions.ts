import { say } from '../../contract/words/server.ts'
import { audit } from '../audit/audit.ts'
import { MatineeError } from '../errors.ts'
import type { StudioDeps } from '../services.ts'
import { sweepObjectLater } from '../transcode/queue/enqueue.ts'

/**
 * Takes captions from a film. Who watches it with them keeps them to the end.
 *
 * @throws NOT_FOUND
 */
export async function removeCaptions(
  { database, queue }: Pick<StudioDeps, 'database' | 'queue'>,
  actorId: string,
  videoId: string,
  captionId: string,
): Promise<void> {
  await database.$transaction(async (transaction) => {
    const caption = await transaction.caption.findFirst({ where: { id: captionId, videoId } })
    if (caption === null) {
      throw new MatineeError('NOT_FOUND', { detail: say('films.noCaptions') })
    }
    await transaction.caption.delete({ where: { id: captionId } })
    const details = { language: caption.language }
    const subject = `video:${videoId}`
    await audit(transaction, { actorId, action: 'video.captions_removed', subject, details })
    // Within, so that no crash forgets it.
    await sweepObjectLater({ queue }, videoId, caption.key)
  })
}
