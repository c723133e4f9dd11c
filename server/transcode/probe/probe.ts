import { open } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { say } from '../../../contract/words/server.ts'
import { type Ffmpeg, inputLimits } from '../../clients/ffmpeg.ts'
import { ProgramFailed } from '../../clients/run-program.ts'
import { CannotTranscode, refuseCodec } from '../failures.ts'
import type { PictureBefore } from '../plan/plan.ts'
import { canDecode } from './can-decode.ts'
import { magicBytes, recogniseContainer } from './container.ts'
import { measureLength } from './measure-length.ts'
import { beginsBefore, PacketTimes, packetEntries } from './packet-times.ts'
import { type ClaimedFacts, readProbe } from './read-probe.ts'
import type { AudioFacts, SourceFacts } from './source-facts.ts'

/** An uploaded file, looked at. */
export interface ProbedSource {
  facts: SourceFacts
  pictureBefore: PictureBefore
}

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
): Promise<ProbedSource> {
  const container = recogniseContainer(await firstBytes(file))
  if (container === null) throw new CannotTranscode(say('encodes.unknown'))
  const options = { cwd: dirname(file), ...(signal && { signal }) }
  const input = [...inputLimits, '-f', container]
  try {
    const shown = ['-show_streams', '-show_format', basename(file)]
    const claimed = readProbe(await ffmpeg.probe([...input, ...shown], options))
    const times = new PacketTimes()
    const onLine = (line: string) => times.add(line)
    await ffmpeg.probeLines([...input, ...packetEntries, basename(file)], { ...options, onLine })
    return await describe(ffmpeg, file, claimed, times, signal)
  } catch (error) {
    if (error instanceof ProgramFailed && ['exit', 'output', 'work'].includes(error.end)) {
      throw new CannotTranscode(say('encodes.unreadable'), error.log)
    }
    if (error instanceof SyntaxError) throw new CannotTranscode(say('encodes.unreadable'))
    throw error
  }
}

async function describe(
  ffmpeg: Ffmpeg,
  file: string,
  claimed: ClaimedFacts,
  times: PacketTimes,
  signal?: AbortSignal,
): Promise<ProbedSource> {
  const { video, codecs, texts } = claimed
  const picture = times.of(video.stream)
  if (picture === null) throw new CannotTranscode(say('encodes.noFrames'))
  const heard = claimed.audio.filter(({ stream }) => times.of(stream) !== null)
  const streams = [picture, ...heard.map(({ stream }) => times.of(stream))]
  if (streams.some((stream) => stream?.encrypted))
    throw new CannotTranscode(say('encodes.encrypted'))
  const decodes = (stream: number) => canDecode(ffmpeg, file, stream, signal)
  if (!(await decodes(video.stream))) throw refuseCodec('picture', codecs.get(video.stream))
  const audio: AudioFacts[] = []
  for (const track of heard) if (await decodes(track.stream)) audio.push(track)
  const [first] = heard
  if (first !== undefined && audio.length === 0) {
    throw refuseCodec('sound', codecs.get(first.stream))
  }
  const sound = audio.flatMap(({ stream }) => times.of(stream) ?? [])
  const { begins, seconds, lastSeconds } = measureLength(claimed, picture, sound, times.end)
  const startSeconds = begins - claimed.fileStart
  return {
    facts: { seconds, startSeconds, video: { ...video, lastSeconds }, audio, texts },
    pictureBefore: (moment) => Math.max(0, (beginsBefore(picture, moment + begins) ?? 0) - begins),
  }
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(magicBytes), 0, magicBytes, 0)
    if (bytesRead === 0) throw new CannotTranscode(say('encodes.empty'))
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
