import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { idOf } from '../ids.ts'
import { openPayment } from './collect.ts'
import { cancelIntent } from './intents.ts'

/** Takes an unpaid invoice back. */
export function voidInvoice(account: Account, invoice: Stripe.Invoice): Stripe.Invoice {
  return endUnpaid(account, invoice, 'void', 'invoice.voided')
}

export function markUncollectible(account: Account, invoice: Stripe.Invoice): Stripe.Invoice {
  return endUnpaid(account, invoice, 'uncollectible', 'invoice.marked_uncollectible')
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
