import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import type { Front } from '../../../contract/front.ts'
import { siteWords } from '../../../contract/words/site.ts'
import { uiWords } from '../../../contract/words/ui.ts'
import { Failure } from '../../ui/failure.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useSession, viewerOf } from '../../ui/session.ts'
import { useTitle } from '../../ui/use-title.ts'
import { useFront } from '../load-front.ts'
import { Feature, FeatureOutline } from '../parts/feature.tsx'
import { FrontShelf } from '../parts/front-shelf.tsx'
import { GridOutline } from '../parts/video-grid.tsx'
import { searchLink } from '../search-link.ts'
import { clearHistory } from '../use-continue-watching.ts'

/** What its operator has arranged, else what is usual. */
export function FrontPage() {
  const { query, route } = useLocation()
  // Where search was before it had a page of its own.
  useEffect(() => {
    if (query.q) route(searchLink(query.q), true)
  }, [query.q, route])
  useTitle(undefined)
  const preview = query.preview !== undefined
  const viewer = viewerOf(useSession())
  const { front, status, problem, retry, loadMore } = useFront(viewer, preview)
  const { hero = null, rows = [] } = front ?? {}
  async function clear() {
    await clearHistory()
    retry()
  }

  return (
    <div class="catalogue">
      <h1 class="unseen">{uiWords('allFilms')}</h1>
      <p class="unseen" role="status">
        {status === 'loading' && siteWords('loadingFilms')}
        {status === 'ready' && siteWords('shown', { count: countOf({ hero, rows }) })}
      </p>
      {preview && (
        <div class="shelf">
          <Notice>{siteWords('frontPreview')}</Notice>
        </div>
      )}
      {hero !== null && <Feature video={hero} />}
      {front === undefined && status === 'loading' && <FeatureOutline />}
      {hero === null && rows.length === 0 && (
        <section class="shelf" aria-labelledby="films">
          <h2 id="films">{uiWords('allFilms')}</h2>
          {status === 'loading' && <GridOutline />}
          {problem !== undefined && (
            <Failure what={siteWords('filmsFailed')} problem={problem} retry={retry} />
          )}
          {status === 'ready' && <p class="nothing">{siteWords('noFilms')}</p>}
        </section>
      )}
      {rows.map((row, index) => {
        const above = rows.slice(0, index)
        // Two rows may show the same: they are told apart by which of their kind they are.
        const id = `${row.kind}-${above.filter(({ kind }) => kind === row.kind).length}`
        return (
          <FrontShelf
            key={id}
            id={id}
            row={row}
            belowNew={above.some(({ kind }) => kind === 'new')}
            eager={index < 2}
            stale={status === 'loading'}
            clearHistory={clear}
            loadMore={loadMore}
          />
        )
      })}
    </div>
  )
}

const countOf = ({ hero, rows }: Front): number =>
  new Set([hero, ...rows.flatMap(({ videos }) => videos)].flatMap((video) => video?.id ?? [])).size
