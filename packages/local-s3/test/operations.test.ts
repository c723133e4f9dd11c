import t from 'tap'
import { parseAddress } from '../src/address.ts'
import { handlers } from '../src/handlers.ts'
import { operationOf } from '../src/operations.ts'

const of = (method: string, target: string) => operationOf(method, parseAddress(target))

t.test('each request names its operation', async (t) => {
  const table = [
    ['GET', '/', 'ListBuckets'],
    ['HEAD', '/b', 'HeadBucket'],
    ['PUT', '/b', 'CreateBucket'],
    ['GET', '/b?list-type=2&prefix=x', 'ListObjectsV2'],
    ['GET', '/b?uploads', 'ListMultipartUploads'],
    ['POST', '/b?delete', 'DeleteObjects'],
    ['PUT', '/b?cors', 'PutBucketCors'],
    ['GET', '/b/k', 'GetObject'],
    ['GET', '/b/k?x-id=GetObject&x-matinee-session=s', 'GetObject'],
    ['GET', '/b/k?response-content-type=a', 'GetObject'],
    ['HEAD', '/b/k', 'HeadObject'],
    ['PUT', '/b/k', 'PutObject'],
    ['DELETE', '/b/k', 'DeleteObject'],
    ['POST', '/b/k?uploads', 'CreateMultipartUpload'],
    ['PUT', '/b/k?partNumber=1&uploadId=u', 'UploadPart'],
    ['GET', '/b/k?uploadId=u', 'ListParts'],
    ['POST', '/b/k?uploadId=u', 'CompleteMultipartUpload'],
    ['DELETE', '/b/k?uploadId=u', 'AbortMultipartUpload'],
  ] as const
  for (const [method, target, operation] of table) t.equal(of(method, target), operation)
  t.ok(table.every(([, , operation]) => operation in handlers))
})

t.test(
  'what S3 can do and this server cannot is refused, not taken for something else',
  async (t) => {
    const refused = [
      ['GET', '/b'],
      ['PUT', '/b?policy'],
      ['GET', '/b/k?acl'],
      ['PUT', '/b/k?tagging'],
      ['GET', '/b/k?versionId=1'],
      ['DELETE', '/b/k?versionId=1'],
      ['GET', '/b/k?partNumber=1'],
      ['POST', '/b/k?uploads&uploadId=u'],
    ] as const
    for (const [method, target] of refused) {
      t.throws(() => of(method, target), { code: 'NotImplemented' }, `${method} ${target}`)
    }
  },
)

t.test('methods that mean nothing are not allowed', async (t) => {
  t.throws(() => of('POST', '/b/k'), { code: 'MethodNotAllowed' })
  t.throws(() => of('DELETE', '/'), { code: 'MethodNotAllowed' })
})
