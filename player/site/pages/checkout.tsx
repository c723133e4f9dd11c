import { useLocation } from 'preact-iso/router'
import { accountWords } from '../../../contract/words/account.ts'
import { offerWords } from '../../../contract/words/offers.ts'
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
  useTitle(accountWords('payment'))
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
      <h1>{accountWords('payment')}</h1>
      {status === 'failed' && problem.code === 'ALREADY_SUBSCRIBED' && (
        <Notice heading={accountWords('haveAPlan')} action={<ChangeInstead purchase={purchase} />}>
          {accountWords('haveAPlanText')}
        </Notice>
      )}
      {status === 'failed' && problem.code !== 'ALREADY_SUBSCRIBED' && (
        <>
          <Failure what={accountWords('checkoutFailed')} problem={problem} retry={retry} />
          <p class="page-more">
            <ButtonLink look="quiet" href={safeNext(query.from, '/pricing')}>
              {accountWords('goBack')}
            </ButtonLink>
          </p>
        </>
      )}
      {session.status === 'failed' && (
        <Failure
          what={accountWords('checkoutFailed')}
          problem={session.problem}
          retry={() => location.reload()}
        />
      )}
      {status !== 'failed' && session.status !== 'failed' && (
        <Waiting>{accountWords('openingCheckout')}</Waiting>
      )}
    </div>
  )
}

const ChangeInstead = ({ purchase }: { purchase: Purchase }) =>
  'priceId' in purchase ? (
    <ButtonLink href={changeLink(purchase.priceId)}>{accountWords('seeCost')}</ButtonLink>
  ) : (
    <PortalButton>{offerWords('billingPage')}</PortalButton>
  )
