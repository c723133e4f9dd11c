// Holds what comes out of the whole transcode against the rules, by ffprobe and by decoding, which
// take no part in making it.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import type { Rendition } from '../../server/clients/prisma/client.ts'
import { enqueueTranscode } from '../../server/transcode/queue/enqueue.ts'
import { services, type TestServices } from '../fixtures/app.ts'
import {
  type Clip,
  download,
  ffmpeg,
  makeClip,
  settled,
  untilVideo,
  uploaded,
  worker,
} from '../fixtures/media.ts'
import { scratch } from '../fixtures/scratch.ts'

/** One house whose worker makes all that this file looks at. */
const house = services(t).then(async (deps) => {
  await worker(t, deps)
  return deps
})

/** Has a file encoded, and answers the film as it ends up. */
async function encoded(path: string) {
  const deps = await house
  const id = await uploaded(deps, path)
  await enqueueTranscode(deps, id)
  return untilVideo(deps, id, settled)
}

interface Packet {
  pts_time: string
  duration_time: string
  flags: string
}

/** The packets of a whole rendition, in the order in which they are decoded. */
async function packets(t: Test, deps: TestServices, rendition: Rendition): Promise<Packet[]> {
  const path = await download(t, deps, rendition)
  const entries = ['-show_entries', 'packet=pts_time,duration_time,flags']
  const answer = await ffmpeg.probe([...entries, path], { cwd: join(path, '..') })
  return (answer as { packets: Packet[] }).packets
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
const starts = (seconds: number[]) => seconds.map((_, index) => sum(seconds.slice(0, index)))
const near = (t: Test, actual: number, wanted: number, within: number, name: string) =>
  t.ok(Math.abs(actual - wanted) <= within, `${name}: ${actual}, wanted ${wanted}`)

/** Every rule that does not depend on the film. */
async function checkRules(t: Test, deps: TestServices, renditions: Rendition[]) {
  const pictures = renditions.filter(({ kind }) => kind === 'video')
  const [first] = pictures
  if (first === undefined) throw new Error('a film has a picture')
  for (const rendition of pictures) {
    const { name, segmentSeconds } = rendition
    t.same(segmentSeconds, first.segmentSeconds, `${name} is cut like the others`)
    const read = await packets(t, deps, rendition)
    const length = sum(read.map(({ duration_time }) => Number(duration_time)))
    near(t, length, sum(segmentSeconds), 0.002, `${name} has all its frames`)
    // ffprobe moves all times by the encoder's delay, as it wants no negative composition offsets.
    const moved = Number(read[0]?.pts_time)
    const keys = read
      .filter(({ flags }) => flags.startsWith('K'))
      .map(({ pts_time }) => Number(pts_time) - moved)
    for (const start of starts(segmentSeconds)) {
      t.ok(
        keys.some((key) => Math.abs(key - start) < 0.002),
        `${name} has an IDR at ${start}`,
      )
    }
    for (const [order, key] of keys.entries()) {
      near(t, key - (keys[order - 1] ?? key - 2), 2, 0.1, `${name}: from IDR to IDR`)
    }
  }
  for (const rendition of renditions) await checkFigures(t, deps, rendition)
  await checkKeyFrames(t, deps, first)
}

/** The key frames' byte ranges hold each one whole picture, and there is one every two seconds. */
async function checkKeyFrames(t: Test, { storage }: TestServices, rendition: Rendition) {
  const { prefix, keyOffsets, keyBytes, keySeconds, segmentSeconds, name } = rendition
  t.equal(keyOffsets.length, keyBytes.length)
  t.equal(keyOffsets.filter((offset) => offset === 0).length, segmentSeconds.length)
  near(t, sum(keySeconds), sum(segmentSeconds), 0.002, `${name}: key frames to the end`)
  t.ok(Math.max(...keySeconds) <= 2.1, `${name}: a picture every two seconds to wind by`)
  const init = (await storage.getBytes(`${prefix}/init.mp4`)) ?? new Uint8Array()
  const cwd = await scratch(t)
  let segment = -1
  // All are measured alike: some tell for the rest.
  for (const [order, bytes] of keyBytes.slice(0, 5).entries()) {
    const start = keyOffsets[order] ?? 0
    if (start === 0) segment++
    const range = { start, end: start + bytes - 1 }
    const key = (await storage.getBytes(`${prefix}/${segment}.m4s`, { range })) ?? new Uint8Array()
    await writeFile(join(cwd, 'key.mp4'), Buffer.concat([init, key]))
    const entries = ['-show_entries', 'stream=nb_read_frames:packet=pos,size']
    const read = await ffmpeg.probe(['-count_frames', ...entries, 'key.mp4'], { cwd })
    t.match(read, { streams: [{ nb_read_frames: '1' }] }, `${name}: key frame ${order}`)
    const [packet] = (read as { packets: { pos: string; size: string }[] }).packets
    t.equal(Number(packet?.pos) + Number(packet?.size), init.length + bytes, 'and no byte more')
  }
}

async function checkFigures(t: Test, { storage }: TestServices, rendition: Rendition) {
  const { prefix, segmentSeconds, segmentBytes, name } = rendition
  const heads = await Promise.all(
    segmentSeconds.map((_, index) => storage.head(`${prefix}/${index}.m4s`)),
  )
  const sizes = heads.map((head) => head?.sizeBytes)
  t.same(sizes, segmentBytes, `${name}: sizes are those in the bucket`)
  t.equal((await storage.head(`${prefix}/init.mp4`))?.sizeBytes, rendition.initBytes)
  t.equal(await storage.head(`${prefix}/${segmentSeconds.length}.m4s`), null, 'and no segment more')
  const type = rendition.kind === 'video' ? 'video/mp4' : 'audio/mp4'
  t.ok(heads.every((head) => head?.contentType === type))
  const peak = Math.max(
    ...segmentBytes.map((bytes, index) => (8 * bytes) / (segmentSeconds[index] ?? 1)),
  )
  const average = (8 * sum(segmentBytes)) / sum(segmentSeconds)
  near(t, rendition.averageBandwidth, average, 0.1 * average, `${name}: AVERAGE-BANDWIDTH`)
  t.ok(rendition.bandwidth >= average && rendition.bandwidth <= 1.1 * peak, `${name}: BANDWIDTH`)
}

async function checkDecoding(t: Test, deps: TestServices, renditions: Rendition[]) {
  for (const rendition of renditions) {
    const path = await download(t, deps, rendition)
    const cwd = join(path, '..')
    t.same(
      await ffmpeg.run(['-xerror', '-i', path, '-f', 'null', '-'], { cwd }),
      [],
      rendition.name,
    )
    const entries = [
      '-show_entries',
      'stream=codec_name,profile,level,width,height,pix_fmt,channels',
    ]
    const answer = await ffmpeg.probe([...entries, path], { cwd })
    const [stream] = (answer as { streams: Record<string, unknown>[] }).streams
    if (rendition.kind === 'video') {
      const level = Number(stream?.level).toString(16).padStart(2, '0').toUpperCase()
      t.match(stream, { codec_name: 'h264', profile: 'High', pix_fmt: 'yuv420p' })
      t.match(stream, { width: rendition.width, height: rendition.height })
      t.equal(rendition.codecs, `avc1.6400${level}`)
    } else {
      t.match(stream, { codec_name: 'aac', profile: 'LC', channels: rendition.channels })
      t.equal(rendition.codecs, 'mp4a.40.2')
    }
  }
}

/** 10 bits deep, with what the stream says of its colours. */
const hdr = (colours: string): string[] => [
  ...['-c:v', 'libx265', '-pix_fmt', 'yuv420p10le'],
  ...['-x265-params', `log-level=error:${colours}`],
]

const sources: Record<string, { clip: Clip; names: string[]; seconds: number }> = {
  'an ordinary film': {
    clip: { size: '480x480', rate: '30000/1001', seconds: 9 },
    names: ['360p', '480p', 'audio'],
    seconds: 9.009,
  },
  'a portrait film at 59.94 frames with two languages': {
    clip: {
      size: '480x500',
      rate: '60000/1001',
      seconds: 5,
      sounds: ['sine=frequency=440', 'sine=frequency=660'],
      options: ['-metadata:s:a:0', 'language=eng', '-metadata:s:a:1', 'language=deu'],
    },
    names: ['360p', '480p', 'audio', 'audio-de'],
    seconds: 5.005,
  },
  'a film without sound, 10 bits deep, in Matroska': {
    clip: {
      sounds: [],
      seconds: 4,
      name: 'deep.mkv',
      options: ['-pix_fmt', 'yuv420p10le', '-profile:v', 'high10'],
    },
    names: ['180p'],
    seconds: 4,
  },
  'an interlaced film with an aspect of its own': {
    clip: {
      size: '720x576',
      rate: '25',
      seconds: 5,
      options: ['-vf', 'setsar=64/45', '-flags', '+ilme+ildct', '-x264-params', 'tff=1'],
    },
    names: ['360p', '480p', 'audio'],
    seconds: 5,
  },
  'a film in HDR10': {
    clip: {
      ...{ seconds: 4, sounds: [] },
      options: hdr('colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc:range=limited'),
    },
    names: ['180p'],
    seconds: 4,
  },
  'a film in HLG that says nothing of its colours': {
    clip: { seconds: 4, sounds: [], options: hdr('transfer=arib-std-b67') },
    names: ['180p'],
    seconds: 4,
  },
  'a film that a telephone took upright, with its sound in 5.1': {
    clip: {
      ...{ size: '640x360', rate: '30', seconds: 4, name: 'phone.mov', rotate: 90 },
      sounds: ['anoisesrc=duration=4'],
      options: ['-ac', '6'],
    },
    names: ['360p', 'audio', 'audio-surround'],
    seconds: 4,
  },
  'a square film at 50 frames with odd sides and one ear of sound': {
    clip: {
      ...{ size: '361x361', rate: '50', seconds: 4 },
      options: ['-ac', '1', '-pix_fmt', 'yuv444p'],
    },
    names: ['360p', 'audio'],
    seconds: 4,
  },
  'a film whose rate varies': {
    clip: {
      rate: '30',
      seconds: 6,
      options: ['-vf', "select='not(mod(n,3))+gt(n,90)'", '-fps_mode', 'vfr'],
    },
    names: ['180p', 'audio'],
    seconds: 6,
  },
  'a film of a single frame': {
    clip: { rate: '25', seconds: 0.04, sounds: [] },
    names: ['180p'],
    seconds: 0.04,
  },
}

for (const [name, { clip, names, seconds }] of Object.entries(sources)) {
  t.test(`${name} comes out by the rules`, async (t) => {
    const deps = await house
    const video = await encoded(await makeClip(t, clip))
    t.match(video, { status: 'ready', failure: null })
    t.same(
      video.renditions.map((rendition) => rendition.name),
      names,
    )
    near(t, video.durationSeconds ?? 0, seconds, 0.07, 'duration')
    await checkRules(t, deps, video.renditions)
    await checkDecoding(t, deps, video.renditions)
  })
}

t.test('a long film in chunks is frame for frame the film in one', async (t) => {
  const deps = await house
  // Each frame is of a grey far from its neighbours', which tells it from them.
  const grey = "geq=lum='30+mod(37*N,180)':cb=128:cr=128"
  const source = await makeClip(t, {
    ...{ size: '128x72', rate: '6', seconds: 100 },
    options: ['-vf', grey, '-crf', '10'],
  })
  const video = await encoded(source)
  t.same(video.encodes[0]?.pieces.map(({ name }) => name).sort(), [
    '72p/0',
    '72p/1',
    'audio',
    'poster',
    'storyboard',
  ])
  await checkRules(t, deps, video.renditions)
  const [picture] = video.renditions
  if (picture === undefined) throw new Error('a film has a picture')
  const path = await download(t, deps, picture)
  const cwd = join(path, '..')
  const [made, wanted] = await Promise.all([greys(path, 'made'), greys(source, 'wanted')])
  t.equal(made.length, 600, 'every frame is there')
  const wrong = [...made].findIndex((grey, index) => Math.abs(grey - (wanted[index] ?? 0)) > 8)
  t.equal(wrong, -1, 'and where it was')

  async function greys(input: string, name: string): Promise<Uint8Array> {
    const output = ['-vf', 'scale=1:1,format=gray', '-f', 'rawvideo', name]
    await ffmpeg.run(['-i', input, ...output], { cwd })
    return readFile(join(cwd, name))
  }
})

t.test('sound is where it was in the source, to a few milliseconds', async (t) => {
  const deps = await house
  const beeps = "aevalsrc='if(lt(mod(t,1),0.02),0.8*sin(2*PI*1000*t),0)'"
  const video = await encoded(await makeClip(t, { seconds: 6, sounds: [beeps] }))
  const sound = video.renditions.find(({ name }) => name === 'audio')
  if (sound === undefined) throw new Error('this film has sound')
  const path = await download(t, deps, sound)
  const cwd = join(path, '..')
  await ffmpeg.run(['-i', path, '-ac', '1', '-ar', '48000', '-f', 's16le', 'pcm'], { cwd })
  const bytes = await readFile(join(cwd, 'pcm'))
  const samples = new Int16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2)
  for (const second of [1, 2, 3, 4, 5]) {
    const from = Math.round((second - 0.5) * 48_000)
    const onset = samples.subarray(from).findIndex((value) => Math.abs(value) > 8000)
    near(t, (from + onset) / 48_000, second, 0.006, 'beep')
  }
  near(t, sum(sound.segmentSeconds), 6, 0.03, 'as long as the picture')
})

t.test('sound that ends early goes on in silence, sound that begins late stays late', async (t) => {
  const late = { sounds: ['sine=duration=2'], options: ['-af', 'adelay=1000'] }
  const video = await encoded(await makeClip(t, { seconds: 6, ...late }))
  const sound = video.renditions.find(({ name }) => name === 'audio')
  near(t, sum(sound?.segmentSeconds ?? []), 6, 0.03, 'as long as the picture')
})
