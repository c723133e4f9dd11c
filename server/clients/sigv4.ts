import { createHmac, hash } from 'node:crypto'

/**
 * AWS Signature Version 4 for S3, as named steps. Every function is pure: what is signed, with what
 * and at what time all come in as arguments.
 */

export const algorithm = 'AWS4-HMAC-SHA256'
export const unsignedPayload = 'UNSIGNED-PAYLOAD'

export interface CanonicalParts {
  method: string
  /** Escaped, with its leading slash. */
  path: string
  /** As `canonicalQuery` writes it, without the signature. */
  query: string
  /** Lower-case names, `host` among them. */
  headers: Readonly<Record<string, string>>
  /** Hex SHA-256 of the body, or `UNSIGNED-PAYLOAD`. */
  payloadHash: string
}

/** By code unit, which is what the service does: no locale may reorder the names. */
const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** "URI encode every byte except the unreserved characters: A-Z, a-z, 0-9, '-', '.', '_', and '~'." */
export function escapeUri(text: string): string {
  // encodeURIComponent leaves five more characters alone than RFC 3986 does.
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** A key's path: its slashes stay, and nothing is normalised, since S3 keys are plain bytes. */
export function escapePath(key: string): string {
  // Keys that Matinee makes need no escaping at all, and this is the hot path.
  return /^[\w./~-]*$/.test(key) ? key : key.split('/').map(escapeUri).join('/')
}

/** `20130524T000000Z` */
export function longDate(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

/** `20130524/us-east-1/s3/aws4_request`: the day turns at midnight UTC. */
export function credentialScope(date: string, region: string, service = 's3'): string {
  return `${date.slice(0, 8)}/${region}/${service}/aws4_request`
}

/** Parameters in code-unit order of their names, names and values escaped. */
export function canonicalQuery(parameters: Readonly<Record<string, string>>): string {
  return Object.keys(parameters)
    .sort(byCodeUnit)
    .map((name) => `${escapeUri(name)}=${escapeUri(parameters[name] ?? '')}`)
    .join('&')
}

/** `content-type;host` */
export function signedHeaderNames(headers: Readonly<Record<string, string>>): string {
  return Object.keys(headers).sort(byCodeUnit).join(';')
}

export function canonicalRequest(parts: CanonicalParts): string {
  const headers = Object.keys(parts.headers)
    .sort(byCodeUnit)
    .map((name) => `${name}:${(parts.headers[name] ?? '').trim().replaceAll(/\s+/g, ' ')}\n`)
    .join('')
  return [
    parts.method,
    parts.path,
    parts.query,
    headers,
    signedHeaderNames(parts.headers),
    parts.payloadHash,
  ].join('\n')
}

export function stringToSign(date: string, scope: string, canonical: string): string {
  return [algorithm, date, scope, hash('sha256', canonical, 'hex')].join('\n')
}

/** The key of one day, region and service, derived from the secret. */
export function signingKey(secret: string, date: string, region: string, service = 's3'): Buffer {
  const hmac = (key: string | Buffer, text: string) =>
    createHmac('sha256', key).update(text).digest()
  const day = hmac(`AWS4${secret}`, date.slice(0, 8))
  return hmac(hmac(hmac(day, region), service), 'aws4_request')
}

/** Hex HMAC-SHA256 of the string to sign. */
export function signature(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex')
}
