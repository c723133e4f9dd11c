import { createHash, randomBytes } from 'node:crypto'
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3'
import type { Test } from 'tap'
import { multiparts } from './multiparts.ts'
import type { S3Target } from './s3.ts'
import { refused } from './s3-refusal.ts'

const smallest = 5 * 1024 ** 2
const md5 = (data: Uint8Array) => createHash('md5').update(data).digest()

/** "The entity tag is the MD5 of the concatenated MD5s of the parts, a dash, their number." */
const joinedTag = (...parts: Uint8Array[]) =>
  `"${md5(Buffer.concat(parts.map(md5))).toString('hex')}-${parts.length}"`

export async function multipartContract(t: Test, target: S3Target): Promise<void> {
  const { client, bucket: Bucket } = target
  const { at, begin, read } = multiparts(target)
  const first = randomBytes(smallest)
  const second = randomBytes(smallest + 1)
  const last = randomBytes(3)

  await t.test('parts sent in any order become one object when completed', async (t) => {
    const upload = await begin('film', { ContentType: 'video/mp4', Metadata: { maker: 'one' } })
    const third = await upload.part(3, last)
    const one = await upload.part(1, first)
    const two = await upload.part(2, second)
    t.equal(one.ETag, `"${md5(first).toString('hex')}"`)
    await refused(t, client.send(new HeadObjectCommand(at('film'))), 'NotFound', 404)
    await upload.complete([one, two, third])
    const whole = Buffer.concat([first, second, last])
    t.ok((await read('film')).equals(whole), 'byte for byte')
    const head = await client.send(new HeadObjectCommand(at('film')))
    t.match(head, {
      ContentLength: whole.length,
      ContentType: 'video/mp4',
      Metadata: { maker: 'one' },
      ETag: joinedTag(first, second, last),
    })
    const seam = `bytes=${smallest - 2}-${smallest + 1}`
    t.ok((await read('film', { Range: seam })).equals(whole.subarray(smallest - 2, smallest + 2)))
    t.ok((await read('film', { Range: 'bytes=-5' })).equals(whole.subarray(-5)))
    t.match(await upload.parts().catch((error) => error), { $metadata: { httpStatusCode: 404 } })
  })

  await t.test('a part sent again replaces the one before', async (t) => {
    const upload = await begin('again')
    const old = await upload.part(1, Buffer.from('old'))
    const fresh = await upload.part(1, Buffer.from('fresh'))
    await refused(t, upload.complete([old]), 'InvalidPart', 400)
    await upload.complete([fresh])
    t.equal(String(await read('again')), 'fresh')
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
    await t.test('for a part that never came', (t) =>
      refused(t, upload.complete([{ ...two, PartNumber: 7 }]), 'InvalidPart', 400),
    )
    await t.test('for no parts at all', (t) => refused(t, upload.complete([]), 'MalformedXML', 400))
    t.equal((await upload.parts()).Parts?.length, 2)
    await upload.abort()
  })

  await t.test('an aborted upload is gone with its parts', async (t) => {
    const upload = await begin('aborted')
    await upload.part(1, last)
    await upload.abort()
    await refused(t, upload.part(2, last), 'NoSuchUpload', 404)
    t.match(await upload.parts().catch((error) => error), { $metadata: { httpStatusCode: 404 } })
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

  await t.test('an upload that was joined can be replaced and read meanwhile', async (t) => {
    const upload = await begin('replaced')
    await upload.complete([await upload.part(1, first)])
    const slow = await client.send(new GetObjectCommand(at('replaced')))
    await client.send(new PutObjectCommand({ ...at('replaced'), Body: 'new' }))
    const old = Buffer.from((await slow.Body?.transformToByteArray()) ?? [])
    t.ok(old.equals(first), 'who was reading reads on')
    t.equal(String(await read('replaced')), 'new')
  })
}
