import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { decimal, idOf, newId } from '../ids.ts'
import { applyDiscounts, discountsFor } from './discounts.ts'
import { invoicesOf } from './end.ts'
import { priceFor, productOf, type Span } from './invoice-lines.ts'
import { proRata } from './money.ts'

/** What an item was last billed for a time that a moment lies in, after discounts. */
interface Billed {
  net: number
  period: Span
  credited: { invoice: string; invoice_line_items: string[] } | null
}

const covers = ({ start, end }: Span, moment: number): boolean => start <= moment && moment < end

const isFor = (item: Stripe.SubscriptionItem, line: Stripe.InvoiceLineItem): boolean =>
  line.parent?.subscription_item_details?.subscription_item === item.id

/**
 * The latest charge for an item that covers a moment: still pending, or on an invoice. Void
 * invoices charged nothing. Undefined if the item was not billed for this time.
 */
function lastBilled(
  account: Account,
  subscription: Stripe.Subscription,
  item: Stripe.SubscriptionItem,
  moment: number,
): Billed | undefined {
  const pending = account.tables.invoiceItems
    .by('customer', idOf(subscription.customer))
    .filter(
      ({ invoice, parent, amount, period }) =>
        invoice === null &&
        amount >= 0 &&
        parent?.subscription_details?.subscription_item === item.id &&
        covers(period, moment),
    )
    .at(-1)
  if (pending) return { net: pending.amount, period: pending.period, credited: null }
  for (const invoice of invoicesOf(account, subscription).reverse()) {
    if (invoice.status === 'void') continue
    const line = invoice.lines.data.findLast(
      (candidate) =>
        isFor(item, candidate) && candidate.amount >= 0 && covers(candidate.period, moment),
    )
    if (!line) continue
    const discounts = (line.discount_amounts ?? []).reduce((sum, { amount }) => sum + amount, 0)
    return {
      net: line.amount - discounts,
      period: line.period,
      credited: { invoice: invoice.id, invoice_line_items: [line.id] },
    }
  }
  return undefined
}

/** A proration still to be written as an invoice item. */
interface Proration {
  subscription: Stripe.Subscription
  item: Stripe.SubscriptionItem
  amount: number
  description: string
  period: Span
  now: number
  credited: Billed['credited']
}

const dayText = (seconds: number): string =>
  new Date(seconds * 1000).toLocaleDateString('en-GB', {
    day: '2-digit',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })

const nameOf = (account: Account, { price, quantity = 1 }: Stripe.SubscriptionItem): string => {
  const name = productOf(account, price)?.name ?? 'Product'
  return quantity === 1 ? name : `${quantity} × ${name}`
}

/** Gives back what was billed for the rest of an item's period. */
export function creditUnused(
  account: Account,
  subscription: Stripe.Subscription,
  item: Stripe.SubscriptionItem,
  moment: number,
): Stripe.InvoiceItem | undefined {
  const billed = lastBilled(account, subscription, item, moment)
  if (!billed) return undefined
  return writeProration(account, {
    subscription,
    item,
    amount: -proRata(billed.net, billed.period, moment),
    description: `Unused time on ${nameOf(account, item)} after ${dayText(moment)}`,
    period: { start: moment, end: billed.period.end },
    now: moment,
    credited: billed.credited,
  })
}

/** Charges the rest of an item's period at its new price. `net` is the full period's, discounted. */
export function chargeRemaining(
  account: Account,
  subscription: Stripe.Subscription,
  item: Stripe.SubscriptionItem,
  { net, full, moment }: { net: number; full: Span; moment: number },
): Stripe.InvoiceItem {
  return writeProration(account, {
    subscription,
    item,
    amount: proRata(net, full, moment),
    description: `Remaining time on ${nameOf(account, item)} after ${dayText(moment)}`,
    period: { start: moment, end: full.end },
    now: moment,
    credited: null,
  })
}

/** What each item costs for a full period after the discounts in force. */
export function netPrices(
  account: Account,
  customer: Stripe.Customer,
  subscription: Stripe.Subscription,
  items: readonly Stripe.SubscriptionItem[],
  moment: number,
): number[] {
  const lines = items.map(({ price, quantity = 1 }) => ({
    amount: priceFor(price, quantity),
    discountable: true,
    product: idOf(price.product),
  }))
  const discounts = discountsFor(account, customer, subscription, moment)
  const applied = applyDiscounts(account, lines, discounts, subscription.currency)
  return lines.map(
    ({ amount }, index) =>
      amount - (applied[index] ?? []).reduce((sum, discount) => sum + discount.amount, 0),
  )
}

function writeProration(account: Account, given: Proration): Stripe.InvoiceItem {
  const { subscription, item, amount, description, period, now, credited } = given
  return account.create<Stripe.InvoiceItem>(
    account.tables.invoiceItems,
    {
      id: newId('ii'),
      object: 'invoiceitem',
      amount,
      currency: subscription.currency,
      customer: idOf(subscription.customer),
      customer_account: null,
      date: now,
      description,
      discountable: false,
      discounts: [],
      invoice: null,
      livemode: false,
      metadata: subscription.metadata,
      net_amount: amount,
      parent: {
        subscription_details: { subscription: subscription.id, subscription_item: item.id },
        type: 'subscription_details',
      },
      period,
      pricing: {
        price_details: { price: item.price.id, product: idOf(item.price.product) },
        type: 'price_details',
        unit_amount_decimal: item.price.unit_amount_decimal,
      },
      proration: true,
      proration_details: {
        credited_items: credited && {
          invoice_line_item_details: credited,
          type: 'invoice_line_items',
        },
        discount_amounts: [],
      },
      quantity: item.quantity ?? 1,
      quantity_decimal: decimal(item.quantity ?? 1),
      tax_rates: [],
      test_clock: subscription.test_clock,
    },
    'invoiceitem.created',
  )
}
