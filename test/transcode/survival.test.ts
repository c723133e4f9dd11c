// What becomes of a film when something dies under its encode.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { besidePoster } from '../../server/catalog/object-keys.ts'
import { ProgramFailed } from '../../server/clients/run-program.ts'
import { enqueueTranscode } from '../../server/transcode/queue/enqueue.ts'
import { services, type TestServices } from '../fixtures/app.ts'
import { whileDatabaseIsAway } from '../fixtures/database.ts'
import {
  heldEncode,
  look,
  makeClip,
  settled,
  untilVideo,
  uploaded,
  type Video,
  worker,
} from '../fixtures/media.ts'
import { storageCredentials } from '../fixtures/s3.ts'
import { scratch } from '../fixtures/scratch.ts'
import { until } from '../fixtures/until.ts'

const clip = { size: '480x480', rate: '3', seconds: 8 }

const world = services(t)

/** Starts a worker process that kills itself when it is about to do what `dieAt` names. */
async function mortalWorker(
  t: Test,
  { config, ffmpeg }: TestServices,
  folder: string,
  dieAt: string,
) {
  const settings = Object.fromEntries(
    Object.entries(config).map(([name, value]) => [name, String(value)]),
  )
  const tools = await ffmpeg.tools()
  const options = { settings, scratch: folder, storageCredentials, tools, dieAt }
  const script = join(import.meta.dirname, 'worker-process.js')
  const child: ChildProcess = spawn(process.execPath, [script, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  t.teardown(() => child.kill('SIGKILL'))
  return child
}

/** The queue takes a worker for dead that has said nothing for a while. Here that while is over at once. */
const giveBackItsJobs = ({ database }: TestServices) =>
  database.$executeRaw`
    update jobs.job set state = 'retry', start_after = now() where state = 'active'`

async function stored({ storage }: TestServices, id: string): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of storage.list(`videos/${id}/`)) keys.push(key)
  return keys.sort()
}

/** Everything that a finished film has in the bucket, and no more. */
function wantedKeys({ id, encodeId, renditions }: Video): string[] {
  const folder = `videos/${id}/${encodeId}`
  return [
    ...besidePoster(`${folder}/poster.jpg`),
    `${folder}/poster.jpg`,
    `${folder}/storyboard/0.jpg`,
    ...renditions.flatMap(({ prefix, segmentSeconds }) => [
      `${prefix}/init.mp4`,
      ...segmentSeconds.map((_, index) => `${prefix}/${index}.m4s`),
    ]),
  ].sort()
}

/** A film is on show only with everything that it needs to play. */
function checkShown(t: Test, { status, encodeId, renditions, posterKey }: Video): void {
  if (status !== 'ready') return
  const kinds = renditions.map(({ kind }) => kind)
  const whole = encodeId !== null && posterKey !== null && kinds.includes('video')
  if (!whole || !kinds.includes('audio')) t.fail('a film is half published')
}

const piecesOf = (video: Video) => video.encodes[0]?.pieces ?? []

async function checkEnd(t: Test, deps: TestServices, id: string): Promise<Video> {
  const video = await untilVideo(deps, id, (now) => {
    checkShown(t, now)
    return settled(now) && now.encodes[0]?.finishedAt !== null
  })
  t.match(video, { status: 'ready', failure: null, step: null })
  t.same(
    video.renditions.map(({ name }) => name),
    ['360p', '480p', 'audio'],
  )
  t.same(await stored(deps, id), wantedKeys(video), 'the bucket holds the film and nothing else')
  return video
}

const twice = (video: Video) =>
  piecesOf(video).reduce((sum, { attempts }) => sum + Math.max(0, attempts - 1), 0)

/** What was finished is not made again, and of the rest at most what was being made. */
function checkCost(t: Test, before: Video, now: Video, when: string): void {
  for (const { name, finishedAt } of piecesOf(before)) {
    if (finishedAt === null) continue
    const piece = piecesOf(now).find((other) => other.name === name)
    t.same(piece?.finishedAt, finishedAt, `${name} was not made again when ${when}`)
  }
  const again = twice(now) - twice(before)
  t.ok(again <= 1, `${again} pieces were begun again when ${when}`)
}

const steps = {
  download: 'the file is fetched',
  probe: 'the file is looked at',
  '/poster.jpg': 'the poster is stored',
  '/audio/0.m4s': 'the sound is stored',
  encode: 'the first picture is encoded',
  '/480p/1.m4s': 'half of the first picture is stored',
  '/storyboard/0.jpg': 'the preview pictures are stored',
  '/360p/init.mp4': 'the last picture is stored but for its head',
}

t.test('a worker that is killed costs at most the piece it was at, wherever it was', async (t) => {
  const deps = await world
  const id = await uploaded(deps, await makeClip(t, clip))
  const folder = await scratch(t)
  await enqueueTranscode(deps, id)
  let before = await look(deps, id)
  for (const [dieAt, when] of Object.entries(steps)) {
    const child = await mortalWorker(t, deps, folder, dieAt)
    const [, signal] = await once(child, 'exit')
    t.equal(signal, 'SIGKILL', `it died while ${when}`)
    await giveBackItsJobs(deps)
    const now = await look(deps, id)
    checkShown(t, now)
    checkCost(t, before, now, when)
    before = now
  }
  const next = await worker(t, deps, { folder })
  const video = await checkEnd(t, deps, id)
  checkCost(t, before, video, 'the last one was killed')
  await next.close()
  t.same(await readdir(folder), [], 'what the dead ones left on the disk is gone too')
})

t.test('a database that goes away in the middle is waited for', async (t) => {
  const deps = await services(t)
  const id = await uploaded(deps, await makeClip(t, clip))
  const held = heldEncode(deps)
  await worker(t, held.deps)
  await enqueueTranscode(deps, id)
  await held.begun

  await whileDatabaseIsAway(deps.config.DATABASE_URL, async () => {
    held.letGo()
    await t.rejects(deps.database.video.findFirst(), 'it is gone')
  })
  // The pool learns of each connection that is gone by itself.
  const answers = () => deps.database.video.count().then(Boolean, () => false)
  await until('the database to answer', answers)

  const video = await checkEnd(t, deps, id)
  t.ok(twice(video) <= 1, `${twice(video)} pieces were begun again`)
})

t.test(
  'a disk that is full fails a try and not the film, and is given back its space',
  async (t) => {
    const deps = await world
    const id = await uploaded(deps, await makeClip(t, clip))
    const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
    const left: string[][] = []
    let fetches = 0
    let encodes = 0
    const folder = await scratch(t)
    const storage: typeof deps.storage = {
      ...deps.storage,
      getToFile: async (key, path, options) => {
        if (fetches++ > 0) left.push(await readdir(join(path, '..')))
        const stored = await deps.storage.getToFile(key, path, options)
        if (fetches === 1) throw full
        return stored
      },
    }
    const ffmpeg: typeof deps.ffmpeg = {
      ...deps.ffmpeg,
      run: async (args, options) => {
        if (args.includes('libx264') && encodes++ === 0) {
          throw new ProgramFailed('exit', 1, [
            'av_interleaved_write_frame(): No space left on device',
          ])
        }
        return deps.ffmpeg.run(args, options)
      },
    }
    await worker(t, { ...deps, storage, ffmpeg }, { folder })
    await enqueueTranscode(deps, id)
    const video = await checkEnd(t, deps, id)
    t.same(left, [[]], 'the half that was there is gone before the next try')
    t.match(video.encodes[0]?.log, /No space left on device/, 'the operator finds why')
  },
)

t.test('two workers share one film, and nothing is made twice', async (t) => {
  const deps = await world
  const id = await uploaded(deps, await makeClip(t, clip))
  const made = [new Set<string>(), new Set<string>()]
  for (const keys of made) {
    const storage: typeof deps.storage = {
      ...deps.storage,
      putFile: async (key, path, options) => {
        keys.add(key)
        // So that the film is not done before the slower one has begun.
        await until('both to have made something', () => made.every(({ size }) => size > 0))
        return deps.storage.putFile(key, path, options)
      },
    }
    await worker(t, { ...deps, storage })
  }
  await enqueueTranscode(deps, id)
  const video = await checkEnd(t, deps, id)
  const [one, other] = made
  t.ok((one?.size ?? 0) > 0 && (other?.size ?? 0) > 0, 'both have made some of it')
  t.same(
    [...(one ?? [])].filter((key) => other?.has(key)),
    [],
  )
  t.equal(twice(video), 0)
})
