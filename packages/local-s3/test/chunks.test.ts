import t, { type Test } from 'tap'
import { type ChunkedBody, decodeChunks, signedChunks, unsignedChunks } from '../src/chunks.ts'
import { S3Error } from '../src/errors.ts'
import { sha256, sign, signingKey } from '../src/signature.ts'

async function* inPieces(text: string, size: number) {
  const bytes = Buffer.from(text, 'latin1')
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function decode(text: string, body: ChunkedBody, size = 1000): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of decodeChunks(inPieces(text, size), body)) chunks.push(chunk)
  return Buffer.concat(chunks).toString('latin1')
}

const unsigned = (...announced: string[]): ChunkedBody => ({
  ...{ signed: false, verifier: unsignedChunks, announced, trailers: new Map() },
})

const code = async (t: Test, text: string, body: ChunkedBody, expected: string) => {
  const error = await decode(text, body).then(
    () => null,
    (reason) => reason,
  )
  t.ok(error instanceof S3Error)
  t.equal(error?.code, expected)
}

t.test('chunks are put together, however the network cuts them', async (t) => {
  for (const size of [1, 2, 3, 7, 1000]) {
    t.equal(
      await decode('5\r\nhello\r\n7\r\n, world\r\n0\r\n\r\n', unsigned(), size),
      'hello, world',
    )
  }
  t.equal(await decode('0\r\n\r\n', unsigned()), '')
  t.equal(await decode('A\r\n\r\n\r\n\r\n\r\n\r\n\r\n0\r\n\r\n', unsigned()), '\r\n'.repeat(5))
})

t.test('announced trailers are kept, and no others are taken', async (t) => {
  const body = unsigned('x-amz-checksum-crc32')
  t.equal(await decode('1\r\nx\r\n0\r\nX-Amz-Checksum-CRC32: abc=\r\n\r\n', body), 'x')
  t.same([...body.trailers], [['x-amz-checksum-crc32', 'abc=']])
  await code(t, '0\r\nx-amz-other:1\r\n\r\n', unsigned('x-amz-checksum-crc32'), 'InvalidRequest')
})

t.test('what is broken off, too long or no framing is refused', async (t) => {
  await code(t, '5\r\nhel', unsigned(), 'IncompleteBody')
  await code(t, '5\r\nhello\r\n', unsigned(), 'IncompleteBody')
  await code(t, '5\r\nhello\r\n0\r\n', unsigned(), 'IncompleteBody')
  await code(t, '4\r\nhello\r\n0\r\n\r\n', unsigned(), 'IncompleteBody')
  await code(t, 'zz\r\n', unsigned(), 'IncompleteBody')
  await code(t, '0\r\n\r\nmore', unsigned(), 'IncompleteBody')
  await code(t, 'x'.repeat(40_000), unsigned(), 'IncompleteBody')
})

/** Amazon's example: 65 KiB of "a" in two chunks, each signature building on the one before. */
const seed = {
  key: signingKey('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', {
    day: '20130524',
    region: 'us-east-1',
  }),
  time: '20130524T000000Z',
  scope: '20130524/us-east-1/s3/aws4_request',
  signature: '4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9',
}
const signatures = [
  'ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648',
  '0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497',
  'b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9',
]
const signed = (): ChunkedBody => ({
  ...{ signed: true, verifier: signedChunks(seed), announced: [], trailers: new Map() },
})
const stream = ([one, two, end]: string[], first = 'a'.repeat(65_536)) =>
  [
    `10000;chunk-signature=${one}\r\n${first}\r\n`,
    `400;chunk-signature=${two}\r\n${'a'.repeat(1024)}\r\n`,
    `0;chunk-signature=${end}\r\n\r\n`,
  ].join('')

t.test('Amazon’s example of signed chunks is taken', async (t) => {
  t.equal((await decode(stream(signatures), signed())).length, 66_560)
})

t.test('signed chunks that were changed, swapped or left unsigned are refused', async (t) => {
  const [one = '', two = '', end = ''] = signatures
  const code_ = (text: string) => code(t, text, signed(), 'SignatureDoesNotMatch')
  await code_(stream(signatures, `b${'a'.repeat(65_535)}`))
  await code_(stream([two, one, end]))
  await code_(stream([one, two, one]))
  await code_(stream(signatures).replaceAll(/;chunk-signature=\w+/g, ''))
})

t.test('trailers of signed chunks are signed, too', async (t) => {
  const text = (kind: string, previous: string, ...hashes: string[]) =>
    [`AWS4-HMAC-SHA256-${kind}`, seed.time, seed.scope, previous, ...hashes].join('\n')
  const end = sign(seed.key, text('PAYLOAD', seed.signature, sha256(''), sha256('')))
  const trailer = sign(seed.key, text('TRAILER', end, sha256('x-amz-checksum-crc32:abc=\n')))
  const body = (): ChunkedBody => ({ ...signed(), announced: ['x-amz-checksum-crc32'] })
  const frame = (value: string) =>
    `0;chunk-signature=${end}\r\nx-amz-checksum-crc32:${value}\r\nx-amz-trailer-signature:${trailer}\r\n\r\n`
  t.equal(await decode(frame('abc='), body()), '')
  await code(t, frame('xyz='), body(), 'SignatureDoesNotMatch')
})
