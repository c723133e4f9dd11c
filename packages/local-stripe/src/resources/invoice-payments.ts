import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { inRange, page, paging, range } from '../http/pages.ts'
import { hash, type Input, oneOf, required, shape, text } from '../http/params.ts'
import { get, idIn, nothing } from '../http/route.ts'
import { find } from '../store/find.ts'

const listInput = shape<Stripe.InvoicePaymentListParams>()({
  ...paging,
  created: range(),
  invoice: text(),
  payment: hash(
    shape<Stripe.InvoicePaymentListParams.Payment>()({
      payment_intent: text(),
      type: required(oneOf('payment_intent')),
    }),
  ),
  status: oneOf('canceled', 'open', 'paid'),
})

export const invoicePaymentRoutes = [
  get('/v1/invoice_payments', listInput, listInvoicePayments),
  get('/v1/invoice_payments/:id', nothing, (account, _, ids) =>
    find(account.tables.invoicePayments, 'invoice_payment', idIn(ids)),
  ),
]

function listInvoicePayments(account: Account, input: Input<typeof listInput>) {
  const { invoicePayments } = account.tables
  const intent = input.payment?.payment_intent
  return page(
    invoicePayments,
    input,
    '/v1/invoice_payments',
    (payment) =>
      (input.invoice === undefined || payment.invoice === input.invoice) &&
      (intent === undefined || payment.payment.payment_intent === intent) &&
      (input.status === undefined || payment.status === input.status) &&
      inRange(input.created, payment.created),
    intent === undefined ? undefined : invoicePayments.by('payment_intent', intent),
  )
}
