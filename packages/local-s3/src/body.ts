import { createHash } from 'node:crypto'
import type { Authenticated } from './authenticate.ts'
import { type ChecksumName, checksumNames, isChecksumName, openChecksum } from './checksums.ts'
import { type ChunkedBody, decodeChunks, signedChunks, unsignedChunks } from './chunks.ts'
import { S3Error } from './errors.ts'

/** What a body must turn out to be. */
export interface BodyClaims {
  /** Bytes, after any chunk framing is taken off. */
  readonly size: number
  /** Hex SHA-256, when the signature covers the body. */
  readonly sha256: string | null
  /** Base64, from Content-MD5. */
  readonly md5: string | null
  /** The checksum that is to be computed and kept. */
  readonly checksumName: ChecksumName | null
  /** Base64; null when it only comes after the body. */
  readonly checksum: string | null
  readonly chunked: ChunkedBody | null
}

/** What a body turned out to be. */
export interface BodyFacts {
  readonly size: number
  /** Hex. */
  readonly md5: string
  readonly checksum: { readonly name: ChecksumName; readonly value: string } | null
}

/** Reads a header, or for a pre-signed request the parameter that stands for it. */
export type ReadHeader = (name: string) => string | undefined

const unsignedPayload = 'UNSIGNED-PAYLOAD'
const unsignedStream = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER'
const signedStream = 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD'
const signedStreamWithTrailer = 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER'

function readSize(read: ReadHeader, chunked: boolean): number {
  const name = chunked ? 'x-amz-decoded-content-length' : 'content-length'
  const text = read(name)
  if (text === undefined || !/^\d{1,15}$/.test(text)) throw new S3Error('MissingContentLength')
  return Number(text)
}

function readMd5(read: ReadHeader): string | null {
  const md5 = read('content-md5')
  if (md5 === undefined) return null
  if (Buffer.from(md5, 'base64').length !== 16) throw new S3Error('InvalidDigest')
  return md5
}

function readChunked(
  { payloadHash, seed }: Authenticated,
  announced: string[],
): ChunkedBody | null {
  if (![unsignedStream, signedStream, signedStreamWithTrailer].includes(payloadHash)) return null
  const signed = payloadHash !== unsignedStream
  const mayTrail = payloadHash !== signedStream
  return {
    signed,
    verifier: signed ? signedChunks(seed) : unsignedChunks,
    announced: mayTrail ? announced : [],
    trailers: new Map(),
  }
}

/** What the headers promise of the body. Refuses what contradicts itself before a byte is read. */
export function readClaims(read: ReadHeader, authenticated: Authenticated): BodyClaims {
  const { payloadHash } = authenticated
  const announced = (read('x-amz-trailer') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '')
  const chunked = readChunked(authenticated, announced)
  const given = checksumNames.filter(
    (name) =>
      read(`x-amz-checksum-${name}`) !== undefined || announced.includes(`x-amz-checksum-${name}`),
  )
  if (given.length > 1) {
    throw new S3Error('InvalidRequest', 'Expecting a single x-amz-checksum- header.')
  }
  const checksumName = given[0] ?? readAlgorithm(read('x-amz-sdk-checksum-algorithm'))
  const hashed = /^[0-9a-f]{64}$/.test(payloadHash)
  if (!hashed && chunked === null && payloadHash !== unsignedPayload) {
    const must =
      'x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a valid sha256 value.'
    throw new S3Error('InvalidArgument', must)
  }
  return {
    size: readSize(read, chunked !== null),
    sha256: hashed ? payloadHash : null,
    md5: readMd5(read),
    checksumName,
    checksum: checksumName === null ? null : (read(`x-amz-checksum-${checksumName}`) ?? null),
    chunked,
  }
}

function readAlgorithm(word: string | undefined): ChecksumName | null {
  const name = word?.toLowerCase() ?? ''
  return isChecksumName(name) ? name : null
}

/**
 * Passes the body on as it comes and judges it at its end, so that whoever writes it down must not
 * commit before the iteration is over.
 */
export async function* verifyBody(
  source: AsyncIterable<Buffer>,
  claims: BodyClaims,
  report: (facts: BodyFacts) => void,
): AsyncGenerator<Buffer> {
  const md5 = createHash('md5')
  const sha256 = claims.sha256 === null ? null : createHash('sha256')
  const checksum = claims.checksumName === null ? null : openChecksum(claims.checksumName)
  let size = 0
  for await (const bytes of claims.chunked ? decodeChunks(source, claims.chunked) : source) {
    size += bytes.length
    if (size > claims.size) throw new S3Error('IncompleteBody')
    md5.update(bytes)
    sha256?.update(bytes)
    checksum?.update(bytes)
    yield bytes
  }
  if (size !== claims.size) throw new S3Error('IncompleteBody')
  if (sha256 !== null && sha256.digest('hex') !== claims.sha256) {
    throw new S3Error('XAmzContentSHA256Mismatch')
  }
  const digest = md5.digest()
  if (claims.md5 !== null && digest.toString('base64') !== claims.md5)
    throw new S3Error('BadDigest')
  report({ size, md5: digest.toString('hex'), checksum: judge(claims, checksum?.digest() ?? null) })
}

function judge(claims: BodyClaims, value: string | null): BodyFacts['checksum'] {
  const { checksumName: name, chunked } = claims
  if (name === null || value === null) return null
  const declared = claims.checksum ?? chunked?.trailers.get(`x-amz-checksum-${name}`) ?? null
  if (declared !== null && declared !== value) {
    const message = `The ${name.toUpperCase()} you specified did not match the calculated checksum.`
    throw new S3Error('BadDigest', message)
  }
  return { name, value }
}

/** A whole small body, such as a list of parts; refuses more than `limit` bytes. */
export async function readText(
  source: AsyncIterable<Buffer>,
  claims: BodyClaims,
  limit: number,
): Promise<string> {
  if (claims.size > limit) throw new S3Error('MalformedXML')
  const chunks: Buffer[] = []
  for await (const chunk of verifyBody(source, claims, () => {})) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
