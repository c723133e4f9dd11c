import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { attemptPayment, finalizeInvoice, openPayment, refuseUnpaid } from '../billing/collect.ts'
import { findPaymentMethod } from '../billing/payment-methods.ts'
import { markUncollectible, voidInvoice } from '../billing/void-invoice.ts'
import { invalid } from '../http/faults.ts'
import { inlinePage, inRange, page, paging, range } from '../http/pages.ts'
import { flag, type Input, oneOf, shape, text } from '../http/params.ts'
import { get, idIn, nothing, post } from '../http/route.ts'
import { idOf, inlineList } from '../ids.ts'
import { find } from '../store/find.ts'

const listInput = shape<Stripe.InvoiceListParams>()({
  ...paging,
  collection_method: oneOf('charge_automatically', 'send_invoice'),
  created: range(),
  customer: text(),
  status: oneOf('draft', 'open', 'paid', 'uncollectible', 'void'),
  subscription: text(),
})

const payInput = shape<Stripe.InvoicePayParams>()({
  forgive: flag(),
  off_session: flag(),
  paid_out_of_band: flag(),
  payment_method: text(),
})

export const invoiceRoutes = [
  get('/v1/invoices', listInput, listInvoices),
  get('/v1/invoices/:id', nothing, (account, _, ids) => inShort(findInvoice(account, idIn(ids)))),
  get(
    '/v1/invoices/:id/lines',
    shape<Stripe.InvoiceListLineItemsParams>()(paging),
    (account, input, ids) => {
      const { id, lines } = findInvoice(account, idIn(ids))
      return inlinePage(lines.data, input, `/v1/invoices/${id}/lines`)
    },
  ),
  post(
    '/v1/invoices/:id/finalize',
    shape<Stripe.InvoiceFinalizeInvoiceParams>()({ auto_advance: flag() }),
    (account, _, ids) => {
      const invoice = findInvoice(account, idIn(ids))
      if (invoice.status === 'draft') return finalizeInvoice(account, invoice)
      throw invalid(
        'This invoice is already finalized, you can’t re-finalize a non-draft invoice.',
        {
          code: 'invoice_not_editable',
        },
      )
    },
  ),
  post('/v1/invoices/:id/pay', payInput, payInvoice),
  post('/v1/invoices/:id/void', nothing, (account, _, ids) =>
    voidInvoice(account, unpaid(account, idIn(ids), 'void')),
  ),
  post('/v1/invoices/:id/mark_uncollectible', nothing, (account, _, ids) =>
    markUncollectible(account, unpaid(account, idIn(ids), 'mark uncollectible')),
  ),
]

export const findInvoice = (account: Account, id: string): Stripe.Invoice =>
  find(account.tables.invoices, 'invoice', id)

function unpaid(account: Account, id: string, verb: string): Stripe.Invoice {
  const invoice = findInvoice(account, id)
  if (invoice.status === 'open' || invoice.status === 'uncollectible') return invoice
  throw invalid(`You can only ${verb} an invoice that is open; this one is ${invoice.status}.`, {
    code: 'invoice_not_editable',
  })
}

function payInvoice(
  account: Account,
  input: Input<typeof payInput>,
  ids: Record<string, string>,
): Stripe.Invoice {
  const found = findInvoice(account, idIn(ids))
  if (found.status === 'paid') throw invalid('Invoice is already paid')
  if (found.status === 'void') throw invalid('This invoice is void and can no longer be paid.')
  const invoice = found.status === 'draft' ? finalizeInvoice(account, found) : found
  if (invoice.status === 'paid') return invoice
  if (openPayment(account, invoice)?.intent.status === 'processing') {
    throw invalid('A payment of this invoice is already being processed.', {
      code: 'invoice_payment_intent_requires_action',
    })
  }
  const method = input.payment_method
    ? findPaymentMethod(account, input.payment_method, 'payment_method')
    : undefined
  const tried = attemptPayment(account, invoice, { method })
  refuseUnpaid(account, tried)
  return tried
}

function listInvoices(account: Account, input: Input<typeof listInput>) {
  const { created, customer, status, subscription } = input
  const { invoices } = account.tables
  const found = page(
    invoices,
    input,
    '/v1/invoices',
    (invoice) =>
      (customer === undefined || invoice.customer === customer) &&
      (status === undefined || invoice.status === status) &&
      (subscription === undefined ||
        idOf(invoice.parent?.subscription_details?.subscription) === subscription) &&
      (input.collection_method === undefined ||
        invoice.collection_method === input.collection_method) &&
      inRange(created, invoice.created),
    customer === undefined ? undefined : invoices.by('customer', customer),
  )
  return { ...found, data: found.data.map(inShort) }
}

/** An invoice holds no more than a first page of its lines. */
const inShort = (invoice: Stripe.Invoice): Stripe.Invoice => ({
  ...invoice,
  lines: inlinePage(invoice.lines.data, {}, invoice.lines.url),
})

/** What `expand[]` may add to an invoice. */
export const invoiceExtras = {
  payments: (account: Account, { id }: Stripe.Invoice) =>
    inlineList(`/v1/invoices/${id}/payments`, account.tables.invoicePayments.by('invoice', id)),
  confirmation_secret: (account: Account, invoice: Stripe.Invoice) => {
    const secret = openPayment(account, invoice)?.intent.client_secret
    return secret ? { client_secret: secret, type: 'payment_intent' } : null
  },
}
