import { dateOf, idOf } from '../clients/stripe.ts'
import { type PurchaseTerms, readTerms } from './checkout-terms.ts'
import type { Sale } from './customer-snapshot.ts'
import type { PaidTimes } from './delayed-payments.ts'
import { moneyBackOf } from './money-back.ts'

const dayMs = 86_400_000

/** All that is stored of a purchase, but for the first play, which playback writes. */
export interface PurchaseRow {
  id: string
  videoId: string
  kind: PurchaseTerms['kind']
  status: string
  amount: number
  amountRefunded: number
  currency: string
  paymentIntentId: string | null
  paidAt: Date
  startBy: Date | null
  watchHours: number | null
}

/**
 * What is stored of a completed checkout, or null when it gives nothing: not one of ours, or not
 * paid yet (with a delayed payment method the checkout completes before the money comes).
 *
 * @param paidTimes when payments came that took days
 */
export function projectPurchase(
  { session, charge, disputes }: Sale,
  paidTimes: PaidTimes = new Map(),
): PurchaseRow | null {
  const terms = readTerms(session.metadata)
  if (terms === null || session.payment_status === 'unpaid') return null
  const paidAt = paidTimes.get(session.id) ?? dateOf(charge?.created ?? session.created)
  const rents = terms.kind === 'rent'
  return {
    id: session.id,
    videoId: terms.videoId,
    kind: terms.kind,
    status: (charge === null ? null : moneyBackOf(charge, disputes)) ?? 'paid',
    amount: session.amount_total ?? 0,
    amountRefunded: charge?.amount_refunded ?? 0,
    currency: session.currency ?? charge?.currency ?? '',
    paymentIntentId: idOf(session.payment_intent),
    paidAt,
    startBy: rents ? new Date(paidAt.getTime() + terms.startDays * dayMs) : null,
    watchHours: rents ? terms.watchHours : null,
  }
}
