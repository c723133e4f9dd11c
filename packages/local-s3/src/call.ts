import type { Readable } from 'node:stream'
import type { Address } from './address.ts'
import type { Authenticated } from './authenticate.ts'
import { type BodyClaims, type ReadHeader, readClaims, readText } from './body.ts'
import type { BucketStore } from './bucket-store.ts'
import type { Conditions } from './conditions.ts'
import { S3Error } from './errors.ts'
import { s3Document, type XmlNode } from './xml.ts'

/** A request that was let in, as the operations see it. */
export interface Call {
  readonly address: Address
  readonly authenticated: Authenticated
  /** A header by its name in small letters; for a pre-signed request also a parameter of that name. */
  readonly read: ReadHeader
  /** Names of all `x-amz-meta-` headers. */
  readonly headerNames: readonly string[]
  /** The raw body. Iterating begins its transfer, and leaving early does not break the connection. */
  readonly body: AsyncIterable<Buffer>
  readonly region: string
  readonly buckets: BucketStore
  readonly now: Date
}

export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Readable | undefined
}

export type Operation = (call: Call) => Promise<Answer>

export const xmlAnswer = (name: string, node: XmlNode): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/xml' },
  body: s3Document(name, node),
})

export const emptyAnswer = (status: number, headers: Record<string, string> = {}): Answer => ({
  status,
  headers,
})

export const quoted = (etag: string): string => `"${etag}"`

export const conditionsOf = ({ read }: Call): Conditions => ({
  ifMatch: read('if-match'),
  ifNoneMatch: read('if-none-match'),
  ifModifiedSince: read('if-modified-since'),
  ifUnmodifiedSince: read('if-unmodified-since'),
})

export const claimsOf = ({ read, authenticated }: Call): BodyClaims =>
  readClaims(read, authenticated)

/** The largest document that S3 takes: ten thousand parts with their checksums. */
const largestDocument = 4 * 1024 ** 2

/** An XML body, or no body at all. */
export async function readDocument(call: Call): Promise<string> {
  const { read } = call
  if (read('content-length') === undefined && read('transfer-encoding') === undefined) return ''
  return readText(call.body, claimsOf(call), largestDocument)
}

/** A whole number in a parameter; `fallback` when it is absent. */
export function numberParameter(text: string | undefined, name: string, fallback: number): number {
  if (text === undefined || text === '') return fallback
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new S3Error('InvalidArgument', `Provided ${name} not an integer or within integer range`, {
    ArgumentName: name,
    ArgumentValue: text,
  })
}
