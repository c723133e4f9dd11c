import { createHash } from 'node:crypto'
import { say } from '../../contract/words/server.ts'
import type { UploadedPart } from '../clients/storage.ts'
import { type PartPlan, partSize } from './part-plan.ts'

/** A part as whoever uploaded it remembers it. */
export interface ClaimedPart {
  readonly partNumber: number
  readonly etag: string
}

const bare = (etag: string): string => etag.replaceAll('"', '')

/** The first three, and how many more. */
const some = (numbers: readonly number[]) => ({
  parts: numbers.slice(0, 3).join(', '),
  more: Math.max(0, numbers.length - 3),
})

/**
 * What speaks against joining the parts that the bucket holds, in a sentence that tells the uploader
 * what to do; null when all are there, each of its planned size and the one that was sent last.
 */
export function objectionToParts(
  plan: PartPlan,
  sizeBytes: number,
  stored: readonly UploadedPart[],
  claimed: readonly ClaimedPart[],
): string | null {
  const byNumber = new Map(stored.map((part) => [part.partNumber, part]))
  const all = Array.from({ length: plan.partCount }, (_, at) => at + 1)
  const missing = all.filter((number) => !byNumber.has(number))
  if (missing.length > 0) return say('uploads.parts.missing', some(missing))
  const wrong = all.filter(
    (number) => byNumber.get(number)?.sizeBytes !== partSize(plan, sizeBytes, number),
  )
  if (wrong.length > 0) return say('uploads.parts.size', some(wrong))
  if (stored.length > plan.partCount) return say('uploads.parts.tooMany')
  const claims = new Map(claimed.map(({ partNumber, etag }) => [partNumber, bare(etag)]))
  const other = all.filter(
    (number) => claims.get(number) !== bare(byNumber.get(number)?.etag ?? ''),
  )
  if (other.length > 0) return say('uploads.parts.other', some(other))
  return null
}

/**
 * The ETag that a bucket which gives MD5s for ETags gives the whole: the MD5 of the parts' MD5s, and their
 * number. Null where it does not give MD5s.
 */
export function etagOfWhole(parts: readonly Pick<UploadedPart, 'etag'>[]): string | null {
  const digests = parts.map(({ etag }) => /^"?([0-9a-f]{32})"?$/.exec(etag)?.[1])
  if (digests.length === 0 || digests.includes(undefined)) return null
  return `${createHash('md5').update(digests.join(''), 'hex').digest('hex')}-${parts.length}`
}
