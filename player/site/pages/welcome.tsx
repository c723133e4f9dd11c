import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import type { Confirmation } from '../../../contract/billing.ts'
import { accountWords } from '../../../contract/words/account.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { loadSession, reloadSession, signOut, useSession } from '../../ui/session.ts'
import { useLoad } from '../../ui/use-load.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { confirmationWords } from '../confirmation-words.ts'
import { forgetFilms } from '../load-front.ts'
import { NothingAsked } from '../parts/nothing-asked.tsx'
import { SignInFirst } from '../parts/sign-in-first.tsx'
import { findReturnPoint } from '../return-point.ts'
import { confirmCheckout } from './confirm-checkout.ts'

/** Where Stripe's payment page leads back to: makes sure of the access, and leads to the film. */
export function WelcomePage() {
  useTitle(accountWords('yourPayment'))
  const session = useSession()
  const sessionId = useLocation().query.session_id
  const inside = session.status === 'signed-in'
  const confirmed = useLoad(inside && sessionId ? sessionId : null, (signal) =>
    confirmCheckout(api, sessionId ?? '', signal),
  )

  // The header and every film then know of it.
  useEffect(() => {
    if (confirmed.status !== 'ready') return
    forgetFilms()
    void reloadSession()
  }, [confirmed.status])

  if (!sessionId) return <NothingAsked />
  return (
    <div class="page page-narrow welcome">
      {session.status === 'signed-out' && (
        <SignInFirst heading={accountWords('oneStepLeft')}>
          {accountWords('signInAgain')}
        </SignInFirst>
      )}
      {(session.status === 'loading' || (inside && confirmed.status === 'loading')) && (
        <>
          <h1>{accountWords('yourPayment')}</h1>
          <Waiting>{accountWords('checking')}</Waiting>
        </>
      )}
      {session.status === 'failed' && (
        <Unconfirmed detail={session.problem.message} retry={() => void loadSession()} />
      )}
      {confirmed.status === 'failed' && (
        <Unconfirmed
          detail={confirmed.problem.message}
          retry={confirmed.retry}
          otherAccount={confirmed.problem.document.otherAccount === true}
        />
      )}
      {inside && confirmed.status === 'ready' && <Confirmed confirmation={confirmed.value} />}
    </div>
  )
}

interface UnconfirmedProps {
  detail: string
  retry: () => void
  /** It is another account's payment: only whoever signs in with that can see it. */
  otherAccount?: boolean
}

function Unconfirmed({ detail, retry, otherAccount = false }: UnconfirmedProps) {
  if (otherAccount) {
    return (
      <>
        <h1>{accountWords('yourPayment')}</h1>
        <Notice
          tone="urgent"
          heading={accountWords('otherAccount')}
          action={
            <ActionButton look="secondary" busy={accountWords('signingOut')} act={signOut}>
              {accountWords('signOut')}
            </ActionButton>
          }
        >
          {detail}
        </Notice>
      </>
    )
  }
  return (
    <>
      <h1>{accountWords('yourPayment')}</h1>
      <Notice
        tone="urgent"
        heading={accountWords('notConfirmed')}
        action={
          <Button look="secondary" onClick={retry}>
            {accountWords('checkAgain')}
          </Button>
        }
      >
        {detail} {accountWords('notConfirmedText')}
      </Notice>
    </>
  )
}

function Confirmed({ confirmation }: { confirmation: Confirmation }) {
  const from = findReturnPoint()
  const { heading, sentence } = confirmationWords(confirmation)
  return (
    <>
      <h1>{heading}</h1>
      <p class="page-lead" role="status">
        {sentence}
      </p>
      <div class="actions">
        <ButtonLink href={from?.path ?? '/'}>
          {from?.title === undefined
            ? accountWords('seeFilms')
            : accountWords('watchFilm', { title: from.title })}
        </ButtonLink>
        <ButtonLink look="quiet" href="/account">
          {accountWords('yourAccount')}
        </ButtonLink>
      </div>
    </>
  )
}
