import { link, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { storyboardKey } from '../../catalog/object-keys.ts'
import type { Storyboard } from '../../catalog/storyboard.ts'
import { ProgramFailed } from '../../clients/run-program.ts'
import { cacheControl } from './cache-control.ts'
import { canvasFilters, pictureInput, toneMap } from './ffmpeg-arguments.ts'
import type { PieceWork } from './make-segments.ts'
import type { PieceResult } from './piece-result.ts'
import { type ChosenTiles, chooseTiles, planStoryboard } from './plan-storyboard.ts'

/** A preview that is this far off, in seconds, is worth decoding the whole film for a better one. */
const tooFar = 8

/**
 * Makes the small pictures over the timeline, on sheets. They are a help and no part of the film: one
 * that they cannot be made of plays without.
 */
export async function makeStoryboard(work: PieceWork): Promise<PieceResult> {
  const { plan, deps, encodeId } = work
  const board = planStoryboard(plan.source.seconds, plan.source.video)
  try {
    const tiles = await takePictures(work, board)
    if (tiles === null) return {}
    work.onProgress(0.8)
    await putSheets(work, board, tiles)
    return { storyboard: board }
  } catch (error) {
    if (!(error instanceof ProgramFailed) || error.end !== 'exit') throw error
    deps.log.warn({ encodeId, log: error.log }, 'a film has no preview pictures')
    return {}
  }
}

/** The pictures to show, by their names in `folder`, or null when there are none. */
interface Tiles extends ChosenTiles {
  folder: string
}

/** Only key frames are decoded, which costs next to nothing, unless the film has too few of them. */
async function takePictures(work: PieceWork, board: Storyboard): Promise<Tiles | null> {
  const few = await takeFrames(work, board, 'keys', ['-skip_frame', 'nokey'])
  if (few !== null && few.farthest <= Math.max(tooFar, 2 * board.everySeconds)) return few
  return (await takeFrames(work, board, 'all', [])) ?? few
}

async function takeFrames(
  { deps, plan, source, folder, signal }: PieceWork,
  board: Storyboard,
  name: string,
  decoding: string[],
): Promise<Tiles | null> {
  const { video, seconds, startSeconds } = plan.source
  const path = join(folder, name)
  await mkdir(path)
  const filters = [
    `select='isnan(prev_selected_t)+gte(t-prev_selected_t,${board.everySeconds / 2})'`,
    ...canvasFilters(video),
    ...toneMap(video),
    `scale=${board.tileWidth}:${board.tileHeight}:flags=area,setsar=1`,
    // Named by their time in milliseconds.
    'settb=1/1000',
  ].join(',')
  const output = [
    ...['-map', `0:${video.stream}`, '-vf', filters, '-fps_mode', 'passthrough'],
    ...['-enc_time_base', '1:1000', '-pix_fmt', 'yuvj420p', '-q:v', '3'],
    ...['-f', 'image2', '-frame_pts', '1', join(name, '%d.jpg')],
  ]
  const limits = { seconds: 3 * 3600 }
  const input = [...decoding, ...pictureInput(source, video, startSeconds)]
  await deps.ffmpeg.run([...input, ...output], { cwd: folder, signal, limits })
  const moments = (await readdir(path))
    .map((file) => Number.parseInt(file, 10) / 1000)
    .toSorted((a, b) => a - b)
  if (moments.length === 0) return null
  return { folder: name, ...chooseTiles(moments, seconds, board) }
}

async function putSheets(
  { deps, videoId, encodeId, folder, signal }: PieceWork,
  { columns, rows, sheets }: Storyboard,
  { folder: taken, moments }: Tiles,
): Promise<void> {
  await mkdir(join(folder, 'tiles'))
  for (const [index, moment] of moments.entries()) {
    const picture = join(folder, taken, `${Math.round(moment * 1000)}.jpg`)
    await link(picture, join(folder, 'tiles', `${index}.jpg`))
  }
  const input = ['-f', 'image2', '-framerate', '1', '-start_number', '0', '-i', 'tiles/%d.jpg']
  const output = ['-vf', `tile=${columns}x${rows}`, '-fps_mode', 'passthrough', '-q:v', '4']
  const files = ['-f', 'image2', '-start_number', '0', 'sheet-%d.jpg']
  const limits = { seconds: 600 }
  await deps.ffmpeg.run([...input, ...output, ...files], { cwd: folder, signal, limits })
  for (let index = 0; index < sheets; index++) {
    const key = storyboardKey(videoId, encodeId, index)
    const path = join(folder, `sheet-${index}.jpg`)
    await deps.storage.putFile(key, path, { contentType: 'image/jpeg', cacheControl, signal })
  }
}
