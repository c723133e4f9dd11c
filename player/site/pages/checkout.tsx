import { useLocation } from 'preact-iso/router'
import { ButtonLink } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { safeNext } from '../../ui/next-path.ts'
import { NotFoundPage } from '../../ui/not-found.tsx'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { useLoad } from '../../ui/use-load.ts'
import { useMembersOnly } from '../../ui/use-members-only.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { changeLink, type Purchase, purchaseOf } from '../checkout-link.ts'
import { PortalButton } from '../parts/portal-button.tsx'
import { leaveReturnPoint } from '../return-point.ts'

/** On the way to Stripe's payment page: signs in first where needed, and says what stops it. */
export function CheckoutPage() {
  useTitle('Payment')
  const session = useMembersOnly('/sign-up')
  const { url, query } = useLocation()
  const purchase = purchaseOf(query)
  const inside = session.status === 'signed-in'

  const { status, problem, retry } = useLoad(inside && purchase ? url : null, async () => {
    const page = await api.post<{ url: string }>('/api/billing/checkout', purchase)
    if (query.from) leaveReturnPoint({ path: query.from, title: query.title })
    // Going back from Stripe's page then leads to where the choice was made, not through here again.
    location.replace(page.url)
  })

  if (purchase === undefined) return <NotFoundPage />
  return (
    <div class="page page-narrow">
      <h1>Payment</h1>
      {status === 'failed' && problem.code === 'ALREADY_SUBSCRIBED' && (
        <Notice heading="You have a plan already" action={<ChangeInstead purchase={purchase} />}>
          Change it instead, so that you never pay for two.
        </Notice>
      )}
      {status === 'failed' && problem.code !== 'ALREADY_SUBSCRIBED' && (
        <>
          <Failure what="The payment page did not open" problem={problem} retry={retry} />
          <p class="page-more">
            <ButtonLink look="quiet" href={safeNext(query.from, '/pricing')}>
              Go back
            </ButtonLink>
          </p>
        </>
      )}
      {session.status === 'failed' && (
        <Failure
          what="The payment page did not open"
          problem={session.problem}
          retry={() => location.reload()}
        />
      )}
      {status !== 'failed' && session.status !== 'failed' && (
        <Waiting>Opening the payment page</Waiting>
      )}
    </div>
  )
}

const ChangeInstead = ({ purchase }: { purchase: Purchase }) =>
  'priceId' in purchase ? (
    <ButtonLink href={changeLink(purchase.priceId)}>See what that costs</ButtonLink>
  ) : (
    <PortalButton>Open the billing page</PortalButton>
  )
