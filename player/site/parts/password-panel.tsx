import { useState } from 'preact/hooks'
import { accountWords } from '../../../contract/words/account.ts'
import { uiWords } from '../../../contract/words/ui.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { newPasswordError, onlyErrors, shortestPassword } from '../../ui/field-errors.ts'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { useForm } from '../../ui/use-form.ts'

/** Changes the password, which asks for the old one. */
export function PasswordPanel() {
  const [done, setDone] = useState(false)
  const { form, onSubmit, busy, errors, problem } = useForm({
    check: ({ newPassword }) => onlyErrors({ newPassword: newPasswordError(newPassword) }),
    submit: async ({ currentPassword, newPassword }) => {
      await api.post('/api/me/password', { currentPassword, newPassword })
      setDone(true)
    },
  })
  return (
    <section class="panel" aria-labelledby="password">
      <h2 id="password">{accountWords('password')}</h2>
      {done ? (
        <Notice tone="good">{accountWords('passwordChanged')}</Notice>
      ) : (
        <form ref={form} class="form" method="post" noValidate onSubmit={onSubmit}>
          {problem !== undefined && <Notice tone="urgent">{problem.message}</Notice>}
          <Field
            label={accountWords('currentPassword')}
            name="currentPassword"
            type="password"
            autoComplete="current-password"
            required
            error={errors.currentPassword}
          />
          <Field
            label={accountWords('newPassword')}
            name="newPassword"
            type="password"
            autoComplete="new-password"
            required
            hint={uiWords('passwordLength', { count: shortestPassword })}
            error={errors.newPassword}
          />
          <Button type="submit" look="secondary" busy={busy && accountWords('changing')}>
            {accountWords('changePassword')}
          </Button>
        </form>
      )}
    </section>
  )
}
