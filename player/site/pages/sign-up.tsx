import { siteWords } from '../../../contract/words/site.ts'
import { uiWords } from '../../../contract/words/ui.ts'
import { withNext } from '../../ui/next-path.ts'
import { signUp } from '../../ui/session.ts'
import { useTitle } from '../../ui/use-title.ts'
import { CredentialsForm } from './credentials-form.tsx'
import { useDoor } from './use-door.ts'

export function SignUpPage() {
  useTitle(siteWords('createAnAccount'))
  const next = useDoor()
  return (
    <div class="page page-form">
      <h1>{siteWords('createAnAccount')}</h1>
      <p class="page-lead">
        {next.startsWith('/checkout') ? siteWords('payNext') : siteWords('accountIsFree')}
      </p>
      <CredentialsForm
        action="/api/auth/sign-up"
        newPassword
        label={siteWords('createAccount')}
        busyLabel={siteWords('creatingAccount')}
        send={signUp}
      />
      <p class="page-more">
        {siteWords('alreadyMember')} <a href={withNext('/sign-in', next)}>{uiWords('signIn')}</a>
      </p>
    </div>
  )
}
