import { randomUUID } from 'node:crypto'
import t from 'tap'
import type { NewUpload } from '../../contract/uploads.ts'
import { StorageRefused } from '../../server/clients/storage.ts'
import { MatineeError } from '../../server/errors.ts'
import { abortUpload } from '../../server/uploads/abort-upload.ts'
import { beginUpload } from '../../server/uploads/begin-upload.ts'
import { completeUpload } from '../../server/uploads/complete-upload.ts'
import { findUpload } from '../../server/uploads/find-upload.ts'
import { settleUpload } from '../../server/uploads/settle-upload.ts'
import { signParts } from '../../server/uploads/sign-parts.ts'
import { all } from '../clients/storage/bucket-for-tests.ts'
import {
  newUpload,
  openUploads,
  put,
  sha256,
  type UploadTest,
  videoBytes,
} from '../fixtures/uploads.ts'

const partSize = 8 * 1024 ** 2

/** Begins an upload and sends its parts, in the order given. */
async function send(
  { deps, videoId }: UploadTest,
  bytes: Buffer,
  more: Partial<NewUpload> = {},
  order?: number[],
) {
  const begun = await beginUpload(deps, videoId, newUpload(bytes.length, more))
  const numbers = order ?? Array.from({ length: begun.partCount }, (_, at) => at + 1)
  const sent = new Map<number, string>()
  for (const partNumber of numbers) {
    const piece = bytes.subarray((partNumber - 1) * partSize, partNumber * partSize)
    const sums = begun.checksum === null ? {} : { sha256: [sha256(piece)] }
    const [part] = (await signParts(deps, begun.id, { partNumbers: [partNumber], ...sums })).parts
    if (part === undefined) throw new Error('one was asked for')
    sent.set(partNumber, (await put(part, piece)).etag)
  }
  const claimed = [...sent].map(([partNumber, etag]) => ({ partNumber, etag }))
  const { key } = await deps.database.upload.findUniqueOrThrow({ where: { id: begun.id } })
  return {
    id: begun.id,
    key,
    claimed,
    complete: () => completeUpload(deps, null, begun.id, claimed),
  }
}

const statusOf = async ({ deps }: UploadTest, id: string) =>
  (await deps.database.upload.findUniqueOrThrow({ where: { id } })).status
const video = ({ deps, videoId }: UploadTest) =>
  deps.database.video.findUniqueOrThrow({ where: { id: videoId } })

t.test('a whole file is joined, looked into and handed on', async (t) => {
  const uploads = await openUploads(t)
  const bytes = videoBytes(2 * partSize + 3)
  const { id, key, complete } = await send(uploads, bytes, {}, [3, 1, 2])
  t.same(await complete(), { videoId: uploads.videoId, status: 'completed' })
  t.ok(Buffer.from((await uploads.deps.storage.getBytes(key)) ?? []).equals(bytes))
  t.match(uploads.taken, [
    { uploadId: id, videoId: uploads.videoId, purpose: 'video', key, fileName: 'film.mp4' },
  ])
  t.equal((await video(uploads)).sourceKey, key)
  const [entry] = await uploads.deps.database.auditEntry.findMany()
  t.match(entry, { action: 'video.uploaded', details: { sizeBytes: bytes.length } })
})

t.test('a file with checksums is joined with them', async (t) => {
  const uploads = await openUploads(t)
  const { complete } = await send(uploads, videoBytes(partSize + 1), { checksum: 'sha256' })
  t.match(await complete(), { status: 'completed' })
})

t.test('small files are looked into and handed on', async (t) => {
  const uploads = await openUploads(t)
  const more = { contentType: 'text/vtt', language: 'de', label: 'Deutsch' } as const
  const vtt = Buffer.from('WEBVTT\n\n00:00.000 --> 00:01.000\nHallo')
  const { complete } = await send(uploads, vtt, { purpose: 'captions', ...more })
  t.match(await complete(), { status: 'completing' }, 'who reads them ends it')
  t.match(uploads.taken, [{ purpose: 'captions', language: 'de', label: 'Deutsch' }])
  const { sourceKey, status } = await video(uploads)
  t.same({ sourceKey, status }, { sourceKey: null, status: 'draft' }, 'the film is as it was')
})

t.test('completing again is answered alike and hands on once', async (t) => {
  const uploads = await openUploads(t)
  const { complete } = await send(uploads, videoBytes(20))
  t.same(await complete(), await complete())
  t.equal(uploads.taken.length, 1)
})

t.test('of many who complete at once one does the work', async (t) => {
  const uploads = await openUploads(t)
  const { complete } = await send(uploads, videoBytes(20))
  const answers = await Promise.all([complete(), complete(), complete()])
  for (const answer of answers) t.match(answer, { videoId: uploads.videoId, status: /^complet/ })
  t.equal(uploads.taken.length, 1)
})

t.test('while parts are missing, or others than were sent, nothing is joined', async (t) => {
  const uploads = await openUploads(t)
  const { id, claimed } = await send(uploads, videoBytes(2 * partSize + 3), {}, [1, 3])
  const complete = (parts: typeof claimed) => completeUpload(uploads.deps, null, id, parts)
  await t.rejects(complete(claimed), { code: 'CONFLICT', message: /send part 2\./ })
  t.equal(await statusOf(uploads, id), 'open')
  const whole = await send(uploads, videoBytes(20))
  const other = [{ partNumber: 1, etag: '"0123"' }]
  await t.rejects(completeUpload(uploads.deps, null, whole.id, other), {
    code: 'CONFLICT',
    message: /Send part 1 again/,
  })
  t.match(await whole.complete(), { status: 'completed' })
})

t.test('what is no film is deleted and says what to upload instead', async (t) => {
  const uploads = await openUploads(t)
  const disguised = Buffer.from('#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\nfile:///etc/passwd\n')
  const { id, key, complete } = await send(uploads, disguised)
  const refusal = { code: 'UNSUPPORTED_MEDIA_TYPE', message: /MP4, MOV, MKV or WebM/ }
  await t.rejects(complete(), refusal)
  t.equal(await uploads.deps.storage.head(key), null)
  t.same(uploads.taken, [])
  t.match(await findUpload(uploads.deps, id), { status: 'aborted', failure: /MP4/ })
  t.equal((await video(uploads)).status, 'draft')
  await t.rejects(complete(), { code: 'CONFLICT', message: /MP4/ })
})

t.test('what the bucket refuses opens the upload again', async (t) => {
  const uploads = await openUploads(t)
  const { id, claimed, complete } = await send(uploads, videoBytes(20))
  const storage = {
    ...uploads.deps.storage,
    completeMultipart: () => Promise.reject(new StorageRefused('InvalidPart', 400, 'gone', null)),
  }
  const failing = completeUpload({ ...uploads.deps, storage }, null, id, claimed)
  await t.rejects(failing, { code: 'CONFLICT' })
  t.equal(await statusOf(uploads, id), 'open')
  t.match(await complete(), { status: 'completed' })
})

t.test('a file whose taker fails can be completed anew, joined as it is', async (t) => {
  const uploads = await openUploads(t)
  const { id, complete } = await send(uploads, videoBytes(20))
  uploads.trouble.taker = new Error('the queue is down')
  await t.rejects(complete(), { message: 'the queue is down' })
  t.match(await findUpload(uploads.deps, id), { status: 'completing' })
  uploads.trouble = Object.assign(uploads.trouble, { taker: undefined })
  t.match(await complete(), { status: 'completed' })
  t.equal(uploads.taken.length, 1)
})

t.test('a completion that died is taken up after its lease, and not before', async (t) => {
  const uploads = await openUploads(t)
  const { id, complete } = await send(uploads, videoBytes(20))
  const data = { status: 'completing' as const, updatedAt: uploads.deps.clock.now() }
  await uploads.deps.database.upload.update({ where: { id }, data })
  t.match(await complete(), { status: 'completing' })
  uploads.services.clock.advance(300)
  t.match(await complete(), { status: 'completing' })
  t.same(uploads.taken, [])
  uploads.services.clock.advance(1)
  t.match(await complete(), { status: 'completed' })
  t.equal(uploads.taken.length, 1)
})

t.test('a file of another size than announced is deleted, whoever finds it', async (t) => {
  const uploads = await openUploads(t)
  const poster = { purpose: 'poster', contentType: 'image/png' } as const
  const { id, key } = await send(uploads, videoBytes(20), poster)
  await uploads.deps.storage.putBytes(key, 'another', { contentType: 'image/png' })
  await t.rejects(completeUpload(uploads.deps, null, id, null), {
    code: 'CONFLICT',
    message: /its size is not the planned one/,
  })
  const updatedAt = new Date(uploads.deps.clock.now().getTime() - 301_000)
  const died = { status: 'completing' as const, updatedAt }
  await uploads.deps.database.upload.update({ where: { id }, data: died })
  await t.rejects(completeUpload(uploads.deps, null, id, null), {
    code: 'CONFLICT',
    message: /not the size it was announced with/,
  })
  t.equal(await uploads.deps.storage.head(key), null)
})

t.test('an upload that the bucket has forgotten ends with a reason', async (t) => {
  const uploads = await openUploads(t)
  const { id, key, complete } = await send(uploads, videoBytes(20))
  const { multipartId } = await uploads.deps.database.upload.findUniqueOrThrow({ where: { id } })
  await uploads.deps.storage.abortMultipart(key, multipartId ?? '')
  t.match(await findUpload(uploads.deps, id), { status: 'aborted' })
  await t.rejects(complete(), { code: 'CONFLICT', message: /Start a new upload/ })
  t.equal(await statusOf(uploads, id), 'aborted')
})

t.test('an upload that was given up, or never was, cannot be completed', async (t) => {
  const uploads = await openUploads(t)
  const { id, complete } = await send(uploads, videoBytes(20))
  await abortUpload(uploads.deps, id)
  await t.rejects(complete(), { code: 'CONFLICT', message: /given up/ })
  await t.rejects(completeUpload(uploads.deps, null, randomUUID(), []), { code: 'NOT_FOUND' })
  t.same(await all(uploads.deps.storage.list('originals/')), [])
})

t.test('a file that its taker cannot use is removed, and says why for good', async (t) => {
  const uploads = await openUploads(t)
  const why = 'Line 3 of the captions cannot be read.'
  uploads.trouble.taker = new MatineeError('UNSUPPORTED_MEDIA_TYPE', { detail: why })
  const vtt = Buffer.from('WEBVTT\n\n00:00.000 --> soon\nHallo')
  const more = { contentType: 'text/vtt', language: 'de', purpose: 'captions' } as const
  const { id, key, complete } = await send(uploads, vtt, more)
  await t.rejects(complete(), { code: 'UNSUPPORTED_MEDIA_TYPE', message: why })
  t.equal(await statusOf(uploads, id), 'aborted')
  t.equal(await uploads.deps.storage.head(key), null)
  await t.rejects(complete(), { code: 'CONFLICT', message: why })
})

t.test('what may not be deleted stands in nobody’s way', async (t) => {
  const uploads = await openUploads(t)
  const more = { contentType: 'text/vtt', language: 'de', purpose: 'captions' } as const
  const { id, complete } = await send(uploads, Buffer.from('WEBVTT\n'), more)
  await complete()
  const upload = await uploads.deps.database.upload.findUniqueOrThrow({ where: { id } })
  const refusal = new StorageRefused('AccessDenied', 403, 'no', undefined)
  let asked = 0
  const refuse = () => {
    asked++
    return Promise.reject(refusal)
  }
  const storage = { ...uploads.deps.storage, delete: refuse }
  await settleUpload({ ...uploads.deps, storage }, null, upload)
  t.equal(asked, 1)
  t.equal(await statusOf(uploads, id), 'completed')
})

t.test('captions stay in the bucket only as what was made of them', async (t) => {
  const uploads = await openUploads(t)
  const vtt = Buffer.from('WEBVTT\n\n00:00.000 --> 00:01.000\nHallo')
  const more = { contentType: 'text/vtt', language: 'de', purpose: 'captions' } as const
  const { id, key, complete } = await send(uploads, vtt, more)
  await complete()
  t.ok(await uploads.deps.storage.head(key), 'until they have been read')
  const upload = await uploads.deps.database.upload.findUniqueOrThrow({ where: { id } })
  await settleUpload(uploads.deps, null, upload)
  t.equal(await uploads.deps.storage.head(key), null)
  t.match(await complete(), { status: 'completed' }, 'asked again, it is still complete')
})

t.test('a whole that is not made of the parts that arrived is refused, by its ETag', async (t) => {
  const uploads = await openUploads(t)
  const { deps, videoId } = uploads
  const begun = await beginUpload(deps, videoId, newUpload(20))
  const [part] = (await signParts(deps, begun.id, { partNumbers: [1] })).parts
  if (part === undefined) throw new Error('one was asked for')
  const { etag } = await put(part, videoBytes(20))
  const { storage } = deps
  const other: typeof storage.head = async (key) => {
    const object = await storage.head(key)
    if (object === null || key.startsWith('doctor/')) return object
    return { ...object, etag: `"${'0'.repeat(32)}-1"` }
  }
  const changed = { ...deps, storage: { ...storage, head: other } }
  const claimed = [{ partNumber: 1, etag }]
  await t.rejects(completeUpload(changed, null, begun.id, claimed), { code: 'CONFLICT' })
  t.match(await deps.database.upload.findUnique({ where: { id: begun.id } }), { status: 'aborted' })
  t.same(uploads.taken, [])
})

t.test('where the bucket gives no MD5s for ETags a difference says nothing', async (t) => {
  const uploads = await openUploads(t)
  const { deps, videoId } = uploads
  const begun = await beginUpload(deps, videoId, newUpload(20))
  const [part] = (await signParts(deps, begun.id, { partNumbers: [1] })).parts
  if (part === undefined) throw new Error('one was asked for')
  const { etag } = await put(part, videoBytes(20))
  const { storage } = deps
  const encrypted: typeof storage.head = async (key) => {
    const object = await storage.head(key)
    const made = `"${'0'.repeat(32)}${key.startsWith('doctor/') ? '' : '-1'}"`
    return object && { ...object, etag: made }
  }
  const other = { ...deps, storage: { ...storage, head: encrypted } }
  await completeUpload(other, null, begun.id, [{ partNumber: 1, etag }])
  t.equal(uploads.taken.length, 1)
})
