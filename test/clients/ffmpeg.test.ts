import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { inputLimits, openFfmpeg } from '../../server/clients/ffmpeg.ts'
import { ProgramFailed } from '../../server/clients/run-program.ts'
import { scratch } from '../fixtures/scratch.ts'

const ffmpeg = openFfmpeg()

t.test('progress is told in seconds of output and ends at the length', async (t) => {
  const cwd = await scratch(t)
  const seen: number[] = []
  const source = ['-f', 'lavfi', '-i', 'testsrc2=size=64x64:rate=10:duration=3']
  await ffmpeg.run([...source, '-c:v', 'libx264', 'out.mp4'], {
    cwd,
    onProgress: (seconds) => seen.push(seconds),
  })
  t.ok(Math.abs((seen.at(-1) ?? 0) - 3) < 0.3, `${seen}`)
  const answer = await ffmpeg.probe(['-show_format', 'out.mp4'], { cwd })
  t.match(answer, { format: { duration: '3.000000' } })
})

t.test('a playlist that names another file is not opened, whatever its name', async (t) => {
  const cwd = await scratch(t)
  await writeFile(join(cwd, 'secret.mp4'), 'not for you')
  const traps = {
    'playlist.mp4': '#EXTM3U\n#EXTINF:4,\nsecret.mp4\n#EXT-X-ENDLIST\n',
    'remote.mp4': '#EXTM3U\n#EXTINF:4,\nhttp://127.0.0.1:9/x.ts\n#EXT-X-ENDLIST\n',
    'concat.mp4': "ffconcat version 1.0\nfile 'secret.mp4'\n",
  }
  for (const [name, content] of Object.entries(traps)) {
    await writeFile(join(cwd, name), content)
    await t.rejects(ffmpeg.probe([...inputLimits, '-show_format', name], { cwd }), ProgramFailed)
    const run = ffmpeg.run([...inputLimits, '-i', name, '-f', 'null', '-'], { cwd })
    await t.rejects(run, ProgramFailed)
  }
})

t.test('tools that are missing are looked for again on the next call', async (t) => {
  const cwd = await scratch(t)
  const none = openFfmpeg({ ffmpegPath: join(cwd, 'none') })
  await t.rejects(none.tools(), { message: /No ffmpeg/ })
  await t.rejects(none.run([], { cwd }), { message: /No ffmpeg/ })
})
