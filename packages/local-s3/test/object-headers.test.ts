import t from 'tap'
import { parseAddress } from '../src/address.ts'
import type { Call } from '../src/call.ts'
import { answeredHeaders, storedHeaders } from '../src/object-headers.ts'
import type { ObjectRecord } from '../src/object-store.ts'

/** As much of a call as headers depend on. */
const call = (headers: Record<string, string>, target = '/b/k') =>
  ({
    address: parseAddress(target),
    read: (name: string) => headers[name],
    headerNames: Object.keys(headers),
  }) as unknown as Call

const record: ObjectRecord = {
  ...{ key: 'k', size: 1, etag: 'tag', modified: Date.UTC(2026, 2, 1), joined: null },
  headers: { 'content-type': 'video/mp4', 'x-amz-meta-a': '1' },
  checksum: { name: 'crc32', value: 'AAAAAA==', type: 'FULL_OBJECT' },
}

t.test('what describes the bytes is stored, what describes the transfer is not', async (t) => {
  const stored = storedHeaders(
    call({
      'content-type': 'video/mp4',
      'cache-control': 'private',
      'content-encoding': 'aws-chunked, gzip',
      'x-amz-meta-maker': 'someone',
      'x-amz-date': 'now',
      'user-agent': 'test',
    }),
  )
  t.same(stored, {
    'content-type': 'video/mp4',
    'cache-control': 'private',
    'content-encoding': 'gzip',
    'x-amz-meta-maker': 'someone',
  })
  t.same(storedHeaders(call({ 'content-encoding': 'aws-chunked' })), {})
})

t.test('metadata has its limit to the byte', async (t) => {
  const name = 'x-amz-meta-a'
  t.ok(storedHeaders(call({ [name]: 'x'.repeat(2047) })))
  t.throws(() => storedHeaders(call({ [name]: 'x'.repeat(2048) })), { code: 'InvalidArgument' })
})

t.test('what was stored is answered, with tag and date', async (t) => {
  t.same(answeredHeaders(call({}), record), {
    'content-type': 'video/mp4',
    'x-amz-meta-a': '1',
    'accept-ranges': 'bytes',
    etag: '"tag"',
    'last-modified': 'Sun, 01 Mar 2026 00:00:00 GMT',
  })
  t.match(answeredHeaders(call({}), { ...record, headers: {} }), {
    'content-type': 'binary/octet-stream',
  })
})

t.test('a reader may choose other headers, but not more than headers', async (t) => {
  const target = '/b/k?response-content-type=text%2Fplain&response-etag=x'
  t.match(answeredHeaders(call({}, target), record), {
    'content-type': 'text/plain',
    etag: '"tag"',
  })
  const split = '/b/k?response-content-type=a%0d%0ax:y'
  t.throws(() => answeredHeaders(call({}, split), record), { code: 'InvalidArgument' })
})

t.test('the checksum is told to who asks for it', async (t) => {
  t.match(answeredHeaders(call({ 'x-amz-checksum-mode': 'ENABLED' }), record), {
    'x-amz-checksum-crc32': 'AAAAAA==',
    'x-amz-checksum-type': 'FULL_OBJECT',
  })
})
