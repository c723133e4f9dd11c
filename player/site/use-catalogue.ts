import { useState } from 'preact/hooks'
import type { Card, Catalogue } from './contract.ts'
import { type Problem, toProblem } from './problem.ts'
import { api } from './site-api.ts'
import { useLoad } from './use-load.ts'

const pageSize = 24

const address = (q: string, cursor?: string): string => {
  const query = new URLSearchParams({ limit: String(pageSize) })
  if (q !== '') query.set('q', q)
  if (cursor !== undefined) query.set('cursor', cursor)
  return `/api/videos?${query}`
}

interface More {
  of: object | undefined
  videos: Card[]
  nextCursor: string | null
}

/**
 * The films that match `q`, page by page.
 *
 * @param viewer whose access the answers show; null while that is not known yet
 */
export function useCatalogue(q: string, viewer: string | null) {
  const key = viewer === null ? null : `${viewer} ${q}`
  const first = useLoad(key, (signal) => api.get<Catalogue>(address(q), signal))
  const [more, setMore] = useState<More>()
  const [loadingMore, setLoadingMore] = useState(false)
  const [moreProblem, setMoreProblem] = useState<Problem>()

  // Further pages belong to one answer: a new search begins with its own first page.
  const own = more !== undefined && more.of === first.value ? more : undefined
  const videos = [...(first.value?.videos ?? []), ...(own?.videos ?? [])]
  const nextCursor = own === undefined ? (first.value?.nextCursor ?? null) : own.nextCursor

  async function loadMore(): Promise<void> {
    if (nextCursor === null || loadingMore) return
    setLoadingMore(true)
    setMoreProblem(undefined)
    try {
      const page = await api.get<Catalogue>(address(q, nextCursor))
      setMore({
        of: first.value,
        videos: [...(own?.videos ?? []), ...page.videos],
        nextCursor: page.nextCursor,
      })
    } catch (error) {
      setMoreProblem(toProblem(error))
    } finally {
      setLoadingMore(false)
    }
  }

  return { first, videos, nextCursor, loadMore, loadingMore, moreProblem }
}
