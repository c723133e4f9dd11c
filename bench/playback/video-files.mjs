import { execFile } from 'node:child_process'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

const hls = (folder) => [
  ...['-f', 'hls', '-hls_time', '4', '-hls_playlist_type', 'vod', '-hls_segment_type', 'fmp4'],
  ...['-hls_fmp4_init_filename', 'init.mp4', '-hls_segment_options', 'movflags=+cmaf'],
  ...['-hls_segment_filename', join(folder, '%d.m4s'), join(folder, 'index.m3u8')],
]

/**
 * Writes half a minute of film with sound: 720p at about 2 Mb/s, segments of four seconds, each
 * rendition in a folder of its own. Answers the segments' lengths by rendition.
 */
export async function makeVideoFiles(directory) {
  const [video, audio] = ['720p', 'audio'].map((name) => join(directory, name))
  await Promise.all([video, audio].map((folder) => mkdir(folder, { recursive: true })))
  const quiet = ['-nostdin', '-v', 'error', '-f', 'lavfi']
  const picture = 'testsrc2=s=1280x720:r=25:d=32,noise=alls=12:allf=t'
  const rate = ['-b:v', '2M', '-maxrate', '2M', '-bufsize', '2M']
  const codec = ['-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p', '-profile:v']
  const keys = ['-g', '50', '-keyint_min', '50', '-sc_threshold', '0']
  await run('ffmpeg', [...quiet, '-i', picture, ...codec, 'main', ...rate, ...keys, ...hls(video)])
  const tone = ['-i', 'sine=f=220:d=32', '-c:a', 'aac', '-b:a', '128k']
  await run('ffmpeg', [...quiet, ...tone, ...hls(audio)])
  return Object.fromEntries(
    await Promise.all(
      [video, audio].map(async (folder, index) => {
        const playlist = await readFile(join(folder, 'index.m3u8'), 'utf8')
        const lengths = [...playlist.matchAll(/#EXTINF:([\d.]+)/g)].map(([, text]) => Number(text))
        return [['720p', 'audio'][index], lengths]
      }),
    ),
  )
}
