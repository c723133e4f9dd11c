import { decimalsOf } from './minor-units.ts'

/**
 * What Stripe can charge, by currency: https://docs.stripe.com/currencies. Amounts in the minor unit.
 */

/** Every currency that cards can be charged in. */
export const currencies = [
  ...['usd', 'aed', 'afn', 'all', 'amd', 'ang', 'aoa', 'ars', 'aud', 'awg', 'azn', 'bam', 'bbd'],
  ...['bdt', 'bhd', 'bif', 'bmd', 'bnd', 'bob', 'brl', 'bsd', 'bwp', 'byn', 'bzd', 'cad', 'cdf'],
  ...['chf', 'clp', 'cny', 'cop', 'crc', 'cve', 'czk', 'djf', 'dkk', 'dop', 'dzd', 'egp', 'etb'],
  ...['eur', 'fjd', 'fkp', 'gbp', 'gel', 'gip', 'gmd', 'gnf', 'gtq', 'gyd', 'hkd', 'hnl', 'htg'],
  ...['huf', 'idr', 'ils', 'inr', 'isk', 'jmd', 'jod', 'jpy', 'kes', 'kgs', 'khr', 'kmf', 'krw'],
  ...['kwd', 'kyd', 'kzt', 'lak', 'lbp', 'lkr', 'lrd', 'lsl', 'mad', 'mdl', 'mga', 'mkd', 'mmk'],
  ...['mnt', 'mop', 'mur', 'mvr', 'mwk', 'mxn', 'myr', 'mzn', 'nad', 'ngn', 'nio', 'nok', 'npr'],
  ...['nzd', 'omr', 'pab', 'pen', 'pgk', 'php', 'pkr', 'pln', 'pyg', 'qar', 'ron', 'rsd', 'rwf'],
  ...['sar', 'sbd', 'scr', 'sek', 'sgd', 'shp', 'sle', 'sos', 'srd', 'std', 'szl', 'thb', 'tjs'],
  ...['tnd', 'top', 'try', 'ttd', 'twd', 'tzs', 'uah', 'ugx', 'uyu', 'uzs', 'vnd', 'vuv', 'wst'],
  ...['xaf', 'xcd', 'xof', 'xpf', 'yer', 'zar', 'zmw'],
] as const

const known = new Set<string>(currencies)

const minimums: Readonly<Record<string, number>> = {
  ...{ usd: 50, aed: 200, aud: 50, brl: 50, cad: 50, chf: 50, czk: 1500, dkk: 250, eur: 50 },
  ...{ gbp: 30, hkd: 400, huf: 17_500, inr: 50, jpy: 50, mxn: 1000, myr: 200, nok: 300, nzd: 50 },
  ...{ pln: 200, ron: 200, sek: 300, sgd: 50, thb: 1000 },
}
const maximum = 99_999_999

/** They have no smaller unit any more, and are still sent with two decimals. */
const wholeOnly = new Set(['isk', 'ugx'])

export type AmountProblem =
  | { kind: 'currency' }
  | { kind: 'least'; least: number }
  | { kind: 'most'; most: number }
  | { kind: 'step'; step: number }

/** What is wrong with a price, if anything. */
export function amountProblem(amount: number, currency: string): AmountProblem | null {
  if (!known.has(currency)) return { kind: 'currency' }
  const least = minimums[currency] ?? 1
  if (amount < least) return { kind: 'least', least }
  if (amount > maximum) return { kind: 'most', most: maximum }
  // With three decimals, "the least-significant (last) digit" must be 0.
  const step = decimalsOf(currency) === 3 ? 10 : wholeOnly.has(currency) ? 100 : 1
  return amount % step === 0 ? null : { kind: 'step', step }
}
