import type { TakenJob } from '../clients/queue.ts'
import { attemptStep } from './fail-encode.ts'
import { type Finish, finishPiece } from './finish-piece.ts'
import { makePoster } from './make-poster.ts'
import { makeSegments, type PieceWork } from './make-segments.ts'
import type { TranscodeParts } from './parts.ts'
import type { PieceResult } from './piece-result.ts'
import type { EncodePlan, PieceKind, PlannedPiece } from './plan.ts'
import { reportProgress } from './progress.ts'
import type { PieceJob } from './queue.ts'
import type { SourceFiles } from './source-files.ts'
import type { WorkerOptions } from './worker-options.ts'

const makers: Record<PieceKind, (work: PieceWork) => Promise<PieceResult>> = {
  poster: makePoster,
  audio: makeSegments,
  video: makeSegments,
}

/** Makes one piece of an encode, unless it is made or no longer wanted. */
export async function runPieceJob(
  parts: TranscodeParts,
  files: SourceFiles,
  { preset }: Pick<WorkerOptions, 'preset'>,
  { data: { videoId, encodeId, pieceId }, signal: stop }: TakenJob<PieceJob>,
): Promise<void> {
  const row = await parts.database.encodePiece.findUnique({
    where: { id: pieceId },
    include: { encode: true },
  })
  if (row === null || row.finishedAt !== null || row.encode.plan === null) return
  if (row.encode.supersededAt !== null || row.encode.failedAt !== null) return
  const plan = row.encode.plan as unknown as EncodePlan
  const piece = plan.pieces.find(({ name }) => name === row.name)
  if (piece === undefined) throw new Error(`the plan has no piece ${row.name}`)

  const unwanted = new AbortController()
  const signal = AbortSignal.any([stop, unwanted.signal])
  const progress = reportProgress(parts, { videoId, encodeId, pieceId }, stepOf(piece), () =>
    unwanted.abort(new Error('the encode is no longer wanted')),
  )
  try {
    await attemptStep(parts, encodeId, signal, async () => {
      const source = await files.get(encodeId, row.encode.sourceKey, signal)
      const folder = await files.workFolder(encodeId, piece.name, piece.renditions)
      try {
        const { report: onProgress } = progress
        const shared = { parts, videoId, encodeId, plan, piece, source, folder, preset, signal }
        const result = await makers[piece.kind]({ ...shared, onProgress })
        await progress.end()
        await tidy(parts, files, encodeId, await finishPiece(parts, encodeId, pieceId, result))
      } finally {
        await files.remove(folder)
      }
    })
  } catch (error) {
    // Not wanted any more is no failure.
    if (!unwanted.signal.aborted) throw error
  } finally {
    await progress.end()
  }
}

const stepOf = ({ kind, renditions }: PlannedPiece) =>
  kind === 'video' ? `encode ${renditions.join(', ')}` : kind

async function tidy(
  parts: TranscodeParts,
  files: SourceFiles,
  encodeId: string,
  finish: Finish,
): Promise<void> {
  if (finish === 'playable' || finish === 'finished') {
    parts.log.info({ encodeId }, `an encode is ${finish}`)
  }
  if (finish === 'finished' || finish === 'unwanted') await files.removeEncode(encodeId)
}
