import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { decimal, idOf, newId } from '../ids.ts'
import { formatAmount, roundHalfAway } from './money.ts'

export interface Span {
  start: number
  end: number
}

/** A line of an invoice that is being made; ids and discounts come when it is written. */
export interface NewLine {
  amount: number
  description: string
  price: Stripe.Price | null
  quantity: number | null
  period: Span
  discountable: boolean
  metadata: Record<string, string>
  subscription: string | null
  parent: Stripe.InvoiceLineItem.Parent
}

/** The price of a quantity, in the minor unit. */
export const priceFor = (price: Stripe.Price, quantity: number): number =>
  roundHalfAway(Number(price.unit_amount_decimal ?? price.unit_amount ?? 0) * quantity)

export const productOf = (account: Account, price: Stripe.Price): Stripe.Product | undefined =>
  account.tables.products.get(idOf(price.product))

const amountText = ({ currency, unit_amount_decimal }: Stripe.Price) =>
  formatAmount(Number(unit_amount_decimal ?? 0), currency)

const everyText = ({ interval, interval_count }: Stripe.Price.Recurring) =>
  interval_count === 1 ? interval : `every ${interval_count} ${interval}s`

/** "1 × Premium (at $9.99 / month)" */
export function describePrice(account: Account, price: Stripe.Price, quantity: number): string {
  const name = productOf(account, price)?.name ?? 'Product'
  if (!price.recurring) return name
  return `${quantity} × ${name} (at ${amountText(price)} / ${everyText(price.recurring)})`
}

/** The line that bills a subscription's item for a period; a trial's costs nothing. */
export function periodLine(
  account: Account,
  subscription: Stripe.Subscription,
  item: Stripe.SubscriptionItem,
  period: Span,
  isTrial: boolean,
): NewLine {
  const quantity = item.quantity ?? 1
  const name = productOf(account, item.price)?.name ?? 'Product'
  return {
    amount: isTrial ? 0 : priceFor(item.price, quantity),
    description: isTrial
      ? `Trial period for ${name}`
      : describePrice(account, item.price, quantity),
    price: item.price,
    quantity,
    period,
    discountable: true,
    metadata: subscription.metadata,
    subscription: subscription.id,
    parent: itemParent(subscription.id, item.id, false),
  }
}

const itemParent = (
  subscription: string,
  item: string,
  proration: boolean,
  invoiceItem: string | null = null,
): Stripe.InvoiceLineItem.Parent => ({
  invoice_item_details: null,
  subscription_item_details: {
    invoice_item: invoiceItem,
    proration,
    proration_details: { credited_items: null },
    subscription,
    subscription_item: item,
  },
  type: 'subscription_item_details',
})

/** A pending invoice item as the line that bills it. */
export function pendingLine(account: Account, item: Stripe.InvoiceItem): NewLine {
  const subscription = item.parent?.subscription_details?.subscription ?? null
  const subscriptionItem = item.parent?.subscription_details?.subscription_item
  const price = item.pricing?.price_details?.price
  return {
    amount: item.amount,
    description: item.description ?? '',
    price: account.tables.prices.get(price ? idOf(price) : '') ?? null,
    quantity: item.quantity,
    period: item.period,
    discountable: item.discountable,
    metadata: item.metadata ?? {},
    subscription,
    parent:
      subscription && subscriptionItem
        ? itemParent(subscription, subscriptionItem, item.proration, item.id)
        : {
            invoice_item_details: {
              invoice_item: item.id,
              proration: item.proration,
              proration_details: { credited_items: null },
              subscription,
            },
            subscription_item_details: null,
            type: 'invoice_item_details',
          },
  }
}

/** The line as the API shows it. */
export function writeLine(
  line: NewLine,
  invoice: string,
  currency: string,
  discounts: Stripe.InvoiceLineItem.DiscountAmount[],
): Stripe.InvoiceLineItem {
  return {
    id: newId('il'),
    object: 'line_item',
    amount: line.amount,
    currency,
    description: line.description,
    discount_amounts: discounts,
    discountable: line.discountable,
    discounts: discounts.map(({ discount }) => idOf(discount)),
    invoice,
    livemode: false,
    metadata: line.metadata,
    parent: line.parent,
    period: line.period,
    pretax_credit_amounts: discounts.map(({ amount, discount }) => ({
      amount,
      discount,
      type: 'discount',
    })),
    pricing: line.price
      ? {
          price_details: { price: line.price.id, product: idOf(line.price.product) },
          type: 'price_details',
          unit_amount_decimal: line.price.unit_amount_decimal,
        }
      : null,
    quantity: line.quantity,
    quantity_decimal: line.quantity === null ? null : decimal(line.quantity),
    subscription: line.subscription,
    subtotal: line.amount,
    taxes: [],
  }
}
