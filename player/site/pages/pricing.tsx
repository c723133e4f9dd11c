import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import type { Subscription } from '../../../contract/accounts.ts'
import type { Billing, Plan } from '../../../contract/billing.ts'
import { currenciesOf } from '../../../contract/price-currencies.ts'
import { accountWords } from '../../../contract/words/account.ts'
import { uiWords } from '../../../contract/words/ui.ts'
import { chooseCurrency, pricesIn, visitorsCurrency } from '../../ui/currency.ts'
import { Failure } from '../../ui/failure.tsx'
import { safeNext } from '../../ui/next-path.ts'
import { api } from '../../ui/page-api.ts'
import { useSession } from '../../ui/session.ts'
import { holdsPlan } from '../../ui/subscription-words.ts'
import { useLoad } from '../../ui/use-load.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { IntervalChoice } from '../parts/interval-choice.tsx'
import { PlanCard } from '../parts/plan-card.tsx'
import { yearlySaving } from '../yearly-saving.ts'

/** From the shortest to the longest. */
const order = ['day', 'week', 'month', 'year']

export function PricingPage() {
  useTitle(uiWords('plans'))
  const { query } = useLocation()
  const plans = useLoad('plans', (signal) => api.get<{ plans: Plan[] }>('/api/plans', signal))
  const path = safeNext(query.from)
  const from = path === '/' ? undefined : { path, title: query.title ?? '' }
  return (
    <div class="page pricing">
      <h1>{uiWords('plans')}</h1>
      <p class="page-lead">
        {from?.title ? accountWords('plansFor', { title: from.title }) : accountWords('plansLead')}
      </p>
      {plans.status === 'loading' && <Waiting>{accountWords('loadingPlans')}</Waiting>}
      {plans.status === 'failed' && (
        <Failure what={accountWords('plansFailed')} problem={plans.problem} retry={plans.retry} />
      )}
      {plans.status === 'ready' && <PlanChoice plans={plans.value.plans} from={from} />}
    </div>
  )
}

interface PlanChoiceProps {
  plans: readonly Plan[]
  from: { path: string; title: string } | undefined
}

function PlanChoice({ plans: all, from }: PlanChoiceProps) {
  const [wanted, setWanted] = useState(visitorsCurrency)
  const session = useSession()
  const held = session.status === 'signed-in' ? session.me.subscription : null
  const billing = useLoad(holdsPlan(held) ? 'billing' : null, (signal) =>
    api.get<Billing>('/api/billing', signal),
  )
  // Stripe lets nobody change the currency that they pay a plan in.
  const heldIn = billing.value?.plan?.price?.currency
  const plans = all.map((plan) => ({ ...plan, prices: pricesIn(plan.prices, heldIn ?? wanted) }))
  const currencies = [...new Set(all.flatMap(({ prices }) => prices.flatMap(currenciesOf)))]
  const shownIn = plans[0]?.prices[0]?.currency ?? wanted
  const intervals = order.filter((interval) =>
    plans.some(({ prices }) => prices.some((price) => price.interval === interval)),
  )
  const [interval, setInterval] = useState(intervals.includes('month') ? 'month' : intervals[0])
  if (interval === undefined) {
    return <p class="nothing">{accountWords('noPlans')}</p>
  }
  return (
    <>
      {intervals.length > 1 && (
        <IntervalChoice
          intervals={intervals}
          chosen={interval}
          saving={Math.max(...plans.map(({ prices }) => yearlySaving(prices)))}
          onChoose={setInterval}
        />
      )}
      {currencies.length > 1 && heldIn === undefined && (
        <div class="field">
          <label for="currency">{accountWords('pricesIn')}</label>
          <select
            id="currency"
            value={shownIn}
            onChange={(event) => {
              chooseCurrency(event.currentTarget.value)
              setWanted(event.currentTarget.value)
            }}
          >
            {currencies.map((code) => (
              <option key={code} value={code}>
                {code.toUpperCase()}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class="plans">
        {plans.map((plan) => (
          <PlanCard
            key={plan.id}
            plan={plan}
            interval={interval}
            standing={roleOf(plan, held, interval, billing.value?.plan?.priceId)}
            from={from}
          />
        ))}
      </div>
      <p class="small">{accountWords('pricingNote')}</p>
    </>
  )
}

/** @param heldPrice what is paid for the plan that is held; undefined while that is not known */
function roleOf(
  plan: Plan,
  held: Subscription | null,
  interval: string,
  heldPrice: string | undefined,
): 'held' | 'reprice' | 'switch' | 'buy' {
  if (!holdsPlan(held)) return 'buy'
  if (held?.planId !== plan.id) return 'switch'
  const price = plan.prices.find((one) => one.interval === interval)
  return heldPrice === undefined || price === undefined || price.id === heldPrice
    ? 'held'
    : 'reprice'
}
