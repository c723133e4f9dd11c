import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { cardError } from '../http/faults.ts'
import { idOf, newId } from '../ids.ts'
import { declineMembersOf } from './failure.ts'
import { confirmIntent } from './intents.ts'
import { openInvoice } from './invoices.ts'
import { createIntent } from './new-intent.ts'
import { invoiceFailed, invoicePaid } from './subscription-status.ts'

/** Finalizes a draft; one with nothing due is paid by that, one with something gets its intent. */
export function finalizeInvoice(account: Account, draft: Stripe.Invoice): Stripe.Invoice {
  const invoice = openInvoice(account, draft)
  if (invoice.amount_due === 0) return markPaid(account, invoice, 0)
  if (invoice.collection_method === 'charge_automatically') attachIntent(account, invoice)
  return invoice
}

/** The payment intent that collects an invoice, and the invoice payment that joins the two. */
function attachIntent(account: Account, invoice: Stripe.Invoice): Stripe.PaymentIntent {
  const intent = createIntent(account, {
    amount: invoice.amount_remaining,
    currency: invoice.currency,
    customer: idOf(invoice.customer),
    description:
      invoice.billing_reason === 'subscription_create'
        ? 'Subscription creation'
        : invoice.parent
          ? 'Subscription update'
          : `Payment for Invoice ${invoice.number}`,
    receiptEmail: null,
    setupFutureUsage: invoice.parent ? 'off_session' : null,
  })
  account.put<Stripe.InvoicePayment>(account.tables.invoicePayments, {
    id: newId('inpay'),
    object: 'invoice_payment',
    amount_paid: null,
    amount_requested: invoice.amount_remaining,
    created: account.nowFor(idOf(invoice.customer)),
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { payment_intent: intent.id, type: 'payment_intent' },
    status: 'open',
    status_transitions: { canceled_at: null, paid_at: null },
  })
  return intent
}

export function openPayment(account: Account, invoice: Stripe.Invoice) {
  const payment = account.tables.invoicePayments
    .by('invoice', invoice.id)
    .find(({ status }) => status === 'open')
  const intent = account.tables.paymentIntents.get(idOf(payment?.payment.payment_intent) ?? '')
  return payment && intent ? { payment, intent } : undefined
}

export interface PayOptions {
  /** A payment method chosen for this payment; otherwise the usual order of defaults. */
  method?: Stripe.PaymentMethod
  confirmed?: boolean
}

/** The payment method that an invoice is charged to: its own, the subscription's, the customer's. */
export function methodFor(account: Account, invoice: Stripe.Invoice) {
  const subscription = account.tables.subscriptions.get(
    idOf(invoice.parent?.subscription_details?.subscription) ?? '',
  )
  const customer = account.tables.customers.get(idOf(invoice.customer) ?? '')
  const candidates = [
    idOf(invoice.default_payment_method),
    idOf(subscription?.default_payment_method),
    idOf(customer?.invoice_settings.default_payment_method),
  ]
  const found = candidates.find((id) => id !== null)
  return account.tables.paymentMethods.get(found ?? '')
}

/**
 * One attempt to collect an open invoice. The invoice that comes back tells what came of it: paid,
 * or still open, with the attempt counted and the subscription moved accordingly.
 */
export function attemptPayment(
  account: Account,
  invoice: Stripe.Invoice,
  { method = methodFor(account, invoice), confirmed }: PayOptions = {},
): Stripe.Invoice {
  const open = openPayment(account, invoice)
  if (!open) return invoice
  if (!method) return paymentFailed(account, invoice, invoice.attempt_count + 1)
  // Whether its holder is there or not, a bank's question waits on the invoice's page for an answer.
  const options = confirmed === undefined ? {} : { confirmed }
  return afterIntent(account, invoice, confirmIntent(account, open.intent, method, options))
}

/** Lets an invoice know what has become of its payment intent. */
export function afterSettlement(account: Account, intent: Stripe.PaymentIntent): void {
  for (const payment of account.tables.invoicePayments.by('payment_intent', intent.id)) {
    const invoice = account.tables.invoices.get(idOf(payment.invoice))
    if (invoice?.status === 'open') afterIntent(account, invoice, intent, true)
  }
}

/**
 * Brings an invoice in line with its payment intent, after an attempt or its later settlement.
 *
 * @param counted whether the attempt was counted when it began
 */
function afterIntent(
  account: Account,
  invoice: Stripe.Invoice,
  intent: Stripe.PaymentIntent,
  counted = false,
): Stripe.Invoice {
  const count = invoice.attempt_count + (counted ? 0 : 1)
  if (intent.status === 'succeeded') {
    return markPaid(account, invoice, intent.amount_received, count)
  }
  if (intent.status === 'requires_action') return awaitsAction(account, invoice, count)
  if (intent.status === 'processing') return processing(account, invoice, count)
  return paymentFailed(account, invoice, count)
}

const attempted = (count: number): Partial<Stripe.Invoice> => ({
  attempted: true,
  attempt_count: count,
})

const failedAttempt = (
  account: Account,
  invoice: Stripe.Invoice,
  count: number,
): Partial<Stripe.Invoice> => ({
  ...attempted(count),
  next_payment_attempt: nextAttempt(account, invoice, count),
})

/** While a subscription waits for its first payment nothing is retried: the customer is there to act. */
function isFirstAttempt(account: Account, invoice: Stripe.Invoice): boolean {
  const id = idOf(invoice.parent?.subscription_details?.subscription)
  return account.tables.subscriptions.get(id ?? '')?.status === 'incomplete'
}

/** When an invoice is tried again after this failure; null if its tries are used up. */
function nextAttempt(account: Account, invoice: Stripe.Invoice, count: number): number | null {
  if (!invoice.auto_advance || isFirstAttempt(account, invoice)) return null
  const days = account.knobs.retryDays[count - 1]
  return days === undefined ? null : account.nowFor(idOf(invoice.customer)) + days * 86_400
}

function markPaid(
  account: Account,
  invoice: Stripe.Invoice,
  amount: number,
  count = invoice.attempt_count,
): Stripe.Invoice {
  const now = account.nowFor(idOf(invoice.customer))
  const paid = account.update(account.tables.invoices, invoice, {
    ...attempted(count),
    amount_paid: invoice.amount_paid + amount,
    amount_remaining: 0,
    auto_advance: false,
    next_payment_attempt: null,
    status: 'paid',
    status_transitions: { ...invoice.status_transitions, paid_at: now },
  })
  const open = openPayment(account, invoice)
  if (open) {
    account.update(
      account.tables.invoicePayments,
      open.payment,
      {
        amount_paid: amount,
        status: 'paid',
        status_transitions: { canceled_at: null, paid_at: now },
      },
      'invoice_payment.paid',
    )
  }
  account.emit('invoice.paid', paid)
  account.emit('invoice.payment_succeeded', paid)
  invoicePaid(account, paid)
  return paid
}

function awaitsAction(account: Account, invoice: Stripe.Invoice, count: number): Stripe.Invoice {
  const waiting = account.update(
    account.tables.invoices,
    invoice,
    failedAttempt(account, invoice, count),
  )
  account.emit('invoice.payment_failed', waiting)
  account.emit('invoice.payment_action_required', waiting)
  invoiceFailed(account, waiting)
  return waiting
}

function processing(account: Account, invoice: Stripe.Invoice, count: number): Stripe.Invoice {
  const waiting = account.update(
    account.tables.invoices,
    invoice,
    { ...attempted(count), next_payment_attempt: null },
    'invoice.updated',
  )
  invoicePaid(account, waiting)
  return waiting
}

function paymentFailed(account: Account, invoice: Stripe.Invoice, count: number): Stripe.Invoice {
  const failed = account.update(
    account.tables.invoices,
    invoice,
    failedAttempt(account, invoice, count),
  )
  account.emit('invoice.payment_failed', failed)
  invoiceFailed(account, failed)
  return account.tables.invoices.get(failed.id) ?? failed
}

/**
 * Stripe's answer to a payment asked for by the API that did not come about. What led to it stays
 * on record, unless the caller wants nothing to have happened.
 */
export function refuseUnpaid(
  account: Account,
  invoice: Stripe.Invoice,
  keeps = true,
  about: 'invoice' | 'subscription' = 'invoice',
): void {
  const intent = openPayment(account, invoice)?.intent
  if (invoice.status === 'paid' || intent?.status === 'processing') return
  if (intent?.status === 'requires_action') {
    throw cardError(
      'The payment requires additional user action before completion.',
      {
        code: `${about}_payment_intent_requires_action`,
        payment_intent: intent,
      },
      keeps,
    )
  }
  throw cardError(
    intent?.last_payment_error?.message ?? 'This customer has no attached payment source.',
    declineMembersOf(intent),
    keeps,
  )
}
