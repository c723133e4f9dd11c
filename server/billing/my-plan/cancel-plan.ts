import { audit } from '../../audit/audit.ts'
import { cancelAtPeriodEnd, releaseSchedule } from '../cancel-at-period-end.ts'
import type { HolderDeps, PlanSubscription } from '../held.ts'
import { withPlan } from './with-plan.ts'

/**
 * Cancels the plan: what is paid for plays to its end. One that nobody has paid for ends at once.
 * Cancelling twice is the same as once.
 *
 * @param reason what its holder gave as the reason, kept for the operator
 * @throws MatineeError CONFLICT; what the Stripe SDK throws
 */
export const cancelPlan = (
  deps: HolderDeps,
  userId: string,
  reason: string | undefined,
): Promise<void> =>
  withPlan(deps, userId, async (held) => {
    if (held.endsAt !== null && held.endsAt <= held.currentPeriodEnd) return
    const { subscriptionId } = held
    const { stripe } = deps
    const details = reason ? { cancellation_details: { comment: reason } } : {}
    if (isPaidFor(held)) {
      await cancelAtPeriodEnd(stripe, subscriptionId, details)
    } else {
      await releaseSchedule(stripe, subscriptionId)
      await stripe.subscriptions.cancel(subscriptionId, details)
    }
    await audit(deps.database, {
      actorId: userId,
      action: 'subscription.cancelled',
      subject: `user:${userId}`,
      details: { subscription: subscriptionId, reason: reason ?? null },
    })
  })

const isPaidFor = ({ status, suspended }: PlanSubscription) =>
  suspended === null && ['active', 'trialing', 'past_due'].includes(status)
