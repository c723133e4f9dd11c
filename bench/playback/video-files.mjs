import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

const hls = (folder) => [
  ...['-f', 'hls', '-hls_time', '4', '-hls_playlist_type', 'vod', '-hls_segment_type', 'fmp4'],
  ...['-hls_fmp4_init_filename', 'init.mp4', '-hls_segment_options', 'movflags=+cmaf'],
  ...['-hls_segment_filename', join(folder, '%d.m4s'), join(folder, 'index.m3u8')],
]

const seconds = 32
const quiet = ['-nostdin', '-v', 'error', '-y']
const noisy = `testsrc2=s=1280x720:r=25:d=${seconds},noise=alls=12:allf=t`

/** Bits per second and sizes as a film of middling difficulty has them. */
const ladder = [
  { name: '720p', width: 1280, height: 720, bitsPerSecond: 2_000_000 },
  { name: '480p', width: 854, height: 480, bitsPerSecond: 900_000 },
  { name: '360p', width: 640, height: 360, bitsPerSecond: 450_000 },
]
const sound = { name: 'audio', bitsPerSecond: 128_000 }

/** As server/clients/pictures.ts has them. */
const pictureCodecs = {
  jpg: ['-pix_fmt', 'yuvj420p', '-q:v', '3'],
  webp: ['-pix_fmt', 'yuv420p', '-c:v', 'libwebp', '-quality', '78'],
  avif: [
    ...['-pix_fmt', 'yuv420p', '-c:v', 'libaom-av1', '-still-picture', '1', '-usage', 'allintra'],
    ...['-cpu-used', '7', '-crf', '27', '-b:v', '0'],
  ],
}

/** Pictures that are as dear as photographs, in the sizes that posters have. */
async function makePosters(directory) {
  await mkdir(directory, { recursive: true })
  const picture = ['-f', 'lavfi', '-i', 'mandelbrot=s=1280x720:r=1,noise=alls=6']
  const sizes = { poster: 1280, 'poster-640': 640, 'poster-320': 320 }
  const outputs = Object.entries(sizes).flatMap(([name, width]) =>
    Object.entries(pictureCodecs).flatMap(([format, options]) => [
      ...['-map', '0:v', '-frames:v', '1', '-vf', `scale=${width}:-2`, ...options],
      join(directory, `${name}.${format}`),
    ]),
  )
  await run('ffmpeg', [...quiet, ...picture, ...outputs])
}

/** What a rendition turned out to be. */
async function measureRendition(directory, { name, width, height, bitsPerSecond }) {
  const folder = join(directory, name)
  const playlist = await readFile(join(folder, 'index.m3u8'), 'utf8')
  const segmentSeconds = [...playlist.matchAll(/#EXTINF:([\d.]+)/g)].map(([, text]) => Number(text))
  const files = (await readdir(folder)).filter((file) => file.endsWith('.m4s'))
  const sizes = await Promise.all(
    files.map(async (_, index) => (await stat(join(folder, `${index}.m4s`))).size),
  )
  const { size: initBytes } = await stat(join(folder, 'init.mp4'))
  return {
    ...{ name, initBytes, segmentSeconds, segmentBytes: sizes },
    ...{ bandwidth: Math.round(bitsPerSecond * 1.1), averageBandwidth: bitsPerSecond },
    ...(width && { width, height, frameRate: 25 }),
    kind: width ? 'video' : 'audio',
    codecs: width ? 'avc1.4d401f' : 'mp4a.40.2',
  }
}

/**
 * Writes half a minute of film with sound in three sizes, segments of four seconds, each rendition in a
 * folder of its own, a poster, and six seconds as one file. Answers what is stored of each rendition,
 * without its prefix.
 */
export async function makeVideoFiles(directory) {
  for (const { name } of [...ladder, sound]) await mkdir(join(directory, name))
  await makePosters(join(directory, 'posters'))
  const keys = ['-g', '50', '-keyint_min', '50', '-sc_threshold', '0']
  const codec = ['-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p']
  const outputs = ladder.flatMap(({ name, width, height, bitsPerSecond }) => {
    const rate = ['-b:v', '-maxrate', '-bufsize'].flatMap((option) => [option, `${bitsPerSecond}`])
    const look = ['-map', '0:v', '-vf', `scale=${width}:${height}`, ...codec, '-profile:v', 'main']
    return [...look, ...rate, ...keys, ...hls(join(directory, name))]
  })
  await run('ffmpeg', [...quiet, '-f', 'lavfi', '-i', noisy, ...outputs])
  const tone = ['-f', 'lavfi', '-i', `sine=f=220:d=${seconds}`, '-c:a', 'aac', '-b:a', '128k']
  await run('ffmpeg', [...quiet, ...tone, ...hls(join(directory, 'audio'))])
  const parts = ['360p', 'audio'].flatMap((name) => ['-i', join(directory, name, 'index.m3u8')])
  await run('ffmpeg', [...quiet, ...parts, '-t', '6', '-c', 'copy', join(directory, 'bare.mp4')])
  return Promise.all([...ladder, sound].map((one) => measureRendition(directory, one)))
}
