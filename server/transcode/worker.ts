import { resolve } from 'node:path'
import { say } from '../../contract/words/server.ts'
import { makeFolder } from '../clients/folder.ts'
import type { TranscodeDeps } from '../services.ts'
import { runAbortJob } from '../uploads/abort-upload.ts'
import { abortJobs } from '../uploads/queue.ts'
import { readMissingLines } from './captions/store-lines.ts'
import { runCaptionJob } from './captions/take-captions.ts'
import { giveUpPiece } from './pieces/leave-out-av1.ts'
import { runPieceJob } from './pieces/piece-job.ts'
import { openEncoder, type WorkerEncoder } from './pieces/worker-encoder.ts'
import { runPlanJob } from './plan/plan-job.ts'
import { openSourceFiles, type SourceFiles } from './probe/source-files.ts'
import { failEncode } from './queue/fail-encode.ts'
import {
  captionJobs,
  deadPieceJobs,
  deadPlanJobs,
  objectSweepJobs,
  pieceJobs,
  planJobs,
  sweepJobs,
  videoSweepJobs,
} from './queue/queue.ts'
import { runObjectSweepJob, runSweepJob, runVideoSweepJob } from './queue/sweep-job.ts'
import { resumeEncodes } from './queue/watchdog.ts'
import { usualOptions, type WorkerOptions } from './worker-options.ts'

export interface Worker {
  /** Ends what runs, at once, and hands it back to the queue. */
  close(): Promise<void>
}

/**
 * Takes transcode jobs until closed. Any number of workers may run, here and on other machines.
 *
 * @throws Error when there is no ffmpeg that can do the work, or no place for its files
 */
export async function startWorker(
  deps: TranscodeDeps,
  given: Partial<WorkerOptions> & Pick<WorkerOptions, 'scratch'>,
): Promise<Worker> {
  const options = { ...usualOptions, ...given, scratch: resolve(given.scratch) }
  await makeFolder('DATA_DIR', options.scratch)
  await deps.ffmpeg.tools()
  const files = openSourceFiles(deps, options.scratch)
  const encoder = await openEncoder(deps, options)
  const stops = await takeJobs(deps, files, options, encoder)
  const watch = () =>
    lookAfter(deps, files).catch((error) => {
      deps.log.warn({ err: error }, 'the transcode watchdog could not look')
    })
  let watching = watch()
  const timer = setInterval(() => {
    watching = watching.then(watch)
  }, options.watchdogSeconds * 1000)
  return {
    close: async () => {
      clearInterval(timer)
      await watching
      await Promise.all(stops.map((stop) => stop()))
    },
  }
}

async function takeJobs(
  deps: TranscodeDeps,
  files: SourceFiles,
  options: WorkerOptions,
  encoder: WorkerEncoder,
) {
  const { queue } = deps
  const { concurrency } = options
  return Promise.all([
    queue.work(planJobs, (job) => runPlanJob(deps, files, options, encoder, job)),
    queue.work(pieceJobs, (job) => runPieceJob(deps, files, options, encoder, job), {
      concurrency,
    }),
    queue.work(captionJobs, (job) => runCaptionJob(deps, job)),
    queue.work(sweepJobs, (job) => runSweepJob(deps, job)),
    queue.work(videoSweepJobs, (job) => runVideoSweepJob(deps, job)),
    queue.work(objectSweepJobs, (job) => runObjectSweepJob(deps, job)),
    queue.work(abortJobs, (job) => runAbortJob(deps, job)),
    queue.work(deadPlanJobs, ({ data: { encodeId } }) =>
      failEncode(deps, encodeId, say('encodes.again')),
    ),
    queue.work(deadPieceJobs, ({ data }) => giveUpPiece(deps, data)),
  ])
}

async function lookAfter(deps: TranscodeDeps, files: SourceFiles): Promise<void> {
  await resumeEncodes(deps)
  const open = await deps.database.encode.findMany({
    where: { finishedAt: null, failedAt: null, supersededAt: null },
    select: { id: true },
  })
  await files.keepOnly(open.map(({ id }) => id))
  await readMissingLines(deps)
}
