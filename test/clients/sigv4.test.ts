import t from 'tap'
import {
  canonicalQuery,
  canonicalRequest,
  credentialScope,
  escapePath,
  escapeUri,
  longDate,
  signature,
  signingKey,
  stringToSign,
} from '../../server/clients/sigv4.ts'

// "Examples of how to derive a signing key", AWS General Reference.
t.test("derives the signing key of AWS's published example", async (t) => {
  const key = signingKey(
    'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
    '20150830T000000Z',
    'us-east-1',
    'iam',
  )
  t.equal(key.toString('hex'), 'c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9')
})

// "Authenticating Requests: Using Query Parameters", Amazon S3 API Reference.
t.test("every step matches Amazon's published pre-signed GET", async (t) => {
  const date = longDate(new Date('2013-05-24T00:00:00Z'))
  const scope = credentialScope(date, 'us-east-1')
  t.equal(date, '20130524T000000Z')
  t.equal(scope, '20130524/us-east-1/s3/aws4_request')

  const query = canonicalQuery({
    'X-Amz-SignedHeaders': 'host',
    'X-Amz-Expires': '86400',
    'X-Amz-Date': date,
    'X-Amz-Credential': `AKIAIOSFODNN7EXAMPLE/${scope}`,
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
  })
  const canonical = canonicalRequest({
    method: 'GET',
    path: '/test.txt',
    query,
    headers: { host: 'examplebucket.s3.amazonaws.com' },
    payloadHash: 'UNSIGNED-PAYLOAD',
  })
  t.equal(
    canonical,
    [
      'GET',
      '/test.txt',
      'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host',
      'host:examplebucket.s3.amazonaws.com',
      '',
      'host',
      'UNSIGNED-PAYLOAD',
    ].join('\n'),
  )
  const toSign = stringToSign(date, scope, canonical)
  t.match(toSign, /\n3bfa292879f6447bbcda7001decf97f4a54dc650c8942174ae0a9121cf58ad04$/)
  const key = signingKey('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', date, 'us-east-1')
  t.equal(
    signature(key, toSign),
    'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
  )
})

t.test('escapes every byte that is not unreserved, and keeps slashes in paths alone', async (t) => {
  t.equal(escapeUri("a/b c!'()*~-_.é"), 'a%2Fb%20c%21%27%28%29%2A~-_.%C3%A9')
  t.equal(escapePath('a/b c/é!.m4s'), 'a/b%20c/%C3%A9%21.m4s')
  t.equal(escapePath('videos/0190~x/720p/12.m4s'), 'videos/0190~x/720p/12.m4s')
  t.equal(escapePath('a%20b'), 'a%2520b')
  t.equal(escapePath('a//b'), 'a//b')
})

t.test('orders parameters by code unit, so that capitals come first', async (t) => {
  t.equal(canonicalQuery({ b: '1', a: '2', B: '3', 'a-': '' }), 'B=3&a=2&a-=&b=1')
})

t.test('orders headers by name and folds their white space', async (t) => {
  const canonical = canonicalRequest({
    method: 'PUT',
    path: '/k',
    query: '',
    headers: { host: 'h', 'content-type': '  video/mp4;  codecs=x ' },
    payloadHash: 'p',
  })
  t.equal(canonical, 'PUT\n/k\n\ncontent-type:video/mp4; codecs=x\nhost:h\n\ncontent-type;host\np')
})
