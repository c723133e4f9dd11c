import { money } from './format.ts'
import { offerWords } from './offers.ts'

export interface RecurringPrice {
  interval: string
  /** In the currency's minor unit. */
  amount: number
  currency: string
}

/** "a month", after an amount. */
export const perInterval = (interval: string): string => {
  const key = `every.${interval}`
  return offerWords.has(key)
    ? offerWords(key as 'every.month')
    : offerWords('everyOther', { interval })
}

/** "Monthly", for a choice between intervals. */
export const intervalName = (interval: string): string => {
  const key = `interval.${interval}`
  return offerWords.has(key) ? offerWords(key as 'interval.month') : interval
}

/** "$9 a month". */
export const priceWords = ({ amount, currency, interval }: RecurringPrice, locale?: string) =>
  offerWords('price', { amount: money(amount, currency, locale), per: perInterval(interval) })
