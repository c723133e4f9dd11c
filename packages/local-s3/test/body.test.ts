import { createHash } from 'node:crypto'
import t, { type Test } from 'tap'
import type { Authenticated } from '../src/authenticate.ts'
import { type BodyClaims, type BodyFacts, readClaims, readText, verifyBody } from '../src/body.ts'
import { S3Error } from '../src/errors.ts'

const hash = (name: string, text: string, form: 'hex' | 'base64') =>
  createHash(name).update(text).digest(form)

const seed = { key: Buffer.alloc(0), time: '', scope: '', signature: '' }
function claims(headers: Record<string, string>, payloadHash = 'UNSIGNED-PAYLOAD'): BodyClaims {
  const authenticated: Authenticated = { payloadHash, seed, presigned: false }
  return readClaims((name) => headers[name], authenticated)
}

async function* source(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text)
}

async function verify(claimed: BodyClaims, ...texts: string[]) {
  const reports: BodyFacts[] = []
  let text = ''
  for await (const bytes of verifyBody(source(...texts), claimed, (facts) => reports.push(facts))) {
    text += bytes
  }
  return { text, facts: reports[0] }
}

async function refused(t: Test, action: () => unknown, code: string) {
  const error = await Promise.resolve()
    .then(action)
    .then(
      () => null,
      (reason) => reason,
    )
  t.ok(error instanceof S3Error, String(error))
  t.equal(error?.code, code)
}

t.test('a body passes on as it comes, and its facts are told at the end', async (t) => {
  const { text, facts } = await verify(claims({ 'content-length': '10' }), 'curtain', ' up')
  t.equal(text, 'curtain up')
  t.same(facts, { size: 10, md5: hash('md5', 'curtain up', 'hex'), checksum: null })
})

t.test('a body must have just the length that was said', async (t) => {
  await refused(t, () => verify(claims({ 'content-length': '11' }), 'curtain up'), 'IncompleteBody')
  await refused(t, () => verify(claims({ 'content-length': '9' }), 'curtain up'), 'IncompleteBody')
  await refused(t, () => claims({}), 'MissingContentLength')
  await refused(t, () => claims({ 'content-length': 'ten' }), 'MissingContentLength')
})

t.test('the hash that was signed must be the body’s', async (t) => {
  const signed = (text: string) => claims({ 'content-length': '1' }, hash('sha256', text, 'hex'))
  t.equal((await verify(signed('x'), 'x')).text, 'x')
  await refused(t, () => verify(signed('y'), 'x'), 'XAmzContentSHA256Mismatch')
  await refused(t, () => claims({ 'content-length': '1' }, 'nonsense'), 'InvalidArgument')
})

t.test('Content-MD5 must be one, and the body’s', async (t) => {
  const withMd5 = (md5: string) => claims({ 'content-length': '1', 'content-md5': md5 })
  t.equal((await verify(withMd5(hash('md5', 'x', 'base64')), 'x')).text, 'x')
  await refused(t, () => verify(withMd5(hash('md5', 'y', 'base64')), 'x'), 'BadDigest')
  await refused(t, () => withMd5('short'), 'InvalidDigest')
})

t.test('a checksum is checked and told', async (t) => {
  const withSum = (value: string) =>
    claims({ 'content-length': '1', 'x-amz-checksum-sha256': value })
  const right = hash('sha256', 'x', 'base64')
  t.same((await verify(withSum(right), 'x')).facts?.checksum, { name: 'sha256', value: right })
  await refused(t, () => verify(withSum(hash('sha256', 'y', 'base64')), 'x'), 'BadDigest')
  const two = { 'x-amz-checksum-sha256': right, 'x-amz-checksum-crc32': 'AAAAAA==' }
  await refused(t, () => claims({ 'content-length': '1', ...two }), 'InvalidRequest')
})

t.test('a checksum may follow the body', async (t) => {
  const streamed = claims(
    { 'x-amz-decoded-content-length': '1', 'x-amz-trailer': 'x-amz-checksum-sha1' },
    'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
  )
  const frame = (text: string, of: string) =>
    `1\r\n${text}\r\n0\r\nx-amz-checksum-sha1:${hash('sha1', of, 'base64')}\r\n\r\n`
  t.equal((await verify(streamed, frame('x', 'x'))).facts?.checksum?.name, 'sha1')
  await refused(t, () => verify(streamed, frame('x', 'y')), 'BadDigest')
  await refused(
    t,
    () => verify(streamed, frame('x', 'x').replace('1\r\nx', '2\r\nxx')),
    'IncompleteBody',
  )
})

t.test('a document is read whole, up to a limit', async (t) => {
  t.equal(await readText(source('<a>', '</a>'), claims({ 'content-length': '7' }), 7), '<a></a>')
  await refused(
    t,
    () => readText(source('x'), claims({ 'content-length': '8' }), 7),
    'MalformedXML',
  )
})
