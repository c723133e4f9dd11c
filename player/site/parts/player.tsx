import type { HTMLAttributes as ElementAttributes } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import type { VideoDetails } from '../../../contract/catalog.ts'
import { siteWords } from '../../../contract/words/site.ts'
import type { MatineePlayer } from '../../element/define.ts'
import type { Choice } from '../../element/panels/offer-buttons.ts'
import type { FollowingFilm, NextFilm } from '../../element/tools/end-screen.ts'
import { Failure } from '../../ui/failure.tsx'
import { withNext } from '../../ui/next-path.ts'
import { Poster } from '../../ui/poster.tsx'
import { renewSignIn } from '../../ui/session.ts'
import { useLoad } from '../../ui/use-load.ts'
import { changeLink, checkoutLink } from '../checkout-link.ts'
import { episodeName } from '../episode-name.ts'
import { loadPlayer } from '../load-player.ts'
import { loadSimilar } from '../load-similar.ts'
import { loadVideo } from '../load-video.ts'
import { openedVideo } from '../opened-video.ts'
import { playLink, watchLink } from '../watch-link.ts'
import { openPortal, payAgain } from './portal-button.tsx'

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'matinee-player': ElementAttributes<HTMLElement> & {
        'video-id': string
        poster?: string
        crossorigin?: string
        start?: string
        'film-title'?: string
        link?: string
        autoplay?: boolean
        'page-keys'?: boolean
        'own-notices'?: boolean
        renewSignIn: NonNullable<MatineePlayer['renewSignIn']>
      }
    }
  }
}

interface PlayerProps {
  video: VideoDetails
  /** The second to begin at, instead of where the viewer was last time. */
  start: number | undefined
  /** The viewer came here to watch: it plays as soon as it can. */
  plays: boolean
  /** The API knows that play has begun. */
  onBegun(): void
  /** What the viewer had has ended while the film was open. */
  onRefused(): void
  /** Gives what the film plays in. */
  onReady(film: HTMLVideoElement): void
}

/** The film itself. Paying and signing in are asked for by the player and done by these pages. */
export function Player({ video, start, plays, onBegun, onRefused, onReady }: PlayerProps) {
  const { route } = useLocation()
  const element = useRef<HTMLElement>(null)
  const code = useLoad('player', loadPlayer)
  const [poster, setPoster] = useState<{ videoId: string; url: string }>()
  const here = `/watch/${video.slug}`
  const within = video.within?.slug

  useEffect(() => {
    const player = element.current as MatineePlayer | null
    if (code.status !== 'ready' || player === null) return
    const stop = new AbortController()
    // What followed the film before this one.
    player.next = null
    player.more = []
    const on = (type: string, listener: (detail: unknown) => void) =>
      player.addEventListener(type, (event) => listener((event as CustomEvent).detail), {
        signal: stop.signal,
      })
    on('matinee-offer', (detail) => {
      const { offer, priceId, currency } = detail as Choice
      const from = { path: here, title: video.title }
      if (offer.kind === 'rent' || offer.kind === 'buy') {
        route(checkoutLink({ videoId: video.id, kind: offer.kind }, from))
      } else if (offer.kind === 'bundle') {
        route(checkoutLink({ bundleId: offer.bundleId }, from))
      } else if (offer.kind === 'plan' && priceId !== null) {
        const purchase = { priceId, ...(currency && { currency }) }
        route(offer.change ? changeLink(priceId, from) : checkoutLink(purchase, from))
      } else if (offer.kind === 'pay_again') {
        payAgain().catch(() => route('/account'))
      } else {
        openPortal().catch(() => route('/account'))
      }
    })
    player.addEventListener(
      'matinee-choose',
      (event) => {
        event.preventDefault()
        route((event as CustomEvent<{ film: NextFilm }>).detail.film.href)
      },
      { signal: stop.signal },
    )
    on('matinee-begun', onBegun)
    on('matinee-state', (detail) => {
      const { view } = detail as { view: MatineePlayer['view'] }
      if (view.phase === 'stopped' && view.panel?.kind === 'paywall') onRefused()
    })
    on('matinee-ended', () => {
      // Without them the end is only an end.
      nextAfter(video.id, within).then(
        (next) => {
          player.next = next
        },
        () => undefined,
      )
      filmsAfter(video.id).then(
        (films) => {
          player.more = films
        },
        () => undefined,
      )
    })
    on('matinee-sign-in', () => route(withNext('/sign-in', here)))
    onReady(player.video)
    return () => stop.abort()
  }, [code.status, video.id, video.title, here, within, route, onBegun, onRefused, onReady])

  if (code.status === 'failed') {
    return <Failure what={siteWords('playerFailed')} problem={code.problem} retry={code.retry} />
  }
  const shown = openedVideo(video.id) ?? video
  // The browser chooses size and format, which a video's poster has no words for.
  const picture = (
    <span class="player-poster" aria-hidden="true">
      <Poster
        key={video.id}
        url={shown.posterUrl}
        choice={shown.posterSizes}
        shown="100vw"
        eager
        first
        onShown={(url) => setPoster({ videoId: video.id, url })}
      />
    </span>
  )
  if (code.status === 'loading')
    return (
      <>
        {picture}
        <div class="player-outline" role="status" aria-label={siteWords('loadingPlayer')} />
      </>
    )
  return (
    <>
      {picture}
      <matinee-player
        ref={element}
        renewSignIn={renewSignIn}
        film-title={video.title}
        link={here}
        page-keys
        own-notices
        autoplay={plays}
        {...(start === undefined ? {} : { start: String(start) })}
        video-id={video.id}
        crossorigin="anonymous"
        {...(poster?.videoId === video.id && { poster: poster.url })}
      />
    </>
  )
}

const shownAfter = 4

/** What follows in its collection, as things stand at the end rather than when the page was opened. */
async function nextAfter(id: string, within: string | undefined): Promise<FollowingFilm | null> {
  const next = (within && (await loadVideo(id, within)).within?.next) || null
  if (next === null) return null
  const { slug, title, posterUrl, access } = next
  return {
    href: access.allowed ? playLink(slug, within) : watchLink(slug, within),
    title: [episodeName(next), title].filter(Boolean).join(' · '),
    posterUrl,
    plays: access.allowed,
  }
}

async function filmsAfter(id: string): Promise<NextFilm[]> {
  return (await loadSimilar(id))
    .slice(0, shownAfter)
    .map(({ slug, title, posterUrl }) => ({ href: playLink(slug), title, posterUrl }))
}
