import { say } from '../../../contract/words/server.ts'
import { MatineeError } from '../../errors.ts'
import type { TranscodeDeps } from '../../services.ts'
import { sendPieces } from '../plan/plan-job.ts'
import { underWay } from './cancel-encode.ts'
import { planPriority } from './enqueue.ts'
import { pieceJobs, planJobs } from './queue.ts'

/** Above every piece of a film that nobody hurries. */
const hurry = 100

/**
 * Lets a film go before all others that wait. What is being made meanwhile is made to its end.
 *
 * @throws CONFLICT when no encode of it is under way
 */
export async function putFirst(deps: TranscodeDeps, videoId: string): Promise<void> {
  const { database, queue } = deps
  const encode = await database.encode.findFirst({
    where: { videoId, ...underWay },
    include: { pieces: { where: { finishedAt: null, attempts: 0 } } },
  })
  if (encode === null) {
    throw new MatineeError('CONFLICT', { detail: say('films.notEncoding') })
  }
  await database.encode.update({ where: { id: encode.id }, data: { priority: hurry } })
  // The queue knows no other way to change a job's place than to queue it anew.
  if (encode.startedAt === null) {
    await queue.cancel(planJobs, encode.id)
    const job = { videoId, encodeId: encode.id }
    await queue.send(planJobs, job, { key: encode.id, priority: planPriority + hurry })
  }
  for (const { id } of encode.pieces) await queue.cancel(pieceJobs, id)
  await sendPieces(deps, videoId, encode.id)
}
