import { useLocation } from 'preact-iso/router'
import { accountWords } from '../../../contract/words/account.ts'
import { offerWords } from '../../../contract/words/offers.ts'
import { useSession } from '../../ui/session.ts'
import { subscriptionWords } from '../../ui/subscription-words.ts'
import { PortalButton } from '../parts/portal-button.tsx'

/**
 * While a payment is owed, on every page but the account's, which says the same: what is the case,
 * and the way to put it right.
 */
export function PaymentBanner() {
  const session = useSession()
  const { path } = useLocation()
  const subscription = session.status === 'signed-in' ? session.me.subscription : null
  if (subscription === null || path === '/account') return null
  const owed = ['past_due', 'unpaid'].includes(subscription.status)
  if (!owed && subscription.graceUntil === null) return null
  return (
    <section class="banner" aria-label={accountWords('payment')}>
      <p>{subscriptionWords(subscription).sentence}</p>
      <PortalButton look="secondary">{offerWords('updateCard')}</PortalButton>
    </section>
  )
}
