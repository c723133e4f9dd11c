import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteBucketCorsCommand,
  GetBucketCorsCommand,
  GetBucketLocationCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  PutBucketCorsCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  S3Client,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { pino } from 'pino'
import t, { type Test } from 'tap'
import { parseAddress } from '../src/address.ts'
import { type LocalS3Options, startLocalS3 } from '../src/server.ts'
import * as v4 from '../src/signature.ts'
import { scratch, testClock } from './helper.ts'
import { codeIn, refused } from './refusal.ts'
import { identity, s3Client, where } from './server-in-process.ts'
import { until } from './until.ts'

const Bucket = where.bucket

/** A server with its client, by the real time, since that is the SDK's. */
async function start(t: Test, more: Partial<LocalS3Options> = {}) {
  const options = { directory: await scratch(t), ...where, ...identity, ...more }
  const s3 = await startLocalS3(options)
  const client = s3Client(s3.endpoint)
  t.teardown(async () => {
    client.destroy()
    await s3.close()
  })
  const put = (Key: string, Body: string, more: Partial<PutObjectCommandInput> = {}) =>
    client.send(new PutObjectCommand({ Bucket, Key, Body, ...more }))
  const signedGet = (Key: string, signing: { expiresIn: number; signingDate?: Date }) =>
    getSignedUrl(client, new GetObjectCommand({ Bucket, Key }), signing)
  return { ...s3, options, client, put, signedGet }
}

/** A request whose target is sent as it stands, which `fetch` would tidy up first. */
async function raw(
  endpoint: string,
  path: string,
  method = 'GET',
  headers: OutgoingHttpHeaders = {},
) {
  const sent = request(endpoint, { method, path, headers }).end()
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  let text = ''
  for await (const chunk of answer) text += chunk
  return { status: answer.statusCode, headers: answer.headers, text }
}

/** A POST that no SDK would send, signed in its header all the same. */
function postSigned(endpoint: string, target: string, body: string, more: Record<string, string>) {
  const time = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const scope = { day: time.slice(0, 8), region: where.region }
  const payloadHash = v4.sha256(body)
  const own = { 'x-amz-content-sha256': payloadHash, 'x-amz-date': time, ...more }
  const { host } = new URL(endpoint)
  const signed = Object.entries({ host, ...own }).sort(([a], [b]) => (a < b ? -1 : 1))
  const signedHeaders = signed.map(([name]) => name)
  const { path, query } = parseAddress(target)
  const canonical = v4.canonicalRequest({
    ...{ method: 'POST', path, query, signedHeaders, payloadHash },
    headers: new Map(signed.map(([name, value]) => [name, [value]])),
  })
  const key = v4.signingKey(identity.secretAccessKey, scope)
  const signature = v4.sign(key, v4.stringToSign(time, scope, canonical))
  const credential = `${identity.accessKeyId}/${v4.scopeText(scope)}`
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${signedHeaders.join(';')}, Signature=${signature}`
  const headers = { ...own, authorization }
  return fetch(`${endpoint}${target}`, { method: 'POST', body, headers })
}

t.test('it listens on loopback alone', async (t) => {
  const { endpoint } = await start(t)
  t.match(endpoint, /^http:\/\/127\.0\.0\.1:\d+$/)
})

t.test('a URL works to the last second of its life, by the injected clock', async (t) => {
  const clock = testClock(new Date(Math.floor(Date.now() / 1000) * 1000))
  const { put, signedGet } = await start(t, { clock })
  await put('film', 'x')
  const url = await signedGet('film', { expiresIn: 60, signingDate: clock.now() })
  t.equal((await fetch(url)).status, 200)
  clock.advance(60)
  t.equal((await fetch(url)).status, 200)
  clock.advance(1)
  const late = await fetch(url)
  t.same([late.status, await codeIn(late)], [403, 'AccessDenied'])
  // The signer's clock may be ahead by a quarter of an hour, as with real servers.
  clock.advance(-61 - 15 * 60)
  t.equal((await fetch(url)).status, 200, 'signed by a clock that is ahead')
  clock.advance(-1)
  t.equal((await fetch(url)).status, 403, 'nor long before it was signed')
})

t.test('a client whose clock is wrong learns the right time from the refusal', async (t) => {
  const clock = testClock()
  clock.advance(7200)
  const { put, endpoint } = await start(t, { clock })
  await refused(t, put('film', 'x'), 'RequestTimeTooSkewed', 403)
  const { headers } = await raw(endpoint, '/')
  t.equal(headers.date, clock.now().toUTCString())
})

t.test('keys that look like ways out stay inside', async (t) => {
  const { endpoint, client } = await start(t)
  for (const Key of ['../../../etc/passwd', '..', './x', 'a/../../b']) {
    const sign = (command: PutObjectCommand | GetObjectCommand) =>
      getSignedUrl(client, command as GetObjectCommand, { expiresIn: 60 })
    const target = (url: string) => url.slice(endpoint.length)
    const putUrl = target(await sign(new PutObjectCommand({ Bucket, Key })))
    t.equal((await raw(endpoint, putUrl, 'PUT', { 'content-length': 0 })).status, 200, Key)
    const getUrl = target(await sign(new GetObjectCommand({ Bucket, Key })))
    t.match(await raw(endpoint, getUrl), { status: 200, text: '' })
  }
  t.match(await raw(endpoint, '/../../etc/passwd'), { status: 403 })
})

t.test('targets that are none are refused in S3’s words', async (t) => {
  const { endpoint } = await start(t)
  for (const path of ['/films/%zz', '/films/%ff', '/%']) {
    const answer = await raw(endpoint, path)
    t.match(answer, { status: 400, text: /<Code>InvalidURI</ }, path)
  }
  t.match(await raw(endpoint, `/films/${'x'.repeat(1025)}`), {
    status: 400,
    text: /<Code>KeyTooLongError</,
  })
})

t.test('a refusal names its request and says nothing to HEAD', async (t) => {
  const { endpoint } = await start(t)
  const answer = await raw(endpoint, '/films/film?x=1')
  t.match(answer, { status: 403, headers: { 'content-type': 'application/xml' } })
  t.match(answer.text, '<Resource>/films/film</Resource>')
  t.match(answer.text, `<RequestId>${answer.headers['x-amz-request-id']}</RequestId>`)
  t.match(await raw(endpoint, '/films/film', 'HEAD'), { status: 403, text: '' })
})

t.test('a sender that waits for leave is refused before it sends', async (t) => {
  const { endpoint } = await start(t)
  const url = new URL(endpoint)
  const socket = connect(Number(url.port), url.hostname)
  socket.write(
    'PUT /films/film HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\nExpect: 100-continue\r\n\r\n',
  )
  const [answer] = await once(socket, 'data')
  socket.destroy()
  t.match(String(answer), /^HTTP\/1\.1 403 /)
})

t.test('a sender that waits for leave gets it once its signature holds', async (t) => {
  const { client, endpoint } = await start(t)
  const url = await getSignedUrl(client, new PutObjectCommand({ Bucket, Key: 'film' }))
  const sent = request(endpoint, {
    method: 'PUT',
    path: url.slice(endpoint.length),
    headers: { expect: '100-continue', 'content-length': 4 },
  })
  sent.flushHeaders()
  await once(sent, 'continue')
  sent.end('film')
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  answer.resume()
  t.equal(answer.statusCode, 200)
})

t.test('a refused body does not cost the sender the answer', async (t) => {
  const { client } = await start(t)
  const url = await getSignedUrl(client, new PutObjectCommand({ Bucket, Key: 'film' }))
  const body = Buffer.alloc(8_000_000)
  const answer = await fetch(`${url}0`, { method: 'PUT', body })
  t.same([answer.status, await codeIn(answer)], [403, 'SignatureDoesNotMatch'])
})

t.test('a sender that goes away in the middle leaves nothing, and nobody is alarmed', async (t) => {
  const alarms: unknown[] = []
  const log = pino({ level: 'error' }, { write: (line) => alarms.push(line) })
  const { client, put, endpoint, options } = await start(t, { log })
  await put('film', 'the old film')
  const url = await getSignedUrl(client, new PutObjectCommand({ Bucket, Key: 'film' }))
  const headers = { 'content-length': 1_000_000, expect: '100-continue' }
  const sent = request(endpoint, { method: 'PUT', path: url.slice(endpoint.length), headers })
  sent.on('error', () => {})
  sent.flushHeaders()
  await once(sent, 'continue')
  await new Promise((resolve) => sent.write(Buffer.alloc(500_000), resolve))
  const staging = join(options.directory, 'staging')
  await until('the first bytes', () => readdirSync(staging).length > 0)
  sent.destroy()
  await until('them to be swept away', () => readdirSync(staging).length === 0)
  const read = await client.send(new GetObjectCommand({ Bucket, Key: 'film' }))
  t.equal(await read.Body?.transformToString(), 'the old film')
  t.same(alarms, [])
})

t.test('methods that S3 does not know are refused in its words', async (t) => {
  const { endpoint } = await start(t)
  const answer = await raw(endpoint, '/films/film', 'PATCH', { 'content-length': 0 })
  t.match(answer, { status: 405, text: /<Code>MethodNotAllowed</ })
})

t.test('over 5 GiB in one PUT is refused by its length alone', async (t) => {
  const { client, endpoint } = await start(t)
  const url = await getSignedUrl(client, new PutObjectCommand({ Bucket, Key: 'film' }))
  const headers = { 'content-length': 5 * 1024 ** 3 + 1, expect: '100-continue' }
  const sent = request(endpoint, { method: 'PUT', path: url.slice(endpoint.length), headers })
  sent.flushHeaders()
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  t.equal(answer.statusCode, 400)
  sent.destroy()
})

t.test('features that it lacks are refused rather than forgotten', async (t) => {
  const { put } = await start(t)
  await refused(t, put('k', 'x', { Tagging: 'a=b' }), 'NotImplemented', 501)
  await refused(t, put('k', 'x', { ACL: 'public-read' }), 'AccessControlListNotSupported', 400)
  await refused(t, put('k', 'x', { WebsiteRedirectLocation: '/' }), 'NotImplemented', 501)
  const Metadata = { note: 'x'.repeat(2049) }
  await refused(t, put('k', 'x', { Metadata }), 'InvalidArgument', 400)
  await t.resolves(put('k', 'x', { ACL: 'private' }))
})

t.test('a client that keeps the SDK’s own checksum settings works as well', async (t) => {
  const { endpoint } = await start(t)
  const client = new S3Client({
    ...{ endpoint, region: where.region, forcePathStyle: true, credentials: identity },
  })
  t.teardown(() => client.destroy())
  const Body = Readable.from([Buffer.alloc(200_000, 'x')])
  const streamed = { Bucket, Key: 'streamed', Body, ContentLength: 200_000 }
  await client.send(new PutObjectCommand(streamed))
  await client.send(new PutObjectCommand({ Bucket, Key: 'whole', Body: 'whole' }))
  const read = await client.send(new GetObjectCommand({ Bucket, Key: 'streamed' }))
  t.equal((await read.Body?.transformToByteArray())?.length, 200_000)
  const whole = await client.send(new GetObjectCommand({ Bucket, Key: 'whole' }))
  t.equal(await whole.Body?.transformToString(), 'whole')
  t.ok(whole.ChecksumCRC32)
})

t.test('deleting many must come with a digest of its list, and a list', async (t) => {
  const { endpoint } = await start(t)
  const send = async (text: string, digest: boolean) => {
    const md5 = createHash('md5').update(text).digest('base64')
    const answer = await postSigned(
      endpoint,
      '/films?delete',
      text,
      digest ? { 'content-md5': md5 } : {},
    )
    return [answer.status, answer.status === 200 ? '' : await codeIn(answer)]
  }
  const one = '<Delete><Object><Key>k</Key></Object></Delete>'
  t.same(await send(one, true), [200, ''])
  t.same(await send(one, false), [400, 'InvalidRequest'])
  t.same(await send('<Delete></Delete>', true), [400, 'MalformedXML'])
  t.same(await send('<Delete><Object></Object></Delete>', true), [400, 'MalformedXML'])
  const many = `<Delete>${'<Object><Key>k</Key></Object>'.repeat(1001)}</Delete>`
  t.same(await send(many, true), [400, 'MalformedXML'])
})

t.test('buckets are made, found, told of and deleted', async (t) => {
  const { client } = await start(t)
  const other = { Bucket: 'another' }
  await refused(t, client.send(new HeadBucketCommand(other)), 'NotFound', 404)
  await client.send(new CreateBucketCommand(other))
  await refused(t, client.send(new CreateBucketCommand(other)), 'BucketAlreadyOwnedByYou', 409)
  const head = await client.send(new HeadBucketCommand(other))
  t.equal(head.BucketRegion, where.region)
  await t.resolves(client.send(new GetBucketLocationCommand(other)))
  const { Buckets } = await client.send(new ListBucketsCommand({}))
  t.same(
    Buckets?.map(({ Name }) => Name),
    ['another', 'films'],
  )
  await client.send(new DeleteBucketCommand(other))
  await refused(t, client.send(new HeadBucketCommand(other)), 'NotFound', 404)
})

const AllowedOrigins = ['https://films.example']
const rule = {
  ...{ AllowedOrigins, AllowedMethods: ['GET', 'PUT'], AllowedHeaders: ['content-type'] },
  ...{ ExposeHeaders: ['ETag'], MaxAgeSeconds: 300 },
}
const preflight = (url: string, origin: string, method: string, headers?: string) =>
  fetch(url, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': method,
      ...(headers === undefined ? {} : { 'access-control-request-headers': headers }),
    },
  })

t.test('without rules no page may ask', async (t) => {
  const { endpoint, client, put, signedGet } = await start(t)
  await put('film', 'x')
  const asked = await preflight(`${endpoint}/films/film`, 'https://films.example', 'GET')
  t.same([asked.status, await codeIn(asked)], [403, 'AccessForbidden'])
  const read = await fetch(await signedGet('film', { expiresIn: 60 }), {
    headers: { origin: 'https://films.example' },
  })
  t.equal(read.status, 200)
  t.equal(read.headers.get('access-control-allow-origin'), null)
  const rules = client.send(new GetBucketCorsCommand({ Bucket }))
  await refused(t, rules, 'NoSuchCORSConfiguration', 404)
})

t.test('with rules just those pages may ask that they name', async (t) => {
  const { endpoint, client, put, signedGet } = await start(t)
  await put('film', 'x')
  const CORSConfiguration = { CORSRules: [rule] }
  await client.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration }))
  t.same((await client.send(new GetBucketCorsCommand({ Bucket }))).CORSRules, [rule])
  const url = `${endpoint}/films/film`

  const asked = await preflight(url, 'https://films.example', 'PUT', 'Content-Type')
  t.equal(asked.status, 200)
  t.equal(asked.headers.get('access-control-allow-origin'), 'https://films.example')
  t.equal(asked.headers.get('access-control-allow-headers'), 'content-type')
  t.equal(asked.headers.get('access-control-max-age'), '300')
  t.equal((await preflight(url, 'https://other.example', 'PUT')).status, 403)
  t.equal((await preflight(url, 'https://films.example', 'DELETE')).status, 403)
  t.equal((await preflight(url, 'https://films.example', 'PUT', 'x-other')).status, 403)
  const bare = await fetch(url, { method: 'OPTIONS' })
  t.same([bare.status, await codeIn(bare)], [400, 'BadRequest'])

  const origin = 'https://films.example'
  const read = await fetch(await signedGet('film', { expiresIn: 60 }), { headers: { origin } })
  t.equal(read.headers.get('access-control-allow-origin'), origin)
  t.match(read.headers.get('access-control-expose-headers'), 'ETag')
  t.match(read.headers.get('vary'), 'Origin')
  const denied = await fetch(url, { headers: { origin } })
  t.same([denied.status, denied.headers.get('access-control-allow-origin')], [403, origin])

  await client.send(new DeleteBucketCorsCommand({ Bucket }))
  t.equal((await preflight(url, origin, 'GET')).status, 403)
})

t.test('closing ends at once, though a reader has stopped in the middle', async (t) => {
  const s3 = await startLocalS3({ directory: await scratch(t), ...where, ...identity })
  const client = s3Client(s3.endpoint)
  t.teardown(() => client.destroy())
  const Body = Buffer.alloc(20_000_000)
  await client.send(new PutObjectCommand({ Bucket, Key: 'film', Body }))
  const url = await getSignedUrl(client, new GetObjectCommand({ Bucket, Key: 'film' }))
  const [reader] = (await once(request(url).end(), 'response')) as [IncomingMessage]
  reader.on('error', () => {})
  const started = performance.now()
  await s3.close()
  t.ok(performance.now() - started < 2000)
})
