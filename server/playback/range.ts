/** What a `Range` header asks for. */
export interface WantedRange {
  /** The share of the whole, from 0 to 1, that it is charged as. */
  share: number
  /** The header to be signed with the URL, so that no more can be fetched with it; undefined for all. */
  signed: string | undefined
}

const whole: WantedRange = { share: 1, signed: undefined }

/**
 * One plain range counts by its bytes; whatever else is asked for counts as all of it.
 *
 * @param size bytes of the whole, if they are known
 */
export function rangeOf(header: string | undefined, size: number | undefined): WantedRange {
  const [, first, last] = /^bytes=(\d{1,15})-(\d{1,15})$/.exec(header ?? '') ?? []
  if (first === undefined || last === undefined || size === undefined || size === 0) return whole
  const bytes = Math.min(Number(last), size - 1) - Number(first) + 1
  if (bytes <= 0 || bytes >= size) return whole
  return { share: bytes / size, signed: `bytes=${first}-${last}` }
}
