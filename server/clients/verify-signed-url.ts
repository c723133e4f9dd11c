import { timingSafeEqual } from 'node:crypto'
import {
  canonicalQuery,
  canonicalRequest,
  signature,
  signingKey,
  stringToSign,
  unsignedPayload,
} from './sigv4.ts'

export interface SigningSecret {
  accessKeyId: string
  secretAccessKey: string
}

/**
 * `unknown`: signed with another key than those at hand, so that it cannot be told. `unmatched`: altered,
 * or signed with another key, where URLs do not name their key.
 */
export type Genuineness = 'genuine' | 'forged' | 'unknown' | 'unmatched'

/**
 * Whether a pre-signed URL was signed by the given key for the given method, however long ago, and
 * nothing about it was altered since.
 */
export function verifySignedUrl(
  url: URL,
  { accessKeyId, secretAccessKey }: SigningSecret,
  method = 'GET',
): Genuineness {
  const { 'X-Amz-Signature': given = '', ...parameters } = Object.fromEntries(url.searchParams)
  const [signer, ...scope] = (parameters['X-Amz-Credential'] ?? '').split('/')
  const date = parameters['X-Amz-Date'] ?? ''
  if (signer !== accessKeyId) return 'unknown'
  const canonical = canonicalRequest({
    method,
    path: url.pathname,
    query: canonicalQuery(parameters),
    headers: { host: url.host },
    payloadHash: unsignedPayload,
  })
  const toSign = stringToSign(date, scope.join('/'), canonical)
  const key = signingKey(secretAccessKey, date, scope[1] ?? '', scope[2])
  const expected = Buffer.from(signature(key, toSign))
  const actual = Buffer.from(given)
  const same = expected.length === actual.length && timingSafeEqual(expected, actual)
  return same ? 'genuine' : 'forged'
}
