import { dateOf, idOf } from '../../clients/stripe.ts'
import { purchaseId, readTerms } from '../checkout/checkout-terms.ts'
import type { Sale } from './customer-snapshot.ts'
import type { PaidTimes } from './delayed-payments.ts'
import { moneyBackOf } from './money-back.ts'

const dayMs = 86_400_000

/** All that is stored of a purchase, but for the first play, which playback writes. */
export interface PurchaseRow {
  id: string
  videoId: string
  bundleId: string | null
  collectionId: string | null
  kind: 'rent' | 'buy'
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
 * What is stored of a completed checkout: nothing when it gives nothing, because it is none of ours or
 * not paid yet (with a delayed payment method the checkout completes before the money comes); of a
 * bundle a row for each of its films, among which the amounts are shared out.
 *
 * @param paidTimes when payments came that took days
 */
export function projectPurchases(
  { session, charge, disputes }: Sale,
  paidTimes: PaidTimes = new Map(),
): PurchaseRow[] {
  const terms = readTerms(session.metadata)
  if (terms === null || session.payment_status === 'unpaid') return []
  const paidAt = paidTimes.get(session.id) ?? dateOf(charge?.created ?? session.created)
  const amount = session.amount_total ?? 0
  const amountRefunded = charge?.amount_refunded ?? 0
  const common = {
    status: (charge === null ? null : moneyBackOf(charge, disputes)) ?? 'paid',
    currency: session.currency ?? charge?.currency ?? '',
    paymentIntentId: idOf(session.payment_intent),
    paidAt,
    startBy: null,
    watchHours: null,
  }
  if (terms.kind === 'bundle') {
    const { bundleId, collectionId, videoIds } = terms
    return videoIds.map((videoId, index) => ({
      ...common,
      ...{ id: purchaseId(session.id, videoId), videoId, bundleId, collectionId, kind: 'buy' },
      amount: share(amount, videoIds.length, index),
      amountRefunded: share(amountRefunded, videoIds.length, index),
    }))
  }
  const { kind, videoId } = terms
  const alone = { bundleId: null, collectionId: null }
  const row = { ...common, ...alone, id: session.id, videoId, kind, amount, amountRefunded }
  if (terms.kind === 'buy') return [row]
  const startBy = new Date(paidAt.getTime() + terms.startDays * dayMs)
  return [{ ...row, startBy, watchHours: terms.watchHours }]
}

/** Of an amount the share of one of several; the first ones have what does not divide. */
const share = (amount: number, count: number, index: number) =>
  Math.floor(amount / count) + (index < amount % count ? 1 : 0)
