import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export const videoSeconds = 64
export const segmentSeconds = 4

const renditions = [
  { name: '360p', size: '640x360', rate: '600k' },
  { name: '180p', size: '320x180', rate: '250k' },
] as const

/** A film encoded as Matinee's are: CMAF in two renditions and one audio track. */
export interface Video {
  /** Object key (`360p/0.m4s`) to bytes. */
  objects: Map<string, Buffer>
  /** Playlist path below the session's address (`main.m3u8`) to text. */
  playlists: Map<string, string>
}

const scratch = process.env.TEST_SCRATCH ?? tmpdir()

/** The film, encoded once for all test files of a run. */
export async function makeVideo(): Promise<Video> {
  const home = join(scratch, 'player-film')
  await readdir(home).catch(() => encode(home))
  return load(home)
}

async function encode(home: string): Promise<void> {
  const work = await mkdtemp(join(scratch, 'player-film-'))
  for (const { name, size, rate } of renditions) {
    await ffmpeg(join(work, name), [
      ...['-f', 'lavfi', '-i', `testsrc2=size=${size}:rate=12:duration=${videoSeconds}`],
      ...['-c:v', 'libx264', '-preset', 'ultrafast', '-b:v', rate, '-pix_fmt', 'yuv420p'],
      ...['-profile:v', 'baseline', '-g', '24', '-keyint_min', '24', '-sc_threshold', '0'],
    ])
  }
  await ffmpeg(join(work, 'audio'), [
    ...['-f', 'lavfi', '-i', `sine=frequency=330:sample_rate=48000:duration=${videoSeconds}`],
    ...['-c:a', 'aac', '-b:a', '64k', '-ac', '2'],
  ])
  await writeFile(join(work, 'main.m3u8'), master)
  // Another test file may have been faster: then its film is as good.
  await rename(work, home).catch(() => undefined)
}

async function ffmpeg(folder: string, args: string[]): Promise<void> {
  await mkdir(folder)
  await run(
    process.env.FFMPEG_PATH ?? 'ffmpeg',
    [
      ...['-nostdin', '-v', 'error', ...args, '-f', 'hls', '-hls_time', `${segmentSeconds}`],
      ...['-hls_playlist_type', 'vod', '-hls_segment_type', 'fmp4', '-start_number', '0'],
      ...['-hls_segment_options', 'movflags=+cmaf', '-hls_fmp4_init_filename', 'init.mp4'],
      ...['-hls_segment_filename', '%d.m4s', 'index.m3u8'],
    ],
    { cwd: folder },
  )
}

const master = `#EXTM3U
#EXT-X-VERSION:7
#EXT-X-INDEPENDENT-SEGMENTS
#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="Sound",DEFAULT=YES,AUTOSELECT=YES,CHANNELS="2",URI="audio/index.m3u8"
#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="captions",NAME="English",LANGUAGE="en",DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,URI="captions-en/index.m3u8"
#EXT-X-STREAM-INF:BANDWIDTH=900000,AVERAGE-BANDWIDTH=700000,RESOLUTION=640x360,FRAME-RATE=12,CODECS="avc1.42c01e,mp4a.40.2",AUDIO="audio",SUBTITLES="captions"
360p/index.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=450000,AVERAGE-BANDWIDTH=350000,RESOLUTION=320x180,FRAME-RATE=12,CODECS="avc1.42c00d,mp4a.40.2",AUDIO="audio",SUBTITLES="captions"
180p/index.m3u8
`

async function load(home: string): Promise<Video> {
  const video: Video = { objects: new Map(), playlists: new Map() }
  video.playlists.set('main.m3u8', await readFile(join(home, 'main.m3u8'), 'utf8'))
  for (const name of [...renditions.map(({ name }) => name), 'audio']) {
    for (const file of await readdir(join(home, name))) {
      const bytes = await readFile(join(home, name, file))
      if (file === 'index.m3u8') video.playlists.set(`${name}/${file}`, bytes.toString())
      else video.objects.set(`${name}/${file}`, bytes)
    }
  }
  return video
}
