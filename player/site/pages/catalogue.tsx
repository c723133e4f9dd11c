import { useLocation } from 'preact-iso/router'
import type { Card } from '../../../contract/catalog.ts'
import { siteWords } from '../../../contract/words/site.ts'
import { uiWords } from '../../../contract/words/ui.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Button } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { useSession, viewerOf } from '../../ui/session.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Feature, FeatureOutline } from '../parts/feature.tsx'
import { GridOutline, VideoGrid } from '../parts/video-grid.tsx'
import { useCatalogue } from '../use-catalogue.ts'
import { useContinueWatching } from '../use-continue-watching.ts'
import { useWatchlist } from '../use-watchlist.ts'

export function CataloguePage() {
  const { query, route } = useLocation()
  const q = query.q ?? ''
  useTitle(q === '' ? undefined : siteWords('searchTitle', { q }))
  const session = useSession()
  const catalogue = useCatalogue(q, viewerOf(session))
  const { begun: allBegun, clear } = useContinueWatching(session)
  const watchlist = useWatchlist(session)
  const { first, videos, nextCursor } = catalogue
  const waiting = first.status === 'loading' && videos.length === 0
  const empty = first.status === 'ready' && videos.length === 0
  const begun = q === '' ? allBegun : []
  const later = q === '' ? (watchlist ?? []) : []
  const free = q === '' ? videos.filter(({ access }) => access.because === 'free') : []
  const [feature] = q === '' ? [...begun, ...videos] : []

  return (
    <div class="catalogue">
      <h1 class="unseen">{q === '' ? uiWords('allFilms') : siteWords('filmsFor', { q })}</h1>
      {feature !== undefined && <Feature video={feature} />}
      {waiting && q === '' && <FeatureOutline />}
      {begun.length > 1 && (
        <section class="shelf" aria-labelledby="continue">
          <div class="shelf-head">
            <h2 id="continue">{siteWords('continueWatching')}</h2>
            <ActionButton look="quiet" busy={siteWords('clearingHistory')} act={clear}>
              {siteWords('clearHistory')}
            </ActionButton>
          </div>
          <VideoGrid videos={begun} label={siteWords('begunFilms')} />
        </section>
      )}
      {later.length > 0 && (
        <section class="shelf" aria-labelledby="watchlist">
          <h2 id="watchlist">{siteWords('watchlist')}</h2>
          <VideoGrid videos={later} label={siteWords('watchlistFilms')} />
        </section>
      )}
      {free.length > 0 && free.length < videos.length && (
        <section class="shelf" aria-labelledby="free">
          <h2 id="free">{siteWords('freeToWatch')}</h2>
          <VideoGrid videos={free} label={siteWords('freeFilms')} />
        </section>
      )}
      <section class="shelf" aria-labelledby="films">
        <div class="shelf-head">
          <h2 id="films">{q === '' ? uiWords('allFilms') : siteWords('found')}</h2>
          {!(empty && q === '') && (
            <SearchBox
              what={siteWords('filmsSearched')}
              value={q}
              onSearch={(text) =>
                route(text === '' ? '/' : `/?q=${encodeURIComponent(text)}`, true)
              }
            />
          )}
        </div>
        <p class="unseen" role="status">
          {announce(first.status, videos, q)}
        </p>
        {waiting && <GridOutline />}
        {first.status === 'failed' && (
          <Failure what={siteWords('filmsFailed')} problem={first.problem} retry={first.retry} />
        )}
        {empty && <Nothing q={q} />}
        {videos.length > 0 && (
          <VideoGrid videos={videos} label={uiWords('films')} stale={first.status === 'loading'} />
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
    </div>
  )
}

function announce(status: string, videos: readonly Card[], q: string): string {
  if (status === 'loading') return siteWords('loadingFilms')
  if (status !== 'ready') return ''
  const { length: count } = videos
  return q === '' ? siteWords('shown', { count }) : siteWords('foundFor', { count, q })
}

function Nothing({ q }: { q: string }) {
  return q === '' ? (
    <p class="nothing">{siteWords('noFilms')}</p>
  ) : (
    <p class="nothing">
      {siteWords('noMatch', { q })} <a href="/">{siteWords('showAll')}</a>
    </p>
  )
}
