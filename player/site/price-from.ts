import type { Offer } from '../../contract/access.ts'
import type { Priced } from '../../contract/price-currencies.ts'
import { money } from '../../contract/words/format.ts'
import { siteWords } from '../../contract/words/site.ts'
import { pricesIn, visitorsCurrency } from '../ui/currency.ts'

/** The least that opens a film, among what it costs in the visitor's currency. */
export function priceFrom(
  offers: readonly Offer[],
  wanted: string = visitorsCurrency(),
): string | undefined {
  const prices = offers.flatMap((offer): readonly Priced[] =>
    offer.kind === 'plan' ? offer.prices : 'amount' in offer ? [offer] : [],
  )
  const [least] = pricesIn(prices, wanted).toSorted((a, b) => a.amount - b.amount)
  return least && siteWords('priceFrom', { price: money(least.amount, least.currency) })
}
