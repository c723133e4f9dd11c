import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import type { Card } from '../../../contract/catalog.ts'
import { siteWords } from '../../../contract/words/site.ts'
import { uiWords } from '../../../contract/words/ui.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Button } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useSession, viewerOf } from '../../ui/session.ts'
import { site } from '../../ui/site.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Feature, FeatureOutline } from '../parts/feature.tsx'
import { GridOutline, VideoGrid } from '../parts/video-grid.tsx'
import { searchLink } from '../search-link.ts'
import { useCatalogue } from '../use-catalogue.ts'
import { useContinueWatching } from '../use-continue-watching.ts'
import { useWatchlist } from '../use-watchlist.ts'
import { ArrangedFront } from './arranged-front.tsx'

/** With no more films than these, what is new is seen anyway. */
const handful = 8
const newestShown = 4

export function CataloguePage() {
  const preview = useLocation().query.preview !== undefined
  return preview || site().front ? <ArrangedFront preview={preview} /> : <UsualFront />
}

/** Where nobody has arranged anything. */
function UsualFront() {
  const { query, route } = useLocation()
  // Where search was before it had a page of its own.
  useEffect(() => {
    if (query.q) route(searchLink(query.q), true)
  }, [query.q, route])
  useTitle(undefined)
  const session = useSession()
  const catalogue = useCatalogue(viewerOf(session))
  const { begun, clear } = useContinueWatching(session)
  const later = useWatchlist(session) ?? []
  const { first, videos, nextCursor } = catalogue
  const waiting = first.status === 'loading' && videos.length === 0
  const empty = first.status === 'ready' && videos.length === 0
  const [feature] = [...begun, ...videos]
  // What leads the page is there once.
  const besides = (films: readonly Card[]) => films.filter(({ id }) => id !== feature?.id)
  const others = besides(videos)
  const newest = others.length > handful ? others.slice(0, newestShown) : []
  const rest = others.slice(newest.length)
  const isAll = feature !== undefined && first.status === 'ready' && rest.length === 0
  const free = besides(videos.filter(({ access }) => access.because === 'free'))

  return (
    <div class="catalogue">
      <h1 class="unseen">{uiWords('allFilms')}</h1>
      <p class="unseen" role="status">
        {announce(first.status, videos)}
      </p>
      {feature !== undefined && <Feature video={feature} />}
      {waiting && <FeatureOutline />}
      {begun.length > 1 && (
        <section class="shelf" aria-labelledby="continue">
          <div class="shelf-head">
            <h2 id="continue">{siteWords('continueWatching')}</h2>
            <ActionButton look="quiet" busy={siteWords('clearingHistory')} act={clear}>
              {siteWords('clearHistory')}
            </ActionButton>
          </div>
          <VideoGrid videos={besides(begun)} label={siteWords('begunFilms')} />
        </section>
      )}
      {later.length > 0 && (
        <section class="shelf" aria-labelledby="watchlist">
          <h2 id="watchlist">{siteWords('watchlist')}</h2>
          <VideoGrid videos={later} label={siteWords('watchlistFilms')} />
        </section>
      )}
      {newest.length > 0 && (
        <section class="shelf" aria-labelledby="newest">
          <h2 id="newest">{siteWords('newest')}</h2>
          <VideoGrid videos={newest} label={siteWords('newestFilms')} />
        </section>
      )}
      {free.length > 0 && free.length < others.length && (
        <section class="shelf" aria-labelledby="free">
          <h2 id="free">{siteWords('freeToWatch')}</h2>
          <VideoGrid videos={free} label={siteWords('freeFilms')} />
        </section>
      )}
      {waiting && (
        <section class="shelf" aria-labelledby="films" key="outline">
          <h2 id="films">{uiWords('allFilms')}</h2>
          <GridOutline />
        </section>
      )}
      {!waiting && !isAll && (
        <section class="shelf" aria-labelledby="films" key="films">
          <h2 id="films">{newest.length > 0 ? siteWords('otherFilms') : uiWords('allFilms')}</h2>
          {first.status === 'failed' && (
            <Failure what={siteWords('filmsFailed')} problem={first.problem} retry={first.retry} />
          )}
          {empty && <p class="nothing">{siteWords('noFilms')}</p>}
          {rest.length > 0 && (
            <VideoGrid videos={rest} label={uiWords('films')} stale={first.status === 'loading'} />
          )}
          {catalogue.moreProblem !== undefined && (
            <Failure
              what={siteWords('moreFailed')}
              problem={catalogue.moreProblem}
              retry={() => void catalogue.loadMore()}
            />
          )}
          {nextCursor !== null && catalogue.moreProblem === undefined && (
            <p class="more">
              <Button
                look="secondary"
                busy={catalogue.loadingMore && siteWords('loadingMore')}
                onClick={() => void catalogue.loadMore()}
              >
                {siteWords('showMore')}
              </Button>
            </p>
          )}
        </section>
      )}
    </div>
  )
}

function announce(status: string, { length: count }: readonly Card[]): string {
  if (status === 'loading') return siteWords('loadingFilms')
  return status === 'ready' ? siteWords('shown', { count }) : ''
}
