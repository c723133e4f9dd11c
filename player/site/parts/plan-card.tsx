import type { Plan } from '../../../contract/billing.ts'
import { accountWords } from '../../../contract/words/account.ts'
import { money } from '../../../contract/words/format.ts'
import { offerWords } from '../../../contract/words/offers.ts'
import { intervalName, perInterval } from '../../../contract/words/prices.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { changeLink, checkoutLink, planPurchase } from '../checkout-link.ts'

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
          <span class="chip chip-good">{accountWords('yourPlan')}</span>
        )}
      </h2>
      {plan.description !== null && <p class="plan-description">{plan.description}</p>}
      <p class="plan-price">
        <span class="plan-amount">{money(price.amount, price.currency)}</span>{' '}
        {perInterval(price.interval)}
      </p>
      <ul class="plan-facts">
        <li>{offerWords('devices', { count: plan.maxStreams })}</li>
        {trial && <li>{offerWords('trial', { days: plan.trialDays })}</li>}
        <li>{accountWords('cancelAnytime')}</li>
      </ul>
      <div class="plan-action">
        {standing === 'held' && (
          <ButtonLink look="secondary" wide href="/account">
            {accountWords('yourAccount')}
          </ButtonLink>
        )}
        {(standing === 'switch' || standing === 'reprice') && (
          <ButtonLink look="secondary" wide href={changeLink(price.id, from)}>
            {standing === 'switch'
              ? offerWords('switchTo', { name: plan.name })
              : accountWords('pay', { interval: intervalName(price.interval) })}
          </ButtonLink>
        )}
        {standing === 'buy' && (
          <ButtonLink wide href={checkoutLink(planPurchase(price), from)}>
            {accountWords(trial ? 'tryPlan' : 'choose', { plan: plan.name })}
          </ButtonLink>
        )}
      </div>
    </article>
  )
}
