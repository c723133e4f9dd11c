import type { Stripe } from '../../clients/stripe.ts'

export type MoneyBack = 'refunded' | 'disputed' | 'lost' | null

/** Disputes that took the money and are not decided yet. Inquiries (`warning_…`) take none. */
const undecided = new Set([
  'needs_response',
  'under_review',
  'appeal_needs_response',
  'appeal_under_review',
])

/**
 * What became of a payment: null while the operator has the money. A partial refund is a discount
 * given afterwards and changes nothing; a full one takes the thing back. A dispute suspends it until
 * it is won, and one that is lost takes it back for good.
 */
export function moneyBackOf(
  charge: Pick<Stripe.Charge, 'refunded'>,
  disputes: readonly Pick<Stripe.Dispute, 'status'>[],
): MoneyBack {
  const statuses = disputes.map(({ status }) => status)
  if (statuses.includes('lost')) return 'lost'
  if (statuses.some((status) => undecided.has(status))) return 'disputed'
  return charge.refunded ? 'refunded' : null
}
