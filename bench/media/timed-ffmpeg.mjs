// An ffmpeg that notes what each of its runs takes.
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What encodes pictures or sound into pieces; all else is beside the ladder. */
const isLadder = (args) => / -f hls |\/made\.mp4( |$)/.test(args)

/**
 * @param tools as clients/ffmpeg finds them
 * @returns settings for a worker that uses it, and what its runs have taken, in processor seconds
 */
export async function timedFfmpeg({ ffmpeg, ffprobe }, directory) {
  const path = join(directory, 'timed-ffmpeg')
  // The environment is taken from programs, so that the notes lie beside the script.
  await writeFile(
    path,
    `#!/bin/bash
TIMEFORMAT="%U %S"
[ $# = 1 ] && exec ${ffmpeg} "$@"
exec 3>&2
{ time ${ffmpeg} "$@" 2>&3 3>&-; status=$?; } 2> "$0.$$"
echo "$(cat "$0.$$") $*" >> "$0.log"
exit $status
`,
  )
  await chmod(path, 0o755)
  return {
    settings: { FFMPEG_PATH: path, FFPROBE_PATH: ffprobe },
    spent: async () => {
      const lines = (await readFile(`${path}.log`, 'utf8')).trim().split('\n')
      const spent = { ladder: 0, extras: 0 }
      for (const line of lines) {
        const [user, system] = line.split(' ', 2).map(Number)
        spent[isLadder(line) ? 'ladder' : 'extras'] += user + system
      }
      return spent
    },
  }
}
