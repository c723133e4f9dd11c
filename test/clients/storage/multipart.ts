import { S3Client, UploadPartCommand } from '@aws-sdk/client-s3'
import type { Test } from 'tap'
import { all, type OpenBucket } from './bucket-for-tests.ts'

/** Sends parts as a browser would, past the storage client. */
async function begin(t: Test, open: OpenBucket) {
  const storage = await open(t)
  const { endpoint, location } = storage
  const browser = new S3Client({
    ...{ endpoint, region: location.region, forcePathStyle: true },
    credentials: await storage.credentials(),
    requestChecksumCalculation: 'WHEN_REQUIRED',
  })
  t.teardown(() => browser.destroy())
  const send = async (Key: string, UploadId: string, PartNumber: number, text: string) => {
    const part = { Bucket: location.bucket, Key, UploadId, PartNumber, Body: text }
    const { ETag = '' } = await browser.send(new UploadPartCommand(part))
    return { partNumber: PartNumber, etag: ETag }
  }
  return { storage, send }
}

export async function multipartSuite(t: Test, open: OpenBucket): Promise<void> {
  await t.test('parts sent by somebody else are listed and joined', async (t) => {
    const { storage, send } = await begin(t, open)
    const id = await storage.createMultipart('film', { contentType: 'video/mp4' })
    const part = await send('film', id, 1, 'frames')
    t.match(await storage.listParts('film', id), [{ ...part, sizeBytes: 6 }])
    t.equal(await storage.completeMultipart('film', id, [part]), true)
    t.match(await storage.head('film'), { sizeBytes: 6, contentType: 'video/mp4' })
  })

  await t.test('more parts than fit one page are all listed', async (t) => {
    const { storage, send } = await begin(t, open)
    const id = await storage.createMultipart('film', { contentType: 'video/mp4' })
    const numbers = Array.from({ length: 1002 }, (_, at) => at + 1)
    for (let at = 0; at < numbers.length; at += 50) {
      const some = numbers.slice(at, at + 50)
      await Promise.all(some.map((number) => send('film', id, number, 'x')))
    }
    const parts = await storage.listParts('film', id)
    t.same(
      parts?.map(({ partNumber }) => partNumber),
      numbers,
    )
  })

  await t.test('an upload that is over, or never was, is null; aborting it succeeds', async (t) => {
    const { storage } = await begin(t, open)
    const id = await storage.createMultipart('film', { contentType: 'video/mp4' })
    await storage.abortMultipart('film', id)
    for (const over of [id, 'never-was']) {
      t.equal(await storage.listParts('film', over), null)
      t.equal(await storage.completeMultipart('film', over, [{ partNumber: 1, etag: 'x' }]), false)
      await t.resolves(storage.abortMultipart('film', over))
    }
  })

  await t.test('what S3 says against the parts is told', async (t) => {
    const { storage } = await begin(t, open)
    const id = await storage.createMultipart('film', { contentType: 'video/mp4' })
    const parts = [{ partNumber: 1, etag: '"0"' }]
    await t.rejects(storage.completeMultipart('film', id, parts), { code: 'InvalidPart' })
  })

  await t.test('open uploads below a prefix are listed', async (t) => {
    const { storage } = await begin(t, open)
    const one = await storage.createMultipart('originals/a', { contentType: 'video/mp4' })
    await storage.createMultipart('others/a', { contentType: 'video/mp4' })
    t.match(await all(storage.listMultiparts('originals/')), [
      { key: 'originals/a', multipartId: one, startedAt: Date },
    ])
  })
}
