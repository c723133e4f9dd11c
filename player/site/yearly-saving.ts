import type { PlanPrice } from '../../contract/access.ts'

/** How much a year saves against twelve months, in whole per cent; 0 where that cannot be said. */
export function yearlySaving(prices: readonly PlanPrice[]): number {
  const month = prices.find(({ interval }) => interval === 'month')
  const year = prices.find(({ interval }) => interval === 'year')
  if (month === undefined || year === undefined || month.currency !== year.currency) return 0
  return Math.max(0, Math.floor((1 - year.amount / (12 * month.amount)) * 100))
}
