import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { posterKey } from '../catalog/object-keys.ts'
import { chooseFrame, type GreyFrame } from './choose-frame.ts'
import { CannotTranscode, sentences } from './failures.ts'
import { colourFilters, inputArguments } from './ffmpeg-arguments.ts'
import type { PieceWork } from './make-segments.ts'
import type { PieceResult } from './piece-result.ts'

/** Where to look, as shares of the film: past the opening titles, before the closing ones. */
const places = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.85]
const sample = { width: 96, height: 54 }
const widest = 1280

/** Takes the best of several frames as the film's picture. */
export async function makePoster(work: PieceWork): Promise<PieceResult> {
  const { parts, videoId, encodeId, folder, signal } = work
  const { seconds } = work.plan.source
  const best = places[chooseFrame(await sampleFrames(work))]
  work.onProgress(0.7)
  // A film of a few frames has none at these places, but it has a first one.
  const at = best === undefined ? 0 : best * seconds
  const path = join(folder, 'poster.jpg')
  await run(work, [at], `scale='min(${widest},iw)':-2:flags=lanczos`, () => [
    ...['-pix_fmt', 'yuvj420p', '-q:v', '3', path],
  ])
  if ((await stat(path).catch(() => null)) === null) throw new CannotTranscode(sentences.noFrames)
  const key = posterKey(videoId, encodeId)
  const cacheControl = 'private, max-age=31536000, immutable'
  await parts.storage.putFile(key, path, { contentType: 'image/jpeg', cacheControl, signal })
  return { posterKey: key }
}

async function sampleFrames(work: PieceWork): Promise<(GreyFrame | null)[]> {
  const { width, height } = sample
  const { seconds } = work.plan.source
  const path = (index: number) => join(work.folder, `${index}.grey`)
  const moments = places.map((place) => place * seconds)
  await run(work, moments, `scale=${width}:${height}:flags=area,format=gray`, (index) => [
    ...['-f', 'rawvideo', path(index)],
  ])
  return Promise.all(
    places.map(async (_, index) => {
      const pixels = await readFile(path(index)).catch(() => null)
      return pixels?.length === width * height ? { pixels, width } : null
    }),
  )
}

/**
 * Takes the key frame before each moment, in one run: no other has to be decoded to have it, and
 * encoders set one where a scene begins.
 */
function run(
  { parts, plan, source, folder, signal }: PieceWork,
  moments: number[],
  filter: string,
  output: (index: number) => string[],
): Promise<string[]> {
  const { video } = plan.source
  const filters = [...colourFilters(video), 'scale=iw*sar:ih', 'setsar=1', filter].join(',')
  const seeking = ['-threads', '1', '-noaccurate_seek']
  const inputs = moments.flatMap((at) => [...seeking, ...inputArguments(source, at)])
  const outputs = moments.flatMap((_, index) => [
    ...['-map', `${index}:${video.stream}`, '-frames:v', '1', '-vf', filters],
    // Its time lies before the moment: any other mode throws it away and decodes up to that.
    ...['-fps_mode', 'passthrough', ...output(index)],
  ])
  const limits = { seconds: 600 }
  return parts.ffmpeg.run([...inputs, ...outputs], { cwd: folder, signal, limits })
}
