import type { TranscodeDeps } from '../../services.ts'
import { type EncodePlan, encoderOf } from '../plan/plan.ts'
import { sendPieces, storePieces } from '../plan/plan-job.ts'
import type { SourceFiles } from '../probe/source-files.ts'
import { sweepLater } from '../queue/enqueue.ts'
import { turnAtVideoOf } from '../queue/video-turn.ts'

/** A worker that is told late of being superseded may still be writing. */
const sweepDelaySeconds = 120

/**
 * Has a film whose hardware encoder failed made by libx264, from its beginning: what two encoders
 * made does not fit together. A new encode takes the place of the old one, so that neither what the
 * old one has published nor what its workers still write is in the way. It happens once, since
 * libx264 gives way to none.
 *
 * @param reason for the operator
 */
export async function startFallbackEncode(
  deps: TranscodeDeps,
  files: Pick<SourceFiles, 'removeEncode'>,
  encodeId: string,
  reason: string,
): Promise<void> {
  const begun = await replaceEncode(deps, encodeId, reason)
  if (begun === null) return
  const { videoId, newId, playing } = begun
  deps.log.warn(
    { videoId, encodeId: newId, reason },
    'a film is encoded anew by libx264, as the hardware encoder it was begun with failed',
  )
  if (!playing) await sweepLater(deps, videoId, encodeId, sweepDelaySeconds)
  await sendPieces(deps, videoId, newId)
  await files.removeEncode(encodeId)
}

/** Null when the encode is over, or another worker has begun it again. */
async function replaceEncode({ database, clock }: TranscodeDeps, id: string, reason: string) {
  const now = clock.now()
  return database.$transaction(async (transaction) => {
    // Pieces that end meanwhile wait for their turn (finish-piece) and then find themselves unwanted.
    await turnAtVideoOf(transaction, id)
    const encode = await transaction.encode.findUnique({ where: { id }, include: { video: true } })
    const over = encode?.finishedAt ?? encode?.failedAt ?? encode?.supersededAt
    if (encode === null || encode.plan === null || over) return null
    const plan = encode.plan as unknown as EncodePlan
    if (encoderOf(plan) === 'libx264') return null
    const { video, sourceKey, priority } = encode
    const again: EncodePlan = { ...plan, encoder: 'libx264' }
    await transaction.encode.update({ where: { id }, data: { supersededAt: now } })
    const { id: newId } = await transaction.encode.create({
      data: {
        ...{ videoId: video.id, sourceKey, priority, log: reason },
        ...{ createdAt: now, activeAt: now, startedAt: now },
        plan: JSON.parse(JSON.stringify(again)),
      },
    })
    await storePieces(transaction, newId, again)
    await transaction.video.update({
      where: { id: video.id },
      data: { progress: 0, step: 'waiting' },
    })
    return { videoId: video.id, newId, playing: video.encodeId === id }
  })
}
