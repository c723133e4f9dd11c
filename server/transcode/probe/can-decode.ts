import { basename, dirname } from 'node:path'
import type { Ffmpeg } from '../../clients/ffmpeg.ts'
import { ProgramFailed } from '../../clients/run-program.ts'
import { inputArguments } from '../pieces/ffmpeg-arguments.ts'

/** What ffmpeg says when it has no decoder, whatever the file. */
const noDecoder = /decoder .*not found|unknown decoder|could not find codec parameters/i

/** Whether there is a decoder for a stream. Trouble with the data is another matter, and found later. */
export async function canDecode(
  ffmpeg: Ffmpeg,
  file: string,
  stream: number,
  signal?: AbortSignal,
): Promise<boolean> {
  const one = ['-map', `0:${stream}`, '-frames', '1', '-f', 'null', '-']
  const limits = { seconds: 120 }
  try {
    await ffmpeg.run([...inputArguments(basename(file)), ...one], {
      ...{ cwd: dirname(file), limits },
      ...(signal && { signal }),
    })
    return true
  } catch (error) {
    if (!(error instanceof ProgramFailed) || error.end !== 'exit') throw error
    return !error.log.some((line) => noDecoder.test(line))
  }
}
