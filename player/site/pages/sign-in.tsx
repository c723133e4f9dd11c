import { withNext } from '../../ui/next-path.ts'
import { signIn } from '../../ui/session.ts'
import { useTitle } from '../../ui/use-title.ts'
import { CredentialsForm } from './credentials-form.tsx'
import { useDoor } from './use-door.ts'

export function SignInPage() {
  useTitle('Sign in')
  const next = useDoor()
  return (
    <div class="page page-form">
      <h1>Sign in</h1>
      <CredentialsForm
        action="/api/auth/sign-in"
        newPassword={false}
        label="Sign in"
        busyLabel="Signing in"
        send={signIn}
      >
        <p class="form-more">
          <a href={withNext('/forgot-password', next)}>Forgot your password?</a>
        </p>
      </CredentialsForm>
      <p class="page-more">
        New here? <a href={withNext('/sign-up', next)}>Create an account</a>
      </p>
    </div>
  )
}
