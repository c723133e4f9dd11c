import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { decimal } from '../ids.ts'

/** The price as it is in a currency, its own or one of its `currency_options`; undefined if in neither. */
export function priceIn(
  account: Account,
  price: Stripe.Price,
  currency: string | null,
): Stripe.Price | undefined {
  if (currency === null || price.currency === currency) return price
  const option = account.tables.currencyOptions.get(price.id)?.options[currency]
  return option === undefined
    ? undefined
    : {
        ...price,
        currency,
        unit_amount: option.whole,
        unit_amount_decimal: decimal(option.text),
      }
}

/** `currency_options` as the API shows them: the price's own currency stands among them. */
export function currencyOptionsOf(
  account: Account,
  price: Stripe.Price,
): Record<string, Stripe.Price.CurrencyOptions> {
  const others = Object.keys(account.tables.currencyOptions.get(price.id)?.options ?? {})
  return Object.fromEntries(
    [price.currency, ...others].flatMap((currency) => {
      const { unit_amount, unit_amount_decimal, tax_behavior } =
        priceIn(account, price, currency) ?? price
      return [
        [currency, { custom_unit_amount: null, tax_behavior, unit_amount, unit_amount_decimal }],
      ]
    }),
  )
}
