import { S3Error } from './errors.ts'

/** Inclusive byte offsets within an object. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * The span that a Range header asks of an object of `size` bytes; null for the whole object, which
 * is also the answer to what is no range or more than one ("Amazon S3 doesn't support retrieving
 * multiple ranges of data per GET request").
 */
export function parseRange(header: string | undefined, size: number): Span | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  if (match === null) return null
  const [first, last] = [match[1] ?? '', match[2] ?? '']
  if (first === '' && last === '') return null
  const refused = () =>
    new S3Error('InvalidRange', undefined, {
      RangeRequested: header ?? '',
      ActualObjectSize: size,
    })
  if (first === '') {
    const suffix = Number(last)
    if (suffix === 0 || size === 0) throw refused()
    return { start: Math.max(0, size - suffix), end: size - 1 }
  }
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < start) return null
  if (start >= size) throw refused()
  return { start, end }
}

/** A run of bytes within one of the files that an object is made of. */
export interface Slice extends Span {
  /** Which file, counted from 0. */
  readonly index: number
}

/** Where a span of the whole lies in files of the given sizes, in order. */
export function sliceFiles(sizes: readonly number[], { start, end }: Span): Slice[] {
  const slices: Slice[] = []
  let offset = 0
  for (const [index, size] of sizes.entries()) {
    const first = Math.max(start - offset, 0)
    const last = Math.min(end - offset, size - 1)
    if (first <= last) slices.push({ index, start: first, end: last })
    offset += size
    if (offset > end) break
  }
  return slices
}
