import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { idOf, inlineList, newId } from '../ids.ts'
import { minimumCharge } from './amounts.ts'
import { applyDiscounts, couponOf } from './discounts.ts'
import { type NewLine, type Span, writeLine } from './invoice-lines.ts'

/** Stripe leaves a renewal's invoice in draft for about an hour, for last changes. */
const draftSeconds = 3600

export interface NewInvoice {
  customer: Stripe.Customer
  subscription: Stripe.Subscription | null
  reason: Stripe.Invoice.BillingReason
  currency: string
  lines: NewLine[]
  discounts: Stripe.Discount[]
  /** The period that pending items were gathered in. */
  period: Span
  now: number
  collectionMethod?: Stripe.Invoice.CollectionMethod
  defaultPaymentMethod?: string | null
  autoAdvance?: boolean
  description?: string | null
  metadata?: Record<string, string>
  prorationDate?: number
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** The invoice in draft, with its event; nothing is finalized or paid yet. */
export function draftInvoice(account: Account, given: NewInvoice): Stripe.Invoice {
  const invoice = composeInvoice(account, given, newId('in'))
  return account.create(account.tables.invoices, invoice, 'invoice.created')
}

/** The invoice as an object only: for previews as well. */
export function composeInvoice(account: Account, given: NewInvoice, id: string): Stripe.Invoice {
  const { customer, subscription, now } = given
  const lines = writeLines(account, given, id)
  return {
    id,
    object: 'invoice',
    account_country: 'US',
    account_name: 'Local test account',
    account_tax_ids: null,
    amount_overpaid: 0,
    amount_paid: 0,
    amount_shipping: 0,
    application: null,
    attempt_count: 0,
    attempted: false,
    auto_advance: given.autoAdvance ?? true,
    automatic_tax: {
      disabled_reason: null,
      enabled: subscription?.automatic_tax.enabled ?? false,
      liability: subscription?.automatic_tax.liability ?? null,
      provider: null,
      status: subscription?.automatic_tax.enabled ? 'complete' : null,
    },
    automatically_finalizes_at: (given.autoAdvance ?? true) ? now + draftSeconds : null,
    billing_reason: given.reason,
    collection_method: given.collectionMethod ?? 'charge_automatically',
    created: now,
    currency: given.currency,
    custom_fields: null,
    customer: customer.id,
    customer_account: null,
    customer_address: customer.address ?? null,
    customer_email: customer.email,
    customer_name: customer.name ?? null,
    customer_phone: customer.phone ?? null,
    customer_shipping: null,
    customer_tax_exempt: customer.tax_exempt ?? 'none',
    customer_tax_ids: [],
    default_payment_method: given.defaultPaymentMethod ?? null,
    default_source: null,
    default_tax_rates: [],
    description: given.description ?? null,
    discounts: given.discounts.map((discount) => discount.id),
    due_date: null,
    effective_at: null,
    ending_balance: null,
    footer: null,
    from_invoice: null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    issuer: { type: 'self' },
    last_finalization_error: null,
    latest_revision: null,
    lines: inlineList(`/v1/invoices/${id}/lines`, lines),
    livemode: false,
    metadata: given.metadata ?? {},
    next_payment_attempt: null,
    number: null,
    on_behalf_of: null,
    parent: subscription ? subscriptionParent(subscription, given.prorationDate) : null,
    payment_settings: {
      default_mandate: null,
      payment_method_options: null,
      payment_method_types: null,
    },
    period_end: given.period.end,
    period_start: given.period.start,
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    receipt_number: null,
    rendering: null,
    shipping_cost: null,
    shipping_details: null,
    statement_descriptor: null,
    status: 'draft',
    status_transitions: {
      finalized_at: null,
      marked_uncollectible_at: null,
      paid_at: null,
      voided_at: null,
    },
    test_clock: customer.test_clock ?? null,
    webhooks_delivered_at: now,
    ...totals(lines, customer.balance, given.currency),
  }
}

const subscriptionParent = (
  subscription: Stripe.Subscription,
  prorationDate?: number,
): Stripe.Invoice.Parent => ({
  quote_details: null,
  subscription_details: {
    metadata: subscription.metadata,
    subscription: subscription.id,
    ...(prorationDate === undefined ? {} : { subscription_proration_date: prorationDate }),
  },
  type: 'subscription_details',
})

function writeLines(account: Account, given: NewInvoice, id: string): Stripe.InvoiceLineItem[] {
  const applied = applyDiscounts(
    account,
    given.lines.map((line) => ({
      amount: line.amount,
      discountable: line.discountable,
      product: line.price ? idOf(line.price.product) : null,
    })),
    given.discounts,
    given.currency,
  )
  return given.lines.map((line, index) => writeLine(line, id, given.currency, applied[index] ?? []))
}

type Totals = Pick<
  Stripe.Invoice,
  | 'amount_due'
  | 'amount_remaining'
  | 'starting_balance'
  | 'subtotal'
  | 'subtotal_excluding_tax'
  | 'total'
  | 'total_discount_amounts'
  | 'total_excluding_tax'
  | 'total_pretax_credit_amounts'
  | 'total_taxes'
>

/**
 * The sums of an invoice's lines. The customer's balance (negative: credit) counts toward what is
 * due; a total below zero is due nothing and becomes credit when the invoice is finalized, and so does
 * one that is too small to be charged become a debt.
 */
export function totals(
  lines: readonly Stripe.InvoiceLineItem[],
  balance: number,
  currency: string,
): Totals {
  const discounts = new Map<string, number>()
  for (const { discount_amounts } of lines) {
    for (const { discount, amount } of discount_amounts ?? []) {
      discounts.set(idOf(discount), (discounts.get(idOf(discount)) ?? 0) + amount)
    }
  }
  const subtotal = sum(lines.map(({ amount }) => amount))
  const total = subtotal - sum([...discounts.values()])
  const owed = total < 0 ? 0 : Math.max(0, total + balance)
  const amountDue = owed < minimumCharge(currency) ? 0 : owed
  return {
    amount_due: amountDue,
    amount_remaining: amountDue,
    starting_balance: balance,
    subtotal,
    subtotal_excluding_tax: subtotal,
    total,
    total_discount_amounts: [...discounts].map(([discount, amount]) => ({ amount, discount })),
    total_excluding_tax: total,
    total_pretax_credit_amounts: [...discounts].map(([discount, amount]) => ({
      amount,
      discount,
      type: 'discount',
    })),
    total_taxes: [],
  }
}

/** Fixes number, amount and balance; `invoice.finalized`. The invoice is open after it. */
export function openInvoice(account: Account, invoice: Stripe.Invoice): Stripe.Invoice {
  const customer = account.tables.customers.get(idOf(invoice.customer) ?? '')
  const now = account.nowFor(idOf(invoice.customer))
  const sequence = customer?.next_invoice_sequence ?? 1
  const sums = totals(invoice.lines.data, customer?.balance ?? 0, invoice.currency)
  const endingBalance = balanceAfter(sums, customer?.balance ?? 0)
  if (customer) {
    account.update(
      account.tables.customers,
      customer,
      { balance: endingBalance, currency: invoice.currency, next_invoice_sequence: sequence + 1 },
      'customer.updated',
    )
  }
  spendDiscounts(account, invoice)
  const opened = account.update(account.tables.invoices, invoice, {
    ...sums,
    automatically_finalizes_at: null,
    effective_at: now,
    ending_balance: endingBalance,
    hosted_invoice_url: `${account.publicBase}/invoice/${invoice.id}`,
    invoice_pdf: `${account.publicBase}/invoice/${invoice.id}/pdf`,
    number: `${customer?.invoice_prefix ?? 'LOCAL'}-${String(sequence).padStart(4, '0')}`,
    status: 'open',
    status_transitions: { ...invoice.status_transitions, finalized_at: now },
  })
  account.emit('invoice.finalized', opened)
  return opened
}

/** What is neither charged now nor used up stays on the balance: credit below zero, debt above. */
const balanceAfter = ({ total, amount_due }: Totals, balance: number): number =>
  balance + total - amount_due

/** A coupon of duration `once` is gone after the first invoice that it reduced. */
function spendDiscounts(account: Account, invoice: Stripe.Invoice): void {
  const subscriptionId = idOf(invoice.parent?.subscription_details?.subscription)
  const subscription = account.tables.subscriptions.get(subscriptionId ?? '')
  for (const { discount } of invoice.total_discount_amounts ?? []) {
    const stored = account.tables.discounts.get(idOf(discount))
    if (!stored || couponOf(account, stored)?.duration !== 'once' || !subscription) continue
    const discounts = subscription.discounts.filter((other) => idOf(other) !== stored.id)
    account.put(account.tables.subscriptions, { ...subscription, discounts })
    account.emit('customer.discount.deleted', stored)
  }
}
