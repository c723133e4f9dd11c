import type { Test } from 'tap'
import { enqueueTranscode } from '../../server/transcode/enqueue.ts'
import type { Preset } from '../../server/transcode/video-encoders.ts'
import { startWorker } from '../../server/transcode/worker.ts'
import { scratch, type TestServices } from '../helper.ts'
import { until } from '../until.ts'
import { type Clip, makeClip, uploaded } from './clips.ts'

export type Video = Awaited<ReturnType<typeof look>>

/** A film with everything that the transcode writes. */
export function look({ database }: TestServices, id: string) {
  return database.video.findUniqueOrThrow({
    where: { id },
    include: {
      renditions: { orderBy: { name: 'asc' } },
      encodes: { include: { pieces: true }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
    },
  })
}

/** Resolves with the film when it is as `wanted`. */
export async function untilVideo(
  parts: TestServices,
  id: string,
  wanted: (video: Video) => boolean,
): Promise<Video> {
  let video = await look(parts, id)
  const asItIs = () => {
    const { status, step, progress, failure } = video
    return `another state of the film than ${JSON.stringify({ status, step, progress, failure })}`
  }
  const ask = async () => {
    video = await look(parts, id)
    return wanted(video) && video
  }
  // An encode on a busy machine takes its time.
  return until(asItIs, ask, { seconds: 300, everyMs: 50 })
}

export const settled = ({ status, progress }: Video) => status === 'failed' || progress === 1

/** A worker that ends with the test. */
export async function worker(t: Test, parts: TestServices, folder?: string) {
  const directory = folder ?? (await scratch(t))
  const preset: Preset = 'superfast'
  const started = await startWorker(parts, { scratch: directory, preset })
  t.teardown(() => started.close())
  return { ...started, directory }
}

/** Has a file encoded, and answers the film as it ends up. */
export async function encoded(t: Test, parts: TestServices, path: string): Promise<Video> {
  const id = await uploaded(parts, path)
  const { close } = await worker(t, parts)
  await enqueueTranscode(parts, id)
  const video = await untilVideo(parts, id, settled)
  await close()
  return video
}

/** A small film in the catalogue, ready to be played. */
export const readyVideo = async (t: Test, parts: TestServices, clip: Clip = {}): Promise<Video> =>
  encoded(t, parts, await makeClip(t, clip))
