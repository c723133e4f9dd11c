import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import {
  originalKey,
  posterKeyIn,
  smallPosterKey,
  uploadedPosterKey,
} from '../../server/catalog/object-keys.ts'
import { cleanPoster } from '../../server/transcode/posters/clean-poster.ts'
import { services } from '../fixtures/app.ts'
import { cached } from '../fixtures/cache.ts'
import { scratch } from '../fixtures/scratch.ts'

const deps = await services(t)
const { ffmpeg } = await deps.ffmpeg.tools()

async function picture(name: string, size = '320x180'): Promise<Buffer> {
  const source = ['-f', 'lavfi', '-i', `testsrc=size=${size}`, '-frames:v', '1']
  const folder = await cached('picture', { source, name }, async (cwd) => {
    await promisify(execFile)(ffmpeg, ['-v', 'error', ...source, name], { cwd })
  })
  return readFile(join(folder, name))
}

const run: typeof deps.ffmpeg.run = (args, options) =>
  args.includes('libaom-av1')
    ? Promise.reject(new Error('Unknown encoder'))
    : deps.ffmpeg.run(args, options)
/** With an ffmpeg that knows no AVIF, which takes the longest. */
const withoutAvif = { ...deps, ffmpeg: { ...deps.ffmpeg, run } }

async function cleaned(bytes: Buffer): Promise<Buffer> {
  const [videoId, uploadId] = [randomUUID(), randomUUID()]
  const given = originalKey(videoId, uploadId)
  const key = uploadedPosterKey(videoId, uploadId)
  await deps.storage.putBytes(given, bytes, { contentType: 'image/jpeg' })
  await cleanPoster(withoutAvif, given, key)
  const path = join(await scratch(t), 'out')
  await deps.storage.getToFile(key, path)
  return readFile(path)
}

const html = Buffer.from('<html><script>alert(1)</script></html>')
const isJpeg = (bytes: Buffer) =>
  bytes.subarray(0, 3).toString('latin1') === '\xff\xd8\xff' &&
  bytes.subarray(-2).toString('latin1') === '\xff\xd9'

t.test('what is left of a picture is a picture, whatever stood behind it or in it', async (t) => {
  const jpeg = await picture('a.jpg')
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, html.length + 2]), html])
  const polyglot = Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2), html])
  t.ok(polyglot.includes('<script>'))
  for (const [name, bytes] of [
    ['a JPEG with HTML in it and behind it', polyglot],
    ['a PNG with HTML behind it', Buffer.concat([await picture('a.png'), html])],
    ['a JPEG as it should be', jpeg],
  ] as const) {
    const left = await cleaned(bytes)
    t.ok(isJpeg(left), name)
    t.notOk(left.includes('<script>'), name)
  }
})

t.test('a head of a picture with something else behind it is refused', async (t) => {
  for (const head of [
    Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  ])
    await t.rejects(cleaned(Buffer.concat([head, html])), { code: 'UNSUPPORTED_MEDIA_TYPE' })
  await t.rejects(cleaned(html), { code: 'UNSUPPORTED_MEDIA_TYPE' })
})

t.test('a picture of too many pixels is refused, and a large one is made smaller', async (t) => {
  const wide = await cleaned(await picture('wide.png', '4000x2250'))
  t.ok(isJpeg(wide))
  await t.rejects(cleaned(await picture('bomb.png', '9000x9000')), {
    code: 'UNSUPPORTED_MEDIA_TYPE',
  })
})

t.test('smaller pictures lie beside it, none wider than what they were made of', async (t) => {
  const widths = async (size: string) => {
    const key = uploadedPosterKey(randomUUID(), randomUUID())
    const bytes = await picture(`from-${size}.png`, size)
    await deps.storage.putBytes(key, bytes, { contentType: 'image/png' })
    await cleanPoster(withoutAvif, key, key)
    await cleanPoster(withoutAvif, key, key)
    const small = [320, 640].map((width) => smallPosterKey(key, width))
    return Promise.all(
      [...small, key].map(async (one) => widthOf(await deps.storage.getBytes(one))),
    )
  }
  t.same(await widths('2400x1350'), [320, 640, 1920])
  t.same(await widths('501x281'), [320, 500, 500])
  t.same(await widths('3000x2'), [320, 640, 1920], 'however flat')
})

t.test('each size lies there in fewer bytes too, as the formats that are told', async (t) => {
  const key = uploadedPosterKey(randomUUID(), randomUUID())
  const bytes = await picture('formats.png', '1280x720')
  await deps.storage.putBytes(key, bytes, { contentType: 'image/png' })
  t.same(await cleanPoster(deps, key, key), ['avif', 'webp'])
  for (const one of [key, smallPosterKey(key, 320), smallPosterKey(key, 640)]) {
    const size = async (name: string) => (await deps.storage.head(name))?.sizeBytes ?? 0
    const [jpeg, avif, webp] = [
      await size(one),
      await size(posterKeyIn(one, 'avif')),
      await size(posterKeyIn(one, 'webp')),
    ]
    t.ok(avif > 0 && avif < webp && webp < jpeg, `${one}: ${avif} < ${webp} < ${jpeg}`)
  }
  const avif = Buffer.from((await deps.storage.getBytes(posterKeyIn(key, 'avif'))) ?? [])
  t.equal(avif.subarray(4, 12).toString('latin1'), 'ftypavif')
  const webp = Buffer.from((await deps.storage.getBytes(posterKeyIn(key, 'webp'))) ?? [])
  t.equal(webp.subarray(8, 12).toString('latin1'), 'WEBP')
})

t.test(
  'an ffmpeg that knows no AVIF leaves it out, and the poster is taken all the same',
  async (t) => {
    const key = uploadedPosterKey(randomUUID(), randomUUID())
    const bytes = await picture('without.png')
    await deps.storage.putBytes(key, bytes, { contentType: 'image/png' })
    t.same(await cleanPoster(withoutAvif, key, key), ['webp'])
    t.equal(await deps.storage.head(posterKeyIn(key, 'avif')), null)
    t.ok(await deps.storage.head(posterKeyIn(key, 'webp')))
  },
)

/** Of a JPEG: from its frame header. */
function widthOf(bytes: Uint8Array | null): number {
  const buffer = Buffer.from(bytes ?? [])
  const at = buffer.indexOf(Buffer.from([0xff, 0xc0]))
  return buffer.readUInt16BE(at + 7)
}
