import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { discountsFor } from '../billing/discounts.ts'
import { draftInvoice } from '../billing/invoices.ts'
import { claimItems, pendingItems, pendingLines } from '../billing/pending-items.ts'
import { currency } from '../http/currency.ts'
import { invalid } from '../http/faults.ts'
import { flag, type Input, metadata, oneOf, shape, text } from '../http/params.ts'
import { del, idIn, nothing, post } from '../http/route.ts'
import { find } from '../store/find.ts'
import { mergeMetadata } from '../store/metadata.ts'
import { findInvoice } from './invoices.ts'

const createInput = shape<Stripe.InvoiceCreateParams>()({
  auto_advance: flag(),
  collection_method: oneOf('charge_automatically', 'send_invoice'),
  currency: currency(),
  customer: text(),
  description: text(),
  metadata: metadata(),
  pending_invoice_items_behavior: oneOf('exclude', 'include'),
  subscription: text(),
})

const updateInput = shape<Stripe.InvoiceUpdateParams>()({
  auto_advance: flag(),
  description: text(),
  metadata: metadata(),
})

export const invoiceDraftRoutes = [
  post('/v1/invoices', createInput, createInvoice),
  post('/v1/invoices/:id', updateInput, (account, { metadata: given, ...changes }, ids) => {
    const invoice = findInvoice(account, idIn(ids))
    if (changes.description !== undefined && invoice.status !== 'draft') {
      throw invalid('Finalized invoices can’t be updated in this way', {
        code: 'invoice_not_editable',
      })
    }
    return account.update(
      account.tables.invoices,
      invoice,
      { ...changes, metadata: mergeMetadata(invoice.metadata, given) },
      'invoice.updated',
    )
  }),
  del('/v1/invoices/:id', nothing, (account, _, ids) => {
    const invoice = findInvoice(account, idIn(ids))
    if (invoice.status !== 'draft' || invoice.parent) {
      throw invalid('You can only delete draft invoices that belong to no subscription.', {
        code: 'invoice_not_editable',
      })
    }
    for (const item of account.tables.invoiceItems.by('invoice', invoice.id)) {
      account.put(account.tables.invoiceItems, { ...item, invoice: null })
    }
    account.store.remove(account.tables.invoices, invoice.id)
    account.emit('invoice.deleted', invoice)
    return { id: invoice.id, object: 'invoice', deleted: true }
  }),
]

/** A one-off invoice in draft; it takes in pending items only when asked to. */
function createInvoice(account: Account, input: Input<typeof createInput>): Stripe.Invoice {
  if (input.customer === undefined) {
    throw invalid('Missing required param: customer.', {
      code: 'parameter_missing',
      param: 'customer',
    })
  }
  const customer = find(account.tables.customers, 'customer', input.customer, 'customer')
  const subscription = input.subscription
    ? find(account.tables.subscriptions, 'subscription', input.subscription, 'subscription')
    : null
  const pending =
    input.pending_invoice_items_behavior === 'include' || subscription
      ? pendingItems(account, customer.id, subscription?.id ?? null)
      : []
  const now = account.nowFor(customer.id)
  const draft = draftInvoice(account, {
    customer,
    subscription,
    reason: subscription ? 'subscription_update' : 'manual',
    currency: input.currency ?? pending[0]?.currency ?? customer.currency ?? 'usd',
    lines: pendingLines(account, pending),
    discounts: discountsFor(account, customer, subscription, now),
    period: { start: now, end: now },
    now,
    collectionMethod: input.collection_method,
    autoAdvance: input.auto_advance ?? false,
    description: input.description,
    metadata: mergeMetadata({}, input.metadata),
  })
  claimItems(account, pending, draft)
  return draft
}
