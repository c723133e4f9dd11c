import { randomUUID } from 'node:crypto'
import t from 'tap'
import { abortUpload } from '../../server/uploads/abort-upload.ts'
import { beginUpload } from '../../server/uploads/begin-upload.ts'
import { completeUpload } from '../../server/uploads/complete-upload.ts'
import { signParts } from '../../server/uploads/sign-parts.ts'
import { all } from '../clients/storage/bucket-for-tests.ts'
import { newUpload, put, type UploadHouse, uploadHouse, videoBytes } from './uploader.ts'

async function sendAll({ parts, videoId }: UploadHouse, more = {}) {
  const { id } = await beginUpload(parts, videoId, newUpload(20, more))
  const [part] = (await signParts(parts, id, { partNumbers: [1] })).parts
  if (part === undefined) throw new Error('one was asked for')
  const { etag } = await put(part, videoBytes(20))
  return { id, claimed: [{ partNumber: 1, etag }] }
}
const status = async ({ parts, videoId }: UploadHouse) =>
  (await parts.database.video.findUniqueOrThrow({ where: { id: videoId } })).status

t.test('giving up removes what has arrived, and the film is a draft again', async (t) => {
  const house = await uploadHouse(t)
  const { id } = await sendAll(house)
  t.equal(await status(house), 'uploading')
  await abortUpload(house.parts, id)
  t.same(await all(house.parts.storage.listMultiparts('originals/')), [])
  t.equal(await status(house), 'draft')
  await t.resolves(abortUpload(house.parts, id), 'twice is as good as once')
})

t.test('a small file that has arrived is removed, too', async (t) => {
  const house = await uploadHouse(t)
  const { id } = await sendAll(house, { purpose: 'poster', contentType: 'image/png' })
  await abortUpload(house.parts, id)
  t.same(await all(house.parts.storage.list('videos/')), [])
})

t.test('a film for which another file is under way goes on waiting', async (t) => {
  const house = await uploadHouse(t)
  const first = await sendAll(house)
  const second = await sendAll(house)
  await abortUpload(house.parts, first.id)
  t.equal(await status(house), 'uploading')
  await abortUpload(house.parts, second.id)
  t.equal(await status(house), 'draft')
})

t.test('what is complete, or the film’s by now, cannot be given up', async (t) => {
  const house = await uploadHouse(t)
  const { id, claimed } = await sendAll(house)
  house.trouble.taker = new Error('the queue is down')
  await t.rejects(completeUpload(house.parts, null, id, claimed))
  await t.rejects(abortUpload(house.parts, id), { code: 'CONFLICT' })
  house.trouble = Object.assign(house.trouble, { taker: undefined })
  await completeUpload(house.parts, null, id, claimed)
  await t.rejects(abortUpload(house.parts, id), { code: 'CONFLICT' })
  await t.rejects(abortUpload(house.parts, randomUUID()), { code: 'NOT_FOUND' })
})
