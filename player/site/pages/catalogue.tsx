import { useLocation } from 'preact-iso/router'
import { Button } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { useSession, viewerOf } from '../../ui/session.ts'
import { useTitle } from '../../ui/use-title.ts'
import type { Card } from '../contract.ts'
import { Feature, FeatureOutline } from '../parts/feature.tsx'
import { GridOutline, VideoGrid } from '../parts/video-grid.tsx'
import { useCatalogue } from '../use-catalogue.ts'
import { useContinueWatching } from '../use-continue-watching.ts'

export function CataloguePage() {
  const { query, route } = useLocation()
  const q = query.q ?? ''
  useTitle(q === '' ? undefined : `Search: ${q}`)
  const session = useSession()
  const catalogue = useCatalogue(q, viewerOf(session))
  const allBegun = useContinueWatching(session)
  const { first, videos, nextCursor } = catalogue
  const waiting = first.status === 'loading' && videos.length === 0
  const empty = first.status === 'ready' && videos.length === 0
  const begun = q === '' ? allBegun : []
  const [feature] = q === '' ? [...begun, ...videos] : []

  return (
    <div class="catalogue">
      <h1 class="unseen">{q === '' ? 'All films' : `Films for “${q}”`}</h1>
      {feature !== undefined && <Feature video={feature} />}
      {waiting && q === '' && <FeatureOutline />}
      {begun.length > 1 && (
        <section class="shelf" aria-labelledby="continue">
          <h2 id="continue">Continue watching</h2>
          <VideoGrid videos={begun} label="Films you have begun" />
        </section>
      )}
      <section class="shelf" aria-labelledby="films">
        <div class="shelf-head">
          <h2 id="films">{q === '' ? 'All films' : 'Found'}</h2>
          {!(empty && q === '') && (
            <SearchBox
              what="films"
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
          <Failure what="The films did not load" problem={first.problem} retry={first.retry} />
        )}
        {empty && <Nothing q={q} />}
        {videos.length > 0 && (
          <VideoGrid videos={videos} label="Films" stale={first.status === 'loading'} />
        )}
        {catalogue.moreProblem !== undefined && (
          <Failure
            what="No more films came"
            problem={catalogue.moreProblem}
            retry={() => void catalogue.loadMore()}
          />
        )}
        {nextCursor !== null && catalogue.moreProblem === undefined && (
          <p class="more">
            <Button
              look="secondary"
              busy={catalogue.loadingMore && 'Loading more'}
              onClick={() => void catalogue.loadMore()}
            >
              Show more films
            </Button>
          </p>
        )}
      </section>
    </div>
  )
}

function announce(status: string, videos: readonly Card[], q: string): string {
  if (status === 'loading') return 'Loading films'
  if (status !== 'ready') return ''
  const count = videos.length === 1 ? 'One film' : `${videos.length} films`
  return q === '' ? `${count} shown` : `${count} for “${q}”`
}

function Nothing({ q }: { q: string }) {
  return q === '' ? (
    <p class="nothing">No film is published yet.</p>
  ) : (
    <p class="nothing">
      No film matches “{q}”. <a href="/">Show all films</a>
    </p>
  )
}
