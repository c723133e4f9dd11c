import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { findFfmpeg, type Version, versionOf } from '../../server/clients/ffmpeg-find.ts'
import { scratch } from '../fixtures/scratch.ts'

t.test('the version is read from every way that builds name it', async (t) => {
  const cases: [string, Version | null][] = [
    [
      'ffmpeg version 5.1.9-0+deb12u1 Copyright (c) 2000-2026 the FFmpeg developers',
      { major: 5, minor: 1 },
    ],
    ['ffmpeg version n7.0-7-gd38bf5e08e-20240407 Copyright (c)', { major: 7, minor: 0 }],
    ['ffmpeg version 4.4.2-0ubuntu0.22.04.1 Copyright (c)', { major: 4, minor: 4 }],
    ['ffmpeg version N-66595-gc2b38619c0-static https://johnvansickle.com/ffmpeg/', null],
    ['', null],
  ]
  for (const [line, version] of cases) t.same(versionOf(line), version, line)
})

t.test('an ffmpeg that can encode is found and tried out', async (t) => {
  const tools = await findFfmpeg()
  t.match(tools.version, /^ffmpeg version/)
})

t.test('FFMPEG_PATH alone counts when it is set, and the message says what to do', async (t) => {
  await t.rejects(findFfmpeg({ ffmpegPath: '/nowhere/ffmpeg' }), {
    message: /FFMPEG_PATH: none found\).*apt-get install ffmpeg/,
  })
})

t.test('an ffmpeg that is too old, or cannot encode, is refused with the reason', async (t) => {
  const ffmpegPath = join(await scratch(t), 'ffmpeg')
  const fake = async (body: string) => {
    await writeFile(ffmpegPath, `#!/bin/sh\n${body}\n`)
    await chmod(ffmpegPath, 0o755)
  }
  await fake('echo "ffmpeg version 4.4.2 Copyright"')
  await t.rejects(findFfmpeg({ ffmpegPath }), { message: /version 4\.4 is too old/ })
  await fake('echo "ffmpeg version 5.0.3 Copyright"')
  await t.rejects(findFfmpeg({ ffmpegPath }), { message: /version 5\.0 is too old/ })

  await fake(
    '[ "$1" = -version ] && echo "ffmpeg version 6.0" && exit 0\necho "Unknown encoder" >&2; exit 1',
  )
  await t.rejects(findFfmpeg({ ffmpegPath }), { message: /Unknown encoder/ })
})
