import type { TranscodeDeps } from '../../services.ts'
import { sendPieces } from '../plan/plan-job.ts'
import { planPriority } from './enqueue.ts'
import { planJobs } from './queue.ts'

/** A worker tells of itself every second; silence of this length is odd. */
const silenceSeconds = 90

/**
 * Queues the work of encodes that nobody seems to work on: rows are what is true, and a job that was
 * lost between a row and the queue comes back this way. A job that is there is not doubled.
 *
 * @returns the encodes that were looked after
 */
export async function resumeEncodes(deps: TranscodeDeps): Promise<string[]> {
  const { database, queue, clock } = deps
  const since = new Date(clock.now().getTime() - silenceSeconds * 1000)
  const silent = await database.encode.findMany({
    where: { finishedAt: null, failedAt: null, supersededAt: null, activeAt: { lt: since } },
    select: { id: true, videoId: true, plan: true },
    orderBy: { createdAt: 'asc' },
    take: 50,
  })
  for (const { id, videoId, plan } of silent) {
    if (plan !== null) await sendPieces(deps, videoId, id)
    else {
      const job = { videoId, encodeId: id }
      await queue.send(planJobs, job, { key: id, priority: planPriority })
    }
  }
  return silent.map(({ id }) => id)
}
