import { useRoute } from 'preact-iso/router'
import type { Collection } from '../../../contract/collections.ts'
import { siteWords } from '../../../contract/words/site.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { NotFoundPage } from '../../ui/not-found.tsx'
import { useSession, viewerOf } from '../../ui/session.ts'
import { useTitle } from '../../ui/use-title.ts'
import { episodeName } from '../episode-name.ts'
import { goOnWith } from '../go-on-with.ts'
import { GridOutline, VideoGrid } from '../parts/video-grid.tsx'
import { useCollection } from '../use-collection.ts'
import { playLink } from '../watch-link.ts'

/** Films that the operator shows together; of a series its seasons. */
export function CollectionPage() {
  const { slug = '' } = useRoute().params
  const viewer = viewerOf(useSession())
  const { loaded, shown, loadMore } = useCollection(viewer, slug)
  useTitle(shown?.title)
  if ([400, 404].includes(loaded.problem?.status ?? 0)) return <NotFoundPage />
  return (
    <div class="catalogue">
      <section class="shelf" aria-labelledby="collection">
        <h1 id="collection" class="collection-title">
          {shown?.title ?? siteWords('collection')}
        </h1>
        {shown !== undefined && shown.description !== '' && (
          <p class="page-lead">{shown.description}</p>
        )}
        {shown?.series === true && <SeriesActions series={shown} />}
        {loaded.status === 'failed' && (
          <Failure
            what={siteWords('collectionFailed')}
            problem={loaded.problem}
            retry={loaded.retry}
          />
        )}
        {loaded.status === 'loading' && shown === undefined && <GridOutline />}
        {shown !== undefined && shown.videos.length === 0 && (
          <p class="nothing">{siteWords('collectionEmpty')}</p>
        )}
        {shown?.series === false && shown.videos.length > 0 && (
          <VideoGrid videos={shown.videos} label={shown.title} within={shown.slug} />
        )}
      </section>
      {shown?.series === true && <Seasons series={shown} />}
      {shown !== undefined && shown.nextCursor !== null && (
        <div class="more">
          <ActionButton look="secondary" busy={siteWords('loadingMore')} act={loadMore}>
            {siteWords('showMore')}
          </ActionButton>
        </div>
      )}
      {shown !== undefined && <Besides series={shown} />}
    </div>
  )
}

function SeriesActions({ series }: { series: Collection }) {
  const { slug, videos, trailers } = series
  const episode = goOnWith(videos)
  const [trailer] = trailers
  const isBegun = videos.some(({ watched, resumeSeconds }) => watched || resumeSeconds)
  const name = episode && (episodeName(episode) ?? episode.title)
  if (episode === undefined && trailer === undefined) return null
  return (
    <div class="actions series-actions">
      {episode !== undefined && name !== undefined && (
        <ButtonLink href={playLink(episode.slug, slug)}>
          {siteWords(isBegun ? 'goOnSeries' : 'startSeries', { name })}
        </ButtonLink>
      )}
      {trailer !== undefined && (
        <ButtonLink look="secondary" href={playLink(trailer.slug, slug)}>
          {siteWords('trailer')}
        </ButtonLink>
      )}
    </div>
  )
}

function Seasons({ series: { slug, seasons, videos } }: { series: Collection }) {
  return (
    <>
      {seasons.map(({ number, title }) => {
        const episodes = videos.filter(({ season }) => season === number)
        if (episodes.length === 0) return null
        const season = siteWords('season', { number, title })
        return (
          <section class="shelf" aria-labelledby={`season-${number}`} key={number}>
            <h2 id={`season-${number}`}>{season}</h2>
            <VideoGrid
              videos={episodes}
              label={siteWords('episodesOf', { season })}
              within={slug}
            />
          </section>
        )
      })}
    </>
  )
}

/** The first trailer has its button. */
function Besides({ series: { slug, trailers, extras } }: { series: Collection }) {
  const lists = [
    ['trailers', trailers.slice(1)],
    ['extras', extras],
  ] as const
  return (
    <>
      {lists.map(
        ([name, videos]) =>
          videos.length > 0 && (
            <section class="shelf" aria-labelledby={name} key={name}>
              <h2 id={name}>{siteWords(name)}</h2>
              <VideoGrid videos={videos} label={siteWords(name)} within={slug} eager={false} />
            </section>
          ),
      )}
    </>
  )
}
