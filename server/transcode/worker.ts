import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { failEncode } from './fail-encode.ts'
import { sentences } from './failures.ts'
import type { TranscodeParts } from './parts.ts'
import { runPieceJob } from './piece-job.ts'
import { runPlanJob } from './plan-job.ts'
import { filmSweepJobs, objectSweepJobs, pieceJobs, planJobs, sweepJobs } from './queue.ts'
import { openSourceFiles, type SourceFiles } from './source-files.ts'
import { runFilmSweepJob, runObjectSweepJob, runSweepJob } from './sweep-job.ts'
import { resumeEncodes } from './watchdog.ts'
import { openEncoder, type WorkerEncoder } from './worker-encoder.ts'
import { usualOptions, type WorkerOptions } from './worker-options.ts'

export interface Worker {
  /** Ends what runs, at once, and hands it back to the queue. */
  close(): Promise<void>
}

/**
 * Takes transcode jobs until closed. Any number of workers may run, here and on other machines.
 *
 * @throws Error when there is no ffmpeg that can do the work
 */
export async function startWorker(
  parts: TranscodeParts,
  given: Partial<WorkerOptions> & Pick<WorkerOptions, 'scratch'>,
): Promise<Worker> {
  const options = { ...usualOptions, ...given, scratch: resolve(given.scratch) }
  await parts.ffmpeg.tools()
  await mkdir(options.scratch, { recursive: true })
  const files = openSourceFiles(parts, options.scratch)
  const encoder = await openEncoder(parts, options)
  const stops = await takeJobs(parts, files, options, encoder)
  const watch = () =>
    lookAfter(parts, files).catch((error) => {
      parts.log.warn({ err: error }, 'the transcode watchdog could not look')
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
  parts: TranscodeParts,
  files: SourceFiles,
  options: WorkerOptions,
  encoder: WorkerEncoder,
) {
  const { queue } = parts
  const { concurrency } = options
  const giveUp = ({ data }: { data: { encodeId: string } }) =>
    failEncode(parts, data.encodeId, sentences.again)
  const dead = [planJobs.deadLetter, pieceJobs.deadLetter].filter((kind) => kind !== undefined)
  return Promise.all([
    queue.work(planJobs, (job) => runPlanJob(parts, files, options, encoder, job)),
    queue.work(pieceJobs, (job) => runPieceJob(parts, files, options, encoder, job), {
      concurrency,
    }),
    queue.work(sweepJobs, (job) => runSweepJob(parts, job)),
    queue.work(filmSweepJobs, (job) => runFilmSweepJob(parts, job)),
    queue.work(objectSweepJobs, (job) => runObjectSweepJob(parts, job)),
    ...dead.map((kind) => queue.work(kind, giveUp)),
  ])
}

async function lookAfter(parts: TranscodeParts, files: SourceFiles): Promise<void> {
  await resumeEncodes(parts)
  const open = await parts.database.encode.findMany({
    where: { finishedAt: null, failedAt: null, supersededAt: null },
    select: { id: true },
  })
  await files.keepOnly(open.map(({ id }) => id))
}
