import { PortalButton } from '../parts/portal-button.tsx'
import { useSession } from '../session.ts'
import { subscriptionWords } from '../subscription-words.ts'

/** On every page while a payment is owed: what is the case, and the way to put it right. */
export function PaymentBanner() {
  const session = useSession()
  const subscription = session.status === 'signed-in' ? session.me.subscription : null
  if (subscription === null || !['past_due', 'unpaid'].includes(subscription.status)) return null
  return (
    <section class="banner" aria-label="Payment">
      <p>{subscriptionWords(subscription).sentence}</p>
      <PortalButton look="secondary">Update card</PortalButton>
    </section>
  )
}
