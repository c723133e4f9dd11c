import type { CurrencyAmount } from '../../../contract/price-currencies.ts'

/** What Prisma is to read of a price besides its row. */
export const withCurrencies = {
  currencies: { select: { currency: true, amount: true }, orderBy: { currency: 'asc' } },
} as const

/** A price as it goes over the wire: other currencies only where there are some. */
export const pricedWire = <Price extends { currencies: CurrencyAmount[] }>({
  currencies,
  ...price
}: Price) => ({ ...price, ...(currencies.length > 0 && { currencies }) })
