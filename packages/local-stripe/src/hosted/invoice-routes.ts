import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { testCard } from '../billing/cards.ts'
import { attemptPayment, openPayment, refuseUnpaid } from '../billing/collect.ts'
import { newCard } from '../billing/payment-methods.ts'
import { cardError, Fault } from '../http/faults.ts'
import { keeping } from '../http/keeping.ts'
import { fieldsOf, notHere } from './fields.ts'
import { invoicePage } from './invoice-page.ts'
import { sendPage } from './layout.ts'

/** The hosted invoice: `/invoice/:id`, where an open one can be paid. */
export function invoiceRoutes(app: FastifyInstance, account: Account): void {
  const invoiceOf = (request: FastifyRequest) => {
    const invoice = account.tables.invoices.get((request.params as { id: string }).id)
    return invoice && invoice.status !== 'draft' ? invoice : undefined
  }
  const show = (reply: FastifyReply, invoice: Stripe.Invoice, number?: string, error?: string) => {
    const intent = openPayment(account, invoice)?.intent
    const waiting = intent?.status === 'requires_action' ? intent.id : undefined
    const page = invoicePage(invoice, { number, error, waiting })
    return sendPage(reply, `Invoice ${invoice.number ?? ''}`, page, error ? 402 : 200)
  }

  const view = async (request: FastifyRequest, reply: FastifyReply) => {
    const invoice = invoiceOf(request)
    return invoice ? show(reply, invoice) : notHere(reply)
  }
  app.get('/invoice/:id', view)
  app.get('/invoice/:id/pdf', view)

  app.post('/invoice/:id', async (request, reply) => {
    const invoice = invoiceOf(request)
    if (!invoice) return notHere(reply)
    const { fill, number } = fieldsOf(request)
    if (fill || invoice.status !== 'open') return show(reply, invoice, fill)
    try {
      keeping(account, () => pay(account, invoice, number ?? ''))
      return reply.redirect(`/invoice/${invoice.id}`, 303)
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      const next = openPayment(account, invoice)?.intent
      if (next?.status === 'requires_action') {
        return reply.redirect(`/confirm/${next.id}?back=/invoice/${invoice.id}`, 303)
      }
      return show(reply, invoice, number, error.message)
    }
  })
}

function pay(account: Account, invoice: Stripe.Invoice, number: string): void {
  const card = testCard(number)
  if (!card) {
    throw cardError('Your card number is incorrect. Only test cards work here.', {
      code: 'incorrect_number',
    })
  }
  const method = newCard(account, card, { billing: { email: invoice.customer_email } })
  refuseUnpaid(account, attemptPayment(account, invoice, { method }))
}
