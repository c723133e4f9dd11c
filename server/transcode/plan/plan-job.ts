import { say } from '../../../contract/words/server.ts'
import type { Database, DatabaseTransaction } from '../../clients/database.ts'
import { Prisma } from '../../clients/prisma/client.ts'
import type { TakenJob } from '../../clients/queue.ts'
import type { TranscodeDeps } from '../../services.ts'
import { CannotTranscode } from '../failures.ts'
import type { WorkerEncoder } from '../pieces/worker-encoder.ts'
import { probeSource } from '../probe/probe.ts'
import type { SourceFiles } from '../probe/source-files.ts'
import { attemptStep } from '../queue/fail-encode.ts'
import { type PlanJob, pieceJobs } from '../queue/queue.ts'
import type { WorkerOptions } from '../worker-options.ts'
import { fitAv1 } from './fit-av1.ts'
import { fitLadder } from './fit-ladder.ts'
import { planLadder } from './ladder.ts'
import { type EncodePlan, planEncode } from './plan.ts'

/** The first step of an encode: get the file, look at it, plan the work and queue it. */
export async function runPlanJob(
  deps: TranscodeDeps,
  files: SourceFiles,
  { ladder, evenLoudness, av1, preset }: Omit<WorkerOptions, 'scratch'>,
  encoder: WorkerEncoder,
  { data: { videoId, encodeId }, signal }: TakenJob<PlanJob>,
): Promise<void> {
  const { database, clock } = deps
  const encode = await database.encode.findUnique({
    where: { id: encodeId },
    include: { video: { select: { alsoAv1: true } } },
  })
  if (encode === null || encode.supersededAt !== null || encode.failedAt !== null) return

  await attemptStep(deps, files, encodeId, signal, async () => {
    if (encode.plan === null) {
      await showStep(deps, videoId, encodeId, 'download')
      const source = await files.get(encodeId, encode.sourceKey, signal)
      await showStep(deps, videoId, encodeId, 'probe')
      const probed = await probeSource(deps.ffmpeg, source, signal)
      const { facts, pictureBefore } = probed
      const { toneMaps, makesAv1, version } = await deps.ffmpeg.tools()
      if (facts.video.hdr && !toneMaps) {
        throw new CannotTranscode(say('encodes.hdr'), [
          `${version} lacks the filters zscale or tonemap`,
        ])
      }
      const usual = planLadder(facts.video, ladder)
      const film = { ...probed, file: source, preset }
      // Chips mean other things by their numbers.
      const measures = encoder.current() === 'libx264'
      const fitted = measures ? await fitLadder(deps.ffmpeg, film, usual, signal) : usual
      const alsoAv1 = (encode.video.alsoAv1 ?? av1) && makesAv1
      const options = {
        ...{ ...ladder, ladder: fitted, evenLoudness, av1: alsoAv1 },
        ...(measures && alsoAv1 && { av1Ladder: await fitAv1(deps.ffmpeg, film, fitted, signal) }),
      }
      const plan = planEncode(facts, options, encoder.current(), pictureBefore)
      await storePlan(database, encodeId, plan, clock.now())
    }
    await sendPieces(deps, videoId, encodeId)
  })
}

async function showStep(
  { database, clock }: TranscodeDeps,
  videoId: string,
  encodeId: string,
  step: string,
) {
  const now = clock.now()
  const first = { id: encodeId, startedAt: null }
  await database.encode.updateMany({ where: first, data: { startedAt: now } })
  await database.encode.updateMany({ where: { id: encodeId }, data: { activeAt: now } })
  await database.video.updateMany({ where: { id: videoId }, data: { step } })
  await database.video.updateMany({
    where: { id: videoId, status: 'queued' },
    data: { status: 'processing' },
  })
}

/** Once stored, the plan stays: a step that runs twice must not cut the film otherwise. */
async function storePlan(database: Database, encodeId: string, plan: EncodePlan, now: Date) {
  await database.$transaction(async (transaction) => {
    const { count } = await transaction.encode.updateMany({
      where: { id: encodeId, plan: { equals: Prisma.DbNull } },
      data: { plan: JSON.parse(JSON.stringify(plan)), activeAt: now },
    })
    if (count > 0) await storePieces(transaction, encodeId, plan)
  })
}

/** A row for each piece of a plan. */
export async function storePieces(
  transaction: DatabaseTransaction,
  encodeId: string,
  { pieces }: EncodePlan,
): Promise<void> {
  await transaction.encodePiece.createMany({
    data: pieces.map(({ name, priority, weight }, position) => ({
      ...{ encodeId, name, position, priority, weight },
    })),
    skipDuplicates: true,
  })
}

/** Queues every piece that is not finished; those already queued stay as they are. */
export async function sendPieces(
  { database, queue }: TranscodeDeps,
  videoId: string,
  encodeId: string,
): Promise<void> {
  const waiting = await database.encodePiece.findMany({
    where: { encodeId, finishedAt: null },
    orderBy: { position: 'asc' },
    select: { id: true, priority: true, encode: { select: { priority: true } } },
  })
  for (const { id, priority, encode } of waiting) {
    const options = { key: id, priority: priority + encode.priority }
    await queue.send(pieceJobs, { videoId, encodeId, pieceId: id }, options)
  }
}
