import { largestFile } from '../../contract/uploads.ts'

const mebibyte = 1024 ** 2

/** "5 MiB to 5 GiB. There is no minimum size limit on the last part." */
export const smallestPart = 5 * mebibyte
export const largestPart = 5 * 1024 * mebibyte

/** Small enough to send again when it fails, large enough that its own cost does not matter. */
const usualPart = 8 * mebibyte
/** Beyond so many parts, larger ones: fewer round trips and a shorter list to keep. */
const comfortableParts = 1_000

export interface PartPlan {
  /** Of every part but the last. */
  readonly partSizeBytes: number
  readonly partCount: number
}

/**
 * How a file is cut.
 *
 * @param sizeBytes 1 to `largestFile`
 * @throws RangeError for any other size
 */
export function planParts(sizeBytes: number): PartPlan {
  if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 1 || sizeBytes > largestFile) {
    throw new RangeError(`A file of ${sizeBytes} bytes cannot be uploaded in parts`)
  }
  const wanted = Math.ceil(sizeBytes / comfortableParts / mebibyte) * mebibyte
  const partSizeBytes = Math.min(Math.max(wanted, usualPart), largestPart)
  return { partSizeBytes, partCount: Math.ceil(sizeBytes / partSizeBytes) }
}

/**
 * The bytes of one part.
 *
 * @param partNumber 1 to `partCount`
 */
export function partSize(
  { partSizeBytes, partCount }: PartPlan,
  sizeBytes: number,
  partNumber: number,
): number {
  if (partNumber < partCount) return partSizeBytes
  return sizeBytes - partSizeBytes * (partCount - 1)
}
