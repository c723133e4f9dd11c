import { randomUUID } from 'node:crypto'
import t from 'tap'
import { posterKey, uploadedPosterKey } from '../../server/catalog/object-keys.ts'
import { objectSweepJobs } from '../../server/transcode/queue.ts'
import { runObjectSweepJob } from '../../server/transcode/sweep-job.ts'
import { takePoster } from '../../server/transcode/take-poster.ts'
import { services } from '../helper.ts'
import { addVideo } from '../rows.ts'

t.test('an uploaded picture is shown for its film alone', async (t) => {
  const parts = await services(t)
  const [video, other] = [await addVideo(parts), await addVideo(parts)]
  const key = uploadedPosterKey(video.id, randomUUID())
  await takePoster(parts, { videoId: video.id, key })
  const posterOf = async (id: string) =>
    (await parts.database.video.findUniqueOrThrow({ where: { id } })).posterKey
  t.equal(await posterOf(video.id), key)
  t.equal(await posterOf(other.id), null)
  await t.resolves(takePoster(parts, { videoId: randomUUID(), key }), 'the film may be gone by now')
})

t.test('a replaced picture goes from the bucket, and the one on show stays', async (t) => {
  const parts = await services(t)
  const { id: videoId } = await addVideo(parts)
  const [first, second] = [randomUUID(), randomUUID()].map((id) => uploadedPosterKey(videoId, id))
  if (first === undefined || second === undefined) throw new Error('two were made')
  for (const key of [first, second]) {
    await parts.storage.putBytes(key, 'picture', { contentType: 'image/jpeg' })
    await takePoster(parts, { videoId, key })
  }
  t.ok(await parts.queue.has(objectSweepJobs, first), 'its removal waits for who still looks at it')
  t.notOk(await parts.queue.has(objectSweepJobs, second))
  for (const key of [first, second]) await runObjectSweepJob(parts, { data: { videoId, key } })
  t.equal(await parts.storage.head(first), null)
  t.ok(await parts.storage.head(second))
})

t.test('the picture that an encode made goes with the encode', async (t) => {
  const parts = await services(t)
  const { id: videoId, encodeId } = await addVideo(parts)
  const made = posterKey(videoId, encodeId ?? '')
  await parts.database.video.update({ where: { id: videoId }, data: { posterKey: made } })
  await takePoster(parts, { videoId, key: uploadedPosterKey(videoId, randomUUID()) })
  t.notOk(await parts.queue.has(objectSweepJobs, made))
})

t.test('taking the same picture twice, as after a crash, removes nothing', async (t) => {
  const parts = await services(t)
  const { id: videoId } = await addVideo(parts)
  const key = uploadedPosterKey(videoId, randomUUID())
  await takePoster(parts, { videoId, key })
  await takePoster(parts, { videoId, key })
  t.notOk(await parts.queue.has(objectSweepJobs, key))
})
