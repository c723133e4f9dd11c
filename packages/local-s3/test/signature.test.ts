import t from 'tap'
import * as v4 from '../src/signature.ts'

// The worked examples of Amazon's "Signature Calculations for the Authorization Header".
const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
const scope = { day: '20130524', region: 'us-east-1' }
const time = '20130524T000000Z'
const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

function signatureOf(request: Partial<v4.Signable> & { headers: ReadonlyMap<string, string[]> }) {
  const canonical = v4.canonicalRequest({
    ...{ method: 'GET', path: '/', query: [], payloadHash: emptyHash },
    signedHeaders: [...request.headers.keys()],
    ...request,
  })
  const key = v4.signingKey(secret, scope)
  return v4.sign(key, v4.stringToSign(time, scope, canonical))
}

const headers = (more: Record<string, string>) =>
  new Map(
    Object.entries({
      host: 'examplebucket.s3.amazonaws.com',
      'x-amz-content-sha256': emptyHash,
      'x-amz-date': time,
      ...more,
    })
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [name, [value]]),
  )

t.test('Amazon’s example of a GET with a range', async (t) => {
  t.equal(
    signatureOf({ path: '/test.txt', headers: headers({ range: 'bytes=0-9' }) }),
    'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  )
})

t.test('Amazon’s example of a PUT, whose key needs escaping', async (t) => {
  const payloadHash = v4.sha256('Welcome to Amazon S3.')
  t.equal(
    signatureOf({
      method: 'PUT',
      path: '/test$file.text',
      payloadHash,
      headers: headers({
        date: 'Fri, 24 May 2013 00:00:00 GMT',
        'x-amz-content-sha256': payloadHash,
        'x-amz-storage-class': 'REDUCED_REDUNDANCY',
      }),
    }),
    '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
  )
})

t.test('Amazon’s examples of a bucket’s lifecycle and listing', async (t) => {
  t.equal(
    signatureOf({ query: [{ name: 'lifecycle', value: '' }], headers: headers({}) }),
    'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
  )
  const query = [
    { name: 'prefix', value: 'J' },
    { name: 'max-keys', value: '2' },
  ]
  t.equal(
    signatureOf({ query, headers: headers({}) }),
    '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  )
})

t.test('every byte has one right spelling, however it was sent', async (t) => {
  const canonical = (path: string) =>
    v4
      .canonicalRequest({
        ...{ method: 'GET', path, query: [], payloadHash: '' },
        ...{ headers: new Map(), signedHeaders: [] },
      })
      .split('\n')[1]
  t.equal(canonical("/a b!'()*~"), '/a%20b%21%27%28%29%2A~')
  t.equal(canonical('/%61%2fb'), '/a%2Fb')
  t.equal(canonical('/a//b/../c/'), '/a//b/../c/', 'nothing is normalised')
  t.equal(canonical('/%c3%bc'), '/%C3%BC')
})

t.test('parameters are sorted by their encoded names, then values', async (t) => {
  const query = ['b', 'a', 'a', 'B', 'ü'].map((name, at) => ({ name, value: String(9 - at) }))
  const line = v4
    .canonicalRequest({
      ...{ method: 'GET', path: '/', query, payloadHash: '' },
      ...{ headers: new Map(), signedHeaders: [] },
    })
    .split('\n')[2]
  t.equal(line, '%C3%BC=5&B=6&a=7&a=8&b=9')
})

t.test('header values are trimmed, runs of spaces closed up, doubles joined', async (t) => {
  const lines = v4
    .canonicalRequest({
      ...{ method: 'GET', path: '/', query: [], payloadHash: '' },
      headers: new Map([
        ['x-amz-a', ['  two   words ', 'second']],
        ['host', ['h']],
      ]),
      signedHeaders: ['host', 'x-amz-a', 'x-amz-missing'],
    })
    .split('\n')
  t.same(lines.slice(3, 6), ['host:h', 'x-amz-a:two words,second', 'x-amz-missing:'])
})
