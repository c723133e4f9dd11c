/**
 * Statuses of a subscription that still exists, those that give most first: another plan replaces
 * it, never stands beside it.
 */
export const liveStatuses: readonly string[] = [
  'active',
  'trialing',
  'past_due',
  'unpaid',
  'paused',
]

/**
 * Subscriptions that never began, and that Stripe would still charge for: one whose first payment is
 * missing, and one whose first invoice was taken back.
 */
export const notBegun = {
  OR: [{ status: 'incomplete' }, { status: 'incomplete_expired', endedAt: null }],
}

const dayMs = 86_400_000

/** When access ends after a first failed payment at `since`, unless it is paid before. */
export const graceUntil = (since: Date, graceDays: number): Date =>
  new Date(since.getTime() + graceDays * dayMs)
