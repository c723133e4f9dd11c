// What can never be encoded is told so at once, by its name, with what to do instead.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { say } from '../../contract/words/server.ts'
import { CannotTranscode } from '../../server/transcode/failures.ts'
import { probeSource } from '../../server/transcode/probe/probe.ts'
import { ffmpeg, makeClip } from '../fixtures/media.ts'
import { scratch } from '../fixtures/scratch.ts'

/** A clip whose codec is noted under another name. */
async function renamed(t: Test, from: string, to: string): Promise<string> {
  const bytes = await readFile(await makeClip(t, { seconds: 1 }))
  const at = bytes.indexOf(from, bytes.indexOf('stsd'))
  bytes.write(to, bytes.indexOf(from, at), 'latin1')
  unsay(bytes)
  const file = join(await scratch(t), 'renamed.mp4')
  await writeFile(file, bytes)
  return file
}

/** The first `esds` would tell that it is AAC all the same. */
const unsay = (bytes: Buffer) => {
  const at = bytes.indexOf('esds')
  if (at !== -1) bytes.write('free', at, 'latin1')
}

t.test('a picture that nobody here decodes is named', async (t) => {
  await t.rejects(probeSource(ffmpeg, await renamed(t, 'avc1', 'vvc1')), {
    constructor: CannotTranscode,
    message:
      'The picture is in H.266 (VVC), which cannot be read here. Export the film with H.264 video (MP4), then upload it again.',
  })
})

t.test('sound that nobody here decodes is named, unless there is other sound', async (t) => {
  await t.rejects(probeSource(ffmpeg, await renamed(t, 'mp4a', 'ac-4')), {
    constructor: CannotTranscode,
    message: /^The sound is in Dolby AC-4, .* AAC sound/,
  })
  const two = await makeClip(t, { seconds: 1, sounds: ['sine=440', 'sine=550'] })
  const bytes = await readFile(two)
  bytes.write('ac-4', bytes.indexOf('mp4a', bytes.indexOf('smhd')), 'latin1')
  unsay(bytes)
  await writeFile(two, bytes)
  t.equal((await probeSource(ffmpeg, two)).facts.audio.length, 1)
})

t.test('an encrypted file is said to be encrypted', async (t) => {
  const clip = await makeClip(t, { seconds: 1 })
  const cwd = join(clip, '..')
  const key = '00112233445566778899aabbccddeeff'
  const cipher = ['-encryption_scheme', 'cenc-aes-ctr', '-encryption_key', key]
  const args = ['-i', clip, '-c', 'copy', ...cipher, '-encryption_kid', key, 'encrypted.mp4']
  await ffmpeg.run(args, { cwd })
  await t.rejects(probeSource(ffmpeg, join(cwd, 'encrypted.mp4')), {
    constructor: CannotTranscode,
    message: say('encodes.encrypted'),
  })
})
