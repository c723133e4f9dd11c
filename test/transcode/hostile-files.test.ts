// Files as an attacker would send them. Whatever they are, they end with a sentence, nothing is
// asked of any address, and nothing of this machine comes out.
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { say } from '../../contract/words/server.ts'
import { CannotTranscode } from '../../server/transcode/failures.ts'
import { probeSource } from '../../server/transcode/probe/probe.ts'
import { services } from '../fixtures/app.ts'
import { encoded, ffmpeg, makeClip } from '../fixtures/media.ts'
import { scratch } from '../fixtures/scratch.ts'

/** An address that notes who asks. */
async function trap(t: Test) {
  const asked: string[] = []
  const server = createServer((request, answer) => {
    asked.push(request.url ?? '')
    answer.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => server.close())
  const { port } = server.address() as { port: number }
  return { asked, url: `http://127.0.0.1:${port}` }
}

/** The first box of an MP4, so that the file looks like one. */
const ftyp = Buffer.concat([Buffer.from([0, 0, 0, 16]), Buffer.from('ftypisom\0\0\0\0')])
const ebml = Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x84, 0x42, 0x86, 0x81, 0x01])

const scripts: Record<string, (url: string, secret: string) => string> = {
  'a playlist': (url, secret) =>
    `#EXTM3U\n#EXTINF:4,\n${url}/x.ts\n#EXTINF:4,\nfile://${secret}\n#EXT-X-ENDLIST\n`,
  'a concatenation': (url, secret) =>
    `ffconcat version 1.0\nfile '${secret}'\nfile '${url}/x.ts'\n`,
  'a vector picture': (url, secret) =>
    `<svg xmlns="http://www.w3.org/2000/svg"><image href="${url}/x.png"/><image href="file://${secret}"/></svg>`,
  'a manifest': (url) => `<?xml version="1.0"?><MPD><BaseURL>${url}/</BaseURL><Period/></MPD>`,
  'a session description': () => 'v=0\nm=video 5004 RTP/AVP 96\nc=IN IP4 127.0.0.1\n',
}
const disguises: [name: string, start: Buffer, sentence: string][] = [
  ['as it is', Buffer.alloc(0), say('encodes.unknown')],
  ['behind the head of an MP4', ftyp, say('encodes.unreadable')],
  ['behind the head of a Matroska file', ebml, say('encodes.unreadable')],
]

for (const [what, text] of Object.entries(scripts)) {
  for (const [how, start, sentence] of disguises) {
    t.test(`${what}, ${how}, is refused, and asks nobody for anything`, async (t) => {
      const { asked, url } = await trap(t)
      const folder = await scratch(t)
      const secret = join(folder, 'secret.mp4')
      await writeFile(secret, await readFile(await makeClip(t, { seconds: 0.2 })))
      const file = join(folder, 'film.mp4')
      await writeFile(file, Buffer.concat([start, Buffer.from(text(url, secret))]))
      await t.rejects(probeSource(ffmpeg, file), {
        constructor: CannotTranscode,
        message: sentence,
      })
      t.same(asked, [])
    })
  }
}

/** A real film with some of its bytes exchanged wherever they stand. */
async function forged(t: Test, path: string, from: Buffer, to: Buffer): Promise<string> {
  const bytes = await readFile(path)
  let count = 0
  for (let at = bytes.indexOf(from); at !== -1; at = bytes.indexOf(from, at + 1), count++) {
    to.copy(bytes, at)
  }
  if (count === 0) throw new Error('there is nothing to exchange')
  const file = join(await scratch(t), 'forged.mp4')
  await writeFile(file, bytes)
  return file
}

const words = (...values: number[]): Buffer => {
  const buffer = Buffer.alloc(2 * values.length)
  for (const [index, value] of values.entries()) buffer.writeUInt16BE(value, 2 * index)
  return buffer
}
const split = (value: number) => [value >>> 16, value & 0xffff]

t.test('a picture of 16384 by 8704 is refused before it is in memory', async (t) => {
  const path = join(await scratch(t), 'bomb.mov')
  const source = ['-f', 'lavfi', '-i', 'color=size=16384x8704:rate=1']
  const one = ['-frames:v', '1', '-c:v', 'mjpeg', '-pix_fmt', 'yuvj420p', path]
  await ffmpeg.run([...source, ...one], { cwd: join(path, '..') })
  await t.rejects(probeSource(ffmpeg, path), { message: say('encodes.tooLarge') })
  // The head says that it is small; the picture itself does not.
  const lying = await forged(t, path, words(16384, 8704), words(320, 180))
  await t.rejects(probeSource(ffmpeg, lying), CannotTranscode)
})

t.test('an MP4 that claims to be longer than its frames is as long as its frames', async (t) => {
  const path = await makeClip(t, { seconds: 4, rate: '25', sounds: [] })
  const ticks = (seconds: number) => words(...split(seconds * 12_800))
  const file = await forged(t, path, ticks(4), ticks(3600))
  t.equal((await probeSource(ffmpeg, file)).facts.seconds, 4)
})

t.test('a Matroska film that claims more than is there ends with how much is', async (t) => {
  const path = await makeClip(t, { seconds: 4, rate: '25', sounds: [], name: 'film.mkv' })
  const claim = (length: string) =>
    forged(t, path, Buffer.from('00:00:04.000'), Buffer.from(length))
  await t.rejects(probeSource(ffmpeg, await claim('00:01:00.000')), {
    message: 'The file ends early: of 1:00 only 0:04 are there. Upload it again.',
  })
  await t.rejects(probeSource(ffmpeg, await claim('48:00:00.000')), {
    message: say('encodes.tooLong'),
  })
})

/** The children of a box, by type and place. */
function* boxes(bytes: Buffer, start: number, end: number) {
  for (let at = start; at + 8 <= end; at += bytes.readUInt32BE(at)) {
    yield { type: bytes.toString('latin1', at + 4, at + 8), at, size: bytes.readUInt32BE(at) }
  }
}

t.test('a film of ten thousand tracks is refused', async (t) => {
  const bytes = await readFile(await makeClip(t, { seconds: 0.2 }))
  const moov = [...boxes(bytes, 0, bytes.length)].find(({ type }) => type === 'moov')
  if (moov === undefined) throw new Error('a film has one')
  const end = moov.at + moov.size
  const sound = [...boxes(bytes, moov.at + 8, end)].filter(({ type }) => type === 'trak').at(-1)
  if (sound === undefined) throw new Error('this film has sound')
  const track = bytes.subarray(sound.at, sound.at + sound.size)
  const head = Buffer.from(bytes.subarray(moov.at, moov.at + 8))
  for (const copies of [70, 10_000]) {
    head.writeUInt32BE(moov.size + copies * track.length)
    const crowd = Array.from({ length: copies }, () => track)
    const before = bytes.subarray(0, moov.at)
    const rest = bytes.subarray(moov.at + 8, end)
    const file = join(await scratch(t), 'crowd.mp4')
    await writeFile(file, Buffer.concat([before, head, rest, ...crowd]))
    const refusal = copies === 70 ? say('encodes.tooMany') : /\. /
    await t.rejects(probeSource(ffmpeg, file), { constructor: CannotTranscode, message: refusal })
  }
})

t.test('a film that is cut off is refused, wherever that is', async (t) => {
  const late = await readFile(await makeClip(t, { seconds: 6 }))
  const early = await readFile(
    await makeClip(t, { seconds: 6, options: ['-movflags', '+faststart'] }),
  )
  const folder = await scratch(t)
  const cut = async (bytes: Buffer, share: number) => {
    const file = join(folder, `cut-${share}.mp4`)
    await writeFile(file, bytes.subarray(0, Math.floor(bytes.length * share)))
    return probeSource(ffmpeg, file)
  }
  await t.rejects(cut(late, 0.5), { message: say('encodes.unreadable') })
  await t.rejects(cut(early, 0.5), { message: /^The file ends early: of 0:06 only 0:0[1-5] / })
  await t.rejects(cut(early, 0.01), CannotTranscode)
  await t.rejects(cut(early, 0), { message: say('encodes.empty') })
})

t.test('noise behind the head of a film is refused', async (t) => {
  const folder = await scratch(t)
  for (const [index, head] of [ftyp, ebml].entries()) {
    const noise = Buffer.alloc(2 ** 20, 'no film at all ')
    const file = join(folder, `${index}.mp4`)
    await writeFile(file, Buffer.concat([head, noise]))
    await t.rejects(probeSource(ffmpeg, file), { message: say('encodes.unreadable') })
  }
})

t.test(
  'through a worker, a hostile file ends its encode and leaves nothing anywhere',
  async (t) => {
    const deps = await services(t)
    const { asked, url } = await trap(t)
    const path = join(await scratch(t), 'film.mp4')
    await writeFile(path, Buffer.concat([ftyp, Buffer.from(`#EXTM3U\n#EXTINF:4,\n${url}/x.ts\n`)]))
    const video = await encoded(t, deps, path)
    t.match(video, { status: 'failed', failure: say('encodes.unreadable'), encodeId: null })
    t.ok(video.encodes[0]?.log, 'the operator finds what the program said')
    for await (const { key } of deps.storage.list(`videos/${video.id}/`)) t.fail(key)
    t.same(asked, [])
  },
)
