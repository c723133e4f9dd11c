import { idOf } from '../../clients/stripe.ts'
import type { BillingDeps } from '../../services.ts'
import { syncPlans } from '../plans/sync-plans.ts'
import { syncCustomer } from '../sync/sync.ts'
import type { Subject } from './event-subject.ts'

/**
 * Fetches the subject of an event again and stores what Stripe says now.
 *
 * @throws what the Stripe SDK throws
 */
export async function actOnSubject(deps: BillingDeps, subject: Subject): Promise<void> {
  if (subject === 'plans') return syncPlans(deps)
  const customer = await customerOfSubject(deps, subject)
  if (customer !== null) await syncCustomer(deps, customer)
}

async function customerOfSubject({ stripe }: BillingDeps, subject: Subject) {
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
