/** What a price is in another currency: Stripe's `currency_options`. */
export interface CurrencyAmount {
  currency: string
  /** In the currency's minor unit. */
  amount: number
}

export interface Priced extends CurrencyAmount {
  /** The other currencies that it is sold in. */
  currencies?: readonly CurrencyAmount[] | undefined
}

/** The price as it is in a currency; undefined where it is not sold in that. */
export function inCurrency<Price extends Priced>(
  price: Price,
  currency: string,
): Price | undefined {
  if (price.currency === currency) return price
  const other = price.currencies?.find((one) => one.currency === currency)
  return other && { ...price, currency, amount: other.amount }
}

/** Every currency that a price is sold in, its own first. */
export const currenciesOf = ({ currency, currencies = [] }: Priced): string[] => [
  currency,
  ...currencies.map((other) => other.currency),
]

/** Each price once for each currency that it is sold in. */
export const inEachCurrency = <Price extends Priced>(prices: readonly Price[]): Price[] =>
  prices.flatMap((price) =>
    currenciesOf(price).flatMap((currency) => inCurrency(price, currency) ?? []),
  )
