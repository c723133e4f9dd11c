import { useId } from 'preact/hooks'
import type { Plan } from '../../../contract/billing.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { Field } from '../../ui/field.tsx'
import { api } from '../../ui/page-api.ts'
import { useLoad } from '../../ui/use-load.ts'
import { CurrencyChoice } from '../parts/currency-choice.tsx'
import type { fieldsOf } from './video-fields.ts'

type Fields = ReturnType<typeof fieldsOf>
export type TextFields = {
  [Name in keyof Fields]: Fields[Name] extends string ? Name : never
}[keyof Fields]

interface AccessFieldsProps {
  fields: Fields
  /** What a text field of this name is given. */
  field(name: TextFields): { name: string; defaultValue: string; error: string | undefined }
}

/** Who may watch a film, and what it costs. */
export function AccessFields({ fields, field }: AccessFieldsProps) {
  const plans = useLoad('plans', (signal) => api.get<{ plans: Plan[] }>('/api/plans', signal))
  // Plans that are no longer on sale stay with the film until someone takes them away.
  const known = plans.value?.plans.map(({ id, name }) => ({ id, name })) ?? []
  const others = fields.planIds.filter((id) => !known.some((plan) => plan.id === id))
  return (
    <fieldset class="access panel" id="access">
      <legend>{studioWords('whoCanWatch')}</legend>
      <Check name="free" label={studioWords('freeForAll')} checked={fields.free} />
      {[...known, ...others.map((id) => ({ id, name: id }))].map(({ id, name }) => (
        <Check
          key={id}
          name={`plan:${id}`}
          label={studioWords('membersWith', { plan: name })}
          checked={fields.planIds.includes(id)}
        />
      ))}
      <div class="prices">
        <Field
          label={studioWords('rentPrice')}
          {...field('rent')}
          hint={studioWords('priceHint')}
        />
        <Field label={studioWords('buyPrice')} {...field('buy')} hint={studioWords('priceHint')} />
        <CurrencyChoice name="currency" defaultValue={fields.currency} />
      </div>
      <div class="prices">
        <Field label={studioWords('startDays')} {...field('startDays')} />
        <Field label={studioWords('watchHours')} {...field('watchHours')} />
      </div>
      <Field
        label={studioWords('previewSeconds')}
        {...field('teaserSeconds')}
        hint={studioWords('previewHint')}
      />
    </fieldset>
  )
}

export function Check({ name, label, checked }: { name: string; label: string; checked: boolean }) {
  const id = useId()
  return (
    <div class="check">
      <input type="checkbox" id={id} name={name} defaultChecked={checked} />
      <label for={id}>{label}</label>
    </div>
  )
}
