import { createHash, randomBytes } from 'node:crypto'
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  PutObjectCommand,
  UploadPartCommand,
  type UploadPartCommandInput,
} from '@aws-sdk/client-s3'
import type { Test } from 'tap'
import type { S3Target } from './s3.ts'
import { refused } from './s3-refusal.ts'

const smallest = 5 * 1024 ** 2
const md5 = (data: Uint8Array) => createHash('md5').update(data).digest()
const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest('base64')

/** "The entity tag is the MD5 of the concatenated MD5s of the parts, a dash, their number." */
const joinedTag = (...parts: Uint8Array[]) =>
  `"${md5(Buffer.concat(parts.map(md5))).toString('hex')}-${parts.length}"`

export async function multipartContract(
  t: Test,
  { client, bucket, prefix }: S3Target,
): Promise<void> {
  const Bucket = bucket
  const at = (name: string) => ({ Bucket, Key: `${prefix}multipart/${name}` })
  const first = randomBytes(smallest)
  const second = randomBytes(smallest + 1)
  const last = randomBytes(3)

  /** One upload with the calls that belong to it. */
  async function begin(name: string, more: object = {}) {
    const begun = await client.send(new CreateMultipartUploadCommand({ ...at(name), ...more }))
    const id = { ...at(name), UploadId: begun.UploadId ?? '' }
    return {
      id,
      part: async (
        PartNumber: number,
        Body: Uint8Array,
        more: Partial<UploadPartCommandInput> = {},
      ): Promise<CompletedPart> => {
        const answer = await client.send(
          new UploadPartCommand({ ...id, PartNumber, Body, ...more }),
        )
        return { PartNumber, ETag: answer.ETag, ChecksumSHA256: answer.ChecksumSHA256 }
      },
      complete: (Parts: CompletedPart[], more: object = {}) =>
        client.send(
          new CompleteMultipartUploadCommand({ ...id, MultipartUpload: { Parts }, ...more }),
        ),
      parts: (more: object = {}) => client.send(new ListPartsCommand({ ...id, ...more })),
      abort: () => client.send(new AbortMultipartUploadCommand(id)),
    }
  }
  const read = async (name: string, more: object = {}) => {
    const answer = await client.send(new GetObjectCommand({ ...at(name), ...more }))
    return Buffer.from((await answer.Body?.transformToByteArray()) ?? [])
  }

  await t.test('parts sent in any order become one object when completed', async (t) => {
    const upload = await begin('film', { ContentType: 'video/mp4', Metadata: { maker: 'one' } })
    const third = await upload.part(3, last)
    const one = await upload.part(1, first)
    const two = await upload.part(2, second)
    t.equal(one.ETag, `"${md5(first).toString('hex')}"`)
    await refused(t, client.send(new HeadObjectCommand(at('film'))), 'NotFound', 404)
    const done = await upload.complete([one, two, third])
    t.equal(done.ETag, joinedTag(first, second, last))
    const whole = Buffer.concat([first, second, last])
    t.ok((await read('film')).equals(whole), 'byte for byte')
    const head = await client.send(new HeadObjectCommand(at('film')))
    t.match(head, {
      ContentLength: whole.length,
      ContentType: 'video/mp4',
      Metadata: { maker: 'one' },
      ETag: done.ETag,
    })
    const seam = `bytes=${smallest - 2}-${smallest + 1}`
    t.ok((await read('film', { Range: seam })).equals(whole.subarray(smallest - 2, smallest + 2)))
    t.ok((await read('film', { Range: 'bytes=-5' })).equals(whole.subarray(-5)))
    await refused(t, upload.parts(), 'NoSuchUpload', 404)
  })

  await t.test('a part sent again replaces the one before', async (t) => {
    const upload = await begin('again')
    const old = await upload.part(1, Buffer.from('old'))
    const fresh = await upload.part(1, Buffer.from('fresh'))
    await refused(t, upload.complete([old]), 'InvalidPart', 400)
    await upload.complete([fresh])
    t.equal(String(await read('again')), 'fresh')
  })

  await t.test('parts that are not named when completing are left out', async (t) => {
    const upload = await begin('subset')
    await upload.part(1, Buffer.from('left out'))
    const two = await upload.part(2, Buffer.from('kept'))
    await upload.complete([two])
    t.equal(String(await read('subset')), 'kept')
  })

  await t.test('the parts that have arrived are listed, page by page', async (t) => {
    const upload = await begin('listed')
    for (const number of [5, 2, 9]) await upload.part(number, Buffer.from(`part ${number}`))
    const page = await upload.parts({ MaxParts: 2 })
    t.match(page.Parts, [
      { PartNumber: 2, Size: 6 },
      { PartNumber: 5, Size: 6 },
    ])
    t.equal(page.IsTruncated, true)
    const rest = await upload.parts({ PartNumberMarker: page.NextPartNumberMarker })
    t.same(
      rest.Parts?.map(({ PartNumber, ETag }) => [PartNumber, ETag]),
      [[9, `"${md5(Buffer.from('part 9')).toString('hex')}"`]],
    )
    t.equal(rest.IsTruncated, false)
    await upload.abort()
  })

  await t.test('completing is refused, and the upload stays open,', async (t) => {
    const upload = await begin('refused')
    const small = await upload.part(1, Buffer.from('too small'))
    const two = await upload.part(2, last)
    await t.test('for a part too small before the last', (t) =>
      refused(t, upload.complete([small, two]), 'EntityTooSmall', 400),
    )
    await t.test('for parts out of order', (t) =>
      refused(t, upload.complete([two, small]), 'InvalidPartOrder', 400),
    )
    await t.test('for a part that never came', (t) =>
      refused(t, upload.complete([{ ...two, PartNumber: 7 }]), 'InvalidPart', 400),
    )
    await t.test('for no parts at all', (t) => refused(t, upload.complete([]), 'MalformedXML', 400))
    t.equal((await upload.parts()).Parts?.length, 2)
    await upload.abort()
  })

  await t.test('part numbers run from 1 to 10,000', async (t) => {
    const upload = await begin('numbers')
    await refused(t, upload.part(0, last), 'InvalidArgument', 400)
    await refused(t, upload.part(10_001, last), 'InvalidArgument', 400)
    await t.resolves(upload.part(10_000, last))
    await upload.abort()
  })

  await t.test('an aborted upload is gone with its parts', async (t) => {
    const upload = await begin('aborted')
    const one = await upload.part(1, last)
    await upload.abort()
    await refused(t, upload.part(2, last), 'NoSuchUpload', 404)
    await refused(t, upload.complete([one]), 'NoSuchUpload', 404)
    await refused(t, client.send(new HeadObjectCommand(at('aborted'))), 'NotFound', 404)
  })

  await t.test('open uploads are listed below a prefix, page by page', async (t) => {
    const uploads = [await begin('open/a'), await begin('open/b'), await begin('open/b')]
    const seen: string[] = []
    let markers: object = {}
    for (let more = true; more; ) {
      const page = await client.send(
        new ListMultipartUploadsCommand({
          ...{ Bucket, Prefix: at('open/').Key, MaxUploads: 2 },
          ...markers,
        }),
      )
      for (const { UploadId, Initiated } of page.Uploads ?? []) {
        t.type(Initiated, Date)
        seen.push(UploadId ?? '')
      }
      more = page.IsTruncated ?? false
      markers = { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker }
    }
    t.same([...seen].sort(), uploads.map(({ id }) => id.UploadId).sort())
    for (const upload of uploads) await upload.abort()
  })

  await t.test('completing twice, the first answer being lost, is answered alike', async (t) => {
    const upload = await begin('complete-twice')
    const one = await upload.part(1, last)
    const before = await upload.complete([one])
    const after = await upload.complete([one])
    t.equal(after.ETag, before.ETag)
  })

  await t.test('an upload that was joined can be replaced and read meanwhile', async (t) => {
    const upload = await begin('replaced')
    await upload.complete([await upload.part(1, first)])
    const slow = await client.send(new GetObjectCommand(at('replaced')))
    await client.send(new PutObjectCommand({ ...at('replaced'), Body: 'new' }))
    const old = Buffer.from((await slow.Body?.transformToByteArray()) ?? [])
    t.ok(old.equals(first), 'who was reading reads on')
    t.equal(String(await read('replaced')), 'new')
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
