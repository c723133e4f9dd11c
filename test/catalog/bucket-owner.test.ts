import { randomUUID } from 'node:crypto'
import t, { type Test } from 'tap'
import { buildApp } from '../../server/app.ts'
import {
  bucketStanding,
  claimBucket,
  maySweep,
  standingSentence,
  takeBucket,
} from '../../server/catalog/bucket-owner.ts'
import { encodePrefix, ownerKey, uploadedPosters } from '../../server/catalog/object-keys.ts'
import {
  runObjectSweepJob,
  runSweepJob,
  runVideoSweepJob,
} from '../../server/transcode/queue/sweep-job.ts'
import { runAbortJob } from '../../server/uploads/abort-upload.ts'
import { sweepUploads } from '../../server/uploads/sweep.ts'
import { services, type TestServices } from '../fixtures/app.ts'

/** Two installations, each with a database of its own, on one bucket. */
async function two(t: Test) {
  const first = await services(t)
  const { endpoint } = first.storage.location
  const second = await services(t, { S3_ENDPOINT: endpoint ?? '' })
  await second.database.installation.updateMany({ data: { id: randomUUID() } })
  return { first, second }
}

const uploads = (opened: TestServices) => {
  const never = () => Promise.reject(new Error('nothing is taken here'))
  return { ...opened, takers: { video: never, poster: never, captions: never } }
}

/** An original that the first installation has a film for, written long ago. */
async function original(opened: TestServices) {
  const { id } = await opened.database.video.create({ data: { slug: 'film', title: 'Film' } })
  const key = `originals/${id}/${randomUUID()}`
  await opened.storage.putBytes(key, 'a film', { contentType: 'video/mp4' })
  await opened.database.video.update({ where: { id }, data: { sourceKey: key } })
  return key
}

t.test('the first to start owns the bucket, and each start counts', async (t) => {
  const { first } = await two(t)
  t.equal(await bucketStanding(first), 'unclaimed')
  t.equal(await claimBucket(first), 'ours')
  t.equal(await claimBucket(first), 'ours')
  const owner = JSON.parse(Buffer.from((await first.storage.getBytes(ownerKey)) ?? []).toString())
  const { id } = await first.database.installation.findFirstOrThrow()
  t.match(owner, { installation: id, starts: 2 })
})

t.test('two databases on one bucket: the other one’s films are never swept', async (t) => {
  const { first, second } = await two(t)
  const key = await original(first)
  await claimBucket(first)
  t.equal(await claimBucket(second), 'another')
  for (const { clock } of [first, second]) clock.advance(3 * 86_400)
  t.match(await sweepUploads(uploads(second)), { objects: 0, multiparts: 0 })
  t.ok(await second.storage.head(key), 'the film of the first is still there')
  t.match(standingSentence('another'), /S3_PREFIX/)
  t.match(await sweepUploads(uploads(first)), { objects: 0 }, 'and its owner knows it')
})

t.test('after an older backup is restored nothing is swept, until someone says so', async (t) => {
  const { first } = await two(t)
  await claimBucket(first)
  const { starts } = await first.database.installation.findFirstOrThrow()
  await claimBucket(first)
  const lost = `originals/${randomUUID()}/${randomUUID()}`
  await first.storage.putBytes(lost, 'newer than the backup', { contentType: 'video/mp4' })
  await first.database.installation.updateMany({ data: { starts } })
  t.equal(await claimBucket(first), 'ahead')
  first.clock.advance(3 * 86_400)
  t.match(await sweepUploads(uploads(first)), { objects: 0 })
  t.ok(await first.storage.head(lost))

  await takeBucket(first)
  t.equal(await bucketStanding(first), 'ours')
  t.match(await sweepUploads(uploads(first)), { objects: 1 })
  t.notOk(await first.storage.head(lost))
  const day = first.clock.now().toISOString().slice(0, 10)
  t.ok(await first.storage.head(`trash/${day}/${lost}`), 'for thirty days it can be had back')
})

/** The second database as a dump of the first one, of now. */
async function copied(t: Test) {
  const { first, second } = await two(t)
  await claimBucket(first)
  const { id, starts } = await first.database.installation.findFirstOrThrow()
  await second.database.installation.updateMany({ data: { id, starts } })
  return { first, second }
}

t.test(
  'a copy, restored elsewhere, neither takes the bucket nor tidies it; its site is shown',
  async (t) => {
    const { first, second } = await copied(t)
    const key = await original(first)
    t.equal(await claimBucket(second), 'copy')
    t.equal(await bucketStanding(first), 'ours', 'whose it was goes on')
    for (const { clock } of [first, second]) clock.advance(3 * 86_400)
    t.match(await sweepUploads(uploads(second)), { objects: 0 })
    t.ok(await first.storage.head(key))
    t.match(standingSentence('copy'), /copy.*bucket take.*S3_PREFIX/)
    const app = await buildApp(second)
    t.teardown(() => app.close())
    t.match(await app.readiness(), { ready: true, owner: 'ok' })

    await takeBucket(second)
    t.equal(await bucketStanding(second), 'ours')
    t.equal(await bucketStanding(first), 'ahead', 'and the old one stands back')
  },
)

t.test('a copy destroys nothing that it has done with and the other still plays', async (t) => {
  const { first, second } = await copied(t)
  const sourceKey = await original(first)
  const { id: videoId } = await first.database.video.findFirstOrThrow()
  const [encodeId, upload] = [randomUUID(), randomUUID()]
  const keys = {
    segment: `${encodePrefix(videoId, encodeId)}360p/media.m4s`,
    poster: `${uploadedPosters(videoId)}${randomUUID()}`,
  }
  for (const key of Object.values(keys)) {
    await first.storage.putBytes(key, 'bytes', { contentType: 'video/mp4' })
  }
  // The copy was made while the file was on its way.
  const { clock } = second
  const row = { ...{ slug: 'film', title: 'Film', id: videoId }, status: 'uploading' as const }
  await second.database.video.create({ data: row })
  await second.database.upload.create({
    data: {
      ...{ id: upload, videoId, purpose: 'video', key: sourceKey, contentType: 'video/mp4' },
      ...{
        fileName: 'film.mp4',
        sizeBytes: 6,
        partSizeBytes: 6,
        partCount: 1,
        updatedAt: clock.now(),
      },
    },
  })
  clock.advance(8 * 86_400)
  const left = async () => {
    const heads = [sourceKey, ...Object.values(keys)].map((key) => first.storage.head(key))
    return (await Promise.all(heads)).filter((head) => head !== null).length
  }
  const tidy = async () => {
    await runSweepJob(second, { data: { videoId, encodeId } })
    await runObjectSweepJob(second, { data: { videoId, key: keys.poster } })
    await runAbortJob(second, { data: { uploadId: upload } })
    await runVideoSweepJob(second, { data: { videoId: randomUUID() } })
  }
  t.match(await sweepUploads(uploads(second)), { abandoned: 1 })
  await tidy()
  t.equal(await left(), 3)

  await takeBucket(second)
  await tidy()
  t.equal(await left(), 0, 'the bucket is its own now')
})

t.test(
  'where Postgres tells no place the count alone tells; where it fails nothing does',
  async (t) => {
    const { first } = await two(t)
    await claimBucket(first)
    const failing = (code: string) => {
      const error = Object.assign(new Error('refused'), { severity: 'ERROR', code })
      const database = new Proxy(first.database, {
        get: (target, key) =>
          key === '$queryRaw' ? () => Promise.reject(error) : Reflect.get(target, key),
      })
      return bucketStanding({ ...first, database })
    }
    t.equal(await failing('42501'), 'ours')
    await t.rejects(failing('57P01'), { message: 'refused' })
  },
)

t.test(
  'tidying counts on: a backup is told from what came after, with no start between',
  async (t) => {
    const { first } = await two(t)
    await claimBucket(first)
    const { starts } = await first.database.installation.findFirstOrThrow()
    t.equal(await maySweep(first), true)
    await first.database.installation.updateMany({ data: { starts } })
    t.equal(await bucketStanding(first), 'ahead')
  },
)

t.test('a bucket of an earlier version, which knew no place, stays whose it is', async (t) => {
  const { first, second } = await copied(t)
  const { id, starts } = await first.database.installation.findFirstOrThrow()
  const old = { installation: id, starts, since: '2026-01-01T00:00:00Z' }
  await first.storage.putBytes(ownerKey, JSON.stringify(old), { contentType: 'application/json' })
  t.equal(await claimBucket(first), 'ours')
  t.not(await claimBucket(second), 'ours', 'and is known from then on')
})

t.test('an owner that cannot be read is taken for another', async (t) => {
  const { first } = await two(t)
  await first.storage.putBytes(ownerKey, 'what is this', { contentType: 'text/plain' })
  t.equal(await bucketStanding(first), 'another')
  t.equal(await maySweep(first), false)
})

t.test('a server that sweeps before it claimed a free bucket claims it', async (t) => {
  const { first, second } = await two(t)
  t.equal(await maySweep(first), true)
  t.equal(await bucketStanding(second), 'another')
})

t.test('/readyz says that the bucket is another’s', async (t) => {
  const { first, second } = await two(t)
  await claimBucket(first)
  const app = await buildApp(second)
  t.teardown(() => app.close())
  const answer = await app.inject('/readyz')
  t.equal(answer.statusCode, 503)
  t.equal(answer.json().ready, false)
  t.match(await app.readiness(), {
    ...{ ready: false, bucket: 'ok', owner: 'down' },
    why: { owner: standingSentence('another') },
  })
})
