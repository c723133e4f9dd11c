import type { SearchResults } from '../../contract/search.ts'
import { longestSearch } from '../../contract/search-limits.ts'
import { api } from '../ui/page-api.ts'
import { useLoad } from '../ui/use-load.ts'

// Kept for going back.
const kept = new Map<string, SearchResults>()
const mostKept = 30

export function forgetSearches(): void {
  kept.clear()
}

/** What an address asks for, without what is no text. */
export const searchOf = (q: string | undefined): string =>
  (q ?? '').replace(/[\p{C}\s]+/gu, ' ').trim()

export const isTooLong = (q: string): boolean => q.length > longestSearch

/**
 * What `q` finds.
 *
 * @param viewer whose access the answers show; null while that is not known yet
 */
export function useSearch(q: string, viewer: string | null) {
  const key = viewer === null || q === '' || isTooLong(q) ? null : `${viewer} ${q}`
  if (kept.size > mostKept) kept.clear()
  return useLoad(
    key,
    (signal) => api.get<SearchResults>(`/api/search?${new URLSearchParams({ q })}`, signal),
    kept,
  )
}
