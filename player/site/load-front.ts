import { useState } from 'preact/hooks'
import type { Catalogue } from '../../contract/catalog.ts'
import type { Front, FrontRowKind } from '../../contract/front.ts'
import { askEarly, getEarly } from '../ui/early-answers.ts'
import { readFrontDraft } from '../ui/front-draft.ts'
import { api } from '../ui/page-api.ts'
import { useLoad } from '../ui/use-load.ts'
import { forgetSearches } from './use-search.ts'

const address = '/api/front'

/** Asks for the page before it is known who looks at it. */
export const askForFront = (): void => askEarly(address)

/** All films, where they go on behind a front page that ended in the cursor `after`. */
interface Further extends Catalogue {
  after: string
}

// Kept for going back: the films are there at once, so that the place among them is found again.
const fronts = new Map<string, Front>()
const furtherPages = new Map<string, Further>()

/** Forgets what was shown: access has changed. */
export function forgetFilms(): void {
  fronts.clear()
  furtherPages.clear()
  forgetSearches()
}

/** Forgets what is on the watchlist; the place among the other films is still found again. */
export function forgetWatchlist(): void {
  for (const [key, front] of fronts) fronts.set(key, without(front, ['watchlist']))
}

const without = (front: Front, kinds: readonly FrontRowKind[]): Front => ({
  ...front,
  rows: front.rows.filter(({ kind }) => !kinds.includes(kind)),
})

function load(preview: boolean, signal: AbortSignal): Promise<Front> {
  const draft = preview ? readFrontDraft() : null
  if (draft === null) return getEarly<Front>(address, signal)
  return api.request<Front>('POST', '/api/studio/front/preview', { body: draft })
}

function withFurther({ hero, rows }: Front, { videos, nextCursor }: Further): Front {
  const goOn = (row: Front['rows'][number]) => {
    const known = new Set([hero, ...row.videos].map((video) => video?.id))
    const others = videos.filter(({ id }) => !known.has(id))
    return { ...row, videos: [...row.videos, ...others], nextCursor }
  }
  return { hero, rows: rows.map((row) => (row.nextCursor === null ? row : goOn(row))) }
}

/**
 * The front page. Until the next answer has come it is the one before, without what was one viewer's own.
 *
 * @param viewer whose access the answers show; null while that is not known yet
 * @param preview of the draft that its operator is at, rather than of what is saved
 */
export function useFront(viewer: string | null, preview: boolean) {
  const key = viewer && `${viewer}${preview ? ' preview' : ''}`
  const loaded = useLoad(key, (signal) => load(preview, signal), preview ? undefined : fronts)
  const [, setFurther] = useState<Further>()
  const { status, problem, retry } = loaded
  const before =
    status === 'loading' && loaded.last && without(loaded.last, ['continue', 'watchlist'])
  const found = loaded.value ?? (before || undefined)

  const after = found?.rows.find(({ nextCursor }) => nextCursor !== null)?.nextCursor
  const kept = furtherPages.get(key ?? '')
  const further = kept?.after === after ? kept : undefined
  const front = found && further ? withFurther(found, further) : found

  async function loadMore(): Promise<void> {
    const cursor = further === undefined ? after : further.nextCursor
    if (key === null || !after || !cursor) return
    const page = await api.get<Catalogue>(`/api/videos?${new URLSearchParams({ cursor })}`)
    const next = { ...page, after, videos: [...(further?.videos ?? []), ...page.videos] }
    furtherPages.set(key, next)
    setFurther(next)
  }

  return { front, status, problem, retry, loadMore }
}
