import { refusalWords } from '../access-words.ts'
import type { Film } from '../contract.ts'
import { withNext } from '../next-path.ts'
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
  const plans = film.access.offers.some(({ kind }) => kind === 'plan')
  return (
    <div class="paywall">
      <div class="paywall-picture">
        <Poster url={film.posterUrl} eager />
      </div>
      <section class="paywall-box" aria-labelledby="paywall">
        <h2 id="paywall">{heading}</h2>
        <p>{sentence}</p>
        {film.access.offers.length > 0 && <Offers film={film} offers={film.access.offers} />}
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
