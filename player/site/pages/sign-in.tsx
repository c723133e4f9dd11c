import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { safeNext, withNext } from '../next-path.ts'
import { signIn, useSession } from '../session.ts'
import { useTitle } from '../ui/use-title.ts'
import { CredentialsForm } from './credentials-form.tsx'

export function SignInPage() {
  useTitle('Sign in')
  const session = useSession()
  const { query, route } = useLocation()
  const next = safeNext(query.next)
  const inside = session.status === 'signed-in'

  // Also for those who were signed in already, or signed in in another tab meanwhile.
  useEffect(() => {
    if (inside) route(next, true)
  }, [inside, next, route])

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
