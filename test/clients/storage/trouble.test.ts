import { createServer } from 'node:http'
import t, { type Test } from 'tap'
import { openStorage, troubleOf, troubleSentence } from '../../../server/clients/storage.ts'
import { services } from '../../fixtures/app.ts'

const place = {
  endpoint: 'https://s3.example',
  region: 'eu-1',
  bucket: 'films',
  forcePathStyle: true,
  prefix: null,
}

async function troubleWith(t: Test, options: object) {
  const { storage } = await services(t)
  const { location } = storage
  const credentials = { accessKeyId: 'LOCALTESTKEY', secretAccessKey: 'local-test-secret' }
  const other = openStorage({
    ...location,
    endpoint: location.endpoint ?? undefined,
    prefix: undefined,
    credentials,
    ...options,
  })
  t.teardown(() => other.close())
  return other.putBytes('a', 'b', { contentType: 'text/plain' }).then(
    () => 'none',
    (error: unknown) => troubleOf(error),
  )
}

t.test('a missing bucket, an unknown key and a wrong secret are told apart', async (t) => {
  const secretAccessKey = 'local-test-secret'
  t.equal(await troubleWith(t, {}), 'none')
  t.equal(await troubleWith(t, { bucket: 'another-bucket' }), 'no bucket')
  const unknown = { credentials: { accessKeyId: 'NOBODY', secretAccessKey } }
  t.equal(await troubleWith(t, unknown), 'unknown key')
  const wrong = { credentials: { accessKeyId: 'LOCALTESTKEY', secretAccessKey: 'oops' } }
  t.equal(await troubleWith(t, wrong), 'wrong secret')
  t.equal(await troubleWith(t, { endpoint: 'http://127.0.0.1:1' }), 'unreachable')
})

/** A server that answers everything alike, as others than AWS do. */
async function server(t: Test, status: number, body: string) {
  const http = createServer((request, response) => {
    request.resume()
    response.writeHead(status, { 'content-type': 'application/xml' }).end(body)
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  t.teardown(() => http.close())
  const address = http.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port}`
}

t.test('answers without a message, or without a body, are understood', async (t) => {
  const cases = [
    [403, '<Error><Code>AccessDenied</Code></Error>', 'denied'],
    [403, '<Error><Code>SignatureDoesNotMatch</Code></Error>', 'wrong secret'],
    [404, '<Error><Code>NoSuchBucket</Code></Error>', 'no bucket'],
    [403, '', 'denied'],
    [404, '', 'no bucket'],
    [500, '', 'failing'],
  ] as const
  for (const [status, body, trouble] of cases) {
    const endpoint = await server(t, status, body)
    t.equal(await troubleWith(t, { endpoint }), trouble, `${status} ${body}`)
  }
})

t.test('each says what to do', async (t) => {
  const named = (name: string) => troubleSentence({ name }, place)
  t.match(
    named('NoSuchBucket'),
    /no bucket "films" at https:\/\/s3\.example.*matinee setup.*S3_BUCKET/,
  )
  t.match(named('InvalidAccessKeyId'), /AWS_ACCESS_KEY_ID/)
  t.match(named('SignatureDoesNotMatch'), /AWS_SECRET_ACCESS_KEY/)
  t.match(named('AccessDenied'), /policy/)
  t.match(named('CredentialsProviderError'), /role/)
  t.match(named('PermanentRedirect'), /S3_REGION/)
  t.match(named('RequestTimeTooSkewed'), /NTP/)
  const cause = Object.assign(new Error('oops'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
  t.match(troubleSentence(new Error('fetch failed', { cause }), place), /certificate/)
  t.match(troubleSentence(new Error('connect'), place), /does not answer/)
})
