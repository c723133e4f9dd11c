import type { Collection } from '../store/collection.ts'
import { missing } from './faults.ts'
import { either, hash, integer, shape, text, timestamp } from './params.ts'

/** The paging parameters of every list. */
export const paging = {
  limit: integer(1, 100),
  starting_after: text(),
  ending_before: text(),
}

export interface Paging {
  limit?: number
  starting_after?: string
  ending_before?: string
}

interface Range {
  gt?: number
  gte?: number
  lt?: number
  lte?: number
}

/** A time filter: one second, or a range. */
export const range = () =>
  either(
    hash(shape<Range>()({ gt: timestamp(), gte: timestamp(), lt: timestamp(), lte: timestamp() })),
    timestamp(),
  )

export const inRange = (filter: number | Range | undefined, value: number): boolean => {
  if (filter === undefined) return true
  if (typeof filter === 'number') return value === filter
  const { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity } = filter
  return value > gt && value >= gte && value < lt && value <= lte
}

export interface Page<T> {
  object: 'list'
  data: T[]
  has_more: boolean
  url: string
}

const take = <T>(rows: Iterable<T>, count: number, wanted: (row: T) => boolean): T[] => {
  const taken: T[] = []
  for (const row of rows) {
    if (taken.length === count) break
    if (wanted(row)) taken.push(row)
  }
  return taken
}

/**
 * One page, newest first. `ending_before` gives the page just above the object named, in the same
 * order. The candidates may be narrowed by an index; without it the whole table is walked.
 */
export function page<T extends { id: string }>(
  table: Collection<T>,
  { limit = 10, starting_after, ending_before }: Paging,
  url: string,
  wanted: (row: T) => boolean = () => true,
  candidates?: T[],
): Page<T> {
  const cursor = starting_after ?? ending_before
  const param = starting_after ? 'starting_after' : 'ending_before'
  if (cursor !== undefined && !table.knows(cursor)) throw missing(kindOf(url), cursor, param)
  const backwards = ending_before !== undefined && starting_after === undefined
  const found = take(rows(table, cursor, backwards, candidates), limit + 1, wanted)
  const data = found.slice(0, limit)
  if (backwards) data.reverse()
  return { object: 'list', data, has_more: found.length > limit, url }
}

function rows<T extends { id: string }>(
  table: Collection<T>,
  cursor: string | undefined,
  backwards: boolean,
  candidates: T[] | undefined,
): Iterable<T> {
  if (backwards && cursor) {
    return candidates?.filter((row) => table.compare(row.id, cursor) > 0) ?? table.newerThan(cursor)
  }
  if (!candidates) return table.newestFirst(cursor)
  const newestFirst = candidates.slice().reverse()
  return cursor ? newestFirst.filter((row) => table.compare(row.id, cursor) < 0) : newestFirst
}

const kindOf = (url: string): string => (url.split('/').at(-1) ?? '').replace(/s$/, '')

/** A page of a list that lies inside an object. */
export function inlinePage<T extends { id: string }>(
  rowsInOrder: readonly T[],
  { limit = 10, starting_after, ending_before }: Paging,
  url: string,
): Page<T> {
  const at = (id: string, param: string) => {
    const index = rowsInOrder.findIndex((row) => row.id === id)
    if (index < 0) throw missing(kindOf(url), id, param)
    return index
  }
  if (ending_before !== undefined) {
    const end = at(ending_before, 'ending_before')
    const start = Math.max(0, end - limit)
    return { object: 'list', data: rowsInOrder.slice(start, end), has_more: start > 0, url }
  }
  const start = starting_after === undefined ? 0 : at(starting_after, 'starting_after') + 1
  const data = rowsInOrder.slice(start, start + limit)
  return { object: 'list', data, has_more: rowsInOrder.length > start + limit, url }
}
