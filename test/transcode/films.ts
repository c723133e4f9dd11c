import type { Test } from 'tap'
import { enqueueTranscode } from '../../server/transcode/enqueue.ts'
import type { Preset } from '../../server/transcode/video-encoders.ts'
import { startWorker } from '../../server/transcode/worker.ts'
import { scratch, type TestServices } from '../helper.ts'
import { until } from '../until.ts'
import { type Clip, makeClip, uploaded } from './clips.ts'

export type Film = Awaited<ReturnType<typeof look>>

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
export async function untilFilm(
  parts: TestServices,
  id: string,
  wanted: (film: Film) => boolean,
): Promise<Film> {
  let film = await look(parts, id)
  const asItIs = () => {
    const { status, step, progress, failure } = film
    return `another state of the film than ${JSON.stringify({ status, step, progress, failure })}`
  }
  const ask = async () => {
    film = await look(parts, id)
    return wanted(film) && film
  }
  // An encode on a busy machine takes its time.
  return until(asItIs, ask, { seconds: 300, everyMs: 50 })
}

export const settled = ({ status, progress }: Film) => status === 'failed' || progress === 1

/** A worker that ends with the test. */
export async function worker(t: Test, parts: TestServices, folder?: string) {
  const directory = folder ?? (await scratch(t))
  const preset: Preset = 'superfast'
  const started = await startWorker(parts, { scratch: directory, preset })
  t.teardown(() => started.close())
  return { ...started, directory }
}

/** Has a file encoded, and answers the film as it ends up. */
export async function encoded(t: Test, parts: TestServices, path: string): Promise<Film> {
  const id = await uploaded(parts, path)
  const { close } = await worker(t, parts)
  await enqueueTranscode(parts, id)
  const film = await untilFilm(parts, id, settled)
  await close()
  return film
}

/** A small film in the catalogue, ready to be played. */
export const readyFilm = async (t: Test, parts: TestServices, clip: Clip = {}): Promise<Film> =>
  encoded(t, parts, await makeClip(t, clip))
