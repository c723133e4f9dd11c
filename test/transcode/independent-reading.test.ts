// Files as cameras, editors and old programs leave them, each with a flash and a beep every second. What
// becomes of them is read by Mediabunny, which takes no part in making it, and held against the playlists.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BufferSource, EncodedPacketSink, Input, type InputTrack, MP4 } from 'mediabunny'
import t, { type Test } from 'tap'
import type { FinishedRendition } from '../../server/transcode/pieces/assemble.ts'
import { type EncodedFile, encodeFile } from '../fixtures/encode-file.ts'
import { ffmpeg } from '../fixtures/media.ts'
import { scratch } from '../fixtures/scratch.ts'

const seconds = 6
/** A frame of 50 a second; nobody sees lips that are as little off. */
const inStepSeconds = 0.02

interface Kind {
  size?: string
  rate?: number
  /** Between inputs and output; the picture is stream 0, the sound stream 1. */
  options: string[]
  /** A second run of ffmpeg, from the first one's output. */
  copied?: string[]
  name: string
  /** Wanted of the picture. */
  shown?: [width: number, height: number]
  av1?: boolean
}

const x264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p']
const bt2020 = ['-color_primaries', 'bt2020', '-colorspace', 'bt2020nc']

const kinds: Record<string, Kind> = {
  'H.264 with B-frames and AAC, also made in AV1': {
    options: ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac'],
    ...{ name: 'a.mp4', av1: true },
  },
  'a camera’s MOV with a timecode track and PCM': {
    options: [...x264, '-timecode', '01:00:00:00', '-c:a', 'pcm_s16be'],
    ...{ name: 'a.mov', rate: 50 },
  },
  'turned by a quarter': {
    options: [...x264, '-c:a', 'aac'],
    copied: ['-metadata:s:v', 'rotate=90'],
    ...{ name: 'a.mp4', shown: [180, 320] },
  },
  'a fragmented MP4 with AC-3': {
    options: [...x264, '-g', '24', '-movflags', '+frag_keyframe+delay_moov', '-c:a', 'ac3'],
    name: 'a.mp4',
  },
  '120 frames a second with E-AC-3': {
    options: [...x264, '-c:a', 'eac3'],
    ...{ name: 'a.mp4', rate: 120 },
  },
  'VP9 in 10 bits with Opus': {
    options: ['-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8'].concat(
      ...['-pix_fmt', 'yuv420p10le', '-c:a', 'libopus'],
    ),
    name: 'a.webm',
  },
  'odd sides in RGB with FLAC': {
    options: ['-c:v', 'libx264rgb', '-preset', 'ultrafast', '-pix_fmt', 'rgb24', '-c:a', 'flac'],
    ...{ name: 'a.mkv', size: '321x181', shown: [320, 180] },
  },
  'VP8 with Vorbis': {
    options: ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-c:a', 'libvorbis'],
    name: 'a.webm',
  },
  'Theora with MP3': {
    options: ['-c:v', 'libtheora', '-q:v', '8', '-c:a', 'libmp3lame'],
    name: 'a.mkv',
  },
  'H.263 in 3GP': {
    options: ['-c:v', 'h263', '-q:v', '4', '-c:a', 'aac'],
    ...{ name: 'a.3gp', rate: 25, size: '352x288' },
  },
  'MPEG-4 with B-frames and ALAC': {
    options: ['-c:v', 'mpeg4', '-bf', '2', '-q:v', '4', '-c:a', 'alac'],
    name: 'a.mov',
  },
  'ProRes 4444 with transparency': {
    options: ['-c:v', 'prores_ks', '-profile:v', '4444', '-pix_fmt', 'yuva444p10le'].concat(
      ...['-c:a', 'pcm_s24le'],
    ),
    name: 'a.mov',
  },
  'PAL from a DV tape, wide': {
    options: ['-c:v', 'dvvideo', '-pix_fmt', 'yuv420p', '-aspect', '16:9', '-c:a', 'pcm_s16le'],
    ...{ name: 'a.mov', rate: 25, size: '720x576', shown: [854, 480] },
  },
  'HDR10 in AV1': {
    options: ['-c:v', 'libsvtav1', '-preset', '12', '-pix_fmt', 'yuv420p10le', ...bt2020].concat(
      ...['-color_trc', 'smpte2084', '-c:a', 'aac'],
    ),
    name: 'a.mp4',
  },
  'HLG in HEVC': {
    options: ['-c:v', 'libx265', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p10le'].concat(
      ...[...bt2020, '-color_trc', 'arib-std-b67', '-x265-params', 'log-level=error'],
      ...['-tag:v', 'hvc1', '-c:a', 'aac'],
    ),
    name: 'a.mp4',
  },
}

/** A picture that is white, and a sound that is heard, in the first tenth of each second. */
async function flashesAndBeeps(t: Test, { size, rate, options, copied, name }: Kind) {
  const cwd = await scratch(t)
  const dark = `color=black:s=${size ?? '320x180'}:r=${rate ?? 24}:d=${seconds}`
  const flash = `${dark},drawbox=c=white:t=fill:enable='lt(mod(t,1),0.1)'`
  const beep = `aevalsrc='if(lt(mod(t,1),0.1),0.5*sin(2*PI*1000*t),0)':s=48000:d=${seconds}`
  const inputs = ['-f', 'lavfi', '-i', flash, '-f', 'lavfi', '-i', beep]
  await ffmpeg.run([...inputs, '-map', '0', '-map', '1', ...options, name], { cwd })
  if (copied === undefined) return join(cwd, name)
  await ffmpeg.run(['-i', name, '-c', 'copy', ...copied, `copied-${name}`], { cwd })
  return join(cwd, `copied-${name}`)
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

async function trackOf(bytes: Buffer): Promise<InputTrack> {
  const input = new Input({ source: new BufferSource(bytes), formats: [MP4] })
  const [track, ...others] = await input.getTracks()
  if (track === undefined || others.length > 0) throw new Error('a rendition is one track')
  return track
}

/** Each segment by itself, as it comes over the wire: it begins and ends where the playlist says. */
async function checkSegments(t: Test, file: EncodedFile, rendition: FinishedRendition) {
  const { init, segments } = await file.stored(rendition)
  const { name, kind, segmentSeconds } = rendition
  for (const [index, segment] of segments.entries()) {
    const track = await trackOf(Buffer.concat([init, segment]))
    const packets: { timestamp: number; duration: number; type: string }[] = []
    for await (const packet of new EncodedPacketSink(track).packets()) packets.push(packet)
    const begins = Math.min(...packets.map(({ timestamp }) => timestamp))
    const ends = Math.max(...packets.map(({ timestamp, duration }) => timestamp + duration))
    const from = sum(segmentSeconds.slice(0, index))
    const to = from + (segmentSeconds[index] ?? 0)
    t.ok(Math.abs(begins - from) < 0.002, `${name}/${index} begins at ${begins}, not ${from}`)
    t.ok(Math.abs(ends - to) < 0.002, `${name}/${index} ends at ${ends}, not ${to}`)
    t.equal(packets[0]?.type, 'key', `${name}/${index} can be played by itself`)
    const shown = packets.map(({ timestamp }) => timestamp).sort((a, b) => a - b)
    const gaps = shown.slice(1).map((time, order) => time - (shown[order] ?? 0))
    const even = Math.max(...gaps) - Math.min(...gaps)
    t.ok(even < 0.002, `${name}/${index}: every frame at its time (${kind}): ${even}`)
  }
}

/** CODECS, size, channels and length as another program reads them; and every bit of it decodes. */
async function checkWhole(t: Test, file: EncodedFile, rendition: FinishedRendition) {
  const { name, codecs, width, height, channels, segmentSeconds } = rendition
  const { init, segments } = await file.stored(rendition)
  const track = await trackOf(Buffer.concat([init, ...segments]))
  const read = (await track.getCodecParameterString()) ?? ''
  const alike = `${read}.`.toLowerCase().startsWith(`${codecs}.`.toLowerCase())
  t.ok(alike, `${name}: ${codecs}, read as ${read}`)
  if (track.isVideoTrack()) {
    t.same([await track.getDisplayWidth(), await track.getDisplayHeight()], [width, height])
  } else if (track.isAudioTrack()) t.equal(await track.getNumberOfChannels(), channels)
  const length = await track.computeDuration()
  t.ok(Math.abs(length - sum(segmentSeconds)) < 0.002, `${name} lasts ${length}`)
  t.ok(Math.abs(length - seconds) < 0.05, `${name} lasts as long as its source: ${length}`)
  const path = await file.joined(rendition)
  t.same(
    await ffmpeg.run(['-xerror', '-i', path, '-f', 'null', '-'], { cwd: join(path, '..') }),
    [],
  )
}

/** When each flash begins, in seconds. */
async function flashesOf(file: EncodedFile, rendition: FinishedRendition): Promise<number[]> {
  const path = await file.joined(rendition)
  const cwd = join(path, '..')
  await ffmpeg.run(['-i', path, '-vf', 'scale=1:1,format=gray', '-f', 'rawvideo', 'light'], { cwd })
  const light = await readFile(join(cwd, 'light'))
  return onsets(light, Math.max(...light) / 2, light.length / sum(rendition.segmentSeconds))
}

async function beepsOf(file: EncodedFile, rendition: FinishedRendition): Promise<number[]> {
  const path = await file.joined(rendition)
  const cwd = join(path, '..')
  await ffmpeg.run(['-i', path, '-ac', '1', '-ar', '48000', '-f', 's16le', 'pcm'], { cwd })
  const bytes = await readFile(join(cwd, 'pcm'))
  const samples = new Int16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2)
  const loud = samples.map((value) => Math.abs(value))
  const loudest = loud.reduce((most, value) => Math.max(most, value), 0)
  return onsets(loud, loudest / 3, 48_000)
}

/** Where values rise above the threshold after half a second below it; the first second has none before. */
function onsets(values: ArrayLike<number>, threshold: number, rate: number): number[] {
  const found: number[] = []
  let last = 0
  for (let index = 0; index < values.length; index++) {
    if ((values[index] ?? 0) <= threshold) continue
    if (index - last > rate / 2) found.push(index / rate)
    last = index
  }
  return found
}

for (const [name, kind] of Object.entries(kinds)) {
  t.test(`${name} comes out whole and in step`, async (t) => {
    const source = await flashesAndBeeps(t, kind)
    const file = await encodeFile(t, source, { av1: kind.av1 === true })
    t.equal(
      file.renditions.some(({ codecs }) => codecs.startsWith('av01')),
      kind.av1 === true,
    )
    const sound = file.renditions.find(({ kind }) => kind === 'audio')
    if (sound === undefined) throw new Error('there is sound')
    const [largest] = file.renditions
    const { width, height } = largest ?? {}
    if (kind.shown !== undefined) t.same([width, height], kind.shown)
    const beeps = await beepsOf(file, sound)
    t.equal(beeps.length, seconds - 1, `a beep each second: ${beeps}`)
    for (const rendition of file.renditions) {
      await checkSegments(t, file, rendition)
      await checkWhole(t, file, rendition)
      if (rendition.kind !== 'video') continue
      const flashes = await flashesOf(file, rendition)
      t.equal(flashes.length, seconds - 1, `${rendition.name}: a flash each second: ${flashes}`)
      const off = flashes.map((flash, index) => flash - (beeps[index] ?? 0))
      const worst = Math.max(...off.map(Math.abs))
      t.ok(worst <= inStepSeconds, `${rendition.name}: ${(1000 * worst).toFixed(1)} ms out of step`)
      const late = Math.max(...flashes.map((flash, index) => Math.abs(flash - index - 1)))
      t.ok(late <= inStepSeconds, `${rendition.name}: ${(1000 * late).toFixed(1)} ms late`)
    }
  })
}
