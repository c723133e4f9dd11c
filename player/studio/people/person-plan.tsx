import { useState } from 'preact/hooks'
import type { Plan } from '../../../contract/billing.ts'
import type { Person } from '../../../contract/people.ts'
import { peopleWords } from '../../../contract/words/people.ts'
import { uiWords } from '../../../contract/words/ui.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { api } from '../../ui/page-api.ts'
import { planName, subscriptionWords } from '../../ui/subscription-words.ts'
import { useMay } from '../parts/may.ts'
import { JoinCustomer } from './join-customer.tsx'

interface PersonPlanProps {
  person: Person
  plans: readonly Plan[]
  onChanged(): void
}

/** The plan that someone pays for, as Stripe had it last, and a way to ask Stripe anew. */
export function PersonPlan({ person, plans, onChanged }: PersonPlanProps) {
  const { subscription, stripeCustomerId } = person
  const mayThey = useMay()
  const [found, setFound] = useState<string>()

  async function sync() {
    const { changes } = await api.post<{ changes: string[] }>(`/api/studio/users/${person.id}/sync`)
    setFound(
      changes.length === 0
        ? peopleWords('syncSame')
        : peopleWords('syncChanged', { changes: changes.join(', ') }),
    )
    onChanged()
  }

  const words = subscription && subscriptionWords(subscription)
  return (
    <section class="panel" aria-labelledby="plan">
      <h2 id="plan">{uiWords('plan')}</h2>
      {subscription === null || words === null ? (
        <p>{peopleWords('noPlan')}</p>
      ) : (
        <>
          <p class="panel-value">
            {planName(subscription, plans) ?? subscription.planId ?? peopleWords('planGone')}
            <span class={`chip chip-${words.tone}`}>{words.label}</span>
          </p>
          <p class="small">{peopleWords('stripeSays', { status: subscription.status })}</p>
        </>
      )}
      {stripeCustomerId !== null && (
        <>
          <p class="small">{peopleWords('customer', { id: stripeCustomerId })}</p>
          <ActionButton look="secondary" busy={peopleWords('syncing')} act={sync}>
            {peopleWords('sync')}
          </ActionButton>
          <p class="small" role="status">
            {found}
          </p>
        </>
      )}
      {mayThey('payments') && <JoinCustomer person={person} onJoined={onChanged} />}
    </section>
  )
}
