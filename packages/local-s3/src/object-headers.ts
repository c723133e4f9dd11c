import { parameter } from './address.ts'
import { type Call, quoted } from './call.ts'
import { S3Error } from './errors.ts'
import type { ObjectRecord } from './object-store.ts'

/** Headers that are stored with an object and answered as they came. */
const kept = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
] as const

const metaPrefix = 'x-amz-meta-'
/** "Within the PUT request header, the user-defined metadata is limited to 2 KB in size." */
const largestMetadata = 2048

/** What asks for features that are not here; ignoring them would be a lie. */
const unknownFeatures = [
  'x-amz-copy-source',
  'x-amz-object-lock-mode',
  'x-amz-server-side-encryption-customer-algorithm',
  'x-amz-tagging',
  'x-amz-website-redirect-location',
  'x-amz-write-offset-bytes',
]

/** The headers of a PUT or of a multipart upload's beginning that its object will answer. */
export function storedHeaders({ read, headerNames }: Call): Record<string, string> {
  if (unknownFeatures.some((name) => read(name) !== undefined)) throw new S3Error('NotImplemented')
  if ((read('x-amz-acl') ?? 'private') !== 'private') {
    throw new S3Error('AccessControlListNotSupported')
  }
  const headers: Record<string, string> = {}
  for (const name of kept) {
    const value = read(name)
    if (value !== undefined) headers[name] = value
  }
  // "aws-chunked" only says how the body travels.
  const encoding = (headers['content-encoding'] ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '' && word !== 'aws-chunked')
  delete headers['content-encoding']
  if (encoding.length > 0) headers['content-encoding'] = encoding.join(',')
  return { ...headers, ...userMetadata(read, headerNames) }
}

function userMetadata(read: Call['read'], names: readonly string[]): Record<string, string> {
  const metadata: Record<string, string> = {}
  let size = 0
  for (const name of names.filter((candidate) => candidate.startsWith(metaPrefix))) {
    const value = read(name) ?? ''
    metadata[name] = value
    size += name.length - metaPrefix.length + value.length
  }
  if (size > largestMetadata) {
    const message = 'Your metadata headers exceed the maximum allowed metadata size'
    throw new S3Error('InvalidArgument', message, { Size: size, MaxSizeAllowed: largestMetadata })
  }
  return metadata
}

/** What a reader may have answered in place of what is stored. */
function overrides({ address }: Call): Record<string, string> {
  const found: Record<string, string> = {}
  for (const name of kept) {
    const value = parameter(address, `response-${name}`)
    if (value === undefined) continue
    if (/[\r\n\0]/.test(value)) throw new S3Error('InvalidArgument')
    found[name] = value
  }
  return found
}

/** The headers of GET and HEAD, but for the length, which depends on the range. */
export function answeredHeaders(call: Call, record: ObjectRecord): Record<string, string> {
  const { checksum } = record
  const withChecksum = checksum !== null && call.read('x-amz-checksum-mode') === 'ENABLED'
  return {
    'content-type': 'binary/octet-stream',
    ...record.headers,
    ...overrides(call),
    'accept-ranges': 'bytes',
    etag: quoted(record.etag),
    'last-modified': new Date(record.modified).toUTCString(),
    ...(withChecksum
      ? {
          [`x-amz-checksum-${checksum.name}`]: checksum.value,
          'x-amz-checksum-type': checksum.type,
        }
      : {}),
  }
}
