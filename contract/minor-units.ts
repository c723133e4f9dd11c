/** Amounts are counted as Stripe counts them: https://docs.stripe.com/currencies. */

const zeroDecimals = new Set([
  ...['bif', 'clp', 'djf', 'gnf', 'jpy', 'kmf', 'krw', 'mga', 'pyg', 'rwf', 'vnd', 'vuv', 'xaf'],
  ...['xof', 'xpf'],
])
const threeDecimals = new Set(['bhd', 'jod', 'kwd', 'omr', 'tnd'])

/**
 * Digits behind the point: 2 for usd, 0 for jpy. Not what Intl says: to Stripe a forint or a rupiah has
 * hundredths, which nobody writes any more, and browsers do not agree about them.
 *
 * @param currency ISO 4217, in either case
 */
export function decimalsOf(currency: string): 0 | 2 | 3 {
  const code = currency.toLowerCase()
  return zeroDecimals.has(code) ? 0 : threeDecimals.has(code) ? 3 : 2
}
