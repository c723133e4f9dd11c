import { useState } from 'preact/hooks'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { newPasswordError, onlyErrors, shortestPassword } from '../../ui/field-errors.ts'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { useForm } from '../../ui/use-form.ts'
import { useTitle } from '../../ui/use-title.ts'

/** The mailed link carries its token behind the "#", which no server and no referrer gets to see. */
const mailedToken = () => new URLSearchParams(location.hash.slice(1)).get('token')

export function ResetPasswordPage() {
  useTitle('Choose a new password')
  const [token] = useState(mailedToken)
  const [done, setDone] = useState(false)
  return (
    <div class="page page-form">
      <h1>Choose a new password</h1>
      {token === null && (
        <Notice
          heading="This link is not complete"
          action={
            <ButtonLink look="secondary" href="/forgot-password">
              Send a new link
            </ButtonLink>
          }
        >
          Open the link in the mail once more, or have a new one sent.
        </Notice>
      )}
      {token !== null && done && (
        <Notice
          tone="good"
          heading="Your password is changed"
          action={<ButtonLink href="/sign-in">Sign in</ButtonLink>}
        >
          You were signed out everywhere. Sign in with the new password.
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
          {problem.message} <a href="/forgot-password">Send a new link</a>
        </Notice>
      )}
      <Field
        label="New password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        hint={`At least ${shortestPassword} characters.`}
        error={errors.password}
      />
      <Button type="submit" wide busy={busy && 'Changing'}>
        Change password
      </Button>
    </form>
  )
}
