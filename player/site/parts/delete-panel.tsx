import { useLocation } from 'preact-iso/router'
import { accountWords } from '../../../contract/words/account.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { deleteAccount } from '../../ui/session.ts'
import { useForm } from '../../ui/use-form.ts'

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
