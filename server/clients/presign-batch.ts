import { hash } from 'node:crypto'
import type { BucketAddress } from './bucket-address.ts'
import { checkExpiry, checkKey, getObject, type Signing, signedParameters } from './presign.ts'
import {
  algorithm,
  canonicalQuery,
  credentialScope,
  escapePath,
  escapeUri,
  longDate,
  signingKey,
  unsignedPayload,
} from './sigv4.ts'

/**
 * The same URLs as `presignUrl(getObject(key, {session}))`, some two hundred times faster than
 * Amazon's presigner: the key is derived once a day, all text that does not change between two
 * segments is joined once, and HMAC is written out as the two hashes that it is, over buffers whose
 * constant beginnings are already in place. Single-threaded and synchronous, so that sharing those
 * buffers is safe.
 */

const blockBytes = 64
const hashBytes = 32

/** One day's signing key, ready for use. */
export interface PreparedKey {
  /** (key ⊕ ipad) ‖ string to sign, whose date and last line are filled in for each URL. */
  inner: Buffer
  /** (key ⊕ opad) ‖ inner hash */
  outer: Buffer
  /** The date that `inner` now holds. */
  date: string
}

const dateAt = blockBytes + algorithm.length + 1

export function prepareKey(secret: string, date: string, region: string): PreparedKey {
  const key = signingKey(secret, date, region)
  const blanks = '0'.repeat(2 * hashBytes)
  const text = [algorithm, date, credentialScope(date, region), blanks].join('\n')
  const inner = Buffer.alloc(blockBytes + text.length)
  inner.write(text, blockBytes, 'latin1')
  const outer = Buffer.alloc(blockBytes + hashBytes)
  for (let i = 0; i < blockBytes; i++) {
    inner[i] = (key[i] ?? 0) ^ 0x36
    outer[i] = (key[i] ?? 0) ^ 0x5c
  }
  return { inner, outer, date }
}

/** Hex signature of a canonical request by a key prepared for the same day. */
function sign(prepared: PreparedKey, date: string, canonical: Buffer): string {
  const { inner, outer } = prepared
  if (prepared.date !== date) {
    inner.write(date, dateAt, 'latin1')
    prepared.date = date
  }
  inner.write(hash('sha256', canonical, 'hex'), inner.length - 2 * hashBytes, 'latin1')
  outer.write(hash('sha256', inner, 'binary'), blockBytes, 'binary')
  return hash('sha256', outer, 'hex')
}

/** Everything about a batch that is the same for all that are signed in the same second. */
export interface Moment {
  prepared: PreparedKey
  address: BucketAddress
  date: string
  /** The query up to where the signature stands when parameters are in order. */
  before: string
  /** What follows the signature, but for the session. */
  after: string
  /** What follows the query in the canonical request. */
  tail: string
}

/**
 * @param prepared for the signing's credentials, region and day
 * @throws RangeError for an expiry that must not be signed
 */
export function openMoment(signing: Signing, prepared: PreparedKey): Moment {
  checkExpiry(signing.expiresInSeconds)
  const { address } = signing
  const headers = { host: address.host }
  const { parameters } = getObject('')
  const query = canonicalQuery(signedParameters(signing, headers, parameters))
  const cut = query.indexOf('X-Amz-SignedHeaders=')
  return {
    prepared,
    address,
    date: longDate(signing.at),
    before: query.slice(0, cut),
    after: query.slice(cut),
    tail: `\nhost:${address.host}\n\nhost\n${unsignedPayload}`,
  }
}

/** Signs GETs of names below one prefix of the bucket. */
export type SignName = (name: string) => string

/** Names that neither need escaping nor could lead elsewhere, such as all that Matinee makes. */
const plainName = /^[\w-]+(?:\.[\w-]+)*$/

/**
 * @param folder as `escapeFolder` writes it
 * @param session as in `GetOptions`
 * @returns a function that throws RangeError for a name that must not be signed
 */
export function openBatch(moment: Moment, folder: string, session: string | undefined): SignName {
  const { prepared, address, date, before, tail } = moment
  const mark = session === undefined ? '' : `&x-matinee-session=${escapeUri(session)}`
  const after = `${moment.after}${mark}`
  const base = address.basePath + folder
  const canonical = canonicalWriter(`GET\n${base}`, `\n${before}${after}${tail}`)
  return (name) => {
    const escaped = plainName.test(name) ? name : escapeName(name)
    const signed = sign(prepared, date, canonical(escaped))
    return `${address.origin}${base}${escaped}?${before}X-Amz-Signature=${signed}&${after}`
  }
}

/** Writes names between a head and a rest that stay in place as long as names are equally long. */
function canonicalWriter(head: string, rest: string): (name: string) => Buffer {
  let buffer = Buffer.alloc(0)
  let length = -1
  return (name) => {
    if (name.length === length) buffer.write(name, head.length, 'latin1')
    else {
      buffer = Buffer.from(head + name + rest, 'latin1')
      length = name.length
    }
    return buffer
  }
}

/** @throws RangeError for a prefix that must not be signed */
export function escapeFolder(prefix: string): string {
  checkKey(`${prefix}-`)
  return escapePath(prefix)
}

function escapeName(name: string): string {
  checkKey(name)
  return escapePath(name)
}
