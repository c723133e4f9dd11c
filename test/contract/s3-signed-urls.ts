import {
  AbortMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import type { Test } from 'tap'
import type { S3Target } from './s3.ts'
import { codeIn, refused } from './s3-refusal.ts'

type Signable =
  | GetObjectCommand
  | HeadObjectCommand
  | PutObjectCommand
  | DeleteObjectCommand
  | UploadPartCommand
  | ListObjectsV2Command
type SigningOptions = Parameters<typeof getSignedUrl>[2]

const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1000)

export async function signedUrlContract(
  t: Test,
  { client, bucket, prefix }: S3Target,
): Promise<void> {
  const Bucket = bucket
  const at = (name: string) => ({ Bucket, Key: `${prefix}signed/${name}` })
  const sign = (command: Signable, options: SigningOptions = {}) =>
    // The presigner's types know one command at a time.
    getSignedUrl(client, command as GetObjectCommand, { expiresIn: 60, ...options })
  const expect = async (t: Test, answer: Response, status: number, code: string) => {
    t.same([answer.status, await codeIn(answer)], [status, code])
  }
  const video = at('film +ü.mp4')
  await client.send(
    new PutObjectCommand({ ...video, Body: '0123456789', ContentType: 'video/mp4' }),
  )

  await t.test('a signed GET hands out the object, ranges too, to whoever holds it', async (t) => {
    const url = await sign(new GetObjectCommand(video))
    const whole = await fetch(url)
    t.equal(whole.status, 200)
    t.equal(whole.headers.get('content-type'), 'video/mp4')
    t.equal(await whole.text(), '0123456789')
    const part = await fetch(url, { headers: { range: 'bytes=2-4' } })
    t.same([part.status, await part.text()], [206, '234'])
    const tag = whole.headers.get('etag') ?? ''
    t.equal((await fetch(url, { headers: { 'if-none-match': tag } })).status, 304)
    const missing = await fetch(await sign(new GetObjectCommand(at('never'))))
    await expect(t, missing, 404, 'NoSuchKey')
  })

  await t.test('a signed HEAD and a signed PUT do what they were signed for', async (t) => {
    const head = await fetch(await sign(new HeadObjectCommand(video)), { method: 'HEAD' })
    t.same([head.status, head.headers.get('content-length')], [200, '10'])
    const target = at('put')
    const put = await fetch(await sign(new PutObjectCommand(target)), {
      method: 'PUT',
      body: 'from a browser',
      headers: { 'content-type': 'text/vtt' },
    })
    t.equal(put.status, 200)
    t.match(await client.send(new HeadObjectCommand(target)), {
      ContentLength: 14,
      ContentType: 'text/vtt',
    })
  })

  await t.test('signed length and type bind whoever sends', async (t) => {
    const target = { ...at('bound'), ContentLength: 4, ContentType: 'image/jpeg' }
    const signableHeaders = new Set(['host', 'content-length', 'content-type'])
    const url = await sign(new PutObjectCommand(target), { signableHeaders })
    const send = (body: string, type: string) =>
      fetch(url, { method: 'PUT', body, headers: { 'content-type': type } })
    await expect(t, await send('four!', 'image/jpeg'), 403, 'SignatureDoesNotMatch')
    await expect(t, await send('four', 'text/html'), 403, 'SignatureDoesNotMatch')
    await refused(t, client.send(new HeadObjectCommand(at('bound'))), 'NotFound', 404)
    t.equal((await send('four', 'image/jpeg')).status, 200)
  })

  await t.test('a signed UploadPart takes a part', async (t) => {
    const { UploadId } = await client.send(new CreateMultipartUploadCommand(at('parts')))
    const id = { ...at('parts'), UploadId }
    const url = await sign(new UploadPartCommand({ ...id, PartNumber: 1 }))
    const put = await fetch(url, { method: 'PUT', body: 'a part' })
    t.equal(put.status, 200)
    t.match(put.headers.get('etag'), /^"[0-9a-f]{32}"$/)
    const other = new URL(url)
    other.searchParams.set('partNumber', '2')
    await expect(t, await fetch(other, { method: 'PUT', body: 'x' }), 403, 'SignatureDoesNotMatch')
    await client.send(new AbortMultipartUploadCommand(id))
    await expect(t, await fetch(url, { method: 'PUT', body: 'late' }), 404, 'NoSuchUpload')
  })

  await t.test('the answer’s headers can be chosen when signing', async (t) => {
    const url = await sign(
      new GetObjectCommand({
        ...video,
        ResponseContentType: 'application/x-film',
        ResponseContentDisposition: 'attachment; filename="a film.mp4"',
        ResponseCacheControl: 'no-store',
      }),
    )
    const { headers } = await fetch(url)
    t.equal(headers.get('content-type'), 'application/x-film')
    t.equal(headers.get('content-disposition'), 'attachment; filename="a film.mp4"')
    t.equal(headers.get('cache-control'), 'no-store')
  })

  await t.test('an unknown x- parameter is tolerated when signed, and only then', async (t) => {
    const command = new GetObjectCommand(video)
    command.middlewareStack.add(
      (next) => (args) => {
        const request = args.request as { query: Record<string, string> }
        request.query['x-matinee-session'] = 'a session'
        return next(args)
      },
      { step: 'build' },
    )
    const url = await sign(command)
    t.match(url, 'x-matinee-session=a%20session')
    t.equal((await fetch(url)).status, 200)
    const another = url.replace('a%20session', 'another')
    await expect(t, await fetch(another), 403, 'SignatureDoesNotMatch')
    const plain = await sign(new GetObjectCommand(video))
    const added = await fetch(`${plain}&x-matinee-session=me`)
    await expect(t, added, 403, 'SignatureDoesNotMatch')
  })

  await t.test('a URL that was tampered with is refused:', async (t) => {
    await client.send(new PutObjectCommand({ ...at('other'), Body: 'other' }))
    const url = await sign(new GetObjectCommand(at('tampered')))
    const mismatch = async (t: Test, changed: string | URL, init: RequestInit = {}) =>
      expect(t, await fetch(changed, init), 403, 'SignatureDoesNotMatch')
    const change = (name: string, value: string) => {
      const changed = new URL(url)
      changed.searchParams.set(name, value)
      return changed
    }
    await t.test('another key', (t) => mismatch(t, url.replace('/tampered', '/other')))
    await t.test('another method', (t) => mismatch(t, url, { method: 'DELETE' }))
    await t.test('a longer life', (t) => mismatch(t, change('X-Amz-Expires', '3600')))
    await t.test('an added parameter', (t) =>
      mismatch(t, `${url}&response-content-type=text%2Fhtml`),
    )
    await t.test('another signature', (t) => mismatch(t, change('X-Amz-Signature', '0'.repeat(64))))
    await t.test('another key pair', async (t) => {
      const credential = new URL(url).searchParams.get('X-Amz-Credential') ?? ''
      const other = credential.replace(/^[^/]+/, 'AKIAIOSFODNN7NOTHERE')
      await expect(t, await fetch(change('X-Amz-Credential', other)), 403, 'InvalidAccessKeyId')
    })
    await t.test('a signature taken off', async (t) => {
      const bare = new URL(url)
      bare.searchParams.delete('X-Amz-Signature')
      t.ok([400, 403].includes((await fetch(bare)).status))
    })
    await t.test('the whole query taken off', async (t) => {
      await expect(t, await fetch(url.split('?')[0] ?? ''), 403, 'AccessDenied')
    })
  })

  await t.test('nothing can be done without a signature', async (t) => {
    const bare = async (command: Signable, init: RequestInit) => {
      const url = new URL(await sign(command))
      url.search = ''
      await expect(t, await fetch(url, init), 403, 'AccessDenied')
    }
    await bare(new GetObjectCommand(video), {})
    await bare(new PutObjectCommand(at('anonymous')), { method: 'PUT', body: 'x' })
    await bare(new DeleteObjectCommand(video), { method: 'DELETE' })
    await bare(new ListObjectsV2Command({ Bucket }), {})
  })

  await t.test('a URL works in its life, up to a week, and not after', async (t) => {
    const command = new GetObjectCommand(video)
    const signedAt = (signingDate: Date) => sign(command, { signingDate, expiresIn: 60 })
    t.equal((await fetch(await signedAt(secondsAgo(30)))).status, 200)
    const old = await fetch(await signedAt(secondsAgo(90)))
    t.equal(old.status, 403)
    t.equal(await codeIn(old), 'AccessDenied')
    const week = await sign(command, { expiresIn: 604_800 })
    t.equal((await fetch(week)).status, 200)
    const longer = new URL(week)
    longer.searchParams.set('X-Amz-Expires', '604801')
    t.ok([400, 403].includes((await fetch(longer)).status))
  })
}
