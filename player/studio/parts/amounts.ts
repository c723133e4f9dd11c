import { amountProblem, currencies } from '../../../contract/charge-limits.ts'
import { decimalsOf } from '../../../contract/minor-units.ts'
import { money } from '../../../contract/words/format.ts'
import { saleWords } from '../../../contract/words/sale.ts'

/** An amount as it is typed: 399 usd → "3.99". */
export const typedAmount = (amount: number, currency: string): string =>
  (amount / 10 ** decimalsOf(currency)).toFixed(decimalsOf(currency))

/** Reads a typed amount, into the minor unit; undefined when it is none. */
export function readAmount(text: string, currency: string): number | undefined {
  const digits = decimalsOf(currency)
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
