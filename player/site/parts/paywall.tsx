import { refusalWords } from '../access-words.ts'
import type { Film } from '../contract.ts'
import { withNext } from '../next-path.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Poster } from '../ui/poster.tsx'
import { Offers } from './offers.tsx'

interface PaywallProps {
  film: Film
  /** Whether nobody is signed in, who may well have paid already. */
  stranger: boolean
}

/** In the film's place while it may not be watched: why, and the ways to change that. */
export function Paywall({ film, stranger }: PaywallProps) {
  const { heading, sentence } = refusalWords(film.access)
  const here = `/watch/${film.slug}`
  // A pause is taken back on one's account; Stripe's page knows nothing of it.
  const paused = film.access.because === 'subscription_paused'
  const offers = film.access.offers.filter(({ kind }) => !(paused && kind === 'portal'))
  const plans = film.access.offers.some(({ kind }) => kind === 'plan')
  return (
    <div class="paywall">
      <div class="paywall-picture">
        <Poster url={film.posterUrl} eager />
      </div>
      <section class="paywall-box" aria-labelledby="paywall">
        <h2 id="paywall">{heading}</h2>
        <p>{sentence}</p>
        {paused && <ButtonLink href="/account">Resume your plan</ButtonLink>}
        {offers.length > 0 && <Offers film={film} offers={offers} />}
        <p class="paywall-more">
          {plans && (
            <a href={`/pricing?${new URLSearchParams({ from: here, title: film.title })}`}>
              Compare plans
            </a>
          )}
          {stranger && <a href={withNext('/sign-in', here)}>Sign in</a>}
        </p>
      </section>
    </div>
  )
}
