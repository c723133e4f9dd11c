import type { Purchase } from '../../contract/billing.ts'
import { day } from '../../contract/words/format.ts'
import { uiWords } from '../../contract/words/ui.ts'

/** What became of a film that was paid for. */
export function purchaseWords(
  { kind, status, startBy, watchUntil, paidAt }: Purchase,
  { locale, now = Date.now() }: { locale?: string; now?: number } = {},
): string {
  const date = (time: string) => ({ date: day(time, locale) })
  const isOver = (time: string) => Date.parse(time) <= now
  if (status === 'refunded') return uiWords('purchase.refunded')
  if (status !== 'paid') return uiWords('purchase.disputed')
  if (kind === 'buy') return uiWords('purchase.bought', date(paidAt))
  const end = watchUntil ?? startBy
  if (end === null) return uiWords('purchase.rented')
  if (isOver(end)) return uiWords('purchase.rentalEnded')
  return watchUntil === null
    ? uiWords('purchase.startBy', date(end))
    : uiWords('purchase.rentedUntil', date(end))
}
