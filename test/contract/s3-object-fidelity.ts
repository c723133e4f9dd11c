import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { GetObjectCommand, PutObjectCommand, type PutObjectCommandInput } from '@aws-sdk/client-s3'
import type { Test } from 'tap'
import type { S3Target } from './s3.ts'
import { refused } from './s3-refusal.ts'

const md5 = (data: string) => createHash('md5').update(data).digest()

/** What S3 does with objects, and Matinee does without. */
export async function objectFidelity(t: Test, { client, bucket, prefix }: S3Target): Promise<void> {
  const Bucket = bucket
  const at = (name: string) => ({ Bucket, Key: `${prefix}fidelity/${name}` })
  const put = (name: string, Body: string, more: Partial<PutObjectCommandInput> = {}) =>
    client.send(new PutObjectCommand({ ...at(name), Body, ...more }))
  const get = async (name: string, more: object = {}) => {
    const answer = await client.send(new GetObjectCommand({ ...at(name), ...more }))
    return { ...answer, text: (await answer.Body?.transformToString()) ?? '' }
  }

  await t.test('keys of 1,025 bytes do not fit', async (t) => {
    const key = 'x'.repeat(1025 - Buffer.byteLength(`${prefix}fidelity/`))
    await refused(t, put(key, 'too long'), 'KeyTooLongError', 400)
  })

  await t.test('a range that is none is passed over', async (t) => {
    await put('range', '0123456789')
    for (const Range of ['bytes=5-2', 'bytes=x-y', 'lines=1-2']) {
      const whole = await get('range', { Range })
      t.same([whole.$metadata.httpStatusCode, whole.text], [200, '0123456789'], `${Range} is none`)
    }
  })

  await t.test('a body that is not what its digest says is refused and not kept', async (t) => {
    const wrong = md5('other').toString('base64')
    await refused(t, put('digest', 'this', { ContentMD5: wrong }), 'BadDigest', 400)
    await refused(t, put('digest', 'this', { ContentMD5: 'short' }), 'InvalidDigest', 400)
    await refused(t, put('digest', 'this', { ChecksumCRC32: 'AAAAAA==' }), 'BadDigest', 400)
    await refused(t, get('digest'), 'NoSuchKey', 404)
    await put('digest', 'this', { ContentMD5: md5('this').toString('base64') })
    t.equal((await get('digest')).text, 'this')
  })

  for (const ChecksumAlgorithm of ['CRC32', 'CRC32C', 'SHA1', 'SHA256'] as const) {
    await t.test(`a ${ChecksumAlgorithm} checksum is checked and kept`, async (t) => {
      const written = await put(`sum-${ChecksumAlgorithm}`, 'checked', { ChecksumAlgorithm })
      const name = `Checksum${ChecksumAlgorithm}` as const
      t.ok(written[name])
      const read = await get(`sum-${ChecksumAlgorithm}`, { ChecksumMode: 'ENABLED' })
      t.equal(read[name], written[name])
      t.equal(read.text, 'checked')
    })
  }

  await t.test('a stream with its checksum behind it arrives whole', async (t) => {
    const text = 'reel '.repeat(100_000)
    const Body = Readable.from(
      [text.slice(0, 70_001), text.slice(70_001)].map((s) => Buffer.from(s)),
    )
    const ContentLength = text.length
    await client.send(
      new PutObjectCommand({ ...at('stream'), Body, ContentLength, ChecksumAlgorithm: 'CRC32' }),
    )
    const read = await get('stream', { ChecksumMode: 'ENABLED' })
    t.equal(read.text, text)
    t.ok(read.ChecksumCRC32)
    t.notOk(read.ContentEncoding?.includes('aws-chunked'), 'the framing is not kept as an encoding')
  })
}
