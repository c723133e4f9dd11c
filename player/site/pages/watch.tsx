import { useCallback, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso/router'
import { badge } from '../access-words.ts'
import type { Film } from '../contract.ts'
import { day, runningTime } from '../format.ts'
import { Chapters } from '../parts/chapters.tsx'
import { Paywall } from '../parts/paywall.tsx'
import { Player } from '../parts/player.tsx'
import { PreviewOffers } from '../parts/preview-offers.tsx'
import { useSession, viewerOf } from '../session.ts'
import { api } from '../site-api.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Failure } from '../ui/failure.tsx'
import { useTitle } from '../ui/use-title.ts'
import { useLoad } from '../use-load.ts'

export function WatchPage() {
  const { video = '' } = useRoute().params
  const session = useSession()
  const viewer = viewerOf(session)
  const film = useLoad(viewer && `${viewer} ${video}`, (signal) =>
    api.get<Film>(`/api/videos/${encodeURIComponent(video)}`, signal),
  )
  // an address that no film can have is refused as a bad request
  // A film that plays goes on while its viewer's new standing is asked for.
  const before = [film.last?.slug, film.last?.id].includes(video) ? film.last : undefined
  const shown = film.status === 'loading' ? before : film.value
  const missing = film.status === 'failed' && [400, 404].includes(film.problem.status)
  useTitle(missing ? 'No such film' : shown?.title)

  if (shown !== undefined) {
    return <Watch key={shown.id} film={shown} stranger={viewer === 'stranger'} />
  }
  if (film.status !== 'failed') return <WatchOutline />
  return (
    <div class="page page-narrow">
      {missing ? (
        <>
          <h1>There is no such film</h1>
          <p class="page-lead">It may have been withdrawn, or the address is mistyped.</p>
          <ButtonLink href="/">All films</ButtonLink>
        </>
      ) : (
        <>
          <h1>Film</h1>
          <Failure what="The film did not load" problem={film.problem} retry={film.retry} />
        </>
      )}
    </div>
  )
}

function Watch({ film, stranger }: { film: Film; stranger: boolean }) {
  const [position, setPosition] = useState(film.resumeSeconds ?? 0)
  const [seek, setSeek] = useState<(seconds: number) => void>()
  const onReady = useCallback((found: (seconds: number) => void) => setSeek(() => found), [])
  const plays = film.access.allowed || Boolean(film.teaserSeconds)
  const label = badge(film.access)
  const facts = [
    label,
    film.durationSeconds === null ? undefined : runningTime(film.durationSeconds),
    film.access.because === 'rented' && film.access.until !== null
      ? `Until ${day(film.access.until)}`
      : undefined,
  ].filter((fact) => fact !== undefined)
  return (
    <article class="watch">
      <div class="stage">
        {plays ? (
          <div class="screen">
            <Player film={film} onTime={setPosition} onReady={onReady} />
          </div>
        ) : (
          <Paywall film={film} stranger={stranger} />
        )}
      </div>
      <div class="watch-text">
        <div class="watch-about">
          <h1>{film.title}</h1>
          {facts.length > 0 && (
            <p class="facts">
              {facts.map((fact) => (
                <span key={fact}>{fact}</span>
              ))}
            </p>
          )}
          {paragraphs(film.description).map((text) => (
            <p class="description" key={text}>
              {text}
            </p>
          ))}
        </div>
        <div class="watch-side">
          <PreviewOffers film={film} />
          {film.chapters.length > 0 && (
            <Chapters chapters={film.chapters} position={position} onChoose={seek} />
          )}
        </div>
      </div>
    </article>
  )
}

const paragraphs = (text: string): string[] =>
  text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '')

function WatchOutline() {
  return (
    <div class="watch" role="status" aria-label="Loading the film">
      <div class="stage">
        <div class="screen" />
      </div>
      <div class="watch-text">
        <span class="outline-line outline-title" />
      </div>
    </div>
  )
}
