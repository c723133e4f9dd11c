import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t, { type Test } from 'tap'
import { composeFilm } from '../src/compose.ts'
import { filmSeconds } from '../src/film.ts'
import { demoFilms } from '../src/index.ts'
import { filmNamed } from '../src/repertoire.ts'

const execute = promisify(execFile)

async function scratch(t: Test): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'demo-films-'))
  t.teardown(() => rm(directory, { recursive: true, force: true }))
  return directory
}

/** What ffprobe says of a file. */
async function probed(file: string) {
  const ffprobe = process.env.FFPROBE_PATH ?? 'ffprobe'
  const shown = ['-v', 'error', '-of', 'json', '-show_entries']
  const what = 'format=duration:stream=codec_name,width,height,r_frame_rate'
  const { stdout } = await execute(ffprobe, [...shown, what, file])
  return JSON.parse(stdout) as { format: { duration: string }; streams: object[] }
}

const streams = [
  { codec_name: 'hevc', width: 1280, height: 720, r_frame_rate: '24/1' },
  { codec_name: 'aac' },
]

t.test('the films that are kept are what the list says of them', async (t) => {
  for (const { seconds, file } of demoFilms) {
    const film = await probed(file)
    t.match(film, { streams })
    t.ok(Math.abs(Number(film.format.duration) - seconds) < 0.1, `${file} lasts ${seconds} s`)
  }
})

t.test('together they are small enough to be kept', async (t) => {
  const sizes = await Promise.all(demoFilms.map(async ({ file }) => (await stat(file)).size))
  t.ok(sizes.reduce((sum, size) => sum + size, 0) <= 6_000_000)
})

t.test('titles, lengths and chapters are those that the painter paints', async (t) => {
  for (const { name, title, seconds, chapters } of demoFilms) {
    const film = filmNamed(name)
    t.equal(film.title, title.toUpperCase())
    t.equal(filmSeconds(film), seconds)
    t.same(
      chapters.map(({ title, startSeconds }) => [title.toUpperCase(), startSeconds]),
      film.scenes.map(({ name }, index) => [name, index * film.sceneSeconds]),
    )
  }
  t.throws(() => filmNamed('gone'))
})

for (const clock of [false, true]) {
  t.test(`a film is painted ${clock ? 'with' : 'without'} a clock`, async (t) => {
    const folder = await scratch(t)
    const whole = filmNamed('weather')
    const film = { ...whole, scenes: whole.scenes.slice(2, 4), sceneSeconds: 4 }
    const args = await composeFilm(film, folder, { clock })
    t.equal(
      args.some((arg) => arg.includes('floor(n/14400)')),
      clock,
    )
    const quick = args.map((arg) => (arg === 'fast' ? 'ultrafast' : arg))
    const ffmpeg = spawn(process.env.FFMPEG_PATH ?? 'ffmpeg', ['-v', 'error', ...quick], {
      cwd: folder,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    t.same(await once(ffmpeg, 'close'), [0, null])
    t.match(await probed(join(folder, 'film.mp4')), { format: { duration: /^8\.0/ }, streams })
  })
}
