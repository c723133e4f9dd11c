import { createHash, randomBytes } from 'node:crypto'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import type { Test } from 'tap'
import { multiparts } from './multiparts.ts'
import type { S3Target } from './s3.ts'
import { refused } from './s3-refusal.ts'

const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest('base64')

/** What S3 does with multipart uploads, and Matinee does without. */
export async function multipartFidelity(t: Test, target: S3Target): Promise<void> {
  const { client } = target
  const { at, begin, read } = multiparts(target)
  const first = randomBytes(5 * 1024 ** 2)
  const last = randomBytes(3)

  await t.test('the answer to completing holds the tag of the whole', async (t) => {
    const upload = await begin('tag')
    const done = await upload.complete([await upload.part(1, last)])
    t.match(done.ETag, /^"[0-9a-f]{32}-1"$/)
    await refused(t, upload.parts(), 'NoSuchUpload', 404)
  })

  await t.test('completing is refused for parts out of order', async (t) => {
    const upload = await begin('order')
    const parts = [await upload.part(2, last), await upload.part(1, first)]
    await refused(t, upload.complete(parts), 'InvalidPartOrder', 400)
    await upload.abort()
    await refused(t, upload.complete(parts), 'NoSuchUpload', 404)
  })

  await t.test('parts that are not named when completing are left out', async (t) => {
    const upload = await begin('subset')
    await upload.part(1, Buffer.from('left out'))
    const two = await upload.part(2, Buffer.from('kept'))
    await upload.complete([two])
    t.equal(String(await read('subset')), 'kept')
  })

  await t.test('part numbers run from 1 to 10,000', async (t) => {
    const upload = await begin('numbers')
    await refused(t, upload.part(0, last), 'InvalidArgument', 400)
    await refused(t, upload.part(10_001, last), 'InvalidArgument', 400)
    await t.resolves(upload.part(10_000, last))
    await upload.abort()
  })

  await t.test('completing twice, the first answer being lost, is answered alike', async (t) => {
    const upload = await begin('complete-twice')
    const one = await upload.part(1, last)
    const before = await upload.complete([one])
    const after = await upload.complete([one])
    t.equal(after.ETag, before.ETag)
  })

  await t.test('If-None-Match: * completes only where nothing is', async (t) => {
    await client.send(new PutObjectCommand({ ...at('taken'), Body: 'there' }))
    const upload = await begin('taken')
    const one = await upload.part(1, last)
    await refused(t, upload.complete([one], { IfNoneMatch: '*' }), 'PreconditionFailed', 412)
    t.equal(String(await read('taken')), 'there')
    await upload.abort()
  })

  await t.test('with SHA-256 asked for, every part must bring its own', async (t) => {
    const upload = await begin('sums', { ChecksumAlgorithm: 'SHA256' })
    const wrong = { ChecksumSHA256: sha256(last) }
    await refused(t, upload.part(1, first, wrong), 'BadDigest', 400)
    const one = await upload.part(1, first, { ChecksumSHA256: sha256(first) })
    const two = await upload.part(2, last, { ChecksumSHA256: sha256(last) })
    t.equal((await upload.parts()).Parts?.[1]?.ChecksumSHA256, sha256(last))
    const bare = [one, two].map(({ PartNumber, ETag }) => ({ PartNumber, ETag }))
    await refused(t, upload.complete(bare), 'InvalidRequest', 400)
    const done = await upload.complete([one, two])
    const sums = [first, last].map((part) => Buffer.from(sha256(part), 'base64'))
    t.equal(done.ChecksumSHA256, `${sha256(Buffer.concat(sums))}-2`)
  })
}
