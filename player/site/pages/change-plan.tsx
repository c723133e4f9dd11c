import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { ActionButton } from '../../ui/action-button.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { safeNext } from '../../ui/next-path.ts'
import { NotFoundPage } from '../../ui/not-found.tsx'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { Problem } from '../../ui/problem.ts'
import { reloadSession, useSession } from '../../ui/session.ts'
import { useLoad } from '../../ui/use-load.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { changeWords } from '../billing-words.ts'
import type { ChangePreview } from '../contract.ts'
import { PortalButton } from '../parts/portal-button.tsx'
import { SignInFirst } from '../parts/sign-in-first.tsx'
import { forgetCatalogue } from '../use-catalogue.ts'

/** Before another plan is taken: what that costs today and next, and the button that does it. */
export function ChangePlanPage() {
  useTitle('Change plan')
  const session = useSession()
  const { priceId } = useLocation().query
  const [outdated, setOutdated] = useState(false)
  const inside = session.status === 'signed-in'
  const preview = useLoad(inside && priceId ? priceId : null, () =>
    api.post<ChangePreview>('/api/billing/change/preview', { priceId }),
  )
  if (!priceId) return <NotFoundPage />
  return (
    <div class="page page-narrow">
      {session.status === 'signed-out' && (
        <SignInFirst heading="Change plan">
          Sign in to see what another plan would cost you.
        </SignInFirst>
      )}
      {(session.status === 'loading' || (inside && preview.status === 'loading')) && (
        <>
          <h1>Change plan</h1>
          <Waiting>Working out what it costs</Waiting>
        </>
      )}
      {session.status === 'failed' && (
        <Failure
          what="Your account did not load"
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
      <h1>Change plan</h1>
      {problem.code === 'CONFLICT' && (
        <Notice
          heading="Your plan cannot be changed now"
          action={<ButtonLink href="/account">Your account</ButtonLink>}
        >
          {problem.message}
        </Notice>
      )}
      {gone.has(problem.code) && (
        <Notice
          heading="This price is not on sale"
          action={<ButtonLink href="/pricing">See the plans</ButtonLink>}
        >
          It may have changed since this page was linked to.
        </Notice>
      )}
      {problem.code !== 'CONFLICT' && !gone.has(problem.code) && (
        <Failure what="The price could not be worked out" problem={problem} retry={retry} />
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
  const words = changeWords(preview)

  async function change() {
    const { prorationDate, today } = preview
    try {
      await api.post('/api/billing/change', { priceId, prorationDate, amount: today.amount })
      forgetCatalogue()
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
        <h1>You have {preview.name} now</h1>
        <p class="page-lead" role="status">
          {words.done}
        </p>
        <div class="actions">
          <ButtonLink href={from}>
            {query.title && from !== '/' ? `Watch ${query.title}` : 'See all films'}
          </ButtonLink>
          <ButtonLink look="quiet" href="/account">
            Your account
          </ButtonLink>
        </div>
      </>
    )
  }
  return (
    <>
      <h1>Change to {preview.name}</h1>
      <section class="panel" aria-label="What it costs">
        <dl class="ledger">
          <div>
            <dt>Today</dt>
            <dd>{words.today}</dd>
          </div>
          <div>
            <dt>Next</dt>
            <dd>{words.next}</dd>
          </div>
        </dl>
        {outdated && <Notice>The amounts have changed meanwhile. These are the new ones.</Notice>}
        {stage === 'declined' && (
          <Notice
            tone="urgent"
            heading="The payment did not go through"
            action={<PortalButton look="secondary">Update card</PortalButton>}
          >
            Nothing has changed. Try again, or with another card.
          </Notice>
        )}
        <div class="actions">
          <ActionButton busy="Changing" act={change}>
            {words.press}
          </ActionButton>
          <ButtonLink look="quiet" href={safeNext(query.from, '/pricing')}>
            Go back
          </ButtonLink>
        </div>
      </section>
    </>
  )
}
