import type { UploadedPart } from '../clients/storage.ts'
import { type PartPlan, partSize } from './part-plan.ts'

/** A part as whoever uploaded it remembers it. */
export interface ClaimedPart {
  readonly partNumber: number
  readonly etag: string
}

const bare = (etag: string): string => etag.replaceAll('"', '')

/** "1, 2, 3 and 40 more" */
function some(numbers: readonly number[]): string {
  const shown = numbers.slice(0, 3).join(', ')
  return numbers.length > 3 ? `${shown} and ${numbers.length - 3} more` : shown
}

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
  if (missing.length > 0) return `Not all of the file has arrived: send part ${some(missing)}.`
  const wrong = all.filter(
    (number) => byNumber.get(number)?.sizeBytes !== partSize(plan, sizeBytes, number),
  )
  if (wrong.length > 0) return `Send part ${some(wrong)} again: its size is not the planned one.`
  if (stored.length > plan.partCount) return 'More parts have arrived than were planned.'
  const claims = new Map(claimed.map(({ partNumber, etag }) => [partNumber, bare(etag)]))
  const other = all.filter(
    (number) => claims.get(number) !== bare(byNumber.get(number)?.etag ?? ''),
  )
  if (other.length > 0) return `Send part ${some(other)} again: another one arrived in its place.`
  return null
}
