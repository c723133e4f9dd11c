import { copyFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { openFfmpeg } from '../../server/clients/ffmpeg.ts'
import { composeFilm } from '../../server/local/films/compose.ts'
import { filmSeconds } from '../../server/local/films/film.ts'
import { filmNamed } from '../../server/local/films/repertoire.ts'
import { type DemoFilm, demoFilms, type SeedProgress, seedFilms } from '../../server/local/films.ts'
import { startWorker } from '../../server/transcode/worker.ts'
import { services } from '../fixtures/app.ts'
import { makeClip } from '../fixtures/media.ts'
import { scratch } from '../fixtures/scratch.ts'

const ffmpeg = openFfmpeg()

t.test('what the catalogue says of the demo films is what they are', async (t) => {
  for (const { name, title, seconds, chapters } of demoFilms) {
    const film = filmNamed(name)
    t.equal(film.title, title.toUpperCase())
    t.equal(filmSeconds(film), seconds)
    t.same(
      chapters.map(({ title }) => title.toUpperCase()),
      film.scenes.map(({ name }) => name),
    )
    t.same(
      chapters.map(({ startSeconds }) => startSeconds),
      film.scenes.map((_, index) => index * film.sceneSeconds),
    )
  }
  t.throws(() => filmNamed('gone'))
})

t.test('one film is free, one is for members, one is to rent or buy', async (t) => {
  t.ok(demoFilms.some(({ free }) => free))
  t.ok(demoFilms.some(({ members }) => members))
  t.ok(demoFilms.some(({ rentAmount, buyAmount }) => rentAmount && buyAmount))
})

t.test('a film comes out with picture and sound of its length', async (t) => {
  const folder = await scratch(t)
  const whole = filmNamed('weather')
  const film = { ...whole, scenes: whole.scenes.slice(2, 4), sceneSeconds: 8 }
  await ffmpeg.run(await composeFilm(film, folder), { cwd: folder })
  const shown = ['-show_entries', 'format=duration:stream=codec_name,width,height,r_frame_rate']
  const answer = await ffmpeg.probe([...shown, 'film.mp4'], { cwd: folder })
  t.match(answer, {
    format: { duration: /^16\.0/ },
    streams: [
      { codec_name: 'h264', width: 1280, height: 720, r_frame_rate: '24/1' },
      { codec_name: 'aac' },
    ],
  })
})

const films: DemoFilm[] = [
  { name: 'one', slug: 'one', title: 'One', description: '', seconds: 3, chapters: [], free: true },
  {
    name: 'two',
    slug: 'two',
    title: 'Two',
    description: '',
    seconds: 3,
    chapters: [],
    members: true,
  },
]

/** Seeds with a small clip in place of the real films, and counts how often one is made. */
async function seeding(t: Test) {
  const parts = await services(t)
  const clip = await makeClip(t, { seconds: 3 })
  const made: string[] = []
  const stages: SeedProgress[] = []
  const options = {
    films,
    scratch: await scratch(t),
    onProgress: (progress: SeedProgress) => stages.push(progress),
    make: async (_: unknown, name: string, folder: string) => {
      made.push(name)
      await copyFile(clip, join(folder, 'film.mp4'))
      return join(folder, 'film.mp4')
    },
  }
  return { parts, options, made, stages }
}

t.test('films are made once, uploaded, encoded, and end up playable', async (t) => {
  const { parts, options, made, stages } = await seeding(t)
  await parts.database.plan.create({
    data: { id: 'standard', name: 'Standard', stripeProductId: 'prod_1' },
  })
  const worker = await startWorker(parts, { scratch: await scratch(t), preset: 'superfast' })
  t.teardown(() => worker.close())
  const { playable, done } = seedFilms(parts, options)
  await playable
  t.equal((await parts.database.video.findUnique({ where: { slug: 'one' } }))?.status, 'ready')
  await done
  t.same(made, ['one', 'two'])
  t.same(stages.at(-1), { title: 'Two', stage: 'playable', share: 1 })
  t.same(await readdir(options.scratch), [], 'nothing half-made is left')
  const two = await parts.database.video.findUniqueOrThrow({
    where: { slug: 'two' },
    include: { plans: true },
  })
  t.match(two, { free: false, published: true, plans: [{ planId: 'standard' }] })

  await seedFilms(parts, options).done
  t.same(made, ['one', 'two'], 'a second start makes nothing again')
  t.equal(await parts.database.encode.count(), 2)
})

t.test('a start that ended after the upload goes on from there', async (t) => {
  const { parts, options, made } = await seeding(t)
  const control = new AbortController()
  const first = seedFilms(parts, {
    ...options,
    signal: control.signal,
    // No worker runs: the first film waits for its encode, and there the start ends.
    onProgress: ({ stage }) => stage === 'encoding' && control.abort(),
  })
  await t.rejects(first.done, { name: 'AbortError' })
  t.same(made, ['one'])
  const worker = await startWorker(parts, { scratch: await scratch(t), preset: 'superfast' })
  t.teardown(() => worker.close())
  await seedFilms(parts, options).done
  t.same(made, ['one', 'two'])
})

t.test('a film that cannot be encoded is named with the reason', async (t) => {
  const { parts, options } = await seeding(t)
  const worker = await startWorker(parts, { scratch: await scratch(t), preset: 'superfast' })
  t.teardown(() => worker.close())
  const make = async (_: unknown, name: string, folder: string) => {
    await writeFile(join(folder, name), '')
    return join(folder, name)
  }
  const { playable } = seedFilms(parts, { ...options, make })
  await t.rejects(playable, { message: /“One” failed: The file is empty/ })
})
