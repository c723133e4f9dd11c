import { compareKeys, type KeyIndex } from './key-index.ts'

export interface ListQuery {
  readonly prefix: string
  readonly delimiter: string
  readonly maxKeys: number
  /** Entries up to and including this one were listed before. A common prefix counts as an entry. */
  readonly after: string
}

export interface ListPage {
  readonly keys: readonly string[]
  readonly commonPrefixes: readonly string[]
  /** The last entry of the page, when there are more; else null. */
  readonly last: string | null
}

/**
 * "Keys that contain the same string between the prefix and the first occurrence of the delimiter
 * are rolled up into a single result element", and that element counts as one.
 */
export function listPage(index: Pick<KeyIndex, 'from'>, query: ListQuery): ListPage {
  const { prefix, delimiter, maxKeys, after } = query
  const keys: string[] = []
  const commonPrefixes: string[] = []
  let last: string | null = null
  if (maxKeys === 0) return { keys, commonPrefixes, last }
  const fromPrefix = compareKeys(after, prefix) < 0
  for (const key of index.from(fromPrefix ? prefix : after, fromPrefix)) {
    if (!key.startsWith(prefix)) break
    const cut = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length)
    const entry = cut === -1 ? key : key.slice(0, cut + delimiter.length)
    const rolledUp = cut !== -1
    if (rolledUp && (entry === commonPrefixes.at(-1) || entry === after)) continue
    if (keys.length + commonPrefixes.length === maxKeys) return { keys, commonPrefixes, last }
    ;(rolledUp ? commonPrefixes : keys).push(entry)
    last = entry
  }
  return { keys, commonPrefixes, last: null }
}
