import { useEffect, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso/router'
import type { VideoDetails } from '../../../contract/catalog.ts'
import { reasonWords } from '../../../contract/words/access.ts'
import { embedWords } from '../../../contract/words/embed.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { NotFoundPage } from '../../ui/not-found.tsx'
import { api } from '../../ui/page-api.ts'
import { viewerOf } from '../../ui/session.ts'
import { useLoad } from '../../ui/use-load.ts'
import { useMembersOnly } from '../../ui/use-members-only.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { changeLink, checkoutLink, purchaseOf } from '../checkout-link.ts'
import { handOver, originOf } from '../hand-over.ts'
import { Offers } from '../parts/offers.tsx'

/**
 * The tab that a player on another site, or in a frame, opens: signs in, hands over, and pays. A frame
 * of ours is one of our own pages and is trusted; another site's page is asked about first.
 */
export function ElsewherePage() {
  useTitle(embedWords('title'))
  const { video: idOrSlug = '' } = useRoute().params
  const { query } = useLocation()
  const origin = originOf(query.origin)
  const session = useMembersOnly(query.kind === undefined ? '/sign-in' : '/sign-up')
  const viewer = session.status === 'signed-in' ? viewerOf(session) : null
  const video = useLoad(viewer && `${viewer} ${idOrSlug}`, (signal) =>
    api.get<VideoDetails>(`/api/videos/${encodeURIComponent(idOrSlug)}`, signal),
  )
  if (origin === undefined || [400, 404].includes(video.problem?.status ?? 0)) {
    return <NotFoundPage />
  }
  const shown = video.value
  const failed = session.status === 'failed' ? session : video.status === 'failed' ? video : null
  return (
    <div class="page page-narrow">
      {failed !== null && (
        <Failure
          what={embedWords('failed')}
          problem={failed.problem}
          retry={() => location.reload()}
        />
      )}
      {failed === null && shown === undefined && <Waiting>{embedWords('handingOver')}</Waiting>}
      {shown !== undefined && <HandOver key={shown.id} video={shown} origin={origin} />}
    </div>
  )
}

function HandOver({ video, origin }: { video: VideoDetails; origin: string }) {
  const [agreed, setAgreed] = useState(origin === location.origin)
  const site = new URL(origin).host
  if (agreed) return <HandedOver video={video} origin={origin} />
  return (
    <>
      <h1>{embedWords('askHeading', { site })}</h1>
      <p class="page-lead">{embedWords('askText', { site, title: video.title })}</p>
      <ActionButton busy={embedWords('handingOver')} act={async () => setAgreed(true)}>
        {embedWords('askYes', { site })}
      </ActionButton>
      <p class="page-more">
        <a href={`/watch/${video.slug}`}>{embedWords('watchHere')}</a>
      </p>
    </>
  )
}

function HandedOver({ video, origin }: { video: VideoDetails; origin: string }) {
  const { query, route } = useLocation()
  const given = useLoad(`${video.id} ${origin}`, () => handOver(video.id, origin))
  const { allowed, because, offers } = video.access
  const here = `/elsewhere/${video.slug}?${new URLSearchParams({ origin })}`
  const wanted = allowed ? undefined : wantedLink(query, video, here)
  const next = given.status === 'ready' ? wanted : undefined

  useEffect(() => {
    if (next !== undefined) route(next, true)
  }, [next, route])
  useEffect(() => {
    // A tab that a page has opened may close itself; the film shows that it is done.
    if (given.value === true && allowed) window.close()
  }, [given.value, allowed])

  if (given.status === 'failed') {
    return <Failure what={embedWords('failed')} problem={given.problem} retry={given.retry} />
  }
  if (given.status === 'loading' || next !== undefined) {
    return <Waiting>{embedWords('handingOver')}</Waiting>
  }
  if (!allowed && offers.length > 0) {
    return (
      <>
        <h1>{embedWords('payHeading', { title: video.title })}</h1>
        <p class="page-lead">{embedWords('payText')}</p>
        <Offers video={video} offers={offers} path={here} />
      </>
    )
  }
  const refused = allowed ? undefined : reasonWords(because, offers)
  const told = embedWords(given.value ? 'readyText' : 'backText')
  return (
    <>
      <h1>{refused?.title ?? embedWords('readyHeading')}</h1>
      <p class="page-lead">{refused?.text ?? told}</p>
      <ButtonLink look="secondary" href={`/watch/${video.slug}`}>
        {embedWords('watchHere')}
      </ButtonLink>
    </>
  )
}

/** Where the way to pay that was chosen in the player leads to; undefined where the page offers them all. */
function wantedLink(
  query: Record<string, string | undefined>,
  video: VideoDetails,
  here: string,
): string | undefined {
  const from = { path: here, title: video.title }
  const purchase = purchaseOf({ ...query, videoId: query.priceId ? undefined : video.id })
  if (purchase === undefined) return undefined
  return 'priceId' in purchase && query.change === '1'
    ? changeLink(purchase.priceId, from)
    : checkoutLink(purchase, from)
}
