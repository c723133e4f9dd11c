import { idOf } from '../clients/stripe.ts'
import type { BillingContext } from './context.ts'
import type { Subject } from './event-subject.ts'
import { syncCustomer } from './sync.ts'
import { syncPlans } from './sync-plans.ts'

/**
 * Fetches the subject of an event again and stores what Stripe says now.
 *
 * @throws what the Stripe SDK throws
 */
export async function actOnSubject(context: BillingContext, subject: Subject): Promise<void> {
  if (subject === 'plans') return syncPlans(context)
  const customer = await customerOfSubject(context, subject)
  if (customer !== null) await syncCustomer(context, customer)
}

async function customerOfSubject({ stripe }: BillingContext, subject: Subject) {
  const [kind, id = ''] = subject.split(':')
  switch (kind) {
    case 'customer':
      return id
    case 'charge':
      return idOf((await stripe.charges.retrieve(id)).customer)
    default:
      return idOf((await stripe.paymentIntents.retrieve(id)).customer)
  }
}
