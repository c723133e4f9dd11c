import { inEachCurrency, type Priced } from '../../contract/price-currencies.ts'
import { recall, remember } from './memory.ts'
import { site } from './site.ts'

const euro =
  'AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK AD MC SM VA ME XK'.split(' ')
const others =
  'AE:aed AU:aud BR:brl CA:cad CH:chf CN:cny CZ:czk DK:dkk GB:gbp HK:hkd HU:huf ID:idr IL:ils IN:inr JP:jpy KR:krw LI:chf MX:mxn MY:myr NO:nok NZ:nzd PL:pln RO:ron SE:sek SG:sgd TH:thb TR:try TW:twd UA:uah US:usd ZA:zar'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string])

const byRegion = new Map([...euro.map((region) => [region, 'eur'] as const), ...others])
const key = 'currency'

/** What people pay with where a language is set for, such as "de-AT"; null where that is not said. */
export function currencyOfLanguage(language: string): string | null {
  try {
    return byRegion.get(new Intl.Locale(language).region ?? '') ?? null
  } catch {
    return null
  }
}

/** The currency that the visitor has chosen, or that of the region their browser is set to. */
export const visitorsCurrency = (languages: readonly string[] = navigator.languages): string =>
  recall(key) ??
  languages.map(currencyOfLanguage).find((currency) => currency !== null) ??
  site().currency

export const chooseCurrency = (currency: string): void => remember(key, currency)

/** Of prices those in a currency, else in the site's, else in whichever comes first. */
export function pricesIn<Price extends Priced>(
  prices: readonly Price[],
  currency: string,
): Price[] {
  const each = inEachCurrency(prices)
  const among = [currency, site().currency, prices[0]?.currency]
  const found = among.find((one) => each.some((price) => price.currency === one))
  return each.filter((price) => price.currency === found)
}
