import { readdirSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import t from 'tap'
import { scratch } from './helper.ts'
import { type S3Process, startS3Process, where } from './server-in-process.ts'
import { until } from './until.ts'

const Bucket = where.bucket
const put = ({ client }: S3Process, Key: string, Body: string) =>
  client.send(new PutObjectCommand({ Bucket, Key, Body }))
const get = async ({ client }: S3Process, Key: string) => {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }))
  return Body?.transformToString()
}

/** Bytes that lie half-written in the staging folder. */
const stagedBytes = (directory: string): number =>
  readdirSync(join(directory, 'staging'))
    .map((name) => statSync(join(directory, 'staging', name)).size)
    .reduce((sum, size) => sum + size, 0)

t.test('kill -9 in the middle of a PUT leaves what was there before, whole', async (t) => {
  const directory = await scratch(t)
  const before = await startS3Process(t, directory)
  await put(before, 'film', 'the old film')
  for (const Key of ['film', 'new film']) {
    const url = await getSignedUrl(before.client, new PutObjectCommand({ Bucket, Key }))
    const upload = request(url, { method: 'PUT', headers: { 'content-length': 20_000_000 } })
    upload.on('error', () => {})
    upload.write(Buffer.alloc(5_000_000))
  }
  await until('ten megabytes', () => stagedBytes(directory) >= 10_000_000)
  await before.kill()

  const after = await startS3Process(t, directory)
  t.equal(await get(after, 'film'), 'the old film')
  const { Contents } = await after.client.send(new ListObjectsV2Command({ Bucket }))
  t.same(
    Contents?.map(({ Key }) => Key),
    ['film'],
  )
  t.equal(stagedBytes(directory), 0, 'the halves are gone')
})

t.test('kill -9 at any moment loses nothing that was acknowledged', async (t) => {
  const directory = await scratch(t)
  const text = (key: string) => `${key}:`.repeat(5000)
  const acknowledged: string[] = []
  for (let round = 0; round < 3; round++) {
    const server = await startS3Process(t, directory)
    const write = async (writer: number) => {
      for (let count = 0; ; count++) {
        const key = `${round}/${writer}/${count}`
        await put(server, key, text(key))
        acknowledged.push(key)
      }
    }
    const writers = [write(0), write(1), write(2)].map((writer) => writer.catch(() => {}))
    const enough = acknowledged.length + 25
    await until('enough writes', () => acknowledged.length >= enough)
    await server.kill()
    await Promise.all(writers)
  }
  const server = await startS3Process(t, directory)
  for (const key of acknowledged) {
    if ((await get(server, key)) !== text(key)) t.fail(`${key} was lost or damaged`)
  }
  const { Contents = [] } = await server.client.send(new ListObjectsV2Command({ Bucket }))
  for (const { Key = '' } of Contents) {
    if ((await get(server, Key)) !== text(Key)) t.fail(`${Key} is listed but damaged`)
  }
  t.ok(Contents.length >= acknowledged.length)
})
