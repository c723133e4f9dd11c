import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { say } from '../../contract/words/server.ts'
import { encodePrefix } from '../../server/catalog/object-keys.ts'
import { MatineeError } from '../../server/errors.ts'
import { enqueueTranscode } from '../../server/transcode/queue/enqueue.ts'
import { services, type TestServices } from '../fixtures/app.ts'
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
import { scratch } from '../fixtures/scratch.ts'
import { until } from '../fixtures/until.ts'

async function keysBelow({ storage }: TestServices, prefix: string): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of storage.list(prefix)) keys.push(key)
  return keys
}

const finishedPieces = (video: Video, encode = 0) =>
  (video.encodes[encode]?.pieces ?? []).filter(({ finishedAt }) => finishedAt !== null)

const large = { size: '480x480', rate: '6', seconds: 8 }

const world = services(t)

t.test('an uploaded film becomes playable, then complete', async (t) => {
  const deps = await world
  const id = await uploaded(deps, await makeClip(t, { ...large, size: '720x720' }))
  const { directory, close } = await worker(t, deps)
  await enqueueTranscode(deps, id)

  const ready = await untilVideo(deps, id, ({ status }) => status === 'ready')
  const names = ready.renditions.map(({ name }) => name)
  t.ok(names.includes('480p') && names.includes('audio'), 'a picture and the sound are there')
  t.equal((await deps.storage.head(ready.posterKey ?? ''))?.contentType, 'image/jpeg')

  const done = await untilVideo(deps, id, settled)
  t.match(done, { status: 'ready', step: null, failure: null, encodeId: done.encodes[0]?.id })
  t.same(
    done.renditions.map(({ name }) => name),
    ['360p', '480p', '720p', 'audio'],
  )
  await close()
  t.same(await readdir(directory), [], 'nothing stays on the worker')
})

t.test('a worker that is closed in the middle leaves its work to another', async (t) => {
  const deps = await world
  const id = await uploaded(deps, await makeClip(t, large))
  const first = await worker(t, deps)
  await enqueueTranscode(deps, id)
  await untilVideo(deps, id, (video) => finishedPieces(video).length >= 1)
  await first.close()
  const between = await look(deps, id)
  const before = finishedPieces(between).map(({ name, finishedAt }) => ({ name, finishedAt }))

  await worker(t, deps)
  const done = await untilVideo(deps, id, settled)
  t.match(done, { status: 'ready', failure: null })
  for (const { name, finishedAt } of before) {
    const piece = finishedPieces(done).find((other) => other.name === name)
    t.same(piece?.finishedAt, finishedAt, `${name} was not made again`)
  }
})

t.test('a file that is no film fails at once, with a sentence, and leaves nothing', async (t) => {
  const deps = await world
  const path = join(await scratch(t), 'film.mp4')
  await writeFile(path, '#EXTM3U\n#EXTINF:4,\nfile:///etc/passwd\n')
  const id = await uploaded(deps, path)
  const { directory, close } = await worker(t, deps)
  await enqueueTranscode(deps, id)
  const video = await untilVideo(deps, id, settled)
  t.match(video, { status: 'failed', failure: say('encodes.unknown'), encodeId: null, step: null })
  await close()
  t.same(await keysBelow(deps, `videos/${id}/`), [])
  t.equal(
    await deps.queue.has({ name: 'transcode-plan', policy }, video.encodes[0]?.id ?? ''),
    false,
  )
  t.same(await readdir(directory), [])
})

const policy = { retryLimit: 5, retryDelaySeconds: 5, expireSeconds: 21_600, heartbeatSeconds: 30 }

t.test('a film whose original is gone says so', async (t) => {
  const deps = await world
  const id = await uploaded(deps, await makeClip(t, { seconds: 1 }))
  const { sourceKey } = await look(deps, id)
  await deps.storage.delete(sourceKey ?? '')
  await worker(t, deps)
  await enqueueTranscode(deps, id)
  t.match(await untilVideo(deps, id, settled), {
    status: 'failed',
    failure: say('encodes.noOriginal'),
  })
})

t.test(
  'a bucket that fails in the middle is tried again, and nothing is half published',
  async (t) => {
    const deps = await world
    const id = await uploaded(deps, await makeClip(t, { seconds: 6 }))
    let failing = 3
    const storage: typeof deps.storage = {
      ...deps.storage,
      putFile: async (key, path, options) => {
        if (key.endsWith('/1.m4s') && failing-- > 0) throw new MatineeError('UNAVAILABLE')
        return deps.storage.putFile(key, path, options)
      },
    }
    await worker(t, { ...deps, storage })
    await enqueueTranscode(deps, id)
    const done = await untilVideo(deps, id, (video) => {
      t.equal(video.status === 'ready', video.renditions.length === 2 && video.encodeId !== null)
      return settled(video)
    })
    t.match(done, { status: 'ready', failure: null })
    t.ok(failing <= 0)
    t.match(done.encodes[0]?.log, /not available/, 'the operator finds why')
  },
)

t.test('a new file takes the place of the old one when it can play, not before', async (t) => {
  const deps = await world
  const id = await uploaded(deps, await makeClip(t, { seconds: 2 }))
  await worker(t, deps)
  const first = await enqueueTranscode(deps, id)
  await untilVideo(deps, id, settled)

  const second = await enqueueTranscode(deps, id)
  const swapped = await untilVideo(deps, id, (video) => {
    const live = video.renditions.filter(({ encodeId }) => encodeId === video.encodeId)
    if (video.status !== 'ready' || live.length < 2) t.fail('it can be played all the while')
    return video.encodeId === second
  })
  t.not(first, second)
  t.ok(swapped.posterKey?.startsWith(encodePrefix(id, second)), 'the poster is the new one')
  t.ok(
    (await keysBelow(deps, encodePrefix(id, first))).length > 0,
    'who watches the old one may end',
  )
})

t.test('asked twice, the newer encode is made and the older given up', async (t) => {
  const deps = await world
  const id = await uploaded(deps, await makeClip(t, { seconds: 6 }))
  const older = await enqueueTranscode(deps, id)
  const newer = await enqueueTranscode(deps, id)
  await worker(t, deps)
  const done = await untilVideo(deps, id, settled)
  t.equal(done.encodeId, newer)
  t.same(await keysBelow(deps, encodePrefix(id, older)), [])
  t.not(done.encodes.find(({ id }) => id === older)?.supersededAt, null)
})

t.test('a film that is deleted while it is encoded leaves nothing behind', async (t) => {
  const deps = await world
  const id = await uploaded(deps, await makeClip(t, large))
  // Nothing but the deletion ends it.
  const held = heldEncode(deps)
  const { directory, close } = await worker(t, held.deps)
  await enqueueTranscode(deps, id)
  await held.begun
  await deps.database.video.delete({ where: { id } })
  const prefix = `videos/${id}/`
  let left: string[] = []
  await until(
    () => `${left.join(', ')} to go`,
    async () => {
      left = [...(await readdir(directory)), ...(await keysBelow(deps, prefix))]
      return left.length === 0
    },
    { seconds: 60, everyMs: 100 },
  )
  await close()
  t.same(await keysBelow(deps, prefix), [])
})

t.test('without an ffmpeg a worker does not start, and says what to do', async (t) => {
  const deps = await services(t, { FFMPEG_PATH: '/nowhere/ffmpeg' })
  await t.rejects(worker(t, deps), { message: /Install ffmpeg/ })
})
