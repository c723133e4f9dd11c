import { randomUUID } from 'node:crypto'
import t from 'tap'
import { beginUpload } from '../../server/uploads/begin-upload.ts'
import { completeUpload } from '../../server/uploads/complete-upload.ts'
import { signParts } from '../../server/uploads/sign-parts.ts'
import { sweepUploads } from '../../server/uploads/sweep.ts'
import { all } from '../clients/storage/bucket-for-tests.ts'
import { newUpload, put, type UploadHouse, uploadHouse, videoBytes } from './uploader.ts'

const day = 86_400
const nothing = { finished: 0, abandoned: 0, multiparts: 0, objects: 0 }

async function sendAll({ parts, videoId }: UploadHouse) {
  const { id } = await beginUpload(parts, videoId, newUpload(20))
  const [part] = (await signParts(parts, id, { partNumbers: [1] })).parts
  if (part === undefined) throw new Error('one was asked for')
  const { etag } = await put(part, videoBytes(20))
  return { id, claimed: [{ partNumber: 1, etag }] }
}

t.test('an upload waits a week for its uploader, and is then given up', async (t) => {
  const house = await uploadHouse(t)
  const { parts, services } = house
  const { id } = await sendAll(house)
  services.clock.advance(7 * day)
  t.same(await sweepUploads(parts), nothing)
  services.clock.advance(1)
  t.same(await sweepUploads(parts), { ...nothing, abandoned: 1 })
  t.match(await parts.database.upload.findUnique({ where: { id } }), { status: 'aborted' })
  t.same(await all(parts.storage.listMultiparts('originals/')), [])
  t.same(await sweepUploads(parts), nothing)
})

t.test('a completion that died is brought to its end', async (t) => {
  const house = await uploadHouse(t)
  const { parts, services } = house
  const { id } = await sendAll(house)
  const updatedAt = parts.clock.now()
  await parts.database.upload.update({ where: { id }, data: { status: 'completing', updatedAt } })
  t.same(await sweepUploads(parts), nothing)
  services.clock.advance(301)
  t.same(await sweepUploads(parts), { ...nothing, finished: 1 })
  t.equal(house.taken.length, 1)
})

t.test('what the bucket holds and no row speaks for goes after a day', async (t) => {
  const { parts, services, videoId } = await uploadHouse(t)
  const key = (name: string) => `originals/${videoId}/${name}`
  await parts.storage.createMultipart(key(randomUUID()), { contentType: 'video/mp4' })
  await parts.storage.putBytes(key(randomUUID()), 'lost', { contentType: 'video/mp4' })
  await parts.storage.putBytes(`videos/${videoId}/x`, 'kept', { contentType: 'video/mp4' })
  services.clock.advance(day - 2)
  t.same(await sweepUploads(parts), nothing)
  services.clock.advance(4)
  t.same(await sweepUploads(parts), { ...nothing, multiparts: 1, objects: 1 })
  t.ok(await parts.storage.head(`videos/${videoId}/x`), 'only originals are looked at')
})

t.test('a film keeps its file, however old; the one before it goes', async (t) => {
  const house = await uploadHouse(t)
  const { parts, services, videoId } = house
  const seeded = `originals/${videoId}/${randomUUID()}`
  await parts.storage.putBytes(seeded, 'film', { contentType: 'video/mp4' })
  await parts.database.video.update({ where: { id: videoId }, data: { sourceKey: seeded } })
  services.clock.advance(30 * day)
  t.same(await sweepUploads(parts), nothing)
  const { id, claimed } = await sendAll(house)
  await completeUpload(parts, null, id, claimed)
  t.same(await sweepUploads(parts), { ...nothing, objects: 1 })
  t.equal(await parts.storage.head(seeded), null)
  services.clock.advance(30 * day)
  t.same(await sweepUploads(parts), nothing)
})

t.test('an original that is still being encoded is kept', async (t) => {
  const { parts, services, videoId } = await uploadHouse(t)
  const sourceKey = `originals/${videoId}/${randomUUID()}`
  await parts.storage.putBytes(sourceKey, 'film', { contentType: 'video/mp4' })
  const encode = await parts.database.encode.create({ data: { videoId, sourceKey } })
  services.clock.advance(2 * day)
  t.same(await sweepUploads(parts), nothing)
  const supersededAt = parts.clock.now()
  await parts.database.encode.update({ where: { id: encode.id }, data: { supersededAt } })
  t.same(await sweepUploads(parts), { ...nothing, objects: 1 })
})

t.test('uploads under way are left alone, and one that fails does not stop the rest', async (t) => {
  const house = await uploadHouse(t)
  const { parts, services, videoId } = house
  await sendAll(house)
  await sendAll(house)
  services.clock.advance(8 * day)
  const fresh = await beginUpload(parts, videoId, newUpload(1))
  let failures = 0
  const storage = {
    ...parts.storage,
    abortMultipart: (key: string, id: string) =>
      failures++ === 0 ? Promise.reject(new Error('down')) : parts.storage.abortMultipart(key, id),
  }
  t.match(await sweepUploads({ ...parts, storage }), { abandoned: 1 })
  t.match(await parts.database.upload.findUnique({ where: { id: fresh.id } }), { status: 'open' })
  t.same((await all(parts.storage.listMultiparts('originals/'))).length, 1, 'only the fresh one')
})
