import { createReadStream, createWriteStream } from 'node:fs'
import { appendFile, type FileHandle, open, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type InitFacts, NotAnIsoFile, readInit, readSegment } from './boxes.ts'
import { madeFile } from './ffmpeg-arguments.ts'
import type { PlannedSegments } from './measure.ts'

/** "styp", of the brand that CMAF has for segments. */
const segmentType = Buffer.from('\0\0\0\x14stypcmfs\0\0\0\0cmfs', 'latin1')

/**
 * Cuts the fragmented MP4 in a folder into `init.mp4` and the segments of a plan: `12.m4s`, `13.m4s` …
 * ffmpeg itself cuts at the first key frame after a time, which is not the same at every rate.
 */
export async function cutSegments(folder: string, planned: PlannedSegments): Promise<void> {
  const path = join(folder, madeFile)
  const { init, initBytes, fragments } = await readMade(path)
  await copy(path, join(folder, 'init.mp4'), { start: 0, end: initBytes })
  const halfSample = planned.sampleSeconds / 2
  let next = planned.startSeconds
  for (const [position, count] of planned.samples.entries()) {
    const from = next - halfSample
    next += count * planned.sampleSeconds
    const to =
      position === planned.samples.length - 1 ? Number.POSITIVE_INFINITY : next - halfSample
    const inside = fragments.filter(({ startTicks }) => {
      const seconds = startTicks / init.timescale
      return seconds < to && (position === 0 || seconds >= from)
    })
    const [first] = inside
    const last = inside.at(-1)
    // What is missing is noticed when the segments are measured.
    if (first === undefined || last === undefined) continue
    const segment = join(folder, `${planned.firstIndex + position}.m4s`)
    await writeFile(segment, segmentType)
    await copy(path, segment, { start: first.start, end: last.end })
  }
  await rm(path)
}

/** Appends bytes of one file to another. */
async function copy(from: string, to: string, { start, end }: { start: number; end: number }) {
  await pipeline(
    createReadStream(from, { start, end: end - 1 }),
    createWriteStream(to, { flags: 'a' }),
  )
}

interface MadeFragment {
  startTicks: number
  /** Offsets of its first byte and after its last. */
  start: number
  end: number
}

/** Reads the heads of a file's boxes, and what fragments say of themselves; never their data. */
async function readMade(path: string) {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const fragments: MadeFragment[] = []
    let init: InitFacts | null = null
    let initBytes = 0
    for (let at = 0; at < size; ) {
      const box = await readHead(file, at, size)
      if (box.type === 'moov') {
        initBytes = box.end
        init = readInit(await readBytes(file, 0, box.end))
      }
      if (box.type === 'moof' && init !== null) {
        const { startTicks } = readSegment(await readBytes(file, at, box.end), init)
        fragments.push({ startTicks, start: at, end: box.end })
      }
      const last = fragments.at(-1)
      if (box.type === 'mdat' && last !== undefined) last.end = box.end
      at = box.end
    }
    if (init === null) throw new NotAnIsoFile('there is no track')
    return { init, initBytes, fragments }
  } finally {
    await file.close()
  }
}

async function readHead(file: FileHandle, at: number, size: number) {
  const head = await readBytes(file, at, Math.min(size, at + 16))
  if (head.length < 8) throw new NotAnIsoFile(`a box is cut off at ${at}`)
  const short = head.readUInt32BE(0)
  const long = short === 1 && head.length >= 16 ? Number(head.readBigUInt64BE(8)) : short
  const end = at + (short === 0 ? size - at : long)
  if (long < 8 || end > size) throw new NotAnIsoFile(`a box at ${at} has size ${long}`)
  return { type: head.toString('latin1', 4, 8), end }
}

async function readBytes(file: FileHandle, start: number, end: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(end - start), 0, end - start, start)
  return buffer.subarray(0, bytesRead)
}

/**
 * Appends a rest that the plan gives to the last segment: ffmpeg cuts sound evenly to its end.
 *
 * @param last the last segment of the plan
 */
export async function appendRest(folder: string, last: number): Promise<void> {
  const rest = join(folder, `${last + 1}.m4s`)
  const bytes = await readFile(rest).catch(() => null)
  if (bytes === null) return
  await appendFile(join(folder, `${last}.m4s`), bytes)
  await rm(rest)
}
