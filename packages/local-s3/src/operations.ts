import type { Address } from './address.ts'
import { S3Error } from './errors.ts'

const operations = {
  service: { GET: 'ListBuckets' },
  bucket: {
    HEAD: 'HeadBucket',
    PUT: 'CreateBucket',
    DELETE: 'DeleteBucket',
    'GET list-type': 'ListObjectsV2',
    'GET location': 'GetBucketLocation',
    'GET uploads': 'ListMultipartUploads',
    'GET cors': 'GetBucketCors',
    'PUT cors': 'PutBucketCors',
    'DELETE cors': 'DeleteBucketCors',
    'POST delete': 'DeleteObjects',
  },
  object: {
    GET: 'GetObject',
    HEAD: 'HeadObject',
    PUT: 'PutObject',
    DELETE: 'DeleteObject',
    'POST uploads': 'CreateMultipartUpload',
    'PUT uploadId': 'UploadPart',
    'GET uploadId': 'ListParts',
    'POST uploadId': 'CompleteMultipartUpload',
    'DELETE uploadId': 'AbortMultipartUpload',
  },
} as const

type Names<T> = T extends Record<string, infer Name> ? Name : never
export type OperationName = Names<(typeof operations)[keyof typeof operations]>

/** Parameters that name another operation than the plain one. */
const subresources = [
  ...['list-type', 'location', 'uploads', 'uploadId', 'cors', 'delete'],
  // Known to S3 and not to us: refused, rather than taken for the plain operation.
  ...['accelerate', 'acl', 'analytics', 'attributes', 'encryption', 'inventory', 'legal-hold'],
  ...['lifecycle', 'logging', 'metrics', 'notification', 'object-lock', 'ownershipControls'],
  ...['partNumber', 'policy', 'policyStatus', 'publicAccessBlock', 'replication', 'requestPayment'],
  ...[
    'restore',
    'retention',
    'select',
    'tagging',
    'torrent',
    'versionId',
    'versioning',
    'versions',
  ],
  'website',
]

/** What a request asks for. Parameters that S3 does not know, `x-` ones above all, change nothing. */
export function operationOf(
  method: string,
  { bucket, key, query }: Pick<Address, 'bucket' | 'key' | 'query'>,
): OperationName {
  const level = bucket === '' ? 'service' : key === '' ? 'bucket' : 'object'
  const asked = subresources.filter((name) => query.some((parameter) => parameter.name === name))
  // UploadPart is named by two parameters together.
  const named = asked.filter((name) => !(name === 'partNumber' && asked.includes('uploadId')))
  const table: Readonly<Record<string, OperationName>> = operations[level]
  const operation = table[[method, ...named].join(' ')]
  if (operation !== undefined) return operation
  if (named.length > 0 || (method === 'GET' && level === 'bucket')) {
    throw new S3Error('NotImplemented')
  }
  throw new S3Error('MethodNotAllowed', undefined, { Method: method })
}
