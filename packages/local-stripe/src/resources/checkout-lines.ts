import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { amountsOf, pricedAs } from '../billing/checkout.ts'
import { describePrice, priceFor } from '../billing/invoice-lines.ts'
import { shareOut } from '../billing/money.ts'
import { newProduct } from '../billing/new-product.ts'
import { boundCurrency } from '../billing/one-currency.ts'
import { invalid, missing } from '../http/faults.ts'
import type { Input } from '../http/params.ts'
import { find } from '../store/find.ts'
import type { CheckoutDetails } from '../store/tables.ts'
import type { createInput, lineItem } from './checkout-session-params.ts'
import type { priceData } from './price-params.ts'
import { createPrice } from './prices.ts'

/** The price of a line: one that is there, or one that comes with the line. */
export function lineItemPrice(
  account: Account,
  item: Input<typeof lineItem>,
  name: string,
): Stripe.Price {
  if (item.price !== undefined) {
    const price = find(account.tables.prices, 'price', item.price, `${name}[price]`)
    if (price.active) return price
    throw invalid('The price specified is inactive. This field only accepts active prices.', {
      param: `${name}[price]`,
    })
  }
  const { product, product_data, ...data } = item.price_data ?? { currency: '' }
  const owner = product ?? (product_data ? newProduct(account, product_data).id : undefined)
  if (!item.price_data || owner === undefined) {
    throw invalid(`You must specify either \`price\` or \`price_data\` when using prices.`, {
      code: 'parameter_missing',
      param: name,
    })
  }
  return createPrice(account, {
    ...(data as Input<typeof priceData>),
    product: owner,
    active: false,
  })
}

export function checkModes(
  account: Account,
  mode: Stripe.Checkout.Session.Mode,
  lineItems: CheckoutDetails['lineItems'],
): void {
  const prices = lineItems.map(({ price }) => find(account.tables.prices, 'price', price))
  if (mode === 'payment' && prices.some(({ recurring }) => recurring)) {
    throw invalid(
      'You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only one-time prices.',
      { param: 'mode' },
    )
  }
  if (mode === 'subscription' && !prices.some(({ recurring }) => recurring)) {
    throw invalid(
      'You must provide at least one recurring price in `subscription` mode when using prices.',
      { param: 'mode' },
    )
  }
  if (new Set(prices.map((price) => price.currency)).size > 1) {
    throw invalid('All prices on a Checkout Session must have the same currency.', {
      param: 'line_items',
    })
  }
}

/** Where no currency is asked for: that which the customer is bound to, if all is sold in it. */
export function theirCurrency(
  account: Account,
  { lineItems }: CheckoutDetails,
  { mode, customer }: Input<typeof createInput>,
): string | null {
  if (mode !== 'subscription' || customer === undefined) return null
  const currency = boundCurrency(account, customer) ?? null
  return lineItems.every(({ price }) => pricedAs(account, { currency }, price)) ? currency : null
}

export function currencyOf(
  account: Account,
  { lineItems }: CheckoutDetails,
  given: string | undefined,
): string | null {
  const first = account.tables.prices.get(lineItems[0]?.price ?? '')
  const all = lineItems.every(({ price }) => pricedAs(account, { currency: given }, price))
  if (given !== undefined && !all) {
    throw invalid(
      `The price specified is not available in ${given}: it has no such currency_options.`,
      {
        param: 'currency',
      },
    )
  }
  return given ?? first?.currency ?? null
}

/** The lines with their amounts, as the API shows them. */
export function lineItemsOf(account: Account, session: string): Stripe.LineItem[] {
  const details = account.tables.checkoutDetails.get(session)
  if (!details) throw missing('checkout.session', session)
  const prices = details.lineItems.map(({ price }) => pricedAs(account, details, price))
  const amounts = details.lineItems.map(({ quantity }, index) => {
    const price = prices[index]
    return price ? priceFor(price, quantity) : 0
  })
  const { discount } = amountsOf(account, details)
  const discounts = shareOut(discount, amounts)
  return details.lineItems.flatMap(({ item, quantity }, index) => {
    const price = prices[index]
    if (!price) return []
    const amount = amounts[index] ?? 0
    return {
      id: item,
      object: 'item' as const,
      adjustable_quantity: null,
      amount_discount: discounts[index] ?? 0,
      amount_subtotal: amount,
      amount_tax: 0,
      amount_total: amount - (discounts[index] ?? 0),
      currency: price.currency,
      description: describePrice(account, { ...price, recurring: null }, quantity),
      metadata: {},
      price,
      quantity,
    }
  })
}
