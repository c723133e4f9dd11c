// Signature Version 4 from the verifier's side, written from Amazon's description of it and sharing
// no code with the product's own signer, so that each checks the other.
import { createHash, createHmac } from 'node:crypto'
import type { QueryParameter } from './address.ts'

export const algorithm = 'AWS4-HMAC-SHA256'

/** What is signed of a request. Header names in small letters, values as received. */
export interface Signable {
  readonly method: string
  /** As sent. */
  readonly path: string
  /** Decoded, without X-Amz-Signature. */
  readonly query: readonly QueryParameter[]
  readonly headers: ReadonlyMap<string, readonly string[]>
  readonly signedHeaders: readonly string[]
  readonly payloadHash: string
}

/** Where and when a signature holds: `<date>/<region>/s3/aws4_request`. */
export interface Scope {
  /** YYYYMMDD */
  readonly day: string
  readonly region: string
}

export const sha256 = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex')

const hmac = (key: string | Uint8Array, data: string): Buffer =>
  createHmac('sha256', key).update(data).digest()

/** "URI encode every byte except the unreserved characters: A-Z, a-z, 0-9, '-', '.', '_', '~'." */
export function uriEncode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** The path with every byte in its one right spelling, whatever spelling it was sent in. */
const canonicalPath = (path: string): string =>
  path
    .split('/')
    .map((segment) => uriEncode(decodeURIComponent(segment)))
    .join('/')

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** "Sort the parameters by name after encoding"; values decide among equal names. */
const canonicalQuery = (query: readonly QueryParameter[]): string =>
  query
    .map(({ name, value }) => [uriEncode(name), uriEncode(value)] as const)
    .sort(([a, x], [b, y]) => byCodeUnit(a, b) || byCodeUnit(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')

/** "Trim any leading or trailing spaces and convert sequential spaces to a single space." */
const canonicalValue = (values: readonly string[]): string =>
  values.map((value) => value.trim().replaceAll(/ +/g, ' ')).join(',')

export function canonicalRequest(request: Signable): string {
  const { method, path, query, headers, signedHeaders, payloadHash } = request
  const lines = signedHeaders.map((name) => `${name}:${canonicalValue(headers.get(name) ?? [])}\n`)
  return [
    method,
    canonicalPath(path),
    canonicalQuery(query),
    lines.join(''),
    signedHeaders.join(';'),
    payloadHash,
  ].join('\n')
}

export const scopeText = ({ day, region }: Scope): string => `${day}/${region}/s3/aws4_request`

/** @param time as in X-Amz-Date, `YYYYMMDDTHHMMSSZ` */
export const stringToSign = (time: string, scope: Scope, canonical: string): string =>
  [algorithm, time, scopeText(scope), sha256(canonical)].join('\n')

export function signingKey(secretAccessKey: string, { day, region }: Scope): Buffer {
  const dateKey = hmac(`AWS4${secretAccessKey}`, day)
  return hmac(hmac(hmac(dateKey, region), 's3'), 'aws4_request')
}

/** In hex, as signatures travel. */
export const sign = (key: Buffer, text: string): string => hmac(key, text).toString('hex')
