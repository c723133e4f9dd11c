// One ffmpeg command that makes the same renditions as the whole encode, and nothing else.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openFfmpeg } from '../../dist/server/clients/ffmpeg.js'
import { audioArguments, videoArguments } from '../../dist/server/transcode/ffmpeg-arguments.js'

const { folder, file, plan, preset } = JSON.parse(process.argv[2])
const { source, grid, encoder, rungs, audio } = plan
for (const { name } of [...rungs, ...audio]) await mkdir(join(folder, name), { recursive: true })
const picture = videoArguments({
  ...{ file, source, grid, encoder, rungs, preset, startFrame: 0, endFrame: null },
})
// The sound's own input arguments are the same: one input serves both.
const sound = audio.flatMap((track) => {
  const args = audioArguments({ file, source, grid, track })
  return args.slice(args.indexOf(file) + 1)
})
await openFfmpeg().run([...picture, ...sound], { cwd: folder })
process.exit(0)
