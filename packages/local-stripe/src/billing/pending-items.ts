import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { type NewLine, pendingLine } from './invoice-lines.ts'

/** Pending items that the next invoice of a subscription (or of nothing) takes in. */
export function pendingItems(account: Account, customer: string, subscription: string | null) {
  return account.tables.invoiceItems
    .by('customer', customer)
    .filter(
      (item) =>
        item.invoice === null &&
        (item.parent?.subscription_details?.subscription ?? subscription) === subscription,
    )
}

/** The lines of pending items, which belong to this invoice from now on. */
export const pendingLines = (account: Account, items: readonly Stripe.InvoiceItem[]): NewLine[] =>
  items.map((item) => pendingLine(account, item))

export function claimItems(
  account: Account,
  items: readonly Stripe.InvoiceItem[],
  invoice: Stripe.Invoice,
): void {
  for (const item of items) {
    account.put(account.tables.invoiceItems, { ...item, invoice: invoice.id })
  }
}
