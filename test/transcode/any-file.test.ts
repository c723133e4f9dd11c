// Files as people have them, made by the commands beside them, and what must become of each.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { cached } from '../fixtures/cache.ts'
import { type EncodedFile, encodeFile } from '../fixtures/encode-file.ts'
import { ffmpeg } from '../fixtures/media.ts'

const fast = ['-preset', 'ultrafast', '-pix_fmt', 'yuv420p']
const lavfi = (source: string) => ['-f', 'lavfi', '-i', source]

/**
 * Runs ffmpeg for each line of arguments, where the texts lie by their names; the last one's output is
 * the file, which is kept.
 */
async function made(steps: string[][], texts: Record<string, string> = {}): Promise<string> {
  const folder = await cached('made', { steps, texts }, async (cwd) => {
    for (const [name, text] of Object.entries(texts)) await writeFile(join(cwd, name), text)
    for (const step of steps) await ffmpeg.run(step, { cwd })
  })
  return join(folder, steps.at(-1)?.at(-1) ?? '')
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

/** Every segment is there (or reading it fails), and the whole decodes to what the playlist says. */
async function checkWhole(t: Test, file: EncodedFile, seconds: number, name: string) {
  t.ok(file.playable && file.finished, `${name}: finished`)
  const lengths = file.renditions.map(({ segmentSeconds }) => sum(segmentSeconds))
  for (const [index, length] of lengths.entries()) {
    const rendition = file.renditions[index]
    t.ok(Math.abs(length - seconds) <= 0.15, `${name}: ${rendition?.name} lasts ${length} s`)
    if (rendition === undefined) continue
    const path = await file.joined(rendition)
    const cwd = join(path, '..')
    t.same(await ffmpeg.run(['-xerror', '-i', path, '-f', 'null', '-'], { cwd }), [])
    const { packets } = (await ffmpeg.probe(['-show_packets', path], { cwd })) as {
      packets: { pts_time: string }[]
    }
    const times = packets.map(({ pts_time }) => Number(pts_time))
    const end = ((Math.max(...times) - Math.min(...times)) * times.length) / (times.length - 1 || 1)
    t.ok(times.length === 1 || Math.abs(end - length) < 0.01, `${name}: it lasts ${end} s`)
  }
  const counts = new Set(file.renditions.map(({ segmentSeconds }) => segmentSeconds.length))
  t.equal(counts.size, 1, `${name}: as many segments of sound as of pictures`)
  const shortest = Math.min(...file.renditions.flatMap(({ segmentSeconds }) => segmentSeconds))
  t.ok(seconds < 1 || shortest > 0.9, `${name}: no stub of a segment: ${shortest}`)
}

const picture = (file: EncodedFile) => {
  const found = file.renditions.find(({ kind }) => kind === 'video')
  if (found === undefined) throw new Error('a film has a picture')
  return found
}

/** The frame at a moment, as grey pixels of 64 by 36. */
async function frameAt(file: EncodedFile, seconds: number): Promise<Buffer> {
  const path = await file.joined(picture(file))
  const cwd = join(path, '..')
  const small = ['-vf', 'scale=64:36,format=gray', '-frames:v', '1', '-f', 'rawvideo', 'frame']
  await ffmpeg.run(['-ss', String(seconds), '-i', path, ...small], { cwd })
  return readFile(join(cwd, 'frame'))
}

t.test('a picture that changes its size is fitted into its first frame', async (t) => {
  const vp8 = ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8']
  const wide = [...lavfi('color=white:s=320x180:r=10:d=3'), ...vp8, 'a.webm']
  const tall = [...lavfi('color=white:s=240x320:r=10:d=7'), ...vp8, 'b.webm']
  const joined = ['-f', 'concat', '-i', 'list.txt', '-c', 'copy', 'm1.webm']
  const list = { 'list.txt': 'file a.webm\nfile b.webm\n' }
  const file = await encodeFile(t, await made([wide, tall, joined], list))
  await checkWhole(t, file, 10, 'two sizes')
  const { width, height } = picture(file)
  t.same([width, height], [320, 180])
  const [early, late] = [await frameAt(file, 2), await frameAt(file, 8)]
  const middle = 18 * 64
  const light = (frame: Buffer, x: number) => (frame[middle + x] ?? 0) > 128
  t.same(
    [0, 32, 63].map((x) => light(early, x)),
    [true, true, true],
  )
  // 135 of 320 columns are picture, between black ones.
  t.same(
    [2, 17, 20, 32, 43, 46, 61].map((x) => light(late, x)),
    [...[false, false, true, true, true, false, false]],
  )
})

t.test('segments hold what the playlist says at few pictures a second', async (t) => {
  const source = lavfi('testsrc2=s=64x36:r=2:d=190')
  const path = await made([[...source, '-c:v', 'libx264', '-bf', '0', ...fast, 'm2.mp4']])
  const file = await encodeFile(t, path)
  await checkWhole(t, file, 190, '2 fps')
  t.same(picture(file).segmentSeconds.slice(0, -1), Array(47).fill(4))
})

t.test('a last picture that stands is as long as it stands', async (t) => {
  const standing = "setts=duration='if(eq(N,29),15.1/TB,DURATION)'"
  const path = await made([
    [...lavfi('testsrc2=s=64x36:r=10:d=3'), ...lavfi('sine=d=18'), '-bf', '0', ...fast, 'a.mp4'],
    ['-i', 'a.mp4', '-c', 'copy', '-bsf:v', standing, 'm3.mp4'],
  ])
  await checkWhole(t, await encodeFile(t, path), 18, 'a standing picture')
})

t.test('a slideshow is as long as its pictures', async (t) => {
  const slides = [1, 2, 3].map((number) => `file p${number}.png\nduration 5\n`)
  const pictures = [1, 2, 3].map((hue) => [
    ...lavfi('testsrc2=s=64x36'),
    ...['-vf', `hue=h=${90 * hue}`, '-frames:v', '1', `p${hue}.png`],
  ])
  const input = ['-f', 'concat', '-i', 'list.txt', '-fps_mode', 'vfr']
  const steps = [...pictures, [...input, '-c:v', 'libx264', ...fast, 'm4.mp4']]
  const path = await made(steps, { 'list.txt': slides.join('') })
  await checkWhole(t, await encodeFile(t, path), 15, 'a slideshow')
})

t.test('packets in decode order do not hide the last second', async (t) => {
  const source = lavfi('testsrc2=s=64x36:r=1:d=20')
  const path = await made([[...source, '-c:v', 'libx264', '-pix_fmt', 'yuv420p', 'm5.mp4']])
  await checkWhole(t, await encodeFile(t, path), 20, '1 fps with B-frames')
})

t.test('sound that outlasts the picture is heard, the last picture held', async (t) => {
  for (const [pictures, seconds] of [
    ['1', 20],
    ['5', 90],
  ] as const) {
    const source = [...lavfi(`testsrc2=s=64x36:r=1:d=${pictures}`), ...lavfi(`sine=d=${seconds}`)]
    const path = await made([[...source, ...fast, '-c:a', 'aac', 'm6.mp4']])
    const file = await encodeFile(t, path)
    await checkWhole(t, file, seconds, `sound of ${seconds} s`)
    const [first, last] = [
      await frameAt(file, Number(pictures) - 0.5),
      await frameAt(file, seconds - 1),
    ]
    const worst = Math.max(...first.map((value, index) => Math.abs(value - (last[index] ?? 0))))
    t.ok(worst < 24, `the last picture stands: ${worst}`)
  }
})

t.test('sound that begins after the picture, or before it, stays in step', async (t) => {
  // A flash and a beep, both at 5 s of the picture's own time.
  const flash = "geq=lum='if(between(T,5,5.2),235,16)':cb=128:cr=128"
  const beep = "aevalsrc='if(between(t,5,5.2),0.8*sin(2*PI*1000*t),0)':d=10"
  const still = [...lavfi('color=black:s=64x36:r=25:d=10'), '-vf', flash, ...fast, 'p.mp4']
  const tone = [...lavfi(beep), '-c:a', 'aac', 's.m4a']
  const both = (shift: string[], name: string) => [
    ...[...shift, '-i', 'p.mp4', '-i', 's.m4a', '-map', '0', '-map', '1', '-c', 'copy', name],
  ]
  for (const [name, shift, flashes] of [
    ['sound first', ['-itsoffset', '3'], 8],
    ['picture first', [], 5],
  ] as const) {
    const order = name === 'sound first' ? shift : []
    const late = name === 'picture first' ? ['-itsoffset', '2'] : []
    const steps = [
      ...[still, tone],
      late.length > 0
        ? ['-i', 'p.mp4', ...late, '-i', 's.m4a', '-map', '0', '-map', '1', '-c', 'copy', 'x.mkv']
        : both([...order], 'x.mkv'),
    ]
    const file = await encodeFile(t, await made(steps))
    const beeps = name === 'picture first' ? 7 : 5
    const [shown, heard] = [await flashAt(file), await beepAt(file)]
    t.ok(Math.abs(shown - flashes) < 0.06, `${name}: flash at ${shown}`)
    t.ok(Math.abs(shown - heard - (flashes - beeps)) < 0.03, `${name}: beep at ${heard}`)
    await checkWhole(t, file, name === 'sound first' ? 13 : 12, name)
  }
})

async function flashAt(file: EncodedFile): Promise<number> {
  const path = await file.joined(picture(file))
  const cwd = join(path, '..')
  await ffmpeg.run(['-i', path, '-vf', 'scale=1:1,format=gray', '-f', 'rawvideo', 'light'], { cwd })
  const light = await readFile(join(cwd, 'light'))
  return light.findIndex((value) => value > 100) / 25
}

async function beepAt(file: EncodedFile): Promise<number> {
  const sound = file.renditions.find(({ kind }) => kind === 'audio')
  if (sound === undefined) throw new Error('there is sound')
  const path = await file.joined(sound)
  const cwd = join(path, '..')
  await ffmpeg.run(['-i', path, '-ac', '1', '-ar', '48000', '-f', 's16le', 'pcm'], { cwd })
  const bytes = await readFile(join(cwd, 'pcm'))
  const samples = new Int16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2)
  return samples.findIndex((value) => Math.abs(value) > 8000) / 48_000
}

t.test('HDR that names only some of its colours is completed', async (t) => {
  for (const named of ['colormatrix=bt2020nc:', 'colorprim=bt2020:', '']) {
    const params = `log-level=error:${named}transfer=smpte2084`
    const path = await made([
      [
        ...[...lavfi('testsrc2=s=64x36:r=24:d=1'), '-pix_fmt', 'yuv420p10le', '-c:v', 'libx265'],
        ...['-x265-params', params, '-tag:v', 'hvc1', 'm7.mp4'],
      ],
    ])
    await checkWhole(t, await encodeFile(t, path), 1, `HDR with ${named || 'nothing else'}`)
  }
})

t.test('films of one to four frames come out with all of them', async (t) => {
  for (const frames of ['1', '2', '3', '4']) {
    const source = [...lavfi('testsrc2=s=64x36:r=24'), '-frames:v', frames]
    const file = await encodeFile(t, await made([[...source, ...fast, 'm12.mp4']]))
    await checkWhole(t, file, Number(frames) / 24, `${frames} frames`)
    t.ok(file.posterKey)
  }
})
