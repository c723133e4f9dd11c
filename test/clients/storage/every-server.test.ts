import t, { type Test } from 'tap'
import { troubleOf } from '../../../server/clients/storage.ts'
import { noRadosgw, radosgw } from '../../fixtures/radosgw.ts'
import { bucketSuite } from './bucket.ts'
import { bucketForTests, bucketsOf, type OpenBucket } from './bucket-for-tests.ts'
import { downloadSuite } from './download.ts'
import { multipartSuite } from './multipart.ts'
import { objectsSuite } from './objects.ts'
import { prefixSuite } from './with-prefix.ts'

/** What is wrong is told in the same words, whoever serves the bucket. */
async function troubleSuite(t: Test, open: OpenBucket): Promise<void> {
  await t.test('a missing bucket, an unknown key and a wrong secret are told apart', async (t) => {
    const bucket = await open(t)
    const known = await bucket.credentials()
    const cases = [
      ['no bucket', { bucket: 'another-bucket' }],
      ['unknown key', { credentials: { ...known, accessKeyId: 'NOBODY' } }],
      ['wrong secret', { credentials: { ...known, secretAccessKey: 'oops' } }],
      ['unreachable', { endpoint: 'http://127.0.0.1:1' }],
    ] as const
    for (const [trouble, options] of cases) {
      const other = bucket.at(options)
      const type = { contentType: 'text/plain' }
      const calls = [
        () => other.putBytes('a', 'b', type),
        () => other.getBytes('a'),
        () => other.list('a').next(),
        () => other.createMultipart('a', type),
        () => other.ping(),
        // One that is missing it makes.
        ...(trouble === 'no bucket' ? [] : [() => other.ensureBucket()]),
      ]
      for (const call of calls) {
        t.equal(await call().then(() => 'none', troubleOf), trouble, String(call))
      }
    }
  })
}

async function everything(t: Test, open: OpenBucket): Promise<void> {
  await t.test('objects', (t) => objectsSuite(t, open))
  await t.test('downloads', (t) => downloadSuite(t, open))
  await t.test('multipart uploads', (t) => multipartSuite(t, open))
  await t.test('the bucket', (t) => bucketSuite(t, open))
  await t.test('prefixes', (t) => prefixSuite(t, open))
  await t.test('trouble', (t) => troubleSuite(t, open))
}

t.test('on the local S3', (t) => everything(t, bucketForTests))

t.test('on Ceph’s radosgw', { skip: noRadosgw }, async (t) =>
  everything(t, bucketsOf(await radosgw(t))),
)
