import { useState } from 'preact/hooks'
import type { PromotionCodes as Page, PromotionCode } from '../../../contract/promotion-codes.ts'
import { day, money } from '../../../contract/words/format.ts'
import { saleWords } from '../../../contract/words/sale.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'
import type { FieldErrors } from '../../ui/field-errors.ts'
import { onlyErrors } from '../../ui/field-errors.ts'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { useForm } from '../../ui/use-form.ts'
import { useLoad } from '../../ui/use-load.ts'
import { readAmount } from '../parts/amounts.ts'
import { CurrencyChoice } from '../parts/currency-choice.tsx'

const path = '/api/studio/promotion-codes'

/** Codes that lower what is paid: made, and switched off. */
export function PromotionCodes({ currency }: { currency: string }) {
  const loaded = useLoad('promotion codes', (signal) => api.get<Page>(path, signal))
  const [adding, setAdding] = useState(false)
  const codes = (loaded.value ?? loaded.last)?.codes ?? []
  const done = () => {
    setAdding(false)
    loaded.retry()
  }
  return (
    <section class="panel" aria-labelledby="codes">
      <h2 id="codes">{saleWords('codes')}</h2>
      {loaded.status === 'failed' && (
        <Failure what={saleWords('codesFailed')} problem={loaded.problem} retry={loaded.retry} />
      )}
      {loaded.status === 'ready' && codes.length === 0 && <p>{saleWords('codesNone')}</p>}
      {codes.length > 0 && (
        <ul class="ledger" aria-label={saleWords('codes')}>
          {codes.map((code) => (
            <OneCode key={code.id} code={code} onChanged={loaded.retry} />
          ))}
        </ul>
      )}
      {adding ? (
        <CodeForm currency={currency} onSaved={done} onCancel={() => setAdding(false)} />
      ) : (
        <div class="actions">
          <Button look="secondary" onClick={() => setAdding(true)}>
            {saleWords('codeNew')}
          </Button>
        </div>
      )}
    </section>
  )
}

function codeLine(code: PromotionCode): string {
  const { percentOff, amountOff, currency, duration, months, uses, maxUses, expiresAt } = code
  const worth =
    amountOff !== null && currency !== null ? money(amountOff, currency) : `${percentOff} %`
  return [
    saleWords('codeWorth', { worth }),
    duration === 'repeating'
      ? saleWords('codeMonths', { count: months ?? 0 })
      : saleWords(`code.${duration}`),
    saleWords('codeUses', { count: uses, most: maxUses }),
    ...(expiresAt === null ? [] : [saleWords('codeUntil', { date: day(expiresAt) })]),
  ].join(' · ')
}

function OneCode({ code, onChanged }: { code: PromotionCode; onChanged(): void }) {
  async function turn() {
    await api.request('PATCH', `${path}/${code.id}`, { body: { active: !code.active } })
    onChanged()
  }
  return (
    <li>
      <span class="ledger-what">
        <strong>
          {code.code} {!code.active && <span class="chip">{saleWords('codeOff')}</span>}
        </strong>
        <span class="ledger-more">{codeLine(code)}</span>
      </span>
      <ActionButton look="secondary" busy={studioWords('saving')} act={turn}>
        {saleWords(code.active ? 'codeSwitchOff' : 'codeSwitchOn')}
      </ActionButton>
    </li>
  )
}

type Values = Record<string, string>

function checkCode({
  code = '',
  kind,
  worth = '',
  currency = '',
  months = '',
  maxUses = '',
  duration,
}: Values): FieldErrors {
  const percent = Number(worth.trim().replace(',', '.'))
  const wrong =
    kind === 'amount'
      ? readAmount(worth, currency) === undefined
      : !(percent >= 1 && percent <= 100)
  const whole = (text: string, most: number) =>
    /^[1-9]\d{0,6}$/.test(text.trim()) && Number(text) <= most
  return onlyErrors({
    code: /^[A-Za-z0-9-]{3,40}$/.test(code.trim()) ? undefined : saleWords('codeWrong'),
    worth: wrong ? saleWords(kind === 'amount' ? 'wrongAmount' : 'wrongPercent') : undefined,
    months:
      duration !== 'repeating' || whole(months, 36)
        ? undefined
        : saleWords('wrongNumber', { least: 1, most: 36 }),
    maxUses:
      maxUses.trim() === '' || whole(maxUses, 1_000_000)
        ? undefined
        : saleWords('wrongNumber', { least: 1, most: 1_000_000 }),
  })
}

interface CodeFormProps {
  currency: string
  onSaved(): void
  onCancel(): void
}

function CodeForm({ currency, onSaved, onCancel }: CodeFormProps) {
  const { form, onSubmit, busy, errors, problem } = useForm({
    check: checkCode,
    submit: async (values) => {
      const { code = '', kind, worth = '', duration = 'once', months, maxUses = '' } = values
      const paidIn = values.currency ?? currency
      await api.post(path, {
        ...{ code: code.trim().toUpperCase(), duration },
        ...(kind === 'amount'
          ? { amountOff: readAmount(worth, paidIn), currency: paidIn }
          : { percentOff: Number(worth.trim().replace(',', '.')) }),
        ...(duration === 'repeating' && { months: Number(months) }),
        ...(maxUses.trim() !== '' && { maxUses: Number(maxUses) }),
      })
      onSaved()
    },
  })
  return (
    <form ref={form} class="form" noValidate onSubmit={onSubmit}>
      <Field
        label={saleWords('code')}
        name="code"
        hint={saleWords('codeHint')}
        error={errors.code}
      />
      <div class="prices">
        <Field label={saleWords('codeTakesOff')} name="worth" error={errors.worth} />
        <Choice
          label={saleWords('codeKind')}
          name="kind"
          defaultValue="percent"
          options={[
            ['percent', saleWords('codePercent')],
            ['amount', saleWords('codeAmount')],
          ]}
        />
        <CurrencyChoice name="currency" defaultValue={currency} />
      </div>
      <div class="prices">
        <Choice
          label={saleWords('codeDuration')}
          name="duration"
          defaultValue="once"
          options={[
            ['once', saleWords('code.once')],
            ['repeating', saleWords('code.repeating')],
            ['forever', saleWords('code.forever')],
          ]}
        />
        <Field label={saleWords('codeHowManyMonths')} name="months" error={errors.months} />
        <Field
          label={saleWords('codeMaxUses')}
          name="maxUses"
          hint={saleWords('codeMaxUsesHint')}
          error={errors.maxUses}
        />
      </div>
      {problem !== undefined && <Notice tone="urgent">{problem.message}</Notice>}
      <div class="actions">
        <Button type="submit" busy={busy && saleWords('codeMaking')}>
          {saleWords('codeMake')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {saleWords('cancel')}
        </Button>
      </div>
    </form>
  )
}
