import { invalid } from '../http/faults.ts'
import { formatAmount, threeDecimals } from './money.ts'

/** "Minimum charge amounts", in the minor unit; other currencies have none that is published. */
const minimums: Readonly<Record<string, number>> = {
  ...{ usd: 50, aed: 200, aud: 50, bgn: 100, brl: 50, cad: 50, chf: 50, czk: 1500, dkk: 250 },
  ...{ eur: 50, gbp: 30, hkd: 400, huf: 17_500, inr: 50, jpy: 50, mxn: 1000, myr: 200, nok: 300 },
  ...{ nzd: 50, pln: 200, ron: 200, sek: 300, sgd: 50, thb: 1000 },
}

/** Eight digits. */
const maximum = 99_999_999

/** "To maintain backwards compatibility, you must pass in amounts with two decimals", both of them 0. */
const wholeOnly = new Set(['isk', 'ugx'])

export const minimumCharge = (currency: string): number => minimums[currency] ?? 1

const stepOf = (currency: string): number =>
  threeDecimals.has(currency) ? 10 : wholeOnly.has(currency) ? 100 : 1

/**
 * Refuses an amount that Stripe cannot charge.
 *
 * @param tooSmall the beginning of the sentence, up to "at least"
 * @throws Fault with `amount_too_small`, `amount_too_large` or `invalid_charge_amount`
 */
export function requireChargeable(
  amount: number,
  currency: string,
  tooSmall = 'Amount must be',
  param?: string,
): void {
  const named = param === undefined ? {} : { param }
  const least = minimumCharge(currency)
  if (amount < least) {
    throw invalid(`${tooSmall} at least ${formatAmount(least, currency)} ${currency}`, {
      code: 'amount_too_small',
      ...named,
    })
  }
  if (amount > maximum) {
    throw invalid(`Amount must be no more than ${formatAmount(maximum, currency)}`, {
      code: 'amount_too_large',
      ...named,
    })
  }
  const step = stepOf(currency)
  if (amount % step === 0) return
  throw invalid(`Invalid amount: ${amount}. In ${currency} it must be a multiple of ${step}.`, {
    code: 'invalid_charge_amount',
    ...named,
  })
}
