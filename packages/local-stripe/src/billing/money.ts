/** Rounds half away from zero, so that a credit and a charge of the same worth cancel out. */
export const roundHalfAway = (value: number): number =>
  Math.sign(value) * Math.round(Math.abs(value))

/**
 * Shares an amount out in proportion to weights; the shares are whole and add up to the amount.
 * Weights are not negative; where all are zero, so are the shares.
 */
export function shareOut(amount: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total === 0) return weights.map(() => 0)
  let weightSoFar = 0
  let sharedSoFar = 0
  return weights.map((weight) => {
    weightSoFar += weight
    const upToHere = Math.round((amount * weightSoFar) / total)
    const share = upToHere - sharedSoFar
    sharedSoFar = upToHere
    return share
  })
}

/** The part of an amount that falls on the rest of a period, from a moment to its end. */
export function proRata(
  amount: number,
  { start, end }: { start: number; end: number },
  moment: number,
): number {
  const rest = Math.min(Math.max(end - moment, 0), end - start)
  return roundHalfAway((amount * rest) / (end - start))
}

const zeroDecimals = new Set(
  'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '),
)
/** "These API calls require the least-significant digit to be 0." */
export const threeDecimals = new Set(['bhd', 'jod', 'kwd', 'omr', 'tnd'])

/** How many digits of an amount stand after the point, by Stripe's count and not by ISO's. */
const decimalsOf = (currency: string): number =>
  zeroDecimals.has(currency) ? 0 : threeDecimals.has(currency) ? 3 : 2

const formats = new Map<string, Intl.NumberFormat>()

/** Making one takes longer than all else in writing a line of an invoice. */
function formatOf(currency: string): Intl.NumberFormat {
  const known = formats.get(currency)
  if (known) return known
  const digits = decimalsOf(currency)
  const made = new Intl.NumberFormat('en-US', {
    ...{ style: 'currency', currency: currency.toUpperCase() },
    ...{ minimumFractionDigits: digits, maximumFractionDigits: digits },
  })
  formats.set(currency, made)
  return made
}

/** An amount in the minor unit, as people write it: 999 usd is $9.99, 500 jpy is ¥500. */
export function formatAmount(amount: number, currency: string): string {
  const code = currency.toLowerCase()
  return formatOf(code).format(amount / 10 ** decimalsOf(code))
}
