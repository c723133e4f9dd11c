import type { NewPrice, StudioPlan, StudioPrice } from '../../../contract/plans.ts'
import {
  inCurrency,
  inEachCurrency,
  currenciesOf as soldIn,
} from '../../../contract/price-currencies.ts'
import { saleWords } from '../../../contract/words/sale.ts'
import { type FieldErrors, onlyErrors } from '../../ui/field-errors.ts'
import { readAmount, typedAmount, wrongPrice } from '../parts/amounts.ts'

export const intervals = ['month', 'year'] as const
export type PlanInterval = (typeof intervals)[number]

/** The name of the input that holds a price. */
export const priceField = (interval: string, currency: string) => `${interval}:${currency}`

/** The currencies that a plan is sold in; of a new one the site's. */
export const currenciesOf = (plan: StudioPlan | null, siteCurrency: string): string[] => {
  const used = (plan?.prices ?? []).filter(({ active }) => active).flatMap(soldIn)
  return used.length === 0 ? [siteCurrency] : [...new Set(used)]
}

/** What is paid for the interval in a currency: a price of its own, or one of another's currencies. */
export function priceOf(plan: StudioPlan | null, interval: string, currency: string) {
  const prices = (plan?.prices ?? []).filter((one) => one.active && one.interval === interval)
  const own = prices.find((price) => price.currency === currency)
  return own ?? prices.flatMap((price) => inCurrency(price, currency) ?? [])[0]
}

/** A price as it is typed; empty where there is none. */
export const typedPrice = (plan: StudioPlan | null, interval: string, currency: string): string => {
  const price = priceOf(plan, interval, currency)
  return price === undefined ? '' : typedAmount(price.amount, currency)
}

/**
 * The prices that are typed; what is no amount is left out, and told by `checkPlan`. For each interval
 * it is one price in several currencies, but what is a price of its own already stays one.
 */
export const readPrices = (
  values: Record<string, string>,
  currencies: readonly string[],
  plan: StudioPlan | null,
): NewPrice[] =>
  intervals.flatMap((interval) => {
    const typed = currencies.flatMap((currency) => {
      const amount = readAmount(values[priceField(interval, currency)] ?? '', currency)
      return amount === undefined ? [] : [{ amount, currency }]
    })
    const isOwn = ({ currency }: { currency: string }) =>
      plan?.prices.some(
        (price) => price.active && price.interval === interval && price.currency === currency,
      ) ?? false
    const [first] = typed.toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)))
    const own = typed.filter((price) => price !== first && isOwn(price))
    const others = typed.filter((price) => price !== first && !isOwn(price))
    return first === undefined
      ? []
      : [
          { ...first, interval, currencies: others },
          ...own.map((price) => ({ ...price, interval })),
        ]
  })

const wrongNumber = (text: string, least: number, most: number) =>
  /^\d{1,3}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most
    ? undefined
    : saleWords('wrongNumber', { least, most })

/** What stands in the way of saving, by field. */
export function checkPlan(
  values: Record<string, string>,
  currencies: readonly string[],
): FieldErrors {
  const { name = '', maxStreams = '', trialDays = '' } = values
  const names = currencies.flatMap((currency) =>
    intervals.map((interval) => ({ field: priceField(interval, currency), currency })),
  )
  const wrong = Object.fromEntries(
    names.map(({ field, currency }) => [field, wrongPrice(values[field] ?? '', currency)]),
  )
  const none = names.every(({ field }) => (values[field] ?? '').trim() === '')
  const [first] = names
  return onlyErrors({
    name: name.trim() === '' ? saleWords('nameMissing') : undefined,
    maxStreams: wrongNumber(maxStreams, 1, 100),
    trialDays: wrongNumber(trialDays, 0, 730),
    ...wrong,
    ...(none && first !== undefined && { [first.field]: saleWords('priceMissing') }),
  })
}

/** Prices that people pay and that what is typed replaces or takes away. */
export const replacedPrices = (plan: StudioPlan, values: Record<string, string>): StudioPrice[] => {
  const typed = (interval: string, currency: string) =>
    readAmount(values[priceField(interval, currency)] ?? '', currency)
  return plan.prices.filter(
    (price) =>
      price.active &&
      price.subscribers > 0 &&
      inEachCurrency([price]).some(
        ({ interval, currency, amount }) => typed(interval, currency) !== amount,
      ),
  )
}
