// Paints the films anew. Run by hand, after the painter was changed; what it makes is committed.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { composeFilm } from './compose.ts'
import { filmNamed, filmNames } from './repertoire.ts'

const help = `Paints the demo films with ffmpeg.

  npm run paint -w demo-films -- [NAME …] [--clock] [--directory films]

  NAME         one of ${filmNames.join(', ')}; all of them if left out
  --clock      burns in a clock and a line that grows, and lets every second tick: for tests
  --directory  where the files go                                        (films)
`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    clock: { type: 'boolean', default: false },
    directory: { type: 'string', default: 'films' },
    help: { type: 'boolean', short: 'h', default: false },
  },
})

async function paint(name: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'demo-films-'))
  try {
    const args = await composeFilm(filmNamed(name), folder, { clock: values.clock })
    const ffmpeg = spawn(process.env.FFMPEG_PATH ?? 'ffmpeg', ['-hide_banner', '-y', ...args], {
      cwd: folder,
      stdio: 'inherit',
    })
    const [code] = (await once(ffmpeg, 'close')) as [number]
    if (code !== 0) throw new Error(`ffmpeg ended with ${code}.`)
    await mkdir(values.directory, { recursive: true })
    await copyFile(join(folder, 'film.mp4'), resolve(values.directory, `${name}.mp4`))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

if (values.help) process.stdout.write(help)
else for (const name of positionals.length > 0 ? positionals : filmNames) await paint(name)
