import { randomUUID } from 'node:crypto'
import t from 'tap'
import { beginUpload } from '../../server/uploads/begin-upload.ts'
import { completeUpload } from '../../server/uploads/complete-upload.ts'
import { signParts } from '../../server/uploads/sign-parts.ts'
import { sweepUploads } from '../../server/uploads/sweep.ts'
import { all } from '../clients/storage/bucket-for-tests.ts'
import { newUpload, openUploads, put, type UploadTest, videoBytes } from '../fixtures/uploads.ts'

const day = 86_400
const nothing = { finished: 0, abandoned: 0, multiparts: 0, objects: 0, trash: 0 }

const read = async (storage: UploadTest['deps']['storage'], key: string) =>
  Buffer.from((await storage.getBytes(key)) ?? []).toString()

async function sendAll({ deps, videoId }: UploadTest) {
  const { id } = await beginUpload(deps, videoId, newUpload(20))
  const [part] = (await signParts(deps, id, { partNumbers: [1] })).parts
  if (part === undefined) throw new Error('one was asked for')
  const { etag } = await put(part, videoBytes(20))
  return { id, claimed: [{ partNumber: 1, etag }] }
}

t.test('an upload waits a week for its uploader, and is then given up', async (t) => {
  const uploads = await openUploads(t)
  const { deps, services } = uploads
  const { id } = await sendAll(uploads)
  services.clock.advance(7 * day)
  t.same(await sweepUploads(deps), nothing)
  services.clock.advance(1)
  t.same(await sweepUploads(deps), { ...nothing, abandoned: 1 })
  t.match(await deps.database.upload.findUnique({ where: { id } }), { status: 'aborted' })
  t.same(await all(deps.storage.listMultiparts('originals/')), [])
  t.same(await sweepUploads(deps), nothing)
})

t.test('a completion that died is brought to its end', async (t) => {
  const uploads = await openUploads(t)
  const { deps, services } = uploads
  const { id } = await sendAll(uploads)
  const updatedAt = deps.clock.now()
  await deps.database.upload.update({ where: { id }, data: { status: 'completing', updatedAt } })
  t.same(await sweepUploads(deps), nothing)
  services.clock.advance(301)
  t.same(await sweepUploads(deps), { ...nothing, finished: 1 })
  t.equal(uploads.taken.length, 1)
})

t.test('what the bucket holds and no row speaks for goes after a day', async (t) => {
  const { deps, services, videoId } = await openUploads(t)
  const key = (name: string) => `originals/${videoId}/${name}`
  await deps.storage.createMultipart(key(randomUUID()), { contentType: 'video/mp4' })
  await deps.storage.putBytes(key(randomUUID()), 'lost', { contentType: 'video/mp4' })
  await deps.storage.putBytes(`videos/${videoId}/x`, 'kept', { contentType: 'video/mp4' })
  services.clock.advance(day - 2)
  t.same(await sweepUploads(deps), nothing)
  services.clock.advance(4)
  t.same(await sweepUploads(deps), { ...nothing, multiparts: 1, objects: 1 })
  const trashed = await all(deps.storage.list('trash/'))
  // What a console puts there for a folder comes before every day.
  await deps.storage.putBytes('trash/', '', { contentType: 'application/x-directory' })
  t.equal(trashed.length, 1, 'it can still be had back')
  t.equal(await read(deps.storage, trashed[0]?.key ?? ''), 'lost')
  services.clock.advance(30 * day)
  t.same(await sweepUploads(deps), nothing)
  services.clock.advance(day)
  t.same(await sweepUploads(deps), { ...nothing, trash: 1 })
  t.ok(await deps.storage.head(`videos/${videoId}/x`), 'only originals are looked at')
})

t.test('a film keeps its file, however old; the one before it goes', async (t) => {
  const uploads = await openUploads(t)
  const { deps, services, videoId } = uploads
  const seeded = `originals/${videoId}/${randomUUID()}`
  await deps.storage.putBytes(seeded, 'film', { contentType: 'video/mp4' })
  await deps.database.video.update({ where: { id: videoId }, data: { sourceKey: seeded } })
  services.clock.advance(30 * day)
  t.same(await sweepUploads(deps), nothing)
  const { id, claimed } = await sendAll(uploads)
  await completeUpload(deps, null, id, claimed)
  t.same(await sweepUploads(deps), { ...nothing, objects: 1 })
  t.equal(await deps.storage.head(seeded), null)
  services.clock.advance(30 * day)
  t.same(await sweepUploads(deps), nothing)
})

t.test('an original that is still being encoded is kept', async (t) => {
  const { deps, services, videoId } = await openUploads(t)
  const sourceKey = `originals/${videoId}/${randomUUID()}`
  await deps.storage.putBytes(sourceKey, 'film', { contentType: 'video/mp4' })
  const encode = await deps.database.encode.create({ data: { videoId, sourceKey } })
  services.clock.advance(2 * day)
  t.same(await sweepUploads(deps), nothing)
  const supersededAt = deps.clock.now()
  await deps.database.encode.update({ where: { id: encode.id }, data: { supersededAt } })
  t.same(await sweepUploads(deps), { ...nothing, objects: 1 })
})

t.test('uploads under way are left alone, and one that fails does not stop the rest', async (t) => {
  const uploads = await openUploads(t)
  const { deps, services, videoId } = uploads
  await sendAll(uploads)
  await sendAll(uploads)
  services.clock.advance(8 * day)
  const fresh = await beginUpload(deps, videoId, newUpload(1))
  let failures = 0
  const storage = {
    ...deps.storage,
    abortMultipart: (key: string, id: string) =>
      failures++ === 0 ? Promise.reject(new Error('down')) : deps.storage.abortMultipart(key, id),
  }
  t.match(await sweepUploads({ ...deps, storage }), { abandoned: 1 })
  t.match(await deps.database.upload.findUnique({ where: { id: fresh.id } }), { status: 'open' })
  t.same((await all(deps.storage.listMultiparts('originals/'))).length, 1, 'only the fresh one')
})

t.test('where nothing may be deleted nothing is copied to the trash either', async (t) => {
  const { deps, services, videoId } = await openUploads(t)
  const key = `originals/${videoId}/${randomUUID()}`
  await deps.storage.putBytes(key, 'lost', { contentType: 'video/mp4' })
  services.clock.advance(2 * day)
  const refused = new Error('not allowed')
  const storage = { ...deps.storage, delete: () => Promise.reject(refused) }
  await t.rejects(sweepUploads({ ...deps, storage }), refused)
  t.same(await all(deps.storage.list('trash/')), [])
  t.ok(await deps.storage.head(key))
  t.same(await sweepUploads(deps), { ...nothing, objects: 1 }, 'once it is allowed')
})
