import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { invalid } from '../http/faults.ts'

/** The currency of whatever runs for a customer: Stripe lets nobody pay for two things in two. */
export function boundCurrency(account: Account, customer: string): string | undefined {
  const { subscriptions, invoiceItems, checkoutSessions } = account.tables
  const running = subscriptions.by('customer', customer).find((one) => one.ended_at === null)
  const pending = invoiceItems.by('customer', customer).find(({ invoice }) => invoice === null)
  const open = checkoutSessions
    .by('customer', customer)
    .find(({ mode, status }) => mode === 'subscription' && status === 'open')
  return running?.currency ?? pending?.currency ?? open?.currency ?? undefined
}

/** Throws when a subscription in this currency would be beside something in another. */
export function requireOneCurrency(
  account: Account,
  customer: Stripe.Customer | null,
  currency: string | null,
): void {
  if (customer === null || currency === null) return
  const bound = boundCurrency(account, customer.id)
  if (bound === undefined || bound === currency) return
  throw invalid(
    `You cannot combine currencies on a single customer. This customer has an active subscription, subscription schedule, discount, quote, invoice item or active subscription mode checkout session with currency ${bound}.`,
  )
}
