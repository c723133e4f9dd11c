import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import type { Changed, ChangePreview } from '../../../contract/billing.ts'
import { accountWords } from '../../../contract/words/account.ts'
import { offerWords } from '../../../contract/words/offers.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { safeNext } from '../../ui/next-path.ts'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { Problem } from '../../ui/problem.ts'
import { reloadSession, useSession } from '../../ui/session.ts'
import { useLoad } from '../../ui/use-load.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { changeWords } from '../billing-words.ts'
import { forgetFilms } from '../load-front.ts'
import { NothingAsked } from '../parts/nothing-asked.tsx'
import { PortalButton } from '../parts/portal-button.tsx'
import { SignInFirst } from '../parts/sign-in-first.tsx'

/** Before another plan is taken: what that costs today and next, and the button that does it. */
export function ChangePlanPage() {
  useTitle(accountWords('changePlan'))
  const session = useSession()
  const { priceId } = useLocation().query
  const [outdated, setOutdated] = useState(false)
  const inside = session.status === 'signed-in'
  const preview = useLoad(inside && priceId ? priceId : null, () =>
    api.post<ChangePreview>('/api/billing/change/preview', { priceId }),
  )
  if (!priceId) return <NothingAsked />
  return (
    <div class="page page-narrow">
      {session.status === 'signed-out' && (
        <SignInFirst heading={accountWords('changePlan')}>
          {accountWords('signInToChange')}
        </SignInFirst>
      )}
      {(session.status === 'loading' || (inside && preview.status === 'loading')) && (
        <>
          <h1>{accountWords('changePlan')}</h1>
          <Waiting>{accountWords('workingOut')}</Waiting>
        </>
      )}
      {session.status === 'failed' && (
        <Failure
          what={accountWords('accountFailed')}
          problem={session.problem}
          retry={() => location.reload()}
        />
      )}
      {inside && preview.status === 'failed' && (
        <CannotChange problem={preview.problem} retry={preview.retry} />
      )}
      {inside && preview.status === 'ready' && (
        <Change
          key={preview.value.prorationDate}
          priceId={priceId}
          preview={preview.value}
          outdated={outdated}
          again={() => {
            setOutdated(true)
            preview.retry()
          }}
        />
      )}
    </div>
  )
}

/** Something stands in the way, the price is no longer there, or it is to be tried again. */
function CannotChange({ problem, retry }: { problem: Problem; retry: () => void }) {
  return (
    <>
      <h1>{accountWords('changePlan')}</h1>
      {problem.code === 'CONFLICT' && (
        <Notice
          heading={accountWords('cannotChange')}
          action={<ButtonLink href="/account">{accountWords('yourAccount')}</ButtonLink>}
        >
          {problem.message}
        </Notice>
      )}
      {gone.has(problem.code) && (
        <Notice
          heading={accountWords('priceGone')}
          action={<ButtonLink href="/pricing">{accountWords('seePlans')}</ButtonLink>}
        >
          {accountWords('priceGoneText')}
        </Notice>
      )}
      {problem.code !== 'CONFLICT' && !gone.has(problem.code) && (
        <Failure what={accountWords('priceFailed')} problem={problem} retry={retry} />
      )}
    </>
  )
}

/** A price that is no longer on sale, and one that never was. */
const gone = new Set(['NOT_FOUND', 'BAD_REQUEST'])

interface ChangeProps {
  priceId: string
  preview: ChangePreview
  /** Other amounts were shown before, which no longer hold. */
  outdated: boolean
  again: () => void
}

function Change({ priceId, preview, outdated, again }: ChangeProps) {
  const { query } = useLocation()
  const [stage, setStage] = useState<'asked' | 'declined' | 'done'>('asked')
  const [confirmUrl, setConfirmUrl] = useState<string | null>(null)
  const words = changeWords(preview)

  async function change() {
    const { prorationDate, today } = preview
    try {
      const order = { priceId, prorationDate, amount: today.amount }
      const changed = await api.post<Changed>('/api/billing/change', order)
      setConfirmUrl(changed.confirmUrl)
      if (changed.confirmUrl !== null) return
      forgetFilms()
      await reloadSession()
      setStage('done')
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (error.code === 'CONFLICT') again()
      else if (error.code === 'PAYMENT_DECLINED') setStage('declined')
      else throw error
    }
  }

  if (stage === 'done') {
    const from = safeNext(query.from)
    return (
      <>
        <h1>{accountWords('changed', { plan: preview.name })}</h1>
        <p class="page-lead" role="status">
          {words.done}
        </p>
        <div class="actions">
          <ButtonLink href={from}>
            {query.title && from !== '/'
              ? accountWords('watchFilm', { title: query.title })
              : accountWords('seeFilms')}
          </ButtonLink>
          <ButtonLink look="quiet" href="/account">
            {accountWords('yourAccount')}
          </ButtonLink>
        </div>
      </>
    )
  }
  return (
    <>
      <h1>{accountWords('changeTo', { plan: preview.name })}</h1>
      <section class="panel" aria-label={accountWords('whatItCosts')}>
        <dl class="ledger">
          <div>
            <dt>{accountWords('today')}</dt>
            <dd>{words.today}</dd>
          </div>
          <div>
            <dt>{accountWords('next')}</dt>
            <dd>{words.next}</dd>
          </div>
        </dl>
        {outdated && <Notice>{accountWords('amountsChanged')}</Notice>}
        {confirmUrl !== null && (
          <Notice
            heading={accountWords('confirmFirst')}
            action={<ButtonLink href={confirmUrl}>{accountWords('confirmPayment')}</ButtonLink>}
          >
            {accountWords('confirmFirstText')}
          </Notice>
        )}
        {stage === 'declined' && (
          <Notice
            tone="urgent"
            heading={accountWords('declined')}
            action={<PortalButton look="secondary">{offerWords('updateCard')}</PortalButton>}
          >
            {accountWords('declinedText')}
          </Notice>
        )}
        <div class="actions">
          <ActionButton busy={accountWords('changing')} act={change}>
            {words.press}
          </ActionButton>
          <ButtonLink look="quiet" href={safeNext(query.from, '/pricing')}>
            {accountWords('goBack')}
          </ButtonLink>
        </div>
      </section>
    </>
  )
}
