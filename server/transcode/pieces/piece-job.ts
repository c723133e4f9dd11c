import { say } from '../../../contract/words/server.ts'
import type { TakenJob } from '../../clients/queue.ts'
import type { TranscodeDeps } from '../../services.ts'
import { makeCaptions } from '../captions/make-captions.ts'
import { CannotTranscode, HardwareFailed } from '../failures.ts'
import { isAv1Piece } from '../plan/av1.ts'
import {
  type EncodePlan,
  encoderOfPiece,
  type PieceKind,
  type PlannedPiece,
  planVersion,
} from '../plan/plan.ts'
import { makePoster } from '../posters/make-poster.ts'
import type { SourceFiles } from '../probe/source-files.ts'
import { enqueueTranscode } from '../queue/enqueue.ts'
import { attemptStep } from '../queue/fail-encode.ts'
import { reportProgress } from '../queue/progress.ts'
import type { PieceJob, PlanJob } from '../queue/queue.ts'
import { runSweepJob } from '../queue/sweep-job.ts'
import type { WorkerOptions } from '../worker-options.ts'
import { startFallbackEncode } from './fallback-encoder.ts'
import { type Finish, finishPiece } from './finish-piece.ts'
import { leaveOutAv1 } from './leave-out-av1.ts'
import { makeSegments, type PieceWork } from './make-segments.ts'
import { makeStoryboard } from './make-storyboard.ts'
import { PieceDiffers, PiecesDoNotFit } from './measure.ts'
import type { PieceResult } from './piece-result.ts'
import { isHardware } from './video-encoders.ts'
import type { WorkerEncoder } from './worker-encoder.ts'

const makers: Record<PieceKind, (work: PieceWork) => Promise<PieceResult>> = {
  poster: makePoster,
  captions: makeCaptions,
  storyboard: makeStoryboard,
  audio: makeSegments,
  video: makeSegments,
}

/** Makes one piece of an encode, unless it is made or no longer wanted. */
export async function runPieceJob(
  deps: TranscodeDeps,
  files: SourceFiles,
  { preset }: Pick<WorkerOptions, 'preset'>,
  encoder: WorkerEncoder,
  { data: job, signal: stop }: TakenJob<PieceJob>,
): Promise<void> {
  const work = await loadPiece(deps, job)
  if (work === null) return
  const { videoId, encodeId, pieceId } = job
  if (work.plan.version !== planVersion) {
    // Begun before an update: what is made now would not fit what was made then.
    await enqueueTranscode(deps, videoId)
    return
  }
  const needed = work.piece.kind === 'video' ? encoderOfPiece(work.plan, work.piece) : 'libx264'
  const byHardware = isHardware(needed)
  if (byHardware && needed !== encoder.current()) {
    return startFallbackEncode(deps, files, encodeId, `A worker has no ${needed}.`)
  }
  const attempts = { increment: 1 }
  await deps.database.encodePiece.updateMany({ where: { id: pieceId }, data: { attempts } })
  const unwanted = new AbortController()
  const signal = AbortSignal.any([stop, unwanted.signal])
  const progress = reportProgress(deps, job, stepOf(work.piece), () =>
    unwanted.abort(new Error('the encode is no longer wanted')),
  )
  const { report: onProgress } = progress

  const step = async () => {
    const source = await files.get(encodeId, work.sourceKey, signal)
    const folder = await files.workFolder(encodeId, work.piece.name, work.piece.renditions)
    try {
      const tools = { deps, source, folder, preset, signal, onProgress }
      const result = await makers[work.piece.kind]({ videoId, encodeId, ...work, ...tools })
      await progress.end()
      await tidy(deps, files, job, await finishPiece(deps, encodeId, pieceId, result))
    } catch (error) {
      // Chance may do that once, a damaged file does it each time.
      if (error instanceof PieceDiffers && work.triedBefore) {
        throw new CannotTranscode(say('encodes.differs'), [error.message])
      }
      if (!byHardware || !isHardwareFault(error)) throw error
      // What goes wrong once may go right the next time, unless the whole device is gone.
      if ((await encoder.doubt()) && !work.triedBefore) throw error
      await startFallbackEncode(deps, files, encodeId, reasonOf(error))
    } finally {
      await files.remove(folder)
    }
  }
  // A film without AV1 is whole: what can never be made in it is left out.
  const av1Step = () =>
    step().catch(async (error: unknown) => {
      if (!(error instanceof CannotTranscode)) throw error
      await tidy(deps, files, job, await leaveOutAv1(deps, encodeId, error.log.join('\n')))
    })
  try {
    await attemptStep(
      deps,
      files,
      encodeId,
      signal,
      isAv1Piece(work.plan, work.piece) ? av1Step : step,
    )
  } catch (error) {
    if (!unwanted.signal.aborted) throw error
    await forget(deps, files, job)
  } finally {
    await progress.end()
  }
}

/** Null when there is nothing to do. */
async function loadPiece({ database }: TranscodeDeps, { pieceId }: PieceJob) {
  const row = await database.encodePiece.findUnique({
    where: { id: pieceId },
    include: { encode: true },
  })
  if (row === null || row.finishedAt !== null || row.encode.plan === null) return null
  const { supersededAt, failedAt, sourceKey } = row.encode
  if (supersededAt !== null || failedAt !== null) return null
  const plan = row.encode.plan as unknown as EncodePlan
  const piece = plan.pieces.find(({ name }) => name === row.name)
  if (piece === undefined) throw new Error(`the plan has no piece ${row.name}`)
  return { plan, piece, sourceKey, triedBefore: row.attempts > 0 }
}

const isHardwareFault = (error: unknown): error is HardwareFailed | PiecesDoNotFit =>
  error instanceof HardwareFailed || error instanceof PiecesDoNotFit

const reasonOf = (error: HardwareFailed | PiecesDoNotFit) =>
  error instanceof HardwareFailed ? error.log.join('\n') : error.message

const stepOf = ({ kind, renditions }: PlannedPiece) =>
  kind === 'video' ? `encode ${renditions.join(', ')}` : kind

async function tidy(
  deps: TranscodeDeps,
  files: SourceFiles,
  { videoId, encodeId }: PlanJob,
  finish: Finish,
): Promise<void> {
  if (finish === 'playable' || finish === 'finished') {
    deps.log.info({ encodeId }, `an encode is ${finish}`)
  }
  if (finish === 'finished') await files.removeEncode(encodeId)
  if (finish === 'unwanted') await forget(deps, files, { videoId, encodeId })
}

/** Nobody wants it any more, and that is no failure: what this worker still put anywhere goes. */
async function forget(
  deps: TranscodeDeps,
  files: SourceFiles,
  { videoId, encodeId }: PlanJob,
): Promise<void> {
  await files.removeEncode(encodeId)
  await runSweepJob(deps, { data: { videoId, encodeId } })
}
