import { useState } from 'preact/hooks'
import { siteWords } from '../../../contract/words/site.ts'
import { uiWords } from '../../../contract/words/ui.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { newPasswordError, onlyErrors, shortestPassword } from '../../ui/field-errors.ts'
import { withNext } from '../../ui/next-path.ts'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { useForm } from '../../ui/use-form.ts'
import { useTitle } from '../../ui/use-title.ts'
import { afterMailedLink } from '../return-point.ts'

/** The mailed link carries its token behind the "#", which no server and no referrer gets to see. */
const mailedToken = () => new URLSearchParams(location.hash.slice(1)).get('token')

export function ResetPasswordPage() {
  useTitle(siteWords('newPasswordTitle'))
  const [token] = useState(mailedToken)
  const [done, setDone] = useState(false)
  return (
    <div class="page page-form">
      <h1>{siteWords('newPasswordTitle')}</h1>
      {token === null && (
        <Notice
          heading={siteWords('linkBroken')}
          action={
            <ButtonLink look="secondary" href="/forgot-password">
              {siteWords('sendNewLink')}
            </ButtonLink>
          }
        >
          {siteWords('linkBrokenText')}
        </Notice>
      )}
      {token !== null && done && (
        <Notice
          tone="good"
          heading={siteWords('passwordChanged')}
          action={
            <ButtonLink href={withNext('/sign-in', afterMailedLink())}>
              {uiWords('signIn')}
            </ButtonLink>
          }
        >
          {siteWords('passwordChangedText')}
        </Notice>
      )}
      {token !== null && !done && <NewPasswordForm token={token} onDone={() => setDone(true)} />}
    </div>
  )
}

function NewPasswordForm({ token, onDone }: { token: string; onDone: () => void }) {
  const { form, onSubmit, busy, errors, problem } = useForm({
    check: ({ password }) => onlyErrors({ password: newPasswordError(password) }),
    submit: async ({ password }) => {
      await api.post('/api/auth/password/reset', { token, password })
      onDone()
    },
  })
  return (
    <form
      ref={form}
      class="form"
      method="post"
      action="/api/auth/password/reset"
      noValidate
      onSubmit={onSubmit}
    >
      {problem !== undefined && (
        <Notice tone="urgent">
          {problem.message} <a href="/forgot-password">{siteWords('sendNewLink')}</a>
        </Notice>
      )}
      <Field
        label={siteWords('newPassword')}
        name="password"
        type="password"
        autoComplete="new-password"
        required
        hint={uiWords('passwordLength', { count: shortestPassword })}
        error={errors.password}
      />
      <Button type="submit" wide busy={busy && siteWords('changing')}>
        {siteWords('changePassword')}
      </Button>
    </form>
  )
}
