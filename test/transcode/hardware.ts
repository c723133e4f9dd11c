import { chmod, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Test } from 'tap'
import { scratch } from '../helper.ts'
import { ffmpeg } from './clips.ts'

export type Fault = 'sessions' | 'profile' | 'keys' | 'open' | 'pieces'

/** An ffmpeg with a video chip that is none (pretend-hardware), and a way to break the chip. */
export async function pretendHardware(t: Test) {
  const folder = await scratch(t)
  const ffmpegPath = join(folder, 'ffmpeg')
  const faultFile = join(folder, 'fault')
  const tools = await ffmpeg.tools()
  const program = join(import.meta.dirname, 'pretend-hardware.js')
  await writeFile(
    ffmpegPath,
    `#!/bin/sh
made="$('${process.execPath}' '${program}' '${faultFile}' "$(ulimit -v)" "$@")" || exit 1
eval "set -- $made"
exec ${tools.ffmpeg} "$@"
`,
  )
  await chmod(ffmpegPath, 0o755)
  return {
    settings: { ffmpegPath, ffprobePath: tools.ffprobe },
    breakBy: (fault: Fault) => writeFile(faultFile, fault),
    mend: () => rm(faultFile, { force: true }),
  }
}
