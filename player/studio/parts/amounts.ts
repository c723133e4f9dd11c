import { amountProblem, currencies } from '../../../contract/charge-limits.ts'
import { money } from '../../../contract/words/format.ts'
import { saleWords } from '../../../contract/words/sale.ts'

/** Digits behind the point of a currency: 2 for usd, 0 for jpy. */
const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    .maximumFractionDigits ?? 2

/** An amount as it is typed: 399 usd → "3.99". */
export const typedAmount = (amount: number, currency: string): string =>
  (amount / 10 ** digitsOf(currency)).toFixed(digitsOf(currency))

/** Reads a typed amount, into the minor unit; undefined when it is none. */
export function readAmount(text: string, currency: string): number | undefined {
  const digits = digitsOf(currency)
  const typed = text.trim().replace(',', '.')
  const shape = digits === 0 ? /^\d{1,8}$/ : new RegExp(`^\\d{1,6}(\\.\\d{1,${digits}})?$`)
  if (!shape.test(typed)) return undefined
  const amount = Math.round(Number(typed) * 10 ** digits)
  return amount > 0 ? amount : undefined
}

/** Whether cards can be charged in it. */
export const isCharged = (currency: string): boolean => currencies.some((code) => code === currency)

/** What is wrong with a typed price, in a sentence; of one in an unknown currency the currency is. */
export function wrongPrice(text: string, currency: string): string | undefined {
  if (text.trim() === '' || !isCharged(currency)) return undefined
  const amount = readAmount(text, currency)
  if (amount === undefined) return saleWords('wrongAmount')
  const problem = amountProblem(amount, currency)
  switch (problem?.kind) {
    case 'least':
      return saleWords('priceLeast', { amount: money(problem.least, currency) })
    case 'most':
      return saleWords('priceMost', { amount: money(problem.most, currency) })
    case 'step':
      return saleWords('priceStep', { amount: money(problem.step, currency) })
    default:
      return undefined
  }
}
