import t from 'tap'
import { parseAddress } from '../src/address.ts'
import { readClaim } from '../src/claim.ts'

const request = (target: string, headers: Record<string, string> = {}) => ({
  method: 'GET',
  address: parseAddress(target),
  headers: new Map(Object.entries(headers).map(([name, value]) => [name, [value]])),
})
const query =
  '/b/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=a%2Fd%2Fr%2Fs3%2Faws4_request&X-Amz-Date=20260301T000000Z&X-Amz-Expires=60&X-Amz-SignedHeaders=content-type%3Bhost&X-Amz-Signature=s'

t.test('a claim in the URL', async (t) => {
  t.same(readClaim(request(query)), {
    credential: 'a/d/r/s3/aws4_request',
    signedHeaders: ['content-type', 'host'],
    signature: 's',
    time: '20260301T000000Z',
    payloadHash: 'UNSIGNED-PAYLOAD',
    expires: 60,
  })
})

t.test('the body’s hash may be told in the URL or in its header', async (t) => {
  const told = readClaim(request(`${query}&X-Amz-Content-Sha256=abc`))
  t.equal(told.payloadHash, 'abc')
  t.equal(readClaim(request(query, { 'x-amz-content-sha256': 'def' })).payloadHash, 'def')
})

t.test('a claim in the header, with or without spaces', async (t) => {
  const headers = { 'x-amz-date': '20260301T000000Z', 'x-amz-content-sha256': 'h' }
  for (const gap of [', ', ',']) {
    const authorization = `AWS4-HMAC-SHA256 Credential=a/d${gap}SignedHeaders=host;x-amz-date${gap}Signature=s=`
    t.same(readClaim(request('/b/k', { ...headers, authorization })), {
      credential: 'a/d',
      signedHeaders: ['host', 'x-amz-date'],
      signature: 's=',
      time: '20260301T000000Z',
      payloadHash: 'h',
      expires: null,
    })
  }
})

t.test('no claim is no entry', async (t) => {
  t.throws(() => readClaim(request('/b/k')), { code: 'AccessDenied' })
})
