import { pages } from '../../../contract/pages.ts'
import { factorWords } from '../../../contract/words/factors.ts'
import { siteWords } from '../../../contract/words/site.ts'
import { uiWords } from '../../../contract/words/ui.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { withNext } from '../../ui/next-path.ts'
import { signIn, signInByPasskey } from '../../ui/session.ts'
import { useTitle } from '../../ui/use-title.ts'
import { askForPasskey, hasPasskeys } from '../../ui/webauthn.ts'
import { CredentialsForm } from './credentials-form.tsx'
import { useDoor } from './use-door.ts'

async function enterByPasskey() {
  const sorry = factorWords('passkeyGivenUp')
  await signInByPasskey(await askForPasskey('/api/auth/passkey/options', sorry))
}

export function SignInPage() {
  useTitle(uiWords('signIn'))
  const next = useDoor()
  return (
    <div class="page page-form">
      <h1>{uiWords('signIn')}</h1>
      <CredentialsForm
        action="/api/auth/sign-in"
        newPassword={false}
        label={uiWords('signIn')}
        busyLabel={siteWords('signingIn')}
        send={signIn}
      >
        {hasPasskeys() && (
          <ActionButton wide look="secondary" busy={siteWords('signingIn')} act={enterByPasskey}>
            {factorWords('usePasskey')}
          </ActionButton>
        )}
        <p class="form-more">
          <a href={withNext('/forgot-password', next)}>{siteWords('forgotten')}</a>
        </p>
        <p class="form-more">
          <a href={withNext(pages.signInLink, next)}>{siteWords('signInByMail')}</a>
        </p>
      </CredentialsForm>
      <p class="page-more">
        {siteWords('newHere')}{' '}
        <a href={withNext('/sign-up', next)}>{siteWords('createAnAccount')}</a>
      </p>
    </div>
  )
}
