import t, { type Test } from 'tap'
import { parseAddress } from '../src/address.ts'
import { authenticate } from '../src/authenticate.ts'
import type { IncomingRequest } from '../src/claim.ts'
import { S3Error } from '../src/errors.ts'
import * as v4 from '../src/signature.ts'

const identity = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
}
const signedAt = new Date('2013-05-24T00:00:00Z')
const time = '20130524T000000Z'
const at = (seconds: number) => new Date(signedAt.getTime() + seconds * 1000)

/** Amazon's own example of a pre-signed URL, which lives a day. */
const example =
  '/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404'

function request(
  target: string,
  headers: Record<string, string> = {},
  method = 'GET',
): IncomingRequest {
  const all = { host: 'examplebucket.s3.amazonaws.com', ...headers }
  const entries = Object.entries(all).map(([name, value]) => [name, [value]] as const)
  return { method, address: parseAddress(target), headers: new Map(entries) }
}

function refusal(incoming: IncomingRequest, now = signedAt): S3Error | null {
  try {
    authenticate(incoming, identity, now)
    return null
  } catch (error) {
    if (error instanceof S3Error) return error
    throw error
  }
}

const is = (t: Test, incoming: IncomingRequest, code: string | null, now = signedAt) =>
  t.equal(refusal(incoming, now)?.code ?? null, code)

/** A request signed in its Authorization header, by anyone, at any time. */
function signedRequest(changes: {
  time?: string
  day?: string
  region?: string
  secret?: string
  accessKeyId?: string
  signedHeaders?: string[]
  headers?: Record<string, string>
}): IncomingRequest {
  const { time: when = time, secret = identity.secretAccessKey } = changes
  const { accessKeyId = identity.accessKeyId } = changes
  const scope = { day: changes.day ?? when.slice(0, 8), region: changes.region ?? 'us-east-1' }
  const payloadHash = v4.sha256('')
  const bare = request('/b/k', {
    'x-amz-content-sha256': payloadHash,
    'x-amz-date': when,
    ...changes.headers,
  })
  const signedHeaders = changes.signedHeaders ?? [...bare.headers.keys()].sort()
  const { path } = bare.address
  const canonical = v4.canonicalRequest({
    ...{ method: 'GET', path, query: [], headers: bare.headers, signedHeaders, payloadHash },
  })
  const key = v4.signingKey(secret, scope)
  const signature = v4.sign(key, v4.stringToSign(when, scope, canonical))
  const credential = `${accessKeyId}/${v4.scopeText(scope)}`
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${signedHeaders.join(';')}, Signature=${signature}`
  return { ...bare, headers: new Map([...bare.headers, ['authorization', [authorization]]]) }
}

t.test('Amazon’s own pre-signed example is let in', async (t) => {
  t.match(authenticate(request(example), identity, signedAt), {
    payloadHash: 'UNSIGNED-PAYLOAD',
    presigned: true,
  })
})

t.test(
  'a pre-signed URL lives from its date, by clocks that differ, to its last second',
  async (t) => {
    is(t, request(example), 'AccessDenied', at(-901))
    is(t, request(example), null, at(-900))
    is(t, request(example), null, at(0))
    is(t, request(example), null, at(86_400))
    is(t, request(example), 'AccessDenied', at(86_401))
    t.match(refusal(request(example), at(-901))?.message, /not valid yet/)
    const expired = refusal(request(example), at(86_401))
    t.match(expired?.message, /Request has expired/)
    t.match(expired?.members, { 'X-Amz-Expires': 86_400, Expires: '2013-05-25T00:00:00.000Z' })
  },
)

t.test('a pre-signed URL is for one host, path, method and query', async (t) => {
  const mismatch = (incoming: IncomingRequest) => is(t, incoming, 'SignatureDoesNotMatch', at(10))
  mismatch(request(example, { host: 'another.s3.amazonaws.com' }))
  mismatch(request(example, { host: 'examplebucket.s3.amazonaws.com:8080' }))
  mismatch(request(example.replace('/test.txt', '/test2.txt')))
  mismatch(request(example, {}, 'PUT'))
  mismatch(request(example, {}, 'HEAD'))
  mismatch(request(`${example}&x-id=GetObject`))
  mismatch(request(`${example}&X-Amz-Expires=604800`))
  mismatch(request(example.replace('86400', '86399')))
  mismatch(request(example.replace('20130524T000000Z', '20130524T000001Z')))
})

t.test('the order in which parameters are sent does not matter', async (t) => {
  const [path, query = ''] = example.split('?')
  is(t, request(`${path}?${query.split('&').reverse().join('&')}`), null)
})

t.test('a life is a whole number of seconds, from 1 to a week', async (t) => {
  const code = 'AuthorizationQueryParametersError'
  for (const life of ['0', '-1', '604801', '60.5', 'soon', '1e3', '']) {
    is(t, request(example.replace('86400', life)), code)
  }
  for (const life of ['1', '604800']) {
    is(t, request(example.replace('86400', life)), 'SignatureDoesNotMatch')
  }
})

t.test('each of the six parameters is needed', async (t) => {
  const names = ['Algorithm', 'Credential', 'Date', 'Expires', 'SignedHeaders', 'Signature']
  for (const name of names) {
    const without = example.replace(new RegExp(`X-Amz-${name}=[^&]*&?`), '')
    is(t, request(without), 'AuthorizationQueryParametersError')
  }
})

t.test('a credential must be ours, of this region, service and day', async (t) => {
  const change = (from: string, to: string) => request(example.replace(from, to))
  is(t, change('AKIAIOSFODNN7EXAMPLE', 'AKIAOTHER'), 'InvalidAccessKeyId')
  const code = 'AuthorizationQueryParametersError'
  is(t, change('us-east-1', 'eu-west-1'), code)
  is(t, change('%2Fs3%2F', '%2Fec2%2F'), code)
  is(t, change('aws4_request', 'aws5_request'), code)
  is(t, change('%2F20130524%2F', '%2F20130525%2F'), code)
  is(t, change('%2F20130524', ''), code)
  is(t, change('AWS4-HMAC-SHA256', 'AWS4-HMAC-SHA1'), code)
  is(t, change('X-Amz-Date=20130524T000000Z', 'X-Amz-Date=20130524'), code)
  is(t, request(`${example}&X-Amz-Security-Token=x`), 'InvalidToken')
})

t.test('a header of Amazon’s that was not signed is refused', async (t) => {
  const error = refusal(request(example, { 'x-amz-acl': 'public-read' }))
  t.equal(error?.code, 'AccessDenied')
  t.equal(error?.members.HeadersNotSigned, 'x-amz-acl')
  is(t, request(example, { range: 'bytes=0-1', origin: 'http://x' }), null)
  is(t, request(example.replace('SignedHeaders=host', 'SignedHeaders=date')), 'AccessDenied')
})

t.test('nobody is let in without a signature', async (t) => {
  is(t, request('/bucket/key'), 'AccessDenied')
  is(t, request('/bucket/key?x-id=GetObject'), 'AccessDenied')
})

t.test('a signature in the header is let in for a quarter of an hour either way', async (t) => {
  const incoming = signedRequest({})
  t.match(authenticate(incoming, identity, signedAt), { presigned: false })
  is(t, incoming, null, at(900))
  is(t, incoming, null, at(-900))
  is(t, incoming, 'RequestTimeTooSkewed', at(901))
  is(t, incoming, 'RequestTimeTooSkewed', at(-901))
  is(t, signedRequest({ time: 'yesterday' }), 'RequestTimeTooSkewed')
})

t.test('a signature in the header must be by our key, for this scope', async (t) => {
  is(t, signedRequest({ secret: 'another' }), 'SignatureDoesNotMatch')
  is(t, signedRequest({ accessKeyId: 'AKIAOTHER' }), 'InvalidAccessKeyId')
  is(t, signedRequest({ region: 'eu-west-1' }), 'AuthorizationHeaderMalformed')
  is(t, signedRequest({ day: '20130523' }), 'AuthorizationHeaderMalformed')
  is(t, signedRequest({ signedHeaders: ['host', 'x-amz-date'] }), 'AccessDenied')
  is(t, signedRequest({ headers: { 'x-amz-security-token': 't' } }), 'InvalidToken')
})

t.test('the refusal shows what the server signed, to compare', async (t) => {
  const error = refusal(signedRequest({ secret: 'another' }))
  t.match(error?.members.StringToSign, /^AWS4-HMAC-SHA256\n20130524T000000Z\n20130524\/us-east-1/)
  t.match(error?.members.CanonicalRequest, /^GET\n\/b\/k\n/)
})

t.test('authorization that cannot be read is refused for what it is', async (t) => {
  const with_ = (authorization: string, headers = {}) =>
    request('/b/k', { authorization, 'x-amz-content-sha256': 'x', 'x-amz-date': time, ...headers })
  is(t, with_('Bearer token'), 'InvalidArgument')
  is(t, with_('AWS4-HMAC-SHA256 Credential=x'), 'AuthorizationHeaderMalformed')
  is(
    t,
    with_('AWS4-HMAC-SHA256 Credential=x, SignedHeaders=host, Signature=x'),
    'AuthorizationHeaderMalformed',
  )
  const complete = 'AWS4-HMAC-SHA256 Credential=x, SignedHeaders=host, Signature=x'
  is(t, request('/b/k', { authorization: complete, 'x-amz-date': time }), 'InvalidRequest')
  is(t, request('/b/k', { authorization: complete, 'x-amz-content-sha256': 'x' }), 'AccessDenied')
  is(t, request(example, { authorization: complete }), 'InvalidArgument')
})
