import { useCallback, useRef, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso/router'
import type { OpenedVideo, VideoDetails } from '../../../contract/catalog.ts'
import { day, moment, runningTime } from '../../../contract/words/format.ts'
import { siteWords } from '../../../contract/words/site.ts'
import { uiWords } from '../../../contract/words/ui.ts'
import { inFullScreen } from '../../element/screen.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Poster } from '../../ui/poster.tsx'
import { useSession, viewerOf } from '../../ui/session.ts'
import { useLoad } from '../../ui/use-load.ts'
import { useTitle } from '../../ui/use-title.ts'
import { badge } from '../badge.ts'
import { loadVideo } from '../load-video.ts'
import { openedVideo } from '../opened-video.ts'
import { Beside, InCollection } from '../parts/beside.tsx'
import { Chapters } from '../parts/chapters.tsx'
import { Paywall } from '../parts/paywall.tsx'
import { Player } from '../parts/player.tsx'
import { PreviewOffers } from '../parts/preview-offers.tsx'
import { Similar } from '../parts/similar.tsx'
import { VideoAbout } from '../parts/video-about.tsx'
import { WatchlistButton } from '../parts/watchlist-button.tsx'
import { useArrival } from '../use-arrival.ts'

export function WatchPage() {
  const { video: idOrSlug = '' } = useRoute().params
  const session = useSession()
  const viewer = viewerOf(session)
  const within = useLocation().query.in
  const video = useLoad(viewer && `${viewer} ${idOrSlug} ${within}`, (signal) =>
    loadVideo(idOrSlug, within, signal),
  )
  // A film that plays goes on while its viewer's new standing is asked for, and one that fills the screen
  // until the one that follows takes its place there.
  const isSame = [video.last?.slug, video.last?.id].includes(idOrSlug)
  const before = isSame || inFullScreen() ? video.last : undefined
  const shown = video.status === 'loading' ? before : video.value
  const place = usePlace(shown?.id)
  // An address that no film can have is refused as a bad request.
  const missing = video.status === 'failed' && [400, 404].includes(video.problem.status)
  useTitle(missing ? siteWords('noSuchFilm') : shown?.title)

  if (shown !== undefined) {
    return <Watch key={place} video={shown} stranger={viewer === 'stranger'} />
  }
  if (video.status !== 'failed') return <WatchOutline video={openedVideo(idOrSlug)} />
  return (
    <div class="page page-narrow">
      {missing ? (
        <>
          <h1>{siteWords('noSuchFilmHeading')}</h1>
          <p class="page-lead">{siteWords('noSuchFilmText')}</p>
          <ButtonLink href="/">{uiWords('allFilms')}</ButtonLink>
        </>
      ) : (
        <>
          <h1>{uiWords('film')}</h1>
          <Failure what={siteWords('filmFailed')} problem={video.problem} retry={video.retry} />
        </>
      )}
    </div>
  )
}

/** The page's key: each film has a page of its own, but a new player would end the full screen. */
function usePlace(id: string | undefined) {
  const now = useRef<{ id: string; place: string }>(undefined)
  if (id !== undefined && id !== now.current?.id) {
    now.current = { id, place: (inFullScreen() && now.current?.place) || id }
  }
  return now.current?.place
}

function Watch({ video, stranger }: { video: VideoDetails; stranger: boolean }) {
  const arrival = useArrival(video.id)
  const [film, setFilm] = useState<HTMLVideoElement>()
  const [standing, setStanding] = useState<{ id: string; now: 'begun' | 'refused' }>()
  const onBegun = useCallback(() => setStanding({ id: video.id, now: 'begun' }), [video.id])
  const onRefused = useCallback(() => setStanding({ id: video.id, now: 'refused' }), [video.id])
  // A rental's end is another one once it plays, and what was paid for may end while it plays.
  const isOther =
    standing?.id === video.id &&
    (standing.now === 'begun' ? video.access.because === 'rented' : video.access.allowed)
  const later = useLoad(isOther ? `${video.id} ${standing.now}` : null, (signal) =>
    loadVideo(video.id, undefined, signal),
  )
  const { access } = later.value ?? (later.last?.id === video.id ? later.last : video)
  const { because, until } = access
  const plays = video.access.allowed || Boolean(video.teaserSeconds)
  const label = badge(access)
  const facts = [
    label,
    video.about.year === null ? undefined : String(video.about.year),
    video.about.ageRating ?? undefined,
    video.durationSeconds === null ? undefined : runningTime(video.durationSeconds),
    because === 'rented' && until !== null ? siteWords('until', { date: day(until) }) : undefined,
  ].filter((fact) => fact !== undefined)
  return (
    <article class="watch">
      <div class="stage">
        {plays ? (
          <div class="screen">
            <Player
              video={video}
              {...arrival}
              onBegun={onBegun}
              onRefused={onRefused}
              onReady={setFilm}
            />
          </div>
        ) : (
          <Paywall video={video} stranger={stranger} />
        )}
      </div>
      <div class="watch-text">
        <div class="watch-about">
          {video.within !== null && <InCollection within={video.within} />}
          {because === 'preview' && until !== null && (
            <Notice heading={siteWords('preview.notice')}>
              {siteWords('preview.until', { time: moment(until) })}
            </Notice>
          )}
          <h1>{video.title}</h1>
          {video.comingAt !== null && (
            <p>{siteWords('comingOn', { time: moment(video.comingAt) })}</p>
          )}
          {facts.length > 0 && (
            <p class="facts">
              {facts.map((fact) => (
                <span key={fact}>{fact}</span>
              ))}
            </p>
          )}
          <WatchlistButton videoId={video.id} />
          {paragraphs(video.description).map((text) => (
            <p class="description" key={text}>
              {text}
            </p>
          ))}
          <VideoAbout video={video} />
          {video.within !== null && <Beside within={video.within} />}
        </div>
        <div class="watch-side">
          <PreviewOffers video={video} />
          {video.chapters.length > 0 && (
            <Chapters
              key={video.id}
              chapters={video.chapters}
              start={arrival.start ?? video.resumeSeconds ?? 0}
              film={film}
            />
          )}
        </div>
      </div>
      <Similar videoId={video.id} />
    </article>
  )
}

const paragraphs = (text: string): string[] =>
  text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '')

/** @param video as the server wrote it into the page, which shows as much itself until this is drawn */
function WatchOutline({ video }: { video: OpenedVideo | null }) {
  return (
    <div class="watch" role="status" aria-label={siteWords('loadingFilm')}>
      <div class="stage">
        <div class="screen">
          {video !== null && (
            <span class="player-poster">
              <Poster url={video.posterUrl} choice={video.posterSizes} shown="100vw" eager first />
            </span>
          )}
        </div>
      </div>
      <div class="watch-text">
        {video === null ? (
          <span class="outline-line outline-title" />
        ) : (
          <div class="watch-about">
            <h1>{video.title}</h1>
          </div>
        )}
      </div>
    </div>
  )
}
