import { idOf, type Stripe } from '../clients/stripe.ts'

/**
 * Ends a subscription with the period that is paid for, also where it was to end later.
 *
 * @param details what is kept of why
 * @throws what the Stripe SDK throws
 */
export async function cancelAtPeriodEnd(
  stripe: Stripe,
  id: string,
  details: Pick<Stripe.SubscriptionUpdateParams, 'cancellation_details'> = {},
): Promise<void> {
  await releaseSchedule(stripe, id)
  const { cancel_at, cancel_at_period_end } = await stripe.subscriptions.retrieve(id)
  // Of the two ends that Stripe knows only one can be set.
  if (cancel_at !== null && !cancel_at_period_end) {
    await stripe.subscriptions.update(id, { cancel_at: '' })
  }
  await stripe.subscriptions.update(id, { cancel_at_period_end: true, ...details })
}

/** A subscription that a schedule made in the dashboard manages cannot be cancelled before it is let go. */
export async function releaseSchedule(stripe: Stripe, id: string): Promise<void> {
  const schedule = idOf((await stripe.subscriptions.retrieve(id)).schedule)
  if (schedule !== null) await stripe.subscriptionSchedules.release(schedule)
}
