import { randomUUID } from 'node:crypto'
import t from 'tap'
import {
  besidePoster,
  posterKey,
  posterKeyIn,
  smallPosterKey,
  uploadedPosterKey,
} from '../../server/catalog/object-keys.ts'
import { spokenFor } from '../../server/catalog/spoken-for.ts'
import { takePoster } from '../../server/transcode/posters/take-poster.ts'
import { objectSweepJobs } from '../../server/transcode/queue/queue.ts'
import { runObjectSweepJob } from '../../server/transcode/queue/sweep-job.ts'
import { services } from '../fixtures/app.ts'
import { addVideo } from '../fixtures/rows.ts'

t.test('an uploaded picture is shown for its film alone', async (t) => {
  const deps = await services(t)
  const [video, other] = [await addVideo(deps), await addVideo(deps)]
  const key = uploadedPosterKey(video.id, randomUUID())
  await takePoster(deps, { videoId: video.id, key }, [])
  const posterOf = async (id: string) =>
    (await deps.database.video.findUniqueOrThrow({ where: { id } })).posterKey
  t.equal(await posterOf(video.id), key)
  t.equal(await posterOf(other.id), null)
  await takePoster(deps, { videoId: video.id, key }, ['webp'])
  const { posterFormats } = await deps.database.video.findUniqueOrThrow({ where: { id: video.id } })
  t.same(posterFormats, ['webp'])
  await t.resolves(
    takePoster(deps, { videoId: randomUUID(), key }, []),
    'the film may be gone by now',
  )
})

t.test('a replaced picture goes from the bucket, and the one on show stays', async (t) => {
  const deps = await services(t)
  const { id: videoId } = await addVideo(deps)
  const [first, second] = [randomUUID(), randomUUID()].map((id) => uploadedPosterKey(videoId, id))
  if (first === undefined || second === undefined) throw new Error('two were made')
  const small = (key: string) => smallPosterKey(key, 640)
  for (const key of [first, second]) {
    for (const one of [key, ...besidePoster(key)]) {
      await deps.storage.putBytes(one, 'picture', { contentType: 'image/jpeg' })
    }
    await takePoster(deps, { videoId, key }, [])
  }
  t.ok(await deps.queue.has(objectSweepJobs, first), 'its removal waits for who still looks at it')
  t.notOk(await deps.queue.has(objectSweepJobs, second))
  for (const key of [first, second]) await runObjectSweepJob(deps, { data: { videoId, key } })
  t.equal(await deps.storage.head(first), null)
  for (const one of besidePoster(first))
    t.equal(await deps.storage.head(one), null, 'what lies beside goes with it')
  t.ok(await deps.storage.head(second))
  t.ok(await deps.storage.head(small(second)))
  const all = [first, second].flatMap((key) => [key, small(key), posterKeyIn(small(key), 'avif')])
  const kept = [second, small(second), posterKeyIn(small(second), 'avif')]
  t.same([...(await spokenFor(deps.database, all))], kept)
})

t.test('the picture that an encode made goes with the encode', async (t) => {
  const deps = await services(t)
  const { id: videoId, encodeId } = await addVideo(deps)
  const made = posterKey(videoId, encodeId ?? '')
  await deps.database.video.update({ where: { id: videoId }, data: { posterKey: made } })
  await takePoster(deps, { videoId, key: uploadedPosterKey(videoId, randomUUID()) }, [])
  t.notOk(await deps.queue.has(objectSweepJobs, made))
})

t.test('taking the same picture twice, as after a crash, removes nothing', async (t) => {
  const deps = await services(t)
  const { id: videoId } = await addVideo(deps)
  const key = uploadedPosterKey(videoId, randomUUID())
  await takePoster(deps, { videoId, key }, [])
  await takePoster(deps, { videoId, key }, [])
  t.notOk(await deps.queue.has(objectSweepJobs, key))
})
