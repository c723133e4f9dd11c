import { say } from '../../../contract/words/server.ts'
import { isStripeError } from '../../clients/stripe.ts'
import { MatineeError } from '../../errors.ts'
import type { BillingDeps } from '../../services.ts'
import { withCustomer } from '../customers.ts'
import { findPortal } from '../plans/push-portal.ts'

/**
 * The address of Stripe's billing portal for the user: plan, card, invoices, cancelling.
 *
 * @throws MatineeError CONFLICT for someone who never bought anything; what the Stripe SDK throws
 */
export const openPortal = (deps: BillingDeps, userId: string): Promise<string> =>
  withCustomer(
    deps,
    userId,
    (customer) => openFor(deps, customer),
    () => {
      throw new MatineeError('CONFLICT', {
        detail: say('billing.nothingToManage'),
      })
    },
  )

async function openFor({ stripe, config }: BillingDeps, customer: string): Promise<string> {
  // Without one of ours, what the operator has set up in Stripe's dashboard counts; so it does with a
  // restricted key that may not look.
  const configuration = await findPortal(stripe).catch((error: unknown) => {
    if (isStripeError(error) && error.statusCode === 403) return undefined
    throw error
  })
  const { url } = await stripe.billingPortal.sessions.create({
    customer,
    ...(configuration && { configuration: configuration.id }),
    return_url: `${config.PUBLIC_URL}/account?from=portal`,
  })
  return url
}
