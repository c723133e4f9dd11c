import { ButtonLink } from '../../ui/button.tsx'
import { withNext } from '../../ui/next-path.ts'
import { Poster } from '../../ui/poster.tsx'
import { refusalWords } from '../access-words.ts'
import type { VideoDetails } from '../contract.ts'
import { Offers } from './offers.tsx'

interface PaywallProps {
  video: VideoDetails
  /** Whether nobody is signed in, who may well have paid already. */
  stranger: boolean
}

/** In the film's place while it may not be watched: why, and the ways to change that. */
export function Paywall({ video, stranger }: PaywallProps) {
  const { heading, sentence } = refusalWords(video.access)
  const here = `/watch/${video.slug}`
  // A pause is taken back on one's account; Stripe's page knows nothing of it.
  const paused = video.access.because === 'subscription_paused'
  const offers = video.access.offers.filter(({ kind }) => !(paused && kind === 'portal'))
  const plans = video.access.offers.some(({ kind }) => kind === 'plan')
  return (
    <div class="paywall">
      <div class="paywall-picture">
        <Poster url={video.posterUrl} eager />
      </div>
      <section class="paywall-box" aria-labelledby="paywall">
        <h2 id="paywall">{heading}</h2>
        <p>{sentence}</p>
        {paused && <ButtonLink href="/account">Resume your plan</ButtonLink>}
        {offers.length > 0 && <Offers video={video} offers={offers} />}
        <p class="paywall-more">
          {plans && (
            <a href={`/pricing?${new URLSearchParams({ from: here, title: video.title })}`}>
              Compare plans
            </a>
          )}
          {stranger && <a href={withNext('/sign-in', here)}>Sign in</a>}
        </p>
      </section>
    </div>
  )
}
