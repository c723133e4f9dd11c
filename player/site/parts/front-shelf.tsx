import { useState } from 'preact/hooks'
import type { Front } from '../../../contract/front.ts'
import { siteWords } from '../../../contract/words/site.ts'
import { uiWords } from '../../../contract/words/ui.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Button } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { type Problem, toProblem } from '../../ui/problem.ts'
import { searchLink } from '../search-link.ts'
import { VideoGrid } from './video-grid.tsx'

type Row = Front['rows'][number]

interface FrontShelfProps {
  row: Row
  id: string
  /** New films stand above it. */
  belowNew: boolean
  /** Whether it is seen without scrolling. */
  eager: boolean
  /** Another answer is on its way. */
  stale: boolean
  clearHistory(): Promise<void>
  loadMore(): Promise<void>
}

/** One row of the front page. */
export function FrontShelf(props: FrontShelfProps) {
  const { row, id, belowNew, eager, stale, clearHistory, loadMore } = props
  const { kind, videos, nextCursor, collection } = row
  const [heading, label] = namesOf(row, belowNew)
  const link = linkOf(row)
  return (
    <section class={kind === 'all' ? 'shelf' : 'shelf shelf-row'} aria-labelledby={id}>
      <div class="shelf-head">
        <h2 id={id}>{link === undefined ? heading : <a href={link}>{heading}</a>}</h2>
        {kind === 'continue' && (
          <ActionButton look="quiet" busy={siteWords('clearingHistory')} act={clearHistory}>
            {siteWords('clearHistory')}
          </ActionButton>
        )}
      </div>
      <VideoGrid
        videos={videos}
        label={label}
        eager={eager}
        stale={stale}
        {...(collection !== null && { within: collection })}
      />
      {nextCursor !== null && <MoreFilms load={loadMore} />}
    </section>
  )
}

/** @returns its heading, and what its list is called */
function namesOf({ kind, title }: Row, belowNew: boolean): [heading: string, label: string] {
  if (title !== '') return [title, title]
  switch (kind) {
    case 'continue':
      return [siteWords('continueWatching'), siteWords('begunFilms')]
    case 'watchlist':
      return [siteWords('watchlist'), siteWords('watchlistFilms')]
    case 'new':
      return [siteWords('newest'), siteWords('newestFilms')]
    case 'free':
      return [siteWords('freeToWatch'), siteWords('freeFilms')]
    case 'coming':
      return [siteWords('comingSoon'), siteWords('comingSoon')]
    case 'all':
      return [belowNew ? siteWords('otherFilms') : uiWords('allFilms'), uiWords('films')]
    default:
      return [uiWords('films'), uiWords('films')]
  }
}

function linkOf({ collection, category }: Row): string | undefined {
  if (collection !== null) return `/collections/${collection}`
  return category === null ? undefined : searchLink(category)
}

function MoreFilms({ load }: { load(): Promise<void> }) {
  const [loading, setLoading] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  async function more() {
    setLoading(true)
    setProblem(undefined)
    await load().catch((error: unknown) => setProblem(toProblem(error)))
    setLoading(false)
  }
  if (problem !== undefined) {
    return <Failure what={siteWords('moreFailed')} problem={problem} retry={() => void more()} />
  }
  return (
    <p class="more">
      <Button
        look="secondary"
        busy={loading && siteWords('loadingMore')}
        onClick={() => void more()}
      >
        {siteWords('showMore')}
      </Button>
    </p>
  )
}
