import { useId, useState } from 'preact/hooks'
import type { StudioPlan, StudioPrice } from '../../../contract/plans.ts'
import { priceWords } from '../../../contract/words/prices.ts'
import { saleWords } from '../../../contract/words/sale.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { useForm } from '../../ui/use-form.ts'
import { currencyOptions } from '../parts/currency-choice.tsx'
import {
  checkPlan,
  currenciesOf,
  intervals,
  priceField,
  readPrices,
  replacedPrices,
  typedPrice,
} from './plan-fields.ts'

interface PlanFormProps {
  /** Null: a new one. */
  plan: StudioPlan | null
  currency: string
  onSaved(): void
  onCancel(): void
}

const path = '/api/studio/plans'
const perWords = { month: 'perMonth', year: 'perYear' } as const

/** What a plan is called, gives and costs; of a price that people pay it asks what becomes of them. */
export function PlanForm({ plan, currency, onSaved, onCancel }: PlanFormProps) {
  const [currencies, setCurrencies] = useState(() => currenciesOf(plan, currency))
  const [replaced, setReplaced] = useState<StudioPrice[]>([])
  const { form, onSubmit, busy, errors, problem } = useForm({
    check: (values) => checkPlan(values, currencies),
    submit: async (values) => {
      const { name = '', description = '', maxStreams, trialDays, existing } = values
      const prices = readPrices(values, currencies, plan)
      const body = {
        ...{ name: name.trim(), description: description.trim() },
        ...{ maxStreams: Number(maxStreams), trialDays: Number(trialDays), prices },
      }
      if (plan === null) await api.post(path, body)
      else {
        const change = { ...body, ...(replaced.length > 0 && { existing: existing ?? 'keep' }) }
        await api.request('PATCH', `${path}/${plan.id}`, { body: change })
      }
      onSaved()
    },
  })
  function look() {
    if (plan === null || form.current === null) return
    const entries = [...new FormData(form.current)]
    const values = Object.fromEntries(entries.map(([name, value]) => [name, String(value)]))
    setReplaced(replacedPrices(plan, values))
  }
  const field = (name: string, defaultValue: string) => ({
    ...{ name, defaultValue, error: errors[name] },
  })
  return (
    <form ref={form} class="form" noValidate onSubmit={onSubmit} onInput={look}>
      <Field label={saleWords('name')} {...field('name', plan?.name ?? '')} />
      <Field
        label={saleWords('description')}
        {...field('description', plan?.description ?? '')}
        hint={saleWords('descriptionHint')}
      />
      <div class="prices">
        <Field
          label={saleWords('maxStreams')}
          {...field('maxStreams', String(plan?.maxStreams ?? 2))}
        />
        <Field
          label={saleWords('trialDays')}
          {...field('trialDays', String(plan?.trialDays ?? 0))}
          hint={saleWords('trialHint')}
        />
      </div>
      {currencies.map((code) => (
        <div class="prices" key={code}>
          {intervals.map((interval) => (
            <Field
              key={interval}
              label={saleWords(perWords[interval], { currency: code.toUpperCase() })}
              {...field(priceField(interval, code), typedPrice(plan, interval, code))}
              hint={saleWords('priceHint')}
            />
          ))}
        </div>
      ))}
      <MoreCurrencies used={currencies} add={(code) => setCurrencies([...currencies, code])} />
      {replaced.length > 0 && <Affected prices={replaced} />}
      {problem !== undefined && <Notice tone="urgent">{problem.message}</Notice>}
      <div class="actions">
        <Button
          type="submit"
          busy={busy && (plan === null ? saleWords('making') : studioWords('saving'))}
        >
          {plan === null ? saleWords('makePlan') : studioWords('save')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {saleWords('cancel')}
        </Button>
      </div>
    </form>
  )
}

/** A currency that is chosen gets fields for its prices. */
function MoreCurrencies({ used, add }: { used: readonly string[]; add(code: string): void }) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{saleWords('addCurrency')}</label>
      <select
        id={id}
        value=""
        onChange={(event) => {
          if (event.currentTarget.value !== '') add(event.currentTarget.value)
        }}
      >
        <option value="">{saleWords('addCurrencyNone')}</option>
        {currencyOptions(used).map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

/** Who pays what was changed, and what becomes of them. */
function Affected({ prices }: { prices: StudioPrice[] }) {
  return (
    <fieldset class="access notice">
      <legend>{saleWords('affectedLegend')}</legend>
      <div class="notice-text" role="status">
        {prices.map((price) => (
          <p key={price.id}>
            {saleWords('affected', { count: price.subscribers, price: priceWords(price) })}
          </p>
        ))}
      </div>
      <div class="radio-list">
        {(['keep', 'move'] as const).map((choice) => (
          <div class="check" key={choice}>
            <input
              type="radio"
              id={`existing-${choice}`}
              name="existing"
              value={choice}
              defaultChecked={choice === 'keep'}
            />
            <label for={`existing-${choice}`}>{saleWords(choice)}</label>
          </div>
        ))}
      </div>
      <p class="small">{saleWords('moveNote')}</p>
    </fieldset>
  )
}
