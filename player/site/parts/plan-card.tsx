import { ButtonLink } from '../../ui/button.tsx'
import { money } from '../../ui/format.ts'
import { changeLink, checkoutLink } from '../checkout-link.ts'
import type { Plan } from '../contract.ts'
import { intervalName, perInterval, streamsWords, trialWords } from '../offer-words.ts'

interface PlanCardProps {
  plan: Plan
  interval: string
  /** How it stands to the viewer: theirs, theirs at another price, another one, or to be bought. */
  standing: 'held' | 'reprice' | 'switch' | 'buy'
  from?: { path: string; title: string } | undefined
}

export function PlanCard({ plan, interval, standing, from }: PlanCardProps) {
  const price = plan.prices.find((one) => one.interval === interval) ?? plan.prices[0]
  if (price === undefined) return null
  const trial = standing === 'buy' && plan.trialDays > 0
  return (
    <article class={`plan${standing === 'held' ? ' plan-held' : ''}`} aria-labelledby={plan.id}>
      <h2 id={plan.id}>
        {plan.name}
        {(standing === 'held' || standing === 'reprice') && (
          <span class="chip chip-good">Your plan</span>
        )}
      </h2>
      {plan.description !== null && <p class="plan-description">{plan.description}</p>}
      <p class="plan-price">
        <span class="plan-amount">{money(price.amount, price.currency)}</span>{' '}
        {perInterval(price.interval)}
      </p>
      <ul class="plan-facts">
        <li>{streamsWords(plan.maxStreams)}</li>
        {trial && <li>{trialWords(plan.trialDays)} to begin with</li>}
        <li>Cancel whenever you like</li>
      </ul>
      <div class="plan-action">
        {standing === 'held' && (
          <ButtonLink look="secondary" wide href="/account">
            Your account
          </ButtonLink>
        )}
        {(standing === 'switch' || standing === 'reprice') && (
          <ButtonLink look="secondary" wide href={changeLink(price.id, from)}>
            {standing === 'switch'
              ? `Switch to ${plan.name}`
              : `Pay ${intervalName(price.interval).toLowerCase()}`}
          </ButtonLink>
        )}
        {standing === 'buy' && (
          <ButtonLink wide href={checkoutLink({ priceId: price.id }, from)}>
            {trial ? `Try ${plan.name}` : `Choose ${plan.name}`}
          </ButtonLink>
        )}
      </div>
    </article>
  )
}
