import t from 'tap'
import { openBucketStore } from '../src/bucket-store.ts'
import { preflight } from '../src/preflight.ts'
import { scratch } from './helper.ts'

const asking = {
  origin: 'https://films.example',
  'access-control-request-method': 'PUT',
  'access-control-request-headers': ' Content-Type , x-amz-checksum-sha256,',
}

t.test('a preflight is answered by the bucket’s rules, names in any case', async (t) => {
  const buckets = await openBucketStore(await scratch(t))
  await buckets.create('films', 0)
  const ask =
    (headers: object, bucket = 'films') =>
    () =>
      preflight({ ...headers }, bucket, buckets)
  t.throws(ask(asking), { code: 'AccessForbidden', message: /not enabled/ })
  t.throws(ask(asking, 'no-such-bucket'), { code: 'AccessForbidden' })
  const origins = ['https://films.example']
  const rule = { origins, methods: ['PUT'], exposed: ['ETag'], maxAgeSeconds: 1 }
  await buckets.find('films').setCors([{ ...rule, headers: ['content-type', 'X-Amz-*'] }])
  t.match(ask(asking)(), {
    'access-control-allow-headers': 'content-type, x-amz-checksum-sha256',
  })
  t.throws(ask({ ...asking, origin: 'null' }), { code: 'AccessForbidden' })
  t.throws(ask({ origin: asking.origin }), { code: 'BadRequest' })
  t.throws(ask({ 'access-control-request-method': 'PUT' }), { code: 'BadRequest' })
})
