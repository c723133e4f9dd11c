import { useState } from 'preact/hooks'
import type { StudioCollection } from '../../../contract/collections.ts'
import { collectionWords } from '../../../contract/words/collections.ts'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { useForm } from '../../ui/use-form.ts'
import { SaveActions } from '../parts/save-actions.tsx'
import { useThingsToWatch } from '../parts/things-to-watch.ts'

interface CollectionPlansProps {
  collection: StudioCollection
  onChanged(collection: StudioCollection): void
}

/** The plans that open all of it, also what is put in later. */
export function CollectionPlans({ collection, onChanged }: CollectionPlansProps) {
  const { plans } = useThingsToWatch()
  const [saved, setSaved] = useState(false)
  const { id, planIds } = collection
  const { form, onSubmit, busy, problem } = useForm({
    check: () => {
      setSaved(false)
      return {}
    },
    submit: async (values) => {
      const shown = new Set(plans.map((plan) => plan.id))
      const kept = planIds.filter((planId) => !shown.has(planId))
      const chosen = plans.map((plan) => plan.id).filter((planId) => `plan:${planId}` in values)
      const body = { planIds: [...kept, ...chosen] }
      const path = `/api/studio/collections/${id}`
      onChanged(await api.request<StudioCollection>('PATCH', path, { body }))
      setSaved(true)
    },
  })
  if (plans.length === 0) return null
  return (
    <section class="panel" aria-labelledby="collection-plans">
      <h2 id="collection-plans">{collectionWords('plansHeading')}</h2>
      <p>{collectionWords('plansText')}</p>
      <form ref={form} class="form" noValidate onSubmit={onSubmit} onInput={() => setSaved(false)}>
        {plans.map((plan) => (
          <div class="check" key={plan.id}>
            <input
              type="checkbox"
              id={`plan-${plan.id}`}
              name={`plan:${plan.id}`}
              defaultChecked={planIds.includes(plan.id)}
            />
            <label for={`plan-${plan.id}`}>{plan.name}</label>
          </div>
        ))}
        {problem !== undefined && <Notice tone="urgent">{problem.message}</Notice>}
        <SaveActions busy={busy} saved={saved} />
      </form>
    </section>
  )
}
