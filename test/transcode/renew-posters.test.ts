import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { posterKeyIn, uploadedPosterKey } from '../../server/catalog/object-keys.ts'
import { runPostersCommand } from '../../server/cli/posters.ts'
import { renewPosters } from '../../server/transcode/posters/renew-posters.ts'
import { services } from '../fixtures/app.ts'
import { addVideo } from '../fixtures/rows.ts'
import { scratch } from '../fixtures/scratch.ts'

const deps = await services(t)

async function aPicture(): Promise<Buffer> {
  const { ffmpeg } = await deps.ffmpeg.tools()
  const path = join(await scratch(t), 'poster.jpg')
  const source = ['-f', 'lavfi', '-i', 'testsrc=size=320x180', '-frames:v', '1']
  await promisify(execFile)(ffmpeg, ['-v', 'error', ...source, path])
  return readFile(path)
}

async function aFilm(title: string, poster: Buffer | string | null) {
  const { id } = await addVideo(deps)
  const posterKey = poster === null ? null : uploadedPosterKey(id, randomUUID())
  if (posterKey && poster !== null && poster !== 'gone') {
    await deps.storage.putBytes(posterKey, poster, { contentType: 'image/jpeg' })
  }
  await deps.database.video.update({ where: { id }, data: { title, posterKey } })
  return { id, posterKey: posterKey ?? '' }
}

t.test('posters of before get what they lack, once; one that cannot be read is told', async (t) => {
  const old = await aFilm('of before', await aPicture())
  const broken = await aFilm('broken', 'no picture')
  await aFilm('gone', 'gone')
  await aFilm('without', null)
  const run = async () => {
    const told: [string, boolean][] = []
    await renewPosters(deps, (...one) => told.push(one))
    return told
  }
  t.same(Object.fromEntries(await run()), { 'of before': true, broken: false, gone: false })
  const rowOf = (id: string) => deps.database.video.findUniqueOrThrow({ where: { id } })
  t.match(await rowOf(old.id), { posterSized: true, posterFormats: ['avif', 'webp'] })
  t.match(await rowOf(broken.id), { posterSized: false, posterFormats: [] })
  t.ok(await deps.storage.head(posterKeyIn(old.posterKey, 'avif')))
  t.same(Object.fromEntries(await run()), { broken: false, gone: false }, 'what is there is left')

  const said: string[] = []
  const terminal = { say: (line: string) => said.push(line) }
  await t.rejects(runPostersCommand({ ...deps, ...terminal } as never, []), /could not be read/)
  t.match(said.join('\n'), /left out {2}broken/)
  await t.rejects(runPostersCommand({ ...deps, ...terminal } as never, ['x']), /matinee posters/)
})
