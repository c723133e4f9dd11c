import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { idOf } from '../ids.ts'
import { openPayment } from './collect.ts'
import { cancelIntent } from './intents.ts'
import { invoicePaid, invoiceVoided } from './subscription-status.ts'

/** Takes an unpaid invoice back. Nothing is owed for it, so its subscription may be in good standing. */
export function voidInvoice(account: Account, invoice: Stripe.Invoice): Stripe.Invoice {
  const voided = endUnpaid(account, invoice, 'void', 'invoice.voided')
  invoiceVoided(account, voided)
  return voided
}

/** "Paying the latest associated invoice or marking it uncollectible transitions the subscription to active." */
export function markUncollectible(account: Account, invoice: Stripe.Invoice): Stripe.Invoice {
  const written = endUnpaid(account, invoice, 'uncollectible', 'invoice.marked_uncollectible')
  invoicePaid(account, written, ['past_due', 'unpaid'])
  return written
}

function endUnpaid(
  account: Account,
  invoice: Stripe.Invoice,
  status: 'void' | 'uncollectible',
  event: Stripe.Event.Type,
): Stripe.Invoice {
  const now = account.nowFor(idOf(invoice.customer))
  const open = openPayment(account, invoice)
  if (open && status === 'void') {
    cancelIntent(account, open.intent, 'void_invoice')
    account.update(account.tables.invoicePayments, open.payment, {
      status: 'canceled',
      status_transitions: { canceled_at: now, paid_at: null },
    })
  }
  return account.update(
    account.tables.invoices,
    invoice,
    {
      auto_advance: false,
      next_payment_attempt: null,
      status,
      status_transitions: {
        ...invoice.status_transitions,
        ...(status === 'void' ? { voided_at: now } : { marked_uncollectible_at: now }),
      },
    },
    event,
  )
}
