import { useState } from 'preact/hooks'
import type { User } from '../../../contract/accounts.ts'
import { accountWords } from '../../../contract/words/account.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { emailError, onlyErrors } from '../../ui/field-errors.ts'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { loadSession } from '../../ui/session.ts'
import { useForm } from '../../ui/use-form.ts'

/** The address that the account goes by: whether it is confirmed, and another one. */
export function AddressPanel({ user: { email, emailVerified } }: { user: User }) {
  const [sent, setSent] = useState(false)
  const { form, onSubmit, busy, errors, problem } = useForm({
    check: ({ email: wanted }) => onlyErrors({ email: emailError(wanted) }),
    submit: async ({ email: wanted, password }) => {
      await api.post('/api/me/email', { email: wanted, password })
      setSent(true)
    },
  })
  return (
    <section class="panel" aria-labelledby="address">
      <h2 id="address">{accountWords('address')}</h2>
      <p class="panel-value">{email}</p>
      {emailVerified === true ? <p>{accountWords('verified')}</p> : <Verification />}
      {sent ? (
        <Notice tone="good">{accountWords('addressSent')}</Notice>
      ) : (
        <form ref={form} class="form" method="post" noValidate onSubmit={onSubmit}>
          {problem !== undefined && <Notice tone="urgent">{problem.message}</Notice>}
          <Field
            label={accountWords('newAddress')}
            name="email"
            type="email"
            inputMode="email"
            autoComplete="email"
            autoCapitalize="none"
            spellcheck={false}
            required
            error={errors.email}
          />
          <Field
            label={accountWords('yourPassword')}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            error={errors.password}
          />
          <Button type="submit" look="secondary" busy={busy && accountWords('changing')}>
            {accountWords('changeAddress')}
          </Button>
        </form>
      )}
    </section>
  )
}

function Verification() {
  const { form, onSubmit, busy, errors, problem } = useForm({
    check: () => ({}),
    submit: async ({ code }) => {
      await api.post('/api/me/email/verify', { code })
      await loadSession()
    },
  })
  return (
    <form ref={form} class="form" method="post" noValidate onSubmit={onSubmit}>
      <p>{accountWords('notVerified')}</p>
      {problem !== undefined && <Notice tone="urgent">{problem.message}</Notice>}
      <Field
        label={accountWords('code')}
        name="code"
        autoComplete="one-time-code"
        required
        error={errors.code}
      />
      <div class="actions">
        <Button type="submit" busy={busy && accountWords('confirming')}>
          {accountWords('confirm')}
        </Button>
        <ActionButton
          look="quiet"
          busy={accountWords('sendAgain')}
          act={() => api.post('/api/me/email/verification')}
        >
          {accountWords('sendAgain')}
        </ActionButton>
      </div>
    </form>
  )
}
