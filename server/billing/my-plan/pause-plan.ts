import { say } from '../../../contract/words/server.ts'
import type { Stripe } from '../../clients/stripe.ts'
import { MatineeError } from '../../errors.ts'
import type { HolderDeps } from '../held.ts'
import { refuseDeclined } from './refuse-declined.ts'
import { withPlan } from './with-plan.ts'

/**
 * Pauses a plan: what is paid for plays to its end, then nothing is charged and nothing plays until
 * it is resumed.
 *
 * @throws MatineeError CONFLICT; what the Stripe SDK throws
 */
export const pausePlan = (deps: HolderDeps, userId: string): Promise<void> =>
  withPlan(deps, userId, async ({ subscriptionId, status, endsAt, collectionPaused }) => {
    if (collectionPaused) return
    if (status !== 'active') throw refuse(say('billing.pause.unpaid'))
    if (endsAt !== null) throw refuse(say('billing.pause.ending'))
    await deps.stripe.subscriptions.update(subscriptionId, {
      pause_collection: { behavior: 'void' },
    })
  })

/**
 * Takes a pause or a cancellation back. In time that nobody has paid for a new period begins, and
 * is charged, now; a charge that fails changes nothing.
 *
 * @throws MatineeError CONFLICT, PAYMENT_DECLINED; what the Stripe SDK throws
 */
export const resumePlan = (deps: HolderDeps, userId: string): Promise<void> =>
  withPlan(deps, userId, async (held) => {
    const { subscriptionId, suspended, collectionPaused, endsAt, cancelAtPeriodEnd } = held
    const unpaid = suspended === 'collection_paused'
    if (!collectionPaused && !unpaid && endsAt === null) return
    const params: Stripe.SubscriptionUpdateParams = {}
    // A date to end on stays when only the other way to cancel is taken back.
    if (cancelAtPeriodEnd) params.cancel_at_period_end = false
    else if (endsAt !== null) params.cancel_at = ''
    if (collectionPaused) params.pause_collection = ''
    if (unpaid) {
      params.billing_cycle_anchor = { type: 'now' }
      params.proration_behavior = 'none'
      params.payment_behavior = 'error_if_incomplete'
    }
    await refuseDeclined(deps.stripe.subscriptions.update(subscriptionId, params))
  })

const refuse = (detail: string) => new MatineeError('CONFLICT', { detail })
