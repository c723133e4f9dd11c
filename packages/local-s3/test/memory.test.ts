import { once } from 'node:events'
import { request } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  ListPartsCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import t from 'tap'
import { scratch } from './helper.ts'
import { startS3Process, where } from './server-in-process.ts'

const mebibyte = 1024 ** 2
/** S3_TEST_MEBIBYTES=1024 for the gibibyte. */
const size = Number(process.env.S3_TEST_MEBIBYTES ?? 192) * mebibyte
/** What a server may grow by while bodies pass through; far below any of them. */
const allowance = 96 * mebibyte

function* zeros(count: number) {
  const chunk = Buffer.alloc(mebibyte)
  for (let at = 0; at < count; at += chunk.length) yield chunk
}

async function send(url: string, count: number): Promise<number> {
  const upload = request(url, { method: 'PUT', headers: { 'content-length': count } })
  const [[answer]] = await Promise.all([
    once(upload, 'response'),
    pipeline(Readable.from(zeros(count)), upload),
  ])
  answer.resume()
  return answer.statusCode
}

async function receive(url: string): Promise<number> {
  const [answer] = await once(request(url).end(), 'response')
  let count = 0
  for await (const chunk of answer) count += chunk.length
  return count
}

t.test('memory stays flat while large bodies come and go', async (t) => {
  const server = await startS3Process(t, await scratch(t))
  const object = { Bucket: where.bucket, Key: 'large' }
  await server.client.send(new PutObjectCommand({ ...object, Body: 'small' }))
  const before = await server.maxRss()

  t.equal(await send(await getSignedUrl(server.client, new PutObjectCommand(object)), size), 200)
  t.equal(await receive(await getSignedUrl(server.client, new GetObjectCommand(object))), size)

  const { UploadId } = await server.client.send(new CreateMultipartUploadCommand(object))
  const PartNumber = 1
  const part = new UploadPartCommand({ ...object, UploadId, PartNumber })
  t.equal(await send(await getSignedUrl(server.client, part), size), 200)
  const { Parts } = await server.client.send(new ListPartsCommand({ ...object, UploadId }))
  const MultipartUpload = { Parts: Parts?.map(({ ETag }) => ({ PartNumber, ETag })) }
  const complete = new CompleteMultipartUploadCommand({ ...object, UploadId, MultipartUpload })
  await server.client.send(complete)
  t.equal(await receive(await getSignedUrl(server.client, new GetObjectCommand(object))), size)

  const growth = (await server.maxRss()) - before
  t.ok(growth < allowance, `grew by ${Math.round(growth / mebibyte)} MiB`)
})
