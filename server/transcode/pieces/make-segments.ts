import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { initKey, renditionPrefix, segmentKey } from '../../catalog/object-keys.ts'
import type { TranscodeDeps } from '../../services.ts'
import { HardwareFailed } from '../failures.ts'
import { type EncodePlan, encoderOfPiece, type PlannedPiece } from '../plan/plan.ts'
import { plannedSegments } from '../plan/plan-segments.ts'
import { toNumber } from '../probe/source-facts.ts'
import { cacheControl } from './cache-control.ts'
import { appendRest, cutSegments } from './cut-segments.ts'
import { videoArguments } from './ffmpeg-arguments.ts'
import { readLoudness } from './loudness.ts'
import { measureSegments, PieceDiffers } from './measure.ts'
import type { PieceResult } from './piece-result.ts'
import {
  type AudioWork,
  audioArguments,
  evenArguments,
  loudnessArguments,
} from './sound-arguments.ts'
import { encoderLimits, isHardware, type Preset } from './video-encoders.ts'

/** Everything a piece is made with. */
export interface PieceWork {
  deps: TranscodeDeps
  videoId: string
  encodeId: string
  plan: EncodePlan
  piece: PlannedPiece
  /** Path of the original. */
  source: string
  /** Where to write; has a folder for each rendition. */
  folder: string
  preset: Preset
  signal: AbortSignal
  /** 0..1 of this piece. */
  onProgress: (share: number) => void
}

const uploadsAtOnce = 6

/** Encodes the piece's part of its renditions, measures what came out and puts it into the bucket. */
export async function makeSegments(work: PieceWork): Promise<PieceResult> {
  const { deps, plan, piece, signal } = work
  const kind = piece.kind === 'audio' ? 'audio' : 'video'
  const made = await encode(work).catch((error: unknown) => {
    const byHardware = kind === 'video' && isHardware(encoderOfPiece(plan, piece))
    throw byHardware && !signal.aborted ? new HardwareFailed(error) : error
  })
  const renditions: PieceResult['renditions'] = {}
  for (const { name, measured, initPath, files } of made) {
    const prefix = renditionPrefix(work.videoId, work.encodeId, name)
    const uploads = files.map(({ index, path }) => ({ key: segmentKey(prefix, index), path }))
    if (piece.startFrame === 0) uploads.push({ key: initKey(prefix), path: initPath })
    await inParallel(uploads, uploadsAtOnce, ({ key, path }) =>
      deps.storage.putFile(key, path, { contentType: `${kind}/mp4`, cacheControl, signal }),
    )
    renditions[name] = measured
  }
  return { renditions }
}

async function encode(work: PieceWork) {
  if (work.piece.kind === 'video') return run(work, videoArgumentsOf(work))
  const { deps, folder, signal } = work
  const sound = soundWork(work)
  try {
    return await run(work, audioArguments(await loudnessOf(work, sound)))
  } catch (error) {
    if (!(error instanceof PieceDiffers)) throw error
    // As where its channels or its rate change on the way.
    const file = 'even.mkv'
    await deps.ffmpeg.run(evenArguments(sound, file), { cwd: folder, signal })
    const made = join(folder, sound.track.name)
    await rm(made, { recursive: true })
    await mkdir(made)
    return run(work, audioArguments(await loudnessOf(work, { ...sound, file, isEven: true })))
  }
}

async function run(work: PieceWork, args: string[]) {
  const { deps, plan, piece, folder, signal } = work
  const rate = toNumber(plan.source.video.frameRate)
  const startSeconds = piece.startFrame / rate
  const seconds = (piece.endFrame - piece.startFrame) / rate
  await deps.ffmpeg.run(args, {
    ...{ cwd: folder, signal },
    ...(piece.kind === 'video' && { limits: encoderLimits(encoderOfPiece(plan, piece)) }),
    onProgress: (done) => work.onProgress(Math.min(1, Math.max(0, done - startSeconds) / seconds)),
  })
  const measuring = piece.renditions.map(async (name) => {
    const planned = plannedSegments(plan, piece, name)
    const made = join(folder, name)
    if (piece.kind === 'audio') await appendRest(made, planned.samples.length - 1)
    else await cutSegments(made, planned)
    return { name, ...(await measureSegments(made, planned)) }
  })
  return Promise.all(measuring)
}

function videoArgumentsOf({ plan, piece, source: file, preset }: PieceWork): string[] {
  const { source, grid } = plan
  const rungs = plan.rungs.filter(({ name }) => piece.renditions.includes(name))
  const { seekFrame, startFrame, endFrame } = piece
  const encoder = encoderOfPiece(plan, piece)
  const frames = { seekFrame, startFrame, endFrame }
  return videoArguments({ file, source, grid, rungs, encoder, preset, ...frames })
}

function soundWork({ plan, piece, source: file }: PieceWork): SoundWork {
  const { source, grid } = plan
  const track = plan.audio.find(({ name }) => name === piece.name)
  if (track === undefined) throw new Error(`the plan has no audio track ${piece.name}`)
  const { samples } = plannedSegments(plan, piece, piece.name)
  const packets = samples.reduce((sum, count) => sum + count, 0)
  return { file, source, grid, track, packets }
}

type SoundWork = Omit<AudioWork, 'loudness'>

async function loudnessOf(
  { deps, plan, folder, signal }: PieceWork,
  sound: SoundWork,
): Promise<AudioWork> {
  if (!plan.evenLoudness) return { ...sound, loudness: null }
  const log = await deps.ffmpeg.run(loudnessArguments(sound), { cwd: folder, signal })
  return { ...sound, loudness: readLoudness(log) }
}

async function inParallel<T>(items: T[], atOnce: number, act: (item: T) => Promise<void>) {
  const waiting = items.values()
  const worker = async () => {
    for (const item of waiting) await act(item)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker))
}
