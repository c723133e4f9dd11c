import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import type { Me } from '../../../contract/accounts.ts'
import type { Billing, Invoice } from '../../../contract/billing.ts'
import { pages } from '../../../contract/pages.ts'
import { isOperator } from '../../../contract/roles.ts'
import { accountWords } from '../../../contract/words/account.ts'
import { uiWords } from '../../../contract/words/ui.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { BoughtVideos } from '../../ui/bought-videos.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { api } from '../../ui/page-api.ts'
import { loadSession, signOut } from '../../ui/session.ts'
import { useLoad } from '../../ui/use-load.ts'
import { useMembersOnly } from '../../ui/use-members-only.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { Invoices } from '../parts/invoices.tsx'
import { YourPlan } from '../parts/your-plan.tsx'
import { refreshBilling } from '../refresh-billing.ts'

export function AccountPage() {
  useTitle(accountWords('yourAccount'))
  const session = useMembersOnly('/sign-in')
  const { query, route } = useLocation()
  const inside = session.status === 'signed-in'
  const fromBilling = query.from === 'portal'

  useEffect(() => {
    if (inside && fromBilling) void refreshBilling().then(() => route('/account', true))
  }, [inside, fromBilling, route])

  return (
    <div class="page page-narrow">
      <h1>{accountWords('yourAccount')}</h1>
      {session.status === 'failed' && (
        <Failure
          what={accountWords('accountFailed')}
          problem={session.problem}
          retry={() => void loadSession()}
        />
      )}
      {inside && !fromBilling && <Account me={session.me} />}
      {inside && fromBilling && <Waiting>{accountWords('updatingPlan')}</Waiting>}
      {(session.status === 'loading' || session.status === 'signed-out') && (
        <Waiting>{accountWords('loadingAccount')}</Waiting>
      )}
    </div>
  )
}

function Account({ me: { user, subscription } }: { me: Me }) {
  const billing = useLoad('billing', (signal) => api.get<Billing>('/api/billing', signal))
  const listed = useLoad('invoices', (signal) =>
    api.get<{ invoices: Invoice[] }>('/api/billing/invoices', signal),
  )
  const { plan = null, purchases = [] } = billing.value ?? billing.last ?? {}
  const invoices = listed.value?.invoices ?? []
  const owed = invoices.find(({ status }) => status === 'open')
  return (
    <>
      <section class="panel" aria-labelledby="plan">
        <h2 id="plan">{uiWords('plan')}</h2>
        {subscription === null ? (
          <NoPlan />
        ) : (
          <YourPlan subscription={subscription} plan={plan} owed={owed} again={billing.retry} />
        )}
      </section>
      {purchases.length > 0 && <BoughtVideos purchases={purchases} />}
      {invoices.length > 0 && <Invoices invoices={invoices} />}
      {billing.status === 'failed' && (
        <Failure
          what={accountWords('purchasesFailed')}
          problem={billing.problem}
          retry={billing.retry}
        />
      )}
      {listed.status === 'failed' && (
        <Failure
          what={accountWords('paymentsFailed')}
          problem={listed.problem}
          retry={listed.retry}
        />
      )}
      <section class="panel" aria-labelledby="signed-in">
        <h2 id="signed-in">{accountWords('signedInAs')}</h2>
        <p class="panel-value">{user.email}</p>
        <div class="actions">
          <ButtonLink look="secondary" href={pages.settings}>
            {accountWords('settings')}
          </ButtonLink>
          <SignOutButton />
          {isOperator(user.role) && (
            <ButtonLink look="quiet" href="/studio">
              {accountWords('openStudio')}
            </ButtonLink>
          )}
        </div>
      </section>
    </>
  )
}

function NoPlan() {
  return (
    <>
      <p>{accountWords('noPlan')}</p>
      <div class="actions">
        <ButtonLink href="/pricing">{accountWords('choosePlan')}</ButtonLink>
      </div>
    </>
  )
}

function SignOutButton() {
  const { route } = useLocation()
  async function leave() {
    await signOut()
    route('/')
  }
  return (
    <ActionButton look="secondary" busy={accountWords('signingOut')} leaves act={leave}>
      {accountWords('signOut')}
    </ActionButton>
  )
}
