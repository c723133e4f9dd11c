import { withNext } from '../../ui/next-path.ts'
import { signUp } from '../../ui/session.ts'
import { useTitle } from '../../ui/use-title.ts'
import { CredentialsForm } from './credentials-form.tsx'
import { useDoor } from './use-door.ts'

export function SignUpPage() {
  useTitle('Create an account')
  const next = useDoor()
  return (
    <div class="page page-form">
      <h1>Create an account</h1>
      <p class="page-lead">
        {next.startsWith('/checkout')
          ? 'You pay on the next page.'
          : 'It costs nothing. You choose a plan when you want to watch.'}
      </p>
      <CredentialsForm
        action="/api/auth/sign-up"
        newPassword
        label="Create account"
        busyLabel="Creating your account"
        send={signUp}
      />
      <p class="page-more">
        Already have an account? <a href={withNext('/sign-in', next)}>Sign in</a>
      </p>
    </div>
  )
}
