import { dirname } from 'node:path'
import type { Ffmpeg } from '../../clients/ffmpeg.ts'
import { ProgramFailed } from '../../clients/run-program.ts'
import { detailArguments, qualityArguments, type VideoWork } from '../pieces/ffmpeg-arguments.ts'
import type { Preset } from '../pieces/video-encoders.ts'
import type { ProbedSource } from '../probe/probe.ts'
import { planGrid, type Rung } from './ladder.ts'
import {
  chooseScenes,
  coarserBy,
  dropEmptyRungs,
  fitRung,
  type Measured,
  readDetail,
  readQuality,
  type Scene,
} from './quality.ts'

export interface Film extends ProbedSource {
  file: string
  preset: Preset
}

/**
 * The ladder that this film needs, by encoding some scenes of it in the usual quality and in a coarser
 * one. As it was where nothing can be measured.
 *
 * @throws ProgramFailed when it was stopped
 */
export async function fitLadder(
  ffmpeg: Ffmpeg,
  { file, preset, facts, pictureBefore }: Film,
  ladder: Rung[],
  signal?: AbortSignal,
): Promise<Rung[]> {
  // x264 has much to say at its end.
  const options = { cwd: dirname(file), keptLines: 1000, ...(signal && { signal }) }
  const grid = planGrid(facts.video.frameRate)
  const work = (scene: Scene, rungs: Rung[]): VideoWork => ({
    ...{ file, source: facts, grid, rungs, encoder: 'libx264', preset },
    ...scene,
  })
  const scenes = chooseScenes(facts, pictureBefore)
  if (scenes.length === 0) return ladder
  try {
    const detail: number[][] = []
    for (const scene of ladder.length > 1 ? scenes : []) {
      detail.push(readDetail(await ffmpeg.run(detailArguments(work(scene, ladder)), options)))
    }
    const rungs = dropEmptyRungs(ladder, detail)
    const both = rungs.flatMap((rung) => [rung, { ...rung, crf: rung.crf + coarserBy }])
    const measured: Measured[][] = []
    for (const scene of scenes) {
      const log = await ffmpeg.run(qualityArguments(work(scene, both)), options)
      const read = readQuality(log, both.length)
      if (read === null) return ladder
      measured.push(read)
    }
    const of = (index: number) => measured.flatMap((scene) => scene[index] ?? [])
    return rungs.map((rung, index) => fitRung(rung, of(2 * index), of(2 * index + 1)))
  } catch (error) {
    if (error instanceof ProgramFailed && error.end === 'exit') return ladder
    throw error
  }
}
