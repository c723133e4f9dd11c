import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { say } from '../../../contract/words/server.ts'
import { posterKey } from '../../catalog/object-keys.ts'
import { CannotTranscode } from '../failures.ts'
import { cacheControl } from '../pieces/cache-control.ts'
import { colourFilters, pictureInput } from '../pieces/ffmpeg-arguments.ts'
import type { PieceWork } from '../pieces/make-segments.ts'
import type { PieceResult } from '../pieces/piece-result.ts'
import { chooseFrame, type GreyFrame } from './choose-frame.ts'
import { putSmallPosters } from './small-posters.ts'

/** Where to look, as shares of the film: past the opening titles, before the closing ones. */
const places = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.85]
const sample = { width: 96, height: 54 }
const widest = 1280

/** With fewer key frames to choose from than these, what lies between them is looked at too. */
const fewest = 3

/**
 * `key`: the key frame before a moment, which costs next to nothing, and encoders set one where a scene
 * begins. `exact`: the frame at the moment, for which all from the key frame on are decoded.
 */
type Which = 'key' | 'exact'

/** Takes the best of several frames as the film's picture. */
export async function makePoster(work: PieceWork): Promise<PieceResult> {
  const { deps, videoId, encodeId, folder, signal } = work
  const { seconds } = work.plan.source
  const { which, frames } = await sampleFrames(work)
  const best = places[chooseFrame(frames)]
  work.onProgress(0.7)
  // A film of a few frames has none at these places, but it has a first one.
  const at = best === undefined ? 0 : best * seconds
  const path = join(folder, 'poster.jpg')
  await run(work, which, [at], `scale='min(${widest},iw)':-2:flags=lanczos`, () => [
    ...['-pix_fmt', 'yuvj420p', '-q:v', '3', path],
  ])
  if ((await stat(path).catch(() => null)) === null)
    throw new CannotTranscode(say('encodes.noFrames'))
  const key = posterKey(videoId, encodeId)
  await deps.storage.putFile(key, path, { contentType: 'image/jpeg', cacheControl, signal })
  const posterFormats = await putSmallPosters(deps, key, await readFile(path))
  return { posterKey: key, posterSized: true, posterFormats }
}

async function sampleFrames(work: PieceWork) {
  const keys = await takeFrames(work, 'key')
  const different = new Set(
    keys.map((frame) => frame && Buffer.from(frame.pixels).toString('latin1')),
  )
  if (different.size >= fewest) return { which: 'key' as const, frames: keys }
  return { which: 'exact' as const, frames: await takeFrames(work, 'exact') }
}

async function takeFrames(work: PieceWork, which: Which): Promise<(GreyFrame | null)[]> {
  const { width, height } = sample
  const { seconds } = work.plan.source
  const path = (index: number) => join(work.folder, `${which}-${index}.grey`)
  const moments = places.map((place) => place * seconds)
  await run(work, which, moments, `scale=${width}:${height}:flags=area,format=gray`, (index) => [
    ...['-f', 'rawvideo', path(index)],
  ])
  return Promise.all(
    places.map(async (_, index) => {
      const pixels = await readFile(path(index)).catch(() => null)
      return pixels?.length === width * height ? { pixels, width } : null
    }),
  )
}

/** Takes a frame for each moment, in one run. */
function run(
  { deps, plan, source, folder, signal }: PieceWork,
  which: Which,
  moments: number[],
  filter: string,
  output: (index: number) => string[],
): Promise<string[]> {
  const { video, startSeconds } = plan.source
  const filters = [...colourFilters(video), 'scale=iw*sar:ih', 'setsar=1', filter].join(',')
  // A key frame's time lies before the moment: any other mode throws it away.
  const keep = which === 'key' ? ['-fps_mode', 'passthrough'] : []
  const seeking = ['-threads', '1', ...(which === 'key' ? ['-noaccurate_seek'] : [])]
  const inputs = moments.flatMap((at) => [
    ...seeking,
    ...pictureInput(source, video, startSeconds + at),
  ])
  const outputs = moments.flatMap((_, index) => [
    ...['-map', `${index}:${video.stream}`, '-frames:v', '1', '-vf', filters],
    ...[...keep, ...output(index)],
  ])
  const limits = { seconds: 600 }
  return deps.ffmpeg.run([...inputs, ...outputs], { cwd: folder, signal, limits })
}
