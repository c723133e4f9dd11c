import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Ffmpeg } from '../../clients/ffmpeg.ts'

/**
 * Makes a demo film, before any encode in the background: the next film first, more sizes later.
 *
 * @param name of the repertoire
 * @param folder an empty one; what is left in it is the caller's to remove
 * @returns the path of an MP4
 */
export async function makeFilm(
  ffmpeg: Ffmpeg,
  name: string,
  folder: string,
  options: { signal?: AbortSignal; onProgress?: (seconds: number) => void } = {},
): Promise<string> {
  const painter = new Worker(join(import.meta.dirname, 'painter.js'), {
    workerData: { name, folder },
  })
  const [args] = (await once(painter, 'message')) as [string[]]
  await ffmpeg.run(args, { cwd: folder, background: false, ...options })
  return join(folder, 'film.mp4')
}
