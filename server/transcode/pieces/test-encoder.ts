import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Ffmpeg } from '../../clients/ffmpeg.ts'
import { ProgramFailed } from '../../clients/run-program.ts'
import { even } from '../plan/ladder.ts'
import { type EncodePlan, encoderOf, planEncode } from '../plan/plan.ts'
import { plannedSegments } from '../plan/plan-segments.ts'
import type { VideoFacts } from '../probe/source-facts.ts'
import type { WorkerOptions } from '../worker-options.ts'
import { readInit, readSegment } from './boxes.ts'
import { cutSegments } from './cut-segments.ts'
import { videoArguments } from './ffmpeg-arguments.ts'
import { joinSegments, measureSegments } from './measure.ts'
import { encoderLimits, type VideoEncoder } from './video-encoders.ts'

/** Two segments made in one piece, and the beginning of a third in another. */
const clip = { rate: 4, seconds: 9, frames: 36 }
const keyMoments = ['0.000', '2.000', '4.000', '6.000', '8.000']

class Refused extends Error {}

const refuseUnless = (good: boolean, why: string) => {
  if (!good) throw new Refused(why)
}

/**
 * Has a hardware encoder make a clip of a few seconds in two pieces, in every size of the ladder at
 * once, just as real pieces are made, and looks at what came out. libx264 is tested with ffmpeg.
 *
 * @returns why it cannot be used; null when it can
 */
export async function testEncoder(
  ffmpeg: Ffmpeg,
  encoder: VideoEncoder,
  options: Pick<WorkerOptions, 'ladder' | 'preset'>,
): Promise<string | null> {
  if (encoder === 'libx264') return null
  const folder = await mkdtemp(join(tmpdir(), 'matinee-encoder-'))
  try {
    await makeAndCheck(ffmpeg, planTest(encoder, options), options, folder)
    return null
  } catch (error) {
    return reasonOf(error)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function planTest(encoder: VideoEncoder, { ladder }: Pick<WorkerOptions, 'ladder'>): EncodePlan {
  const [height, width] = [ladder.highest, even((ladder.highest * 16) / 9)]
  const frameRate = { numerator: clip.rate, denominator: 1 }
  const { seconds } = clip
  const video: VideoFacts = {
    ...{ stream: 0, width, height, canvas: { width, height }, frameRate, lastSeconds: seconds },
    ...{ interlaced: false, hdr: false, matrix: 'bt709', colours: null },
  }
  return planEncode({ seconds, startSeconds: 0, video, audio: [], texts: [] }, ladder, encoder)
}

async function makeAndCheck(
  ffmpeg: Ffmpeg,
  plan: EncodePlan,
  { preset }: Pick<WorkerOptions, 'preset'>,
  folder: string,
): Promise<void> {
  const { source, grid, rungs } = plan
  const encoder = encoderOf(plan)
  const file = join(folder, 'film.mp4')
  const picture = `testsrc2=size=${source.video.width}x${source.video.height}:rate=${clip.rate}`
  const coding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p']
  const input = ['-f', 'lavfi', '-i', picture, '-t', String(clip.seconds)]
  await ffmpeg.run([...input, ...coding, file], { cwd: folder, background: false })

  const cut = 2 * grid.segmentFrames
  const early = cut - grid.segmentFrames
  const pieces: TestPiece[] = [
    { cwd: join(folder, 'first'), seekFrame: 0, startFrame: 0, endFrame: cut },
    { cwd: join(folder, 'second'), seekFrame: early, startFrame: cut, endFrame: plan.frames },
  ]
  for (const { cwd, ...frames } of pieces) {
    for (const { name } of rungs) await mkdir(join(cwd, name), { recursive: true })
    const work = { file, source, grid, rungs, encoder, preset, ...frames }
    const limits = { seconds: 120, ...encoderLimits(encoder) }
    await ffmpeg.run(videoArguments(work), { cwd, limits, background: false })
  }
  for (const { name } of rungs) {
    await checkPlaying(ffmpeg, folder, await checkSegments(plan, pieces, name))
  }
}

interface TestPiece {
  cwd: string
  seekFrame: number
  startFrame: number
  endFrame: number
}

/** @returns the pieces put together, as a player does it */
async function checkSegments(
  plan: EncodePlan,
  made: TestPiece[],
  name: string,
): Promise<Uint8Array> {
  const pieces = await Promise.all(
    made.map(async ({ cwd, ...frames }) => {
      const planned = plannedSegments(plan, { kind: 'video', ...frames }, name)
      await cutSegments(join(cwd, name), planned)
      return measureSegments(join(cwd, name), planned)
    }),
  )
  const joined = joinSegments(pieces.map(({ measured }) => measured))
  refuseUnless(joined.codecs.startsWith('avc1.64'), `its profile is not High: ${joined.codecs}`)
  const inits = await Promise.all(pieces.map(({ initPath }) => readFile(initPath)))
  const [init] = inits
  if (init === undefined) throw new Refused('it made nothing')
  refuseUnless(
    inits.every((other) => other.equals(init)),
    'its pieces begin differently (SPS, PPS) and do not fit together',
  )
  const segments = await Promise.all(
    pieces.flatMap(({ files }) => files.map(({ path }) => readFile(path))),
  )
  for (const segment of segments) {
    for (const { firstSampleStart, firstSampleEnd } of readSegment(segment, readInit(init))
      .fragments) {
      const sample = segment.subarray(firstSampleStart, firstSampleEnd)
      refuseUnless(nalTypes(sample).includes(idr), 'a segment does not begin with an IDR frame')
    }
  }
  return Buffer.concat([init, ...segments])
}

/** ISO/IEC 14496-10, table 7-1: a slice of an IDR picture. */
const idr = 5

/** The kinds of the units of a sample, each of which comes after its length in four bytes. */
function nalTypes(sample: Buffer): number[] {
  const types: number[] = []
  for (let at = 0; at + 5 <= sample.length; at += 4 + sample.readUInt32BE(at)) {
    types.push(sample.readUInt8(at + 4) & 0x1f)
  }
  return types
}

/** Every frame is there and can be decoded, and each two seconds begin with a key frame. */
async function checkPlaying(ffmpeg: Ffmpeg, folder: string, bytes: Uint8Array): Promise<void> {
  const name = 'joined.mp4'
  await writeFile(join(folder, name), bytes)
  const decode = ['-xerror', '-i', name, '-f', 'null', '-']
  const log = await ffmpeg.run(decode, { cwd: folder, background: false })
  const wrong = log.find((line) => /\[(error|fatal)\]/.test(line))
  refuseUnless(wrong === undefined, `what it makes cannot be decoded: ${wrong}`)
  const entries = ['-show_entries', 'packet=pts_time,flags', name]
  const { packets } = (await ffmpeg.probe(entries, { cwd: folder })) as {
    packets: { pts_time: string; flags: string }[]
  }
  refuseUnless(packets.length === clip.frames, `it made ${packets.length} of ${clip.frames} frames`)
  const from = Number(packets[0]?.pts_time)
  const keys = packets
    .filter(({ flags }) => flags.startsWith('K'))
    .map(({ pts_time }) => (Number(pts_time) - from).toFixed(3))
  const onGrid = keyMoments.every((moment) => keys.includes(moment))
  refuseUnless(onGrid, `its key frames are at ${keys.join(', ')} s, not every 2 s`)
}

/** ffmpeg's first complaint is the cause, those after it its consequences. */
function reasonOf(error: unknown): string {
  if (!(error instanceof ProgramFailed)) return error instanceof Error ? error.message : `${error}`
  const complaint = error.log.find((line) => /\[(error|fatal)\]/.test(line)) ?? error.message
  return complaint.replace(/^(\[[^\]]* @ [^\]]*\] )?\[(error|fatal)\] /, '')
}
