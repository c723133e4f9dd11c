import { open } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { type Ffmpeg, inputLimits } from '../clients/ffmpeg.ts'
import { ProgramFailed } from '../clients/run-program.ts'
import { magicBytes, recogniseContainer } from './container.ts'
import { CannotTranscode, cutShort, sentences } from './failures.ts'
import { inputArguments } from './ffmpeg-arguments.ts'
import { readProbe } from './read-probe.ts'
import type { SourceFacts } from './source-facts.ts'

/** A header may round its duration, and frames are stored in another order than they are shown. */
const slackSeconds = 2
const slackShare = 0.02

/**
 * Finds out what an uploaded file holds. It is treated as hostile: recognised by its bytes, opened by
 * the demuxer of that format alone, within limits, and read to its end, since a header can claim
 * anything.
 *
 * @throws CannotTranscode when it is no film that can be encoded
 */
export async function probeSource(
  ffmpeg: Ffmpeg,
  file: string,
  signal?: AbortSignal,
): Promise<SourceFacts> {
  const container = recogniseContainer(await firstBytes(file))
  if (container === null) throw new CannotTranscode(sentences.unknown)
  const cwd = dirname(file)
  const options = { cwd, ...(signal && { signal }) }
  try {
    const shown = ['-show_streams', '-show_format']
    const { claimedSeconds, ...facts } = readProbe(
      await ffmpeg.probe([...inputLimits, '-f', container, ...shown, basename(file)], options),
    )
    const found = await measureLength(ffmpeg, file, facts.video.stream, options)
    if (found <= 0) throw new CannotTranscode(sentences.noFrames)
    return { seconds: trueLength(found, claimedSeconds), ...facts }
  } catch (error) {
    if (error instanceof ProgramFailed && ['exit', 'output', 'time'].includes(error.end)) {
      throw new CannotTranscode(sentences.unreadable, error.log)
    }
    if (error instanceof SyntaxError) throw new CannotTranscode(sentences.unreadable)
    throw error
  }
}

/**
 * @param found the time stamp of the last packet, which can be some frames from the end
 * @throws CannotTranscode when much of what the header claims is not there
 */
export function trueLength(found: number, claimed: number | null): number {
  if (claimed === null) return found
  if (claimed - found > Math.max(slackSeconds, slackShare * claimed)) {
    throw new CannotTranscode(cutShort(found, claimed))
  }
  return Math.abs(claimed - found) <= slackSeconds ? claimed : found
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(magicBytes), 0, magicBytes, 0)
    if (bytesRead === 0) throw new CannotTranscode(sentences.empty)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Copies the picture's packets to nowhere, without decoding, and sees how far that comes. */
async function measureLength(
  ffmpeg: Ffmpeg,
  file: string,
  stream: number,
  options: { cwd: string; signal?: AbortSignal },
): Promise<number> {
  let seconds = 0
  const output = ['-map', `0:${stream}`, '-c', 'copy', '-f', 'null', '-']
  await ffmpeg.run([...inputArguments(basename(file)), ...output], {
    ...options,
    onProgress: (done) => {
      seconds = done
    },
  })
  return seconds
}
