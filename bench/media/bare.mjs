// One ffmpeg command that makes the same renditions as the whole encode, and nothing else.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openFfmpeg } from '../../dist/server/clients/ffmpeg.js'
import { videoArguments } from '../../dist/server/transcode/pieces/ffmpeg-arguments.js'
import { audioArguments } from '../../dist/server/transcode/pieces/sound-arguments.js'
import { plannedSegments } from '../../dist/server/transcode/plan/plan-segments.js'

const { folder, file, plan, preset } = JSON.parse(process.argv[2])
const { source, grid, encoder, rungs, audio, frames, pieces } = plan
for (const { name } of [...rungs, ...audio]) await mkdir(join(folder, name), { recursive: true })
const picture = videoArguments({
  ...{ file, source, grid, encoder, rungs, preset, seekFrame: 0, startFrame: 0, endFrame: frames },
})
// The sound's own input arguments are the same: one input serves both.
const sound = audio.flatMap((track) => {
  const piece = pieces.find(({ name }) => name === track.name)
  const { samples } = plannedSegments(plan, piece, track.name)
  const packets = samples.reduce((sum, count) => sum + count, 0)
  const args = audioArguments({ file, source, grid, track, packets, loudness: null })
  return args.slice(args.indexOf(file) + 1)
})
await openFfmpeg().run([...picture, ...sound], { cwd: folder })
process.exit(0)
