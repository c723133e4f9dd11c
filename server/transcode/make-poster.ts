import { readFile } from 'node:fs/promises'
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
  const frames: (GreyFrame | null)[] = []
  for (const [index, place] of places.entries()) {
    frames.push(await lookAt(work, seconds * place, index))
    work.onProgress((index + 1) / (places.length + 1))
  }
  const best = places[chooseFrame(frames)]
  // A film of a few frames has none at these places, but it has a first one.
  const at = best === undefined ? 0 : best * seconds
  await oneFrame(work, at, `scale='min(${widest},iw)':-2:flags=lanczos`, 'poster.jpg', [
    ...['-pix_fmt', 'yuvj420p', '-q:v', '3'],
  ])
  const key = posterKey(videoId, encodeId)
  const path = join(folder, 'poster.jpg')
  if ((await readFile(path).catch(() => null)) === null) {
    throw new CannotTranscode(sentences.noFrames)
  }
  await parts.storage.putFile(key, path, {
    contentType: 'image/jpeg',
    cacheControl: 'private, max-age=31536000, immutable',
    signal,
  })
  return { posterKey: key }
}

async function lookAt(work: PieceWork, at: number, index: number): Promise<GreyFrame | null> {
  const { width, height } = sample
  const file = `sample-${index}.grey`
  await oneFrame(work, at, `scale=${width}:${height}:flags=area,format=gray`, file, [
    ...['-f', 'rawvideo'],
  ])
  const pixels = await readFile(join(work.folder, file)).catch(() => null)
  return pixels?.length === width * height ? { pixels, width } : null
}

async function oneFrame(
  { parts, plan, source, folder, signal }: PieceWork,
  at: number,
  filter: string,
  output: string,
  options: string[],
): Promise<void> {
  const { video } = plan.source
  const filters = [...colourFilters(video), 'scale=iw*sar:ih', 'setsar=1', filter].join(',')
  const picture = ['-map', `0:${video.stream}`, '-frames:v', '1', '-vf', filters]
  await parts.ffmpeg.run([...inputArguments(source, at), ...picture, ...options, output], {
    cwd: folder,
    signal,
    limits: { seconds: 300 },
  })
}
