import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Ffmpeg } from '../../clients/ffmpeg.ts'
import { ProgramFailed } from '../../clients/run-program.ts'
import {
  likenessArguments,
  madeFile,
  type VideoWork,
  videoArguments,
} from '../pieces/ffmpeg-arguments.ts'
import type { PictureEncoder } from '../pieces/video-encoders.ts'
import { av1Rungs } from './av1.ts'
import type { Film } from './fit-ladder.ts'
import { planGrid, type Rung } from './ladder.ts'
import { chooseScenes, type Measured, readDetail, type Scene } from './quality.ts'
import { fitAv1Rungs, triedAbove } from './quality-av1.ts'

/** A whole group of pictures: AV1 spreads its bits over one otherwise than H.264 does. */
const sceneSeconds = 2

/**
 * What a fitted ladder is in AV1. Scenes of the film are encoded in both, in the smallest rung, since
 * nobody shall wait for AV1; what that needs less than in H.264, all rungs need less. As usual where
 * nothing can be measured.
 *
 * @param ladder as it is made in H.264
 * @throws ProgramFailed when it was stopped
 */
export async function fitAv1(
  ffmpeg: Ffmpeg,
  film: Film,
  ladder: readonly Rung[],
  signal?: AbortSignal,
): Promise<Rung[]> {
  const usual = av1Rungs(ladder)
  const h264 = ladder[usual.length - 1]
  const scenes = chooseScenes(film.facts, film.pictureBefore, sceneSeconds)
  if (scenes.length === 0 || h264 === undefined) return usual
  const tried = triedAbove.map((above) => {
    const crf = Math.round(h264.crf) + above
    return { ...h264, crf, name: `${h264.name}-${crf}` }
  })
  const cwd = await mkdtemp(join(dirname(film.file), 'likeness-'))
  try {
    for (const { name } of [h264, ...tried]) await mkdir(join(cwd, name))
    const measured: Measured[][] = []
    for (const scene of scenes) {
      measured.push(await measureScene(ffmpeg, { film, scene, h264, tried, cwd }, signal))
    }
    return fitAv1Rungs(ladder, measured)
  } catch (error) {
    if (error instanceof ProgramFailed && error.end === 'exit') return usual
    throw error
  } finally {
    await rm(cwd, { recursive: true, force: true })
  }
}

interface SceneWork {
  film: Film
  scene: Scene
  h264: Rung
  tried: Rung[]
  /** Has a folder for each rung. */
  cwd: string
}

/** @returns how it came out in H.264, then with each of AV1's numbers */
async function measureScene(
  ffmpeg: Ffmpeg,
  { film: { file, facts, preset }, scene, h264, tried, cwd }: SceneWork,
  signal?: AbortSignal,
): Promise<Measured[]> {
  const options = { cwd, keptLines: 1000, ...(signal && { signal }) }
  const grid = planGrid(facts.video.frameRate)
  const work = (rungs: Rung[], encoder: PictureEncoder): VideoWork => ({
    ...{ file, source: facts, grid, rungs, encoder, preset, ...scene },
  })
  const all = [h264, ...tried]
  await ffmpeg.run(videoArguments(work([h264], 'libx264')), options)
  await ffmpeg.run(videoArguments(work(tried, 'libsvtav1')), options)
  const likeness = readDetail(await ffmpeg.run(likenessArguments(work(all, 'libx264')), options))
  return Promise.all(
    all.map(async ({ name }, index) => ({
      ssim: likeness[index] ?? 0,
      bitsPerSecond: (8 * (await stat(join(cwd, name, madeFile))).size) / sceneSeconds,
    })),
  )
}
