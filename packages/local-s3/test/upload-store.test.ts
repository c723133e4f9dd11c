import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { type Bucket, openBucketStore } from '../src/bucket-store.ts'
import type { UploadedPart } from '../src/join-parts.ts'
import { scratch } from './helper.ts'

async function* bytes(text: string) {
  yield Buffer.from(text)
}
const part = (number: number, text: string): UploadedPart => ({
  ...{ number, size: text.length, md5: `md5 of ${text}`, checksum: null, modified: 0 },
})

async function bucketIn(directory: string): Promise<Bucket> {
  const store = await openBucketStore(directory)
  if (!store.has('films')) await store.create('films', 0)
  return store.find('films')
}

/** An upload of one part, not yet completed. */
async function begin({ uploads }: Bucket, key = 'film') {
  const details = { key, initiated: 1, headers: {}, checksumName: null }
  const uploadId = await uploads.create(details)
  const upload = uploads.find(key, uploadId)
  await uploads.putPart(upload, 1, bytes('one'), () => part(1, 'one'))
  const claimed = [{ number: 1, etag: 'md5 of one', checksum: null }]
  return { upload, request: { key, uploadId, claimed, conditions: {}, now: 5 } }
}

async function read(t: Test, { objects }: Bucket, key = 'film'): Promise<string> {
  const object = await objects.open(key)
  if (object === null) throw new Error(`${key} is not there`)
  const chunks: Buffer[] = []
  const stream = object.stream({ start: 0, end: object.record.size - 1 })
  t.ok(stream)
  for await (const chunk of stream ?? []) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

t.test('open uploads and their parts survive a restart', async (t) => {
  const directory = await scratch(t)
  const { upload } = await begin(await bucketIn(directory))
  const { uploads } = await bucketIn(directory)
  t.same(uploads.list(), [upload])
  t.same(await uploads.parts(upload), [part(1, 'one')])
})

t.test('completed uploads survive a restart, and completing again is answered alike', async (t) => {
  const directory = await scratch(t)
  const before = await bucketIn(directory)
  const { request } = await begin(before)
  const record = await before.uploads.complete(request)
  const after = await bucketIn(directory)
  t.equal(await read(t, after), 'one')
  t.same(after.uploads.list(), [])
  t.same(await after.uploads.complete(request), record)
})

t.test(
  'a crash between putting the object in place and closing the upload is made good',
  async (t) => {
    const directory = await scratch(t)
    const before = await bucketIn(directory)
    const { upload, request } = await begin(before)
    await before.uploads.putPart(upload, 2, bytes('unused'), () => part(2, 'unused'))
    await before.uploads.complete(request)
    const folder = before.partFolders.folderOf(upload.uploadId)
    rmSync(join(folder, 'joined.json'))
    const after = await bucketIn(directory)
    t.same(after.uploads.list(), [], 'it is not open')
    t.equal(await read(t, after), 'one')
    t.same(readdirSync(folder).sort(), ['joined.json', 'part-00001', 'upload.json'])
  },
)

t.test('parts whose object is gone are deleted, at the latest at the next start', async (t) => {
  const directory = await scratch(t)
  const before = await bucketIn(directory)
  const { upload, request } = await begin(before)
  await before.uploads.complete(request)
  const folder = before.partFolders.folderOf(upload.uploadId)
  const object = join(directory, 'buckets', 'films', 'objects', 'kfilm')
  rmSync(object)
  t.ok(existsSync(folder))
  await bucketIn(directory)
  t.notOk(existsSync(folder))
})

t.test('a joined object that is replaced or deleted gives up its parts', async (t) => {
  const bucket = await bucketIn(await scratch(t))
  for (const key of ['deleted', 'replaced']) {
    const { upload, request } = await begin(bucket, key)
    await bucket.uploads.complete(request)
    if (key === 'deleted') await bucket.objects.delete(key)
    else await bucket.uploads.complete((await begin(bucket, key)).request)
    await bucket.partFolders.settled()
    t.notOk(existsSync(bucket.partFolders.folderOf(upload.uploadId)), key)
  }
})

t.test('who reads a joined object reads it to its end, whatever happens to it', async (t) => {
  const bucket = await bucketIn(await scratch(t))
  const { upload, request } = await begin(bucket)
  await bucket.uploads.complete(request)
  const reader = await bucket.objects.open('film')
  await bucket.objects.delete('film')
  await bucket.partFolders.settled()
  const chunks: Buffer[] = []
  for await (const chunk of reader?.stream({ start: 0, end: 2 }) ?? []) chunks.push(chunk)
  t.equal(String(Buffer.concat(chunks)), 'one')
  await bucket.partFolders.settled()
  t.notOk(existsSync(bucket.partFolders.folderOf(upload.uploadId)), 'then the parts go')
})

t.test('two completions at once make one object and one answer', async (t) => {
  const bucket = await bucketIn(await scratch(t))
  const { request } = await begin(bucket)
  const [one, two] = await Promise.all([
    bucket.uploads.complete(request),
    bucket.uploads.complete({ ...request, now: 6 }),
  ])
  t.same(one, two)
})

t.test('a part that arrives after the end is refused and leaves nothing', async (t) => {
  const bucket = await bucketIn(await scratch(t))
  const { upload, request } = await begin(bucket)
  await bucket.uploads.complete(request)
  const late = bucket.uploads.putPart(upload, 1, bytes('late'), () => part(1, 'late'))
  await t.rejects(late, { code: 'NoSuchUpload' })
  t.equal(await read(t, bucket), 'one')
  const other = await begin(bucket, 'aborted')
  await bucket.uploads.abort('aborted', other.upload.uploadId)
  t.throws(() => bucket.uploads.find('aborted', other.upload.uploadId), { code: 'NoSuchUpload' })
})

t.test('an upload belongs to its key', async (t) => {
  const bucket = await bucketIn(await scratch(t))
  const { upload } = await begin(bucket)
  t.throws(() => bucket.uploads.find('other', upload.uploadId), { code: 'NoSuchUpload' })
  await t.rejects(bucket.uploads.abort('other', upload.uploadId), { code: 'NoSuchUpload' })
  t.throws(() => bucket.uploads.find('film', '../../x'), { code: 'NoSuchUpload' })
})
