import { useState } from 'preact/hooks'
import type { Catalogue } from '../../contract/catalog.ts'
import { askEarly, getEarly } from '../ui/early-answers.ts'
import { api } from '../ui/page-api.ts'
import { type Problem, toProblem } from '../ui/problem.ts'
import { useLoad } from '../ui/use-load.ts'
import { keptFronts } from './load-front.ts'
import { forgetSearches } from './use-search.ts'

const pageSize = 24

const address = (cursor?: string): string => {
  const query = new URLSearchParams({ limit: String(pageSize) })
  if (cursor !== undefined) query.set('cursor', cursor)
  return `/api/videos?${query}`
}

/** Asks for the first page before it is known who looks at it. */
export const askForCatalogue = (): void => askEarly(address())

/** What lies behind a first page that ended in the cursor `after`. */
interface More extends Catalogue {
  after: string
}

// Kept for going back: the films are there at once, so that the place among them is found again.
const firstPages = new Map<string, Catalogue>()
const furtherPages = new Map<string, More>()

/** Forgets what was shown: access has changed. */
export function forgetCatalogue(): void {
  firstPages.clear()
  furtherPages.clear()
  keptFronts.clear()
  forgetSearches()
}

/**
 * All films, page by page.
 *
 * @param key whose access the answers show; null while that is not known yet
 */
export function useCatalogue(key: string | null) {
  const first = useLoad(key, (signal) => getEarly<Catalogue>(address(), signal), firstPages)
  const [, setMore] = useState<More>()
  const [loadingMore, setLoadingMore] = useState(false)
  const [moreProblem, setMoreProblem] = useState<Problem>()

  // Further pages fit only behind a first page that ends where they begin.
  const more = furtherPages.get(key ?? '')
  const own = more?.after === first.value?.nextCursor ? more : undefined
  const shown = first.status === 'failed' ? undefined : (first.value ?? first.last)
  const videos = [...(shown?.videos ?? []), ...(own?.videos ?? [])]
  const nextCursor = own === undefined ? (first.value?.nextCursor ?? null) : own.nextCursor

  async function loadMore(): Promise<void> {
    const after = first.value?.nextCursor
    if (key === null || !after || nextCursor === null || loadingMore) return
    setLoadingMore(true)
    setMoreProblem(undefined)
    try {
      const page = await api.get<Catalogue>(address(nextCursor))
      const further = { ...page, after, videos: [...(own?.videos ?? []), ...page.videos] }
      furtherPages.set(key, further)
      setMore(further)
    } catch (error) {
      setMoreProblem(toProblem(error))
    } finally {
      setLoadingMore(false)
    }
  }

  return { first, videos, nextCursor, loadMore, loadingMore, moreProblem }
}
