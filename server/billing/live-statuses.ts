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
