import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { NotAnIsoFile, readInit, readSegment } from '../../server/transcode/pieces/boxes.ts'
import { ffmpeg } from '../fixtures/media.ts'
import { scratch } from '../fixtures/scratch.ts'

/** A box of a type around some bytes. */
function box(type: string, ...content: Uint8Array[]): Buffer {
  const body = Buffer.concat(content)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + body.length)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

const words = (...values: number[]) => {
  const bytes = Buffer.alloc(4 * values.length)
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value >>> 0, 4 * index)
  return bytes
}

const init = { timescale: 1000, codecs: 'avc1.64001F', configuration: '', sampleTicks: 40 }

t.test('what ffmpeg writes is read: codecs, time scale, times', async (t) => {
  const cwd = await scratch(t)
  await mkdir(join(cwd, 'v'))
  await mkdir(join(cwd, 'a'))
  const hls = (name: string) => [
    ...['-f', 'hls', '-hls_time', '2', '-hls_segment_type', 'fmp4'],
    ...['-hls_segment_options', 'movflags=+cmaf', '-hls_segment_filename', `${name}/%d.m4s`],
    `${name}/index.m3u8`,
  ]
  const video = ['-map', '0', '-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-g', '25', '-level', '3']
  const audio = ['-map', '1', '-c:a', 'aac', '-ar', '48000']
  await ffmpeg.run(
    [
      ...['-f', 'lavfi', '-i', 'testsrc2=size=320x180:rate=25:duration=4'],
      ...['-f', 'lavfi', '-i', 'sine=duration=4', ...video, ...hls('v'), ...audio, ...hls('a')],
    ],
    { cwd },
  )
  const picture = readInit(await readFile(join(cwd, 'v', 'init.mp4')))
  t.match(picture, { timescale: 12_800, codecs: 'avc1.64001E' })
  const first = readSegment(await readFile(join(cwd, 'v', '0.m4s')), picture)
  t.match(first, { startTicks: 0, ticks: 25_600, samples: 50, firstShownTicks: 0 })
  const ends = first.fragments.map(({ firstSampleEnd }) => firstSampleEnd > 1000)
  t.same(ends, [true], 'where its first picture ends')
  const second = readSegment(await readFile(join(cwd, 'v', '1.m4s')), picture)
  t.match(second, { startTicks: 25_600, ticks: 25_600, samples: 50 })
  const sound = readInit(await readFile(join(cwd, 'a', 'init.mp4')))
  t.match(sound, { timescale: 48_000, codecs: 'mp4a.40.2' })
  t.match(readSegment(await readFile(join(cwd, 'a', '0.m4s')), sound), { startTicks: 0 })
})

t.test('durations are each sample’s own, the fragment’s, or the track’s', async (t) => {
  const fragment = (tfhd: Buffer, trun: Buffer) =>
    box('moof', box('traf', tfhd, box('tfdt', words(0, 500)), trun))
  const track = readSegment(fragment(box('tfhd', words(0, 1)), box('trun', words(0, 3))), init)
  t.match(track, { startTicks: 500, ticks: 120, samples: 3 })
  const own = fragment(
    box('tfhd', words(0, 1)),
    box('trun', words(0x301, 2, 99, 30, 1000, 50, 1000)),
  )
  t.match(readSegment(own, init), { ticks: 80, samples: 2 })
  const shared = fragment(box('tfhd', words(0xb, 1, 0, 0, 7, 60)), box('trun', words(0, 2)))
  t.match(readSegment(shared, init), { ticks: 120 })
})

t.test('several fragments of a segment count together, and 64-bit times are read', async (t) => {
  const late = box('tfdt', words(0x01000000, 1, 0))
  const moof = (tfdt: Buffer) =>
    box('moof', box('traf', box('tfhd', words(0, 1)), tfdt, box('trun', words(0, 5))))
  const segment = Buffer.concat([moof(late), box('mdat'), moof(late), box('mdat')])
  t.match(readSegment(segment, init), { startTicks: 2 ** 32, ticks: 400, samples: 10 })
  t.match(readSegment(segment, init).fragments, [{ start: 0 }, { start: segment.length / 2 }])
})

t.test('what is broken is refused, not misread', async (t) => {
  const broken: Record<string, Buffer> = {
    'cut off in a head': Buffer.from([0, 0, 0]),
    'a size beyond the end': Buffer.concat([words(900), Buffer.from('moofxxxx')]),
    'a size within the head': Buffer.concat([words(4), Buffer.from('moof')]),
    'no fragment': box('mdat', words(1)),
    'no decode time': box('moof', box('traf', box('tfhd', words(0, 1)))),
    empty: Buffer.alloc(0),
  }
  for (const [name, bytes] of Object.entries(broken)) {
    t.throws(() => readSegment(bytes, init), NotAnIsoFile, name)
  }
  t.throws(() => readInit(box('moov')), NotAnIsoFile)
})

t.test('codecs that are not made here are refused', async (t) => {
  const entry = (type: string) =>
    box(
      'moov',
      box(
        'trak',
        box(
          'mdia',
          box('mdhd', words(0, 0, 0, 1000, 0, 0)),
          box('minf', box('stbl', box('stsd', words(0, 1), box(type, Buffer.alloc(90))))),
        ),
      ),
    )
  t.throws(() => readInit(entry('hvc1')), { message: /hvc1/ })
  t.throws(() => readInit(entry('avc1')), NotAnIsoFile)
  t.throws(() => readInit(entry('mp4a')), NotAnIsoFile)
})
