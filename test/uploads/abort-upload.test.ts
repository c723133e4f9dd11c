import { randomUUID } from 'node:crypto'
import t from 'tap'
import { StorageUnavailable } from '../../server/clients/storage/errors.ts'
import { abortUpload, runAbortJob } from '../../server/uploads/abort-upload.ts'
import { beginUpload } from '../../server/uploads/begin-upload.ts'
import { completeUpload } from '../../server/uploads/complete-upload.ts'
import { abortJobs } from '../../server/uploads/queue.ts'
import { signParts } from '../../server/uploads/sign-parts.ts'
import { all } from '../clients/storage/bucket-for-tests.ts'
import { newUpload, openUploads, put, type UploadTest, videoBytes } from '../fixtures/uploads.ts'

async function sendAll({ deps, videoId }: UploadTest, more = {}) {
  const { id } = await beginUpload(deps, videoId, newUpload(20, more))
  const [part] = (await signParts(deps, id, { partNumbers: [1] })).parts
  if (part === undefined) throw new Error('one was asked for')
  const { etag } = await put(part, videoBytes(20))
  return { id, claimed: [{ partNumber: 1, etag }] }
}
const status = async ({ deps, videoId }: UploadTest) =>
  (await deps.database.video.findUniqueOrThrow({ where: { id: videoId } })).status

t.test('giving up removes what has arrived, and the film is a draft again', async (t) => {
  const uploads = await openUploads(t)
  const { id } = await sendAll(uploads)
  t.equal(await status(uploads), 'uploading')
  await abortUpload(uploads.deps, id)
  t.same(await all(uploads.deps.storage.listMultiparts('originals/')), [])
  t.equal(await status(uploads), 'draft')
  await t.resolves(abortUpload(uploads.deps, id), 'twice is as good as once')
})

t.test('a small file that has arrived is removed, too', async (t) => {
  const uploads = await openUploads(t)
  const { id } = await sendAll(uploads, { purpose: 'poster', contentType: 'image/png' })
  await abortUpload(uploads.deps, id)
  t.same(await all(uploads.deps.storage.list('originals/')), [])
})

t.test('a film for which another file is under way goes on waiting', async (t) => {
  const uploads = await openUploads(t)
  const first = await sendAll(uploads)
  const second = await sendAll(uploads)
  await abortUpload(uploads.deps, first.id)
  t.equal(await status(uploads), 'uploading')
  await abortUpload(uploads.deps, second.id)
  t.equal(await status(uploads), 'draft')
})

t.test('what is complete, or the film’s by now, cannot be given up', async (t) => {
  const uploads = await openUploads(t)
  const { id, claimed } = await sendAll(uploads)
  uploads.trouble.taker = new Error('the queue is down')
  await t.rejects(completeUpload(uploads.deps, null, id, claimed))
  await t.rejects(abortUpload(uploads.deps, id), { code: 'CONFLICT' })
  uploads.trouble = Object.assign(uploads.trouble, { taker: undefined })
  await completeUpload(uploads.deps, null, id, claimed)
  await t.rejects(abortUpload(uploads.deps, id), { code: 'CONFLICT' })
  await t.rejects(abortUpload(uploads.deps, randomUUID()), { code: 'NOT_FOUND' })
})

t.test('while the bucket is away it is given up all the same, and removed later', async (t) => {
  const uploads = await openUploads(t)
  const { deps } = uploads
  const { id } = await sendAll(uploads)
  const away = () => Promise.reject(new StorageUnavailable(new Error('away')))
  await abortUpload({ ...deps, storage: { ...deps.storage, abortMultipart: away } }, id)
  t.match(await deps.database.upload.findUnique({ where: { id } }), { status: 'aborted' })
  t.equal(await deps.queue.has(abortJobs, id), true)
  t.equal((await all(deps.storage.listMultiparts('originals/'))).length, 1)
  await runAbortJob(deps, { data: { uploadId: id } })
  t.same(await all(deps.storage.listMultiparts('originals/')), [])
})

t.test('what is asked to be removed and is not given up stays', async (t) => {
  const uploads = await openUploads(t)
  const { id } = await sendAll(uploads)
  await runAbortJob(uploads.deps, { data: { uploadId: id } })
  t.equal((await all(uploads.deps.storage.listMultiparts('originals/'))).length, 1)
})
