import { useLocation } from 'preact-iso/router'
import type { Billing } from '../../../contract/billing.ts'
import { accountWords } from '../../../contract/words/account.ts'
import { day } from '../../../contract/words/format.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { deleteAccount } from '../../ui/session.ts'
import { useForm } from '../../ui/use-form.ts'
import { useLoad } from '../../ui/use-load.ts'
import { planPrice } from '../billing-words.ts'

/** Says what deleting the account means, and does it for who knows its password. */
export function DeletePanel() {
  const { route } = useLocation()
  const { form, onSubmit, busy, errors, problem } = useForm({
    check: () => ({}),
    submit: async ({ password = '' }) => {
      await deleteAccount(password)
      route('/')
    },
  })
  return (
    <section class="panel" aria-labelledby="delete">
      <h2 id="delete">{accountWords('deleteAccount')}</h2>
      <details>
        <summary>{accountWords('deleteAccount')}</summary>
        <form ref={form} class="form" method="post" noValidate onSubmit={onSubmit}>
          <p>{accountWords('deleteText')}</p>
          <WhatRuns />
          {problem !== undefined && <Notice tone="urgent">{problem.message}</Notice>}
          <Field
            label={accountWords('yourPassword')}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            error={errors.password}
          />
          <Button type="submit" look="secondary" busy={busy && accountWords('deleting')}>
            {accountWords('deleteNow')}
          </Button>
        </form>
      </details>
    </section>
  )
}

/** The plan that ends with the account, and what was bought. */
function WhatRuns() {
  const { value } = useLoad('billing', (signal) => api.get<Billing>('/api/billing', signal))
  const plan = value?.plan ?? null
  const bought = value?.purchases.filter(({ status }) => status === 'paid') ?? []
  return (
    <>
      {plan !== null && (
        <Notice tone="urgent">
          {accountWords('deleteEnds', {
            plan: plan.name,
            price: planPrice(plan),
            date: day(plan.currentPeriodEnd),
          })}
        </Notice>
      )}
      {bought.length > 0 && (
        <Notice tone="urgent">{accountWords('deleteFilms', { count: bought.length })}</Notice>
      )}
    </>
  )
}
