// What encoding a film costs in processor time against one bare ffmpeg command that makes the same
// renditions, what a second worker adds, and how soon the film can be watched. FILM names a film of
// your own in place of the painted one.
import { randomUUID } from 'node:crypto'
import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { originalKey } from '../../dist/server/catalog/object-keys.js'
import { planEncode } from '../../dist/server/transcode/plan/plan.js'
import { probeSource } from '../../dist/server/transcode/probe/probe.js'
import { enqueueTranscode } from '../../dist/server/transcode/queue/enqueue.js'
import { interleave, isMain, median, round, table, verdict } from '../measure.mjs'
import { openSetup } from './setup.mjs'
import { timedFfmpeg } from './timed-ffmpeg.mjs'

const painted = Number(process.env.FILM_SECONDS ?? 180)
const size = process.env.FILM_SIZE ?? '1280x720'
const rounds = Number(process.env.ROUNDS ?? 3)

/** Moving, noisy, with a cut every few seconds: what x264 has to work for. */
async function paintVideo({ ffmpeg }, path) {
  const picture = `testsrc2=size=${size}:rate=24,hue=h='floor(t/7)*67',noise=alls=5:allf=t`
  const inputs = ['-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', 'anoisesrc=amplitude=0.1']
  const coding = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '20', '-pix_fmt', 'yuv420p']
  const args = [...inputs, '-t', String(painted), ...coding, '-c:a', 'aac', path]
  await ffmpeg.run(args, { cwd: join(path, '..') })
}

async function until(services, id, wanted) {
  for (;;) {
    const encode = await services.database.encode.findFirst({ where: { videoId: id } })
    if (encode?.failure) throw new Error(`${encode.failure} ${encode.log}`)
    if (encode !== null && wanted(encode)) return encode
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Encodes the film once with so many workers. */
async function encode(setup, path, count) {
  const { services, directory } = setup
  const id = randomUUID()
  const sourceKey = originalKey(id, randomUUID())
  await services.storage.putFile(sourceKey, path, { contentType: 'video/mp4' })
  const video = { id, slug: id, title: 'A film', sourceKey, status: 'queued' }
  await services.database.video.create({ data: video })
  const folder = join(directory, randomUUID())
  await mkdir(folder)
  const timed = await timedFfmpeg(await services.ffmpeg.tools(), folder)
  const settings = { ...setup.settings, ...timed.settings }
  const workers = Array.from({ length: count }, () =>
    setup.start('worker.mjs', { settings, scratch: join(folder, randomUUID()) }),
  )
  for (const worker of workers) await worker.until('ready')
  const began = performance.now()
  await enqueueTranscode(services, id)
  await until(services, id, ({ playableAt }) => playableAt !== null)
  const playable = (performance.now() - began) / 1000
  await until(services, id, ({ finishedAt }) => finishedAt !== null)
  const whole = (performance.now() - began) / 1000
  const times = await Promise.all(workers.map((worker) => worker.end()))
  const cpu = times.reduce((sum, time) => sum + time, 0)
  const { ladder, extras } = await timed.spent()
  return { cpu, ladder, extras, rest: cpu - ladder - extras, playable, whole }
}

export async function measureLadder() {
  const setup = await openSetup()
  try {
    const { ffmpeg } = setup.services
    const path = join(setup.directory, 'film.mp4')
    if (process.env.FILM) await copyFile(process.env.FILM, path)
    else await paintVideo(setup.services, path)
    const { facts } = await probeSource(ffmpeg, path)
    const plan = planEncode(facts)
    const { seconds } = plan.source
    const bare = async () => {
      const folder = join(setup.directory, randomUUID())
      await mkdir(folder)
      const options = { folder, file: path, plan, preset: 'fast' }
      return { cpu: await setup.start('bare.mjs', options).end() }
    }
    const results = await interleave(
      { bare, one: () => encode(setup, path, 1), two: () => encode(setup, path, 2) },
      rounds,
    )
    const middle = (name, field) => median(results[name].map((result) => result[field]))
    const [none, one, two] = ['bare', 'one', 'two'].map((name) => middle(name, 'cpu'))
    const first = middle('one', 'playable')
    return table(
      ['', 'measured', 'target', ''],
      [
        ['one bare ffmpeg command, processor seconds', round(none), '', ''],
        ['the whole encode, processor seconds', round(one), '', ''],
        ['… of it pictures and sound', round(middle('one', 'ladder')), '', ''],
        ['… poster, previews, looking at the file', round(middle('one', 'extras')), '', ''],
        ['… the worker: start, database, transfers', round(middle('one', 'rest')), '', ''],
        ['the whole encode ÷ bare', round(one / none, 2), '≤ 1.10', verdict(one / none <= 1.1)],
        ['pictures and sound ÷ bare', round(middle('one', 'ladder') / none, 2), '', ''],
        [
          'added work by a second worker',
          `${round((two / one - 1) * 100)} %`,
          '≤ 15 %',
          verdict(two / one <= 1.15),
        ],
        ['upload’s end to first play, share of the film', round(first / seconds, 2), '', ''],
        [
          'upload’s end to all renditions, share',
          round(middle('one', 'whole') / seconds, 2),
          '',
          '',
        ],
      ],
    )
  } finally {
    await setup.close()
  }
}

if (isMain(import.meta)) console.log(await measureLadder())
