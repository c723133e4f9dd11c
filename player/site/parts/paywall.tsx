import type { VideoDetails } from '../../../contract/catalog.ts'
import { accessWords, reasonWords } from '../../../contract/words/access.ts'
import { siteWords } from '../../../contract/words/site.ts'
import { uiWords } from '../../../contract/words/ui.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { withNext } from '../../ui/next-path.ts'
import { Poster } from '../../ui/poster.tsx'
import { openedVideo } from '../opened-video.ts'
import { Offers } from './offers.tsx'

interface PaywallProps {
  video: VideoDetails
  /** Whether nobody is signed in, who may well have paid already. */
  stranger: boolean
}

/** In the film's place while it may not be watched: why, and the ways to change that. */
export function Paywall({ video, stranger }: PaywallProps) {
  const { because, offers: all } = video.access
  const { title, text } = reasonWords(because, all) ?? {
    title: accessWords('not_entitled.title'),
    text: accessWords('not_entitled.text', null),
  }
  const here = `/watch/${video.slug}`
  const shown = openedVideo(video.id) ?? video
  // A pause is taken back on one's account; Stripe's page knows nothing of it.
  const paused = because === 'subscription_paused'
  const offers = all.filter(({ kind }) => !(paused && kind === 'portal'))
  const plans = all.some(({ kind }) => kind === 'plan')
  return (
    <div class="paywall">
      <div class="paywall-picture">
        <Poster
          url={shown.posterUrl}
          choice={shown.posterSizes}
          shown="(width < 52rem) 100vw, 80vw"
          eager
          first
        />
      </div>
      <section class="paywall-box" aria-labelledby="paywall">
        <h2 id="paywall">{title}</h2>
        <p>{text}</p>
        {paused && <ButtonLink href="/account">{siteWords('resumePlan')}</ButtonLink>}
        {offers.length > 0 && <Offers video={video} offers={offers} />}
        <p class="paywall-more">
          {plans && (
            <a href={`/pricing?${new URLSearchParams({ from: here, title: video.title })}`}>
              {siteWords('comparePlans')}
            </a>
          )}
          {stranger && (all.length > 0 || because === 'archived') && (
            <a href={withNext('/sign-in', here)}>{uiWords('signIn')}</a>
          )}
        </p>
      </section>
    </div>
  )
}
