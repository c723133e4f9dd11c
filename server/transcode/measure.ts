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
  /** Of each segment, the bytes up to the end of its first sample. */
  keyBytes: number[]
}

/** A file that ffmpeg wrote and that goes to the bucket. */
export interface SegmentFile {
  index: number
  path: string
}

/** Where in the film a folder's segments belong. */
export interface Place {
  firstIndex: number
  startSeconds: number
}

/** A tick of rounding, no more. */
const slackSeconds = 0.002

/**
 * Reads the segments that ffmpeg wrote into a folder.
 *
 * @throws Error when they do not begin at their place, or do not follow one another without a gap
 */
export async function measureSegments(
  folder: string,
  { firstIndex, startSeconds }: Place,
): Promise<{ measured: MeasuredSegments; initPath: string; files: SegmentFile[] }> {
  const initPath = join(folder, 'init.mp4')
  const initFile = await readFile(initPath)
  const init = readInit(initFile)
  const { codecs, configuration } = init
  const measured: MeasuredSegments = {
    ...{ codecs, configuration, initBytes: initFile.byteLength },
    ...{ seconds: [], bytes: [], keyBytes: [] },
  }
  const files: SegmentFile[] = []
  let expected: number | null = null
  for (let index = firstIndex; ; index++) {
    const path = join(folder, `${index}.m4s`)
    if ((await stat(path).catch(() => null)) === null) break
    const segment = await readOne(path, init)
    const shown = segment.firstShownTicks / init.timescale
    if (expected === null && Math.abs(shown - startSeconds) > slackSeconds) {
      throw new Error(`segment ${index} is shown at ${shown} s, not at ${startSeconds} s`)
    }
    if (expected !== null && segment.startTicks !== expected) {
      throw new Error(`segment ${index} begins at ${segment.startTicks}, not at ${expected}`)
    }
    expected = segment.startTicks + segment.ticks
    measured.seconds.push(segment.ticks / init.timescale)
    measured.bytes.push(segment.bytes)
    measured.keyBytes.push(segment.firstSampleEnd)
    files.push({ index, path })
  }
  return { measured, initPath, files }
}

async function readOne(path: string, init: InitFacts) {
  const file = await readFile(path)
  return { ...readSegment(file, init), bytes: file.byteLength }
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
    keyBytes: chunks.flatMap(({ keyBytes = [] }) => keyBytes),
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
