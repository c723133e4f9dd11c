import { createHash } from 'node:crypto'
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
} from '@aws-sdk/client-s3'
import type { Test } from 'tap'
import type { S3Target } from './s3.ts'
import { refused } from './s3-refusal.ts'

const md5 = (data: string) => createHash('md5').update(data).digest()

/** Keys that were trouble for somebody, somewhere. */
const oddKeys = [
  'with space',
  'plus+plus',
  "it's (one) *key*!",
  'a&b=c?d#e;f:g@h$i,j',
  'percent%2Fslash%',
  'double//slash',
  'folder/',
  'Größe/日本語/emoji-😀',
  'quote"back`tick<tag>',
  'CASE',
  'case',
  '~tilde_under-dash.dot',
]

export async function objectContract(t: Test, { client, bucket, prefix }: S3Target): Promise<void> {
  const Bucket = bucket
  const at = (name: string) => ({ Bucket, Key: `${prefix}objects/${name}` })
  const put = (name: string, Body: string, more: Partial<PutObjectCommandInput> = {}) =>
    client.send(new PutObjectCommand({ ...at(name), Body, ...more }))
  const get = async (name: string, more: object = {}) => {
    const answer = await client.send(new GetObjectCommand({ ...at(name), ...more }))
    return { ...answer, text: (await answer.Body?.transformToString()) ?? '' }
  }

  await t.test('an object comes back with its bytes, headers and metadata', async (t) => {
    const before = Date.now()
    const written = await put('film.txt', 'curtain up', {
      ContentType: 'text/plain; charset=utf-8',
      CacheControl: 'private, max-age=60',
      ContentDisposition: 'attachment; filename="film.txt"',
      ContentLanguage: 'de',
      Metadata: { maker: 'someone' },
    })
    const etag = `"${md5('curtain up').toString('hex')}"`
    t.equal(written.ETag, etag)
    const read = await get('film.txt')
    t.match(read, {
      text: 'curtain up',
      ETag: etag,
      ContentLength: 10,
      ContentType: 'text/plain; charset=utf-8',
      CacheControl: 'private, max-age=60',
      ContentDisposition: 'attachment; filename="film.txt"',
      ContentLanguage: 'de',
      AcceptRanges: 'bytes',
      Metadata: { maker: 'someone' },
    })
    t.ok(Math.abs(Number(read.LastModified) - before) < 60_000, 'its date is about now')
  })

  await t.test('HEAD tells what GET would, without the bytes', async (t) => {
    await put('head', 'twelve bytes', { ContentType: 'video/mp4' })
    const head = await client.send(new HeadObjectCommand(at('head')))
    t.match(head, { ContentLength: 12, ContentType: 'video/mp4' })
    t.equal(head.ETag, (await get('head')).ETag)
  })

  await t.test('putting again replaces the object and all that was known of it', async (t) => {
    await put('twice', 'first', { ContentType: 'text/plain', Metadata: { a: '1' } })
    await put('twice', 'second', { ContentType: 'text/html' })
    const read = await get('twice')
    t.equal(read.text, 'second')
    t.match(read, { ContentType: 'text/html', Metadata: {} })
    t.same(Object.keys(read.Metadata ?? {}), [])
  })

  await t.test('an empty object is an object', async (t) => {
    await put('empty', '')
    const read = await get('empty')
    t.equal(read.text, '')
    t.equal(read.ContentLength, 0)
    await refused(t, get('empty', { Range: 'bytes=0-' }), 'InvalidRange', 416)
  })

  for (const key of oddKeys) {
    await t.test(`the key ${JSON.stringify(key)} is kept as it is`, async (t) => {
      await put(`odd/${key}`, `of ${key}`)
      t.equal((await get(`odd/${key}`)).text, `of ${key}`)
    })
  }

  await t.test('keys of 1,024 bytes fit', async (t) => {
    const room = 1024 - Buffer.byteLength(`${prefix}objects/`)
    const longest = 'ü'.repeat(Math.floor(room / 2)) + 'x'.repeat(room % 2)
    await put(longest, 'long')
    t.equal((await get(longest)).text, 'long')
  })

  await t.test('what is not there is NoSuchKey, and a bare 404 to HEAD', async (t) => {
    await refused(t, get('never'), 'NoSuchKey', 404)
    await refused(t, client.send(new HeadObjectCommand(at('never'))), 'NotFound', 404)
  })

  await t.test('deleted objects are gone, and deleting again succeeds', async (t) => {
    await put('doomed', 'x')
    await client.send(new DeleteObjectCommand(at('doomed')))
    await refused(t, get('doomed'), 'NoSuchKey', 404)
    await t.resolves(client.send(new DeleteObjectCommand(at('doomed'))))
  })

  await t.test('DeleteObjects deletes many at once, odd keys too', async (t) => {
    const names = ['many/one', 'many/two & <three>', 'many/ü ']
    for (const name of names) await put(name, name)
    const Objects = [...names, 'many/never'].map((name) => ({ Key: at(name).Key }))
    const answer = await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }))
    t.same(
      answer.Deleted?.map(({ Key }) => Key).sort(),
      Objects.map(({ Key }) => Key).sort(),
      'what was not there counts as deleted',
    )
    for (const name of names) await refused(t, get(name), 'NoSuchKey', 404)
    await put(names[0] ?? '', 'again')
    const Delete = { Objects: Objects.slice(0, 1), Quiet: true }
    const quiet = await client.send(new DeleteObjectsCommand({ Bucket, Delete }))
    t.same(quiet.Deleted ?? [], [])
  })

  await t.test('a range', async (t) => {
    await put('range', '0123456789')
    const table = [
      ['bytes=0-0', '0', 'bytes 0-0/10'],
      ['bytes=2-5', '2345', 'bytes 2-5/10'],
      ['bytes=7-', '789', 'bytes 7-9/10'],
      ['bytes=8-100', '89', 'bytes 8-9/10'],
      ['bytes=-3', '789', 'bytes 7-9/10'],
      ['bytes=-100', '0123456789', 'bytes 0-9/10'],
    ] as const
    for (const [Range, text, ContentRange] of table) {
      const read = await get('range', { Range })
      t.match(read, { text, ContentRange, ContentLength: text.length }, Range)
      t.equal(read.$metadata.httpStatusCode, 206)
    }
    await refused(t, get('range', { Range: 'bytes=10-' }), 'InvalidRange', 416)
  })

  await t.test('conditions on reading', async (t) => {
    const { ETag: etag } = await put('conditions', 'x')
    const { LastModified: modified } = await get('conditions')
    const hour = 3_600_000
    const before = new Date(Number(modified) - hour)
    const after = new Date(Number(modified) + hour)
    const passes = (more: object) => t.resolves(get('conditions', more), JSON.stringify(more))
    const fails = (more: object) => refused(t, get('conditions', more), 'PreconditionFailed', 412)
    const unchanged = async (more: object) => {
      // A 304 has no body, so the SDK has no name for it.
      await refused(t, get('conditions', more), 'Unknown', 304)
    }
    await passes({ IfMatch: etag })
    await fails({ IfMatch: '"another"' })
    await passes({ IfNoneMatch: '"another"' })
    await unchanged({ IfNoneMatch: etag })
    await passes({ IfModifiedSince: before })
    await unchanged({ IfModifiedSince: modified })
    await passes({ IfUnmodifiedSince: after })
    await fails({ IfUnmodifiedSince: before })
    await passes({ IfMatch: etag, IfUnmodifiedSince: before })
    await unchanged({ IfNoneMatch: etag, IfModifiedSince: before })
  })

  await t.test('If-None-Match: * writes only where nothing is', async (t) => {
    await put('first-only', 'first', { IfNoneMatch: '*' })
    await refused(t, put('first-only', 'second', { IfNoneMatch: '*' }), 'PreconditionFailed', 412)
    t.equal((await get('first-only')).text, 'first')
  })

  await t.test('another bucket does not exist', async (t) => {
    const other = { Bucket: `${bucket}-that-is-not-there`, Key: 'x' }
    await refused(t, client.send(new GetObjectCommand(other)), 'NoSuchBucket', 404)
    await refused(
      t,
      client.send(new PutObjectCommand({ ...other, Body: 'x' })),
      'NoSuchBucket',
      404,
    )
  })
}
