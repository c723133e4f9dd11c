import { say } from '../../../contract/words/server.ts'
import type { ProgramFailed } from '../../clients/run-program.ts'
import type { TranscodeDeps } from '../../services.ts'
import { CannotTranscode } from '../failures.ts'
import type { SourceFiles } from '../probe/source-files.ts'
import { sweepLater } from './enqueue.ts'
import { turnAtVideoOf } from './video-turn.ts'

/**
 * Gives an encode up. A film that plays goes on playing: what its creator is told then is that not
 * all of it could be made.
 *
 * @param sentence for the creator
 */
export async function failEncode(
  deps: TranscodeDeps,
  encodeId: string,
  sentence: string,
  log: string[] = [],
): Promise<void> {
  const { database, clock } = deps
  const failed = await database.$transaction(async (transaction) => {
    await turnAtVideoOf(transaction, encodeId)
    const encode = await transaction.encode.findUnique({
      where: { id: encodeId },
      include: { video: true },
    })
    const over = encode?.finishedAt ?? encode?.failedAt ?? encode?.supersededAt
    if (encode === null || over) return null
    const { video, playableAt } = encode
    const data = { failedAt: clock.now(), failure: sentence, ...(log.length > 0 && logOf(log)) }
    await transaction.encode.update({ where: { id: encodeId }, data })
    await transaction.video.update({
      where: { id: video.id },
      data: {
        failure: playableAt === null ? sentence : say('encodes.worse'),
        step: null,
        ...(video.encodeId === null ? { status: 'failed', progress: 0 } : { progress: 1 }),
      },
    })
    return { videoId: video.id, playable: playableAt !== null }
  })
  deps.log.error({ encodeId, failure: sentence, log }, 'an encode ended without success')
  if (failed !== null && !failed.playable) await sweepLater(deps, failed.videoId, encodeId, 120)
}

/** Keeps what a failing program said, for the operator, while the job is tried again. */
async function keepLog(deps: TranscodeDeps, encodeId: string, error: unknown) {
  const log = (error as Partial<ProgramFailed>).log ?? [String(error)]
  deps.log.warn({ err: error, encodeId, log }, 'a step of an encode failed and is tried again')
  await deps.database.encode.updateMany({ where: { id: encodeId }, data: logOf(log) })
}

const logOf = (log: string[]) => ({ log: log.join('\n').slice(-10_000) })

/**
 * Runs one step of an encode. What can never succeed ends the encode; all else is thrown on, to be
 * tried again.
 */
export async function attemptStep(
  deps: TranscodeDeps,
  files: SourceFiles,
  encodeId: string,
  signal: AbortSignal,
  step: () => Promise<void>,
): Promise<void> {
  try {
    await step()
  } catch (error) {
    if (error instanceof CannotTranscode) {
      await files.removeEncode(encodeId)
      return failEncode(deps, encodeId, error.message, error.log)
    }
    if (!signal.aborted) await keepLog(deps, encodeId, error)
    throw error
  }
}
