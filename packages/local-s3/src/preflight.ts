import type { IncomingHttpHeaders } from 'node:http'
import type { BucketStore } from './bucket-store.ts'
import { corsHeaders } from './cors.ts'
import { S3Error } from './errors.ts'

/** The answer to a browser that asks whether it may ask. Refused with 403, as S3 does. */
export function preflight(
  headers: IncomingHttpHeaders,
  bucket: string,
  buckets: BucketStore,
): Record<string, string> {
  const { origin } = headers
  const method = headers['access-control-request-method']
  if (origin === undefined) {
    throw new S3Error('BadRequest', 'Insufficient information. Origin request header needed.')
  }
  if (method === undefined) {
    const message = 'Invalid Access-Control-Request-Method: null'
    throw new S3Error('BadRequest', message)
  }
  const names = (headers['access-control-request-headers'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '')
  const rules = buckets.has(bucket) ? buckets.find(bucket).cors() : null
  if (rules === null) {
    throw new S3Error('AccessForbidden', 'CORSResponse: CORS is not enabled for this bucket.')
  }
  const answer = corsHeaders(rules, { origin, method, headers: names })
  if (answer === null) {
    const message =
      'CORSResponse: This CORS request is not allowed. No rule of the bucket covers its origin, method and headers.'
    throw new S3Error('AccessForbidden', message, { Method: method, ResourceType: 'OBJECT' })
  }
  return answer
}
