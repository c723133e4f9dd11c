import type { Offer } from '../../../contract/access.ts'
import { inEachCurrency } from '../../../contract/price-currencies.ts'
import { money } from '../../../contract/words/format.ts'
import { offerWords } from '../../../contract/words/offers.ts'
import { priceWords } from '../../../contract/words/prices.ts'

/** What was chosen of an offer: of a plan one of its prices, and in which of several currencies. */
export interface Choice {
  offer: Offer
  priceId: string | null
  currency?: string
}

/** One button of the paywall. `priceId` is set for plans. */
export interface OfferButton extends Choice {
  label: string
  /** A second, smaller line. */
  hint: string
}

/** The buttons for an offer: one for each way to pay for it. */
export function offerButtons(offer: Offer, locale?: string): OfferButton[] {
  if (offer.kind === 'plan') {
    const name = offer.change ? offerWords('switchTo', { name: offer.name }) : offer.name
    const hint = offer.trialDays > 0 ? offerWords('trial', { days: offer.trialDays }) : ''
    return inEachCurrency(offer.prices).map((price) => ({
      offer,
      priceId: price.id,
      ...(price.currencies !== undefined && { currency: price.currency }),
      label: offerWords('planFor', { name, price: priceWords(price, locale) }),
      hint,
    }))
  }
  return [{ offer, priceId: null, ...saidOf(offer, locale) }]
}

function saidOf(
  offer: Exclude<Offer, { kind: 'plan' }>,
  locale?: string,
): Pick<OfferButton, 'label' | 'hint'> {
  if (offer.kind === 'portal') {
    return { label: offerWords('billingPage'), hint: offerWords('billingPageMore') }
  }
  if (offer.kind === 'pay_again') {
    return { label: offerWords('payAgain'), hint: offerWords('payAgainMore') }
  }
  const amount = money(offer.amount, offer.currency, locale)
  if (offer.kind === 'bundle') {
    const label = offerWords('bundleFor', { title: offer.title, amount })
    return {
      label,
      hint: offerWords(offer.follows ? 'bundleFollows' : 'bundle', { count: offer.videos }),
    }
  }
  return offer.kind === 'rent'
    ? { label: offerWords('rentFor', { amount }), hint: offerWords('rental', offer) }
    : { label: offerWords('buyFor', { amount }), hint: offerWords('forGood') }
}
