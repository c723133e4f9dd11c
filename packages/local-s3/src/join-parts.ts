import { createHash } from 'node:crypto'
import { type ChecksumName, openChecksum } from './checksums.ts'
import { S3Error } from './errors.ts'
import type { JoinedPart, StoredChecksum } from './object-store.ts'

/** A part as it lies on the disk. */
export interface UploadedPart {
  readonly number: number
  readonly size: number
  /** Hex. */
  readonly md5: string
  /** Base64, by the upload's algorithm. */
  readonly checksum: string | null
  /** Milliseconds since 1970. */
  readonly modified: number
}

/** A part as the request to complete names it. */
export interface ClaimedPart {
  readonly number: number
  /** Without quotes. */
  readonly etag: string
  /** Base64, by the upload's algorithm. */
  readonly checksum: string | null
}

export interface Joined {
  readonly size: number
  readonly etag: string
  readonly checksum: StoredChecksum | null
  readonly parts: readonly JoinedPart[]
}

/** "There is no minimum size limit on the last part of your multipart upload." */
const smallestPart = 5 * 1024 ** 2

function checkOrder(claimed: readonly ClaimedPart[]): void {
  if (claimed.length === 0) throw new S3Error('MalformedXML')
  for (const [at, { number }] of claimed.entries()) {
    const before = claimed[at - 1]?.number ?? 0
    if (number <= before) throw new S3Error('InvalidPartOrder')
  }
}

function match(claim: ClaimedPart, stored: UploadedPart | undefined, name: ChecksumName | null) {
  const refused = () =>
    new S3Error('InvalidPart', undefined, { PartNumber: claim.number, ETag: claim.etag })
  if (stored === undefined || stored.md5 !== claim.etag) throw refused()
  if (name !== null && claim.checksum === null) {
    throw new S3Error(
      'InvalidRequest',
      `The upload was created using a ${name} checksum. The complete request must include the checksum for each part. It was missing for part ${claim.number} in the request.`,
    )
  }
  if (claim.checksum !== null && claim.checksum !== stored.checksum) throw refused()
  return stored
}

function checkSizes(parts: readonly UploadedPart[]): void {
  for (const part of parts.slice(0, -1)) {
    if (part.size >= smallestPart) continue
    throw new S3Error('EntityTooSmall', undefined, {
      ProposedSize: part.size,
      MinSizeAllowed: smallestPart,
      PartNumber: part.number,
      ETag: part.md5,
    })
  }
}

/** "The checksum of checksums": of the parts' raw checksums, one after the other. */
function composite(name: ChecksumName, parts: readonly UploadedPart[]): StoredChecksum {
  const raw = Buffer.concat(parts.map(({ checksum }) => Buffer.from(checksum ?? '', 'base64')))
  const sum = openChecksum(name)
  sum.update(raw)
  return { name, value: `${sum.digest()}-${parts.length}`, type: 'COMPOSITE' }
}

/** The object that the claimed parts make, or S3's error for why they make none. */
export function joinParts(
  claimed: readonly ClaimedPart[],
  stored: readonly UploadedPart[],
  checksumName: ChecksumName | null,
): Joined {
  checkOrder(claimed)
  const byNumber = new Map(stored.map((part) => [part.number, part]))
  const parts = claimed.map((claim) => match(claim, byNumber.get(claim.number), checksumName))
  checkSizes(parts)
  const md5s = createHash('md5')
  for (const { md5 } of parts) md5s.update(md5, 'hex')
  return {
    size: parts.reduce((sum, { size }) => sum + size, 0),
    etag: `${md5s.digest('hex')}-${parts.length}`,
    checksum: checksumName === null ? null : composite(checksumName, parts),
    parts: parts.map(({ number, size }) => ({ number, size })),
  }
}
