import { audit } from '../../audit/audit.ts'
import { idOf } from '../../clients/stripe.ts'
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
    if (held.endsAt !== null) return
    const { subscriptionId } = held
    const { subscriptions } = deps.stripe
    const comment = reason && { cancellation_details: { comment: reason } }
    await releaseSchedule(deps, subscriptionId)
    if (isPaidFor(held)) {
      await subscriptions.update(subscriptionId, { cancel_at_period_end: true, ...comment })
    } else {
      await subscriptions.cancel(subscriptionId, { ...comment })
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

/** A subscription that a schedule made in the dashboard manages cannot be cancelled before it is let go. */
async function releaseSchedule({ stripe }: HolderDeps, id: string): Promise<void> {
  const schedule = idOf((await stripe.subscriptions.retrieve(id)).schedule)
  if (schedule !== null) await stripe.subscriptionSchedules.release(schedule)
}
