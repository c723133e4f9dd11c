import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type InitFacts, readInit, readSegment } from './boxes.ts'

/** What a run of segments is like, as read from the files themselves. */
export interface MeasuredSegments {
  codecs: string
  configuration: string
  initBytes: number
  seconds: number[]
  bytes: number[]
  /** Key frames, in order. */
  keys: MeasuredKeys
}

/** Of key frames, in lists side by side. */
export interface MeasuredKeys {
  /** Where the bytes that show it begin in their segment: 0 for the first of each. */
  offsets: number[]
  bytes: number[]
  /** Until the next. */
  seconds: number[]
}

/** A file that goes to the bucket. */
export interface SegmentFile {
  index: number
  path: string
}

/** What the segments of a piece must be like. */
export interface PlannedSegments {
  firstIndex: number
  /** Where in the film the first of them begins. */
  startSeconds: number
  /** Of one frame or packet. */
  sampleSeconds: number
  /** Frames or packets of each. */
  samples: number[]
}

/** A tick of rounding, no more. */
const slackSeconds = 0.002

/** What was made is not what was planned: nobody gets to see it. */
export class PieceDiffers extends Error {
  override readonly name = 'PieceDiffers'
}

/**
 * Reads the segments in a folder and holds each against the plan.
 *
 * @throws PieceDiffers when one is missing, too many, longer, shorter, or not at its place
 */
export async function measureSegments(
  folder: string,
  planned: PlannedSegments,
): Promise<{ measured: MeasuredSegments; initPath: string; files: SegmentFile[] }> {
  const { firstIndex, sampleSeconds, samples } = planned
  const initPath = join(folder, 'init.mp4')
  const initFile = await readFile(initPath)
  const init = readInit(initFile)
  const { codecs, configuration } = init
  const measured: MeasuredSegments = {
    ...{ codecs, configuration, initBytes: initFile.byteLength, seconds: [], bytes: [] },
    keys: { offsets: [], bytes: [], seconds: [] },
  }
  const files: SegmentFile[] = []
  let startSeconds = planned.startSeconds
  for (const [position, count] of samples.entries()) {
    const index = firstIndex + position
    const path = join(folder, `${index}.m4s`)
    const file = await readFile(path).catch(() => null)
    if (file === null) throw new PieceDiffers(`segment ${index} was not made`)
    const seconds = count * sampleSeconds
    measured.seconds.push(check(file, init, { index, startSeconds, seconds, samples: count }))
    startSeconds += seconds
    measured.bytes.push(file.byteLength)
    noteKeys(measured.keys, file, init)
    files.push({ index, path })
  }
  const more = join(folder, `${firstIndex + samples.length}.m4s`)
  if ((await stat(more).catch(() => null)) !== null) {
    throw new PieceDiffers(`there are more than the ${samples.length} segments that were planned`)
  }
  return { measured, initPath, files }
}

/** @returns its length in seconds */
function check(
  file: Uint8Array,
  init: InitFacts,
  planned: { index: number; startSeconds: number; seconds: number; samples: number },
): number {
  const { startTicks, ticks, samples, firstShownTicks } = readSegment(file, init)
  const seconds = ticks / init.timescale
  const differs = (what: string, found: number, wanted: number) => {
    if (Math.abs(found - wanted) <= slackSeconds) return
    throw new PieceDiffers(`segment ${planned.index} ${what} ${found} s, not ${wanted} s`)
  }
  differs('begins at', startTicks / init.timescale, planned.startSeconds)
  differs('is shown at', firstShownTicks / init.timescale, planned.startSeconds)
  differs('lasts', seconds, planned.seconds)
  // A muxer makes room for what comes twice: then the times fit, and what is heard does not.
  if (samples !== planned.samples) {
    throw new PieceDiffers(
      `segment ${planned.index} holds ${samples} samples, not ${planned.samples}`,
    )
  }
  return seconds
}

function noteKeys(keys: MeasuredKeys, file: Uint8Array, init: InitFacts): void {
  const { fragments } = readSegment(file, init)
  for (const [order, { start, firstSampleEnd, ticks }] of fragments.entries()) {
    const offset = order === 0 ? 0 : start
    keys.offsets.push(offset)
    keys.bytes.push(firstSampleEnd - offset)
    keys.seconds.push(ticks / init.timescale)
  }
}

export class PiecesDoNotFit extends Error {
  override readonly name = 'PiecesDoNotFit'
}

/**
 * Chunks, in order, as one.
 *
 * @throws PiecesDoNotFit when a player would have to be set up anew between them
 */
export function joinSegments(chunks: MeasuredSegments[]): MeasuredSegments {
  const [first] = chunks
  if (first === undefined) throw new Error('there is nothing to join')
  if (chunks.some(({ configuration }) => configuration !== first.configuration)) {
    throw new PiecesDoNotFit(
      'the chunks of a rendition were encoded by workers that do not fit together',
    )
  }
  return {
    ...first,
    seconds: chunks.flatMap(({ seconds }) => seconds),
    bytes: chunks.flatMap(({ bytes }) => bytes),
    keys: {
      offsets: chunks.flatMap(({ keys }) => keys.offsets),
      bytes: chunks.flatMap(({ keys }) => keys.bytes),
      seconds: chunks.flatMap(({ keys }) => keys.seconds),
    },
  }
}

export interface Bandwidth {
  /** Bits a second, rounded up. */
  peak: number
  average: number
}

/**
 * RFC 8216, 4.1: "The peak segment bit rate of a Media Playlist is the largest bit rate of any
 * contiguous set of segments whose total duration is between 0.5 and 1.5 times the target
 * duration." A film shorter than that counts whole.
 */
export function measureBandwidth({
  seconds,
  bytes,
}: Pick<MeasuredSegments, 'seconds' | 'bytes'>): Bandwidth {
  const target = Math.max(1, Math.round(Math.max(...seconds, 0)))
  const total = sum(seconds)
  const average = total > 0 ? Math.ceil((sum(bytes) * 8) / total) : 0
  let peak = 0
  for (let from = 0; from < seconds.length; from++) {
    let [time, size] = [0, 0]
    for (let to = from; to < seconds.length; to++) {
      time += seconds[to] ?? 0
      size += bytes[to] ?? 0
      if (time > 1.5 * target) break
      if (time >= 0.5 * target) peak = Math.max(peak, (size * 8) / time)
    }
  }
  return { peak: Math.max(Math.ceil(peak), average), average }
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
