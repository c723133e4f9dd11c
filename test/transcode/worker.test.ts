import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { encodePrefix } from '../../server/catalog/object-keys.ts'
import { MatineeError } from '../../server/errors.ts'
import { enqueueTranscode } from '../../server/transcode/enqueue.ts'
import { sentences } from '../../server/transcode/failures.ts'
import { scratch, services, storageCredentials, type TestServices } from '../helper.ts'
import { until } from '../until.ts'
import { makeClip, uploaded } from './clips.ts'
import { look, settled, untilVideo, type Video, worker } from './videos.ts'

async function keysBelow({ storage }: TestServices, prefix: string): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of storage.list(prefix)) keys.push(key)
  return keys
}

const finishedPieces = (video: Video, encode = 0) =>
  (video.encodes[encode]?.pieces ?? []).filter(({ finishedAt }) => finishedAt !== null)

const large = { size: '854x480', rate: '12', seconds: 8 }

t.test('an uploaded film becomes playable, then complete', async (t) => {
  const parts = await services(t)
  const id = await uploaded(parts, await makeClip(t, { ...large, size: '1280x720' }))
  const { directory, close } = await worker(t, parts)
  await enqueueTranscode(parts, id)

  const ready = await untilVideo(parts, id, ({ status }) => status === 'ready')
  const names = ready.renditions.map(({ name }) => name)
  t.ok(names.includes('480p') && names.includes('audio'), 'a picture and the sound are there')
  t.equal((await parts.storage.head(ready.posterKey ?? ''))?.contentType, 'image/jpeg')

  const done = await untilVideo(parts, id, settled)
  t.match(done, { status: 'ready', step: null, failure: null, encodeId: done.encodes[0]?.id })
  t.same(
    done.renditions.map(({ name }) => name),
    ['360p', '480p', '720p', 'audio'],
  )
  await close()
  t.same(await readdir(directory), [], 'nothing stays on the worker')
})

t.test('a worker that is closed in the middle leaves its work to another', async (t) => {
  const parts = await services(t)
  const id = await uploaded(parts, await makeClip(t, large))
  const first = await worker(t, parts)
  await enqueueTranscode(parts, id)
  await untilVideo(parts, id, (video) => finishedPieces(video).length >= 1)
  await first.close()
  const between = await look(parts, id)
  const before = finishedPieces(between).map(({ name, finishedAt }) => ({ name, finishedAt }))

  await worker(t, parts)
  const done = await untilVideo(parts, id, settled)
  t.match(done, { status: 'ready', failure: null })
  for (const { name, finishedAt } of before) {
    const piece = finishedPieces(done).find((other) => other.name === name)
    t.same(piece?.finishedAt, finishedAt, `${name} was not made again`)
  }
})

/** Starts a worker process on the same database and bucket. */
async function workerProcess(t: Test, { config }: TestServices): Promise<ChildProcess> {
  const settings = Object.fromEntries(
    Object.entries(config).map(([name, value]) => [name, String(value)]),
  )
  const options = { settings, scratch: await scratch(t), storageCredentials }
  const script = join(import.meta.dirname, 'worker-process.js')
  const child = spawn(process.execPath, [script, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  t.teardown(() => child.kill('SIGKILL'))
  if (child.stdout) await once(child.stdout, 'data')
  return child
}

t.test('a worker that is killed loses at most the piece it was at', async (t) => {
  const parts = await services(t)
  const id = await uploaded(parts, await makeClip(t, { ...large, seconds: 20 }))
  const child = await workerProcess(t, parts)
  await enqueueTranscode(parts, id)
  await untilVideo(parts, id, (video) => finishedPieces(video).length >= 2)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const before = finishedPieces(await look(parts, id))
  t.ok(before.length >= 2)

  await worker(t, parts)
  const done = await untilVideo(parts, id, settled)
  t.match(done, { status: 'ready', failure: null })
  for (const { name, finishedAt } of before) {
    const piece = finishedPieces(done).find((other) => other.name === name)
    t.same(piece?.finishedAt, finishedAt, `${name} was not made again`)
  }
})

t.test('a file that is no film fails at once, with a sentence, and leaves nothing', async (t) => {
  const parts = await services(t)
  const path = join(await scratch(t), 'film.mp4')
  await writeFile(path, '#EXTM3U\n#EXTINF:4,\nfile:///etc/passwd\n')
  const id = await uploaded(parts, path)
  const { directory, close } = await worker(t, parts)
  await enqueueTranscode(parts, id)
  const video = await untilVideo(parts, id, settled)
  t.match(video, { status: 'failed', failure: sentences.unknown, encodeId: null, step: null })
  await close()
  t.same(await keysBelow(parts, `videos/${id}/`), [])
  t.equal(
    await parts.queue.has({ name: 'transcode-plan', policy }, video.encodes[0]?.id ?? ''),
    false,
  )
  t.same(await readdir(directory), [])
})

const policy = { retryLimit: 5, retryDelaySeconds: 5, expireSeconds: 21_600, heartbeatSeconds: 30 }

t.test('a film whose original is gone says so', async (t) => {
  const parts = await services(t)
  const id = await uploaded(parts, await makeClip(t, { seconds: 1 }))
  const { sourceKey } = await look(parts, id)
  await parts.storage.delete(sourceKey ?? '')
  await worker(t, parts)
  await enqueueTranscode(parts, id)
  t.match(await untilVideo(parts, id, settled), { status: 'failed', failure: sentences.noOriginal })
})

t.test(
  'a bucket that fails in the middle is tried again, and nothing is half published',
  async (t) => {
    const parts = await services(t)
    const id = await uploaded(parts, await makeClip(t, { seconds: 6 }))
    let failing = 3
    const storage: typeof parts.storage = {
      ...parts.storage,
      putFile: async (key, path, options) => {
        if (key.endsWith('/1.m4s') && failing-- > 0) throw new MatineeError('UNAVAILABLE')
        return parts.storage.putFile(key, path, options)
      },
    }
    await worker(t, { ...parts, storage })
    await enqueueTranscode(parts, id)
    const done = await untilVideo(parts, id, (video) => {
      t.equal(video.status === 'ready', video.renditions.length === 2 && video.encodeId !== null)
      return settled(video)
    })
    t.match(done, { status: 'ready', failure: null })
    t.ok(failing <= 0)
    t.match(done.encodes[0]?.log, /not available/, 'the operator finds why')
  },
)

t.test('a new file takes the place of the old one when it can play, not before', async (t) => {
  const parts = await services(t)
  const id = await uploaded(parts, await makeClip(t, { seconds: 2 }))
  await worker(t, parts)
  const first = await enqueueTranscode(parts, id)
  await untilVideo(parts, id, settled)

  const second = await enqueueTranscode(parts, id)
  const swapped = await untilVideo(parts, id, (video) => {
    const live = video.renditions.filter(({ encodeId }) => encodeId === video.encodeId)
    if (video.status !== 'ready' || live.length < 2) t.fail('it can be played all the while')
    return video.encodeId === second
  })
  t.not(first, second)
  t.ok(swapped.posterKey?.startsWith(encodePrefix(id, second)), 'the poster is the new one')
  t.ok(
    (await keysBelow(parts, encodePrefix(id, first))).length > 0,
    'who watches the old one may end',
  )
})

t.test('asked twice, the newer encode is made and the older given up', async (t) => {
  const parts = await services(t)
  const id = await uploaded(parts, await makeClip(t, { seconds: 6 }))
  const older = await enqueueTranscode(parts, id)
  const newer = await enqueueTranscode(parts, id)
  await worker(t, parts)
  const done = await untilVideo(parts, id, settled)
  t.equal(done.encodeId, newer)
  t.same(await keysBelow(parts, encodePrefix(id, older)), [])
  t.not(done.encodes.find(({ id }) => id === older)?.supersededAt, null)
})

t.test('a film that is deleted while it is encoded leaves nothing behind', async (t) => {
  const parts = await services(t)
  const id = await uploaded(parts, await makeClip(t, { ...large, seconds: 20 }))
  const { directory, close } = await worker(t, parts)
  await enqueueTranscode(parts, id)
  await untilVideo(parts, id, ({ step }) => step?.startsWith('encode') ?? false)
  await parts.database.video.delete({ where: { id } })
  const prefix = `videos/${id}/`
  let left: string[] = []
  await until(
    () => `${left.join(', ')} to go`,
    async () => {
      left = [...(await readdir(directory)), ...(await keysBelow(parts, prefix))]
      return left.length === 0
    },
    { seconds: 60, everyMs: 100 },
  )
  await close()
  t.same(await keysBelow(parts, prefix), [])
})

t.test('without an ffmpeg a worker does not start, and says what to do', async (t) => {
  const parts = await services(t, { FFMPEG_PATH: '/nowhere/ffmpeg' })
  await t.rejects(worker(t, parts), { message: /Install ffmpeg/ })
})
