import type { Offer, OfferPrice } from './protocol.ts'

/** One button of the paywall. `priceId` is set for plans. */
export interface OfferButton {
  offer: Offer
  priceId: string | null
  label: string
  /** A second, smaller line. */
  hint: string
}

/** An amount in its currency's minor unit, as people write it where they live. */
export function money(amount: number, currency: string, locale?: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  const whole = amount % 10 ** digits === 0
  const short = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: whole ? 0 : digits,
  })
  return short.format(amount / 10 ** digits)
}

/** The buttons for an offer: one for each way to pay for it. */
export function offerButtons(offer: Offer, locale?: string): OfferButton[] {
  switch (offer.kind) {
    case 'plan':
      return offer.prices.map((price) => ({
        offer,
        priceId: price.id,
        label: `${offer.change ? `Switch to ${offer.name}` : offer.name}, ${per(price, locale)}`,
        hint: offer.trialDays > 0 ? `Free for the first ${days(offer.trialDays)}.` : '',
      }))
    case 'rent':
      return [
        {
          offer,
          priceId: null,
          label: `Rent for ${money(offer.amount, offer.currency, locale)}`,
          hint: `Start within ${days(offer.startDays)}, then watch for ${hours(offer.watchHours)}.`,
        },
      ]
    case 'buy':
      return [
        {
          offer,
          priceId: null,
          label: `Buy for ${money(offer.amount, offer.currency, locale)}`,
          hint: 'Yours to watch whenever you like.',
        },
      ]
    case 'portal':
      return [
        {
          offer,
          priceId: null,
          label: 'Update how you pay',
          hint: 'Opens your billing page.',
        },
      ]
  }
}

const per = ({ amount, currency, interval }: OfferPrice, locale?: string) =>
  `${money(amount, currency, locale)} a ${interval}`

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)
const hours = (count: number) => (count === 1 ? '1 hour' : `${count} hours`)
