import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { detailsOf } from '../billing/checkout.ts'
import { confirmPayment, payByCard, payByDebit } from '../billing/checkout-pay.ts'
import { redeemByName } from '../billing/redeemable.ts'
import { keeping } from '../doors.ts'
import { Fault } from '../http/faults.ts'
import { decodeForm } from '../http/form.ts'
import { idOf } from '../ids.ts'
import { checkoutPage, closedPage, confirmPage, type Typed } from './checkout-page.ts'
import { html } from './html.ts'
import { sendPage } from './layout.ts'
import { actInPortal } from './portal-actions.ts'
import { portalPage } from './portal-page.ts'

export interface HostedOptions {
  account: Account
  catchUp: () => void
}

/** The pages that a customer is sent to: checkout and portal. Plain forms, no scripts. */
export async function hosted(app: FastifyInstance, { account, catchUp }: HostedOptions) {
  app.addHook('onRequest', async () => catchUp())
  const sessionOf = (request: FastifyRequest) =>
    account.tables.checkoutSessions.get((request.params as { id: string }).id)

  const showCheckout = (
    reply: FastifyReply,
    session: Stripe.Checkout.Session,
    typed: Typed = {},
    error?: string,
  ) => {
    if (session.status !== 'open') {
      return sendPage(reply, 'Checkout', closedPage(session), 410)
    }
    if (detailsOf(account, session).waitingFor) {
      return sendPage(reply, 'Confirm the payment', confirmPage(session))
    }
    const page = checkoutPage(account, session, typed, error)
    return sendPage(reply, 'Checkout', page, error ? 402 : 200)
  }

  /** Where the customer goes on: back to the seller when it is paid, else on with the checkout. */
  const goOn = (reply: FastifyReply, session: Stripe.Checkout.Session) =>
    session.status === 'complete' && session.success_url
      ? reply.redirect(session.success_url.replaceAll('{CHECKOUT_SESSION_ID}', session.id), 303)
      : reply.redirect(`/c/pay/${session.id}`, 303)

  app.get('/c/pay/:id', async (request, reply) => {
    const session = sessionOf(request)
    return session ? showCheckout(reply, session) : notHere(reply)
  })

  app.post('/c/pay/:id', async (request, reply) => {
    const session = sessionOf(request)
    if (!session) return notHere(reply)
    const { action, fill, number, email, name } = fields(request)
    if (fill) return showCheckout(reply, session, { number: fill, email, name })
    try {
      const payer = { email, name }
      const paid = keeping(account, () =>
        action === 'bank_debit'
          ? payByDebit(account, session, payer)
          : payByCard(account, session, number ?? '', payer),
      )
      return goOn(reply, paid)
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      return showCheckout(reply, session, { number, email, name }, error.message)
    }
  })

  app.post('/c/pay/:id/confirm', async (request, reply) => {
    const session = sessionOf(request)
    if (!session) return notHere(reply)
    try {
      const outcome = fields(request).outcome === 'succeed'
      return goOn(
        reply,
        keeping(account, () => confirmPayment(account, session, outcome)),
      )
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      return showCheckout(reply, session, {}, error.message)
    }
  })

  app.post('/c/pay/:id/promotion', async (request, reply) => {
    const session = sessionOf(request)
    if (!session) return notHere(reply)
    try {
      account.transaction(() =>
        applyPromotion(account, session, fields(request).promotion_code ?? ''),
      )
      return goOn(reply, session)
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      return showCheckout(reply, session, {}, error.message)
    }
  })

  const portalOf = (request: FastifyRequest) => {
    const { key } = request.params as { key: string }
    const url = `${account.publicBase}/p/session/${key}`
    return account.tables.portalSessions.by('url', url).at(0)
  }
  const portal = async (request: FastifyRequest, reply: FastifyReply) => {
    const session = portalOf(request)
    const known = account.tables.customers.get(session?.customer ?? '')
    if (!session || !known) return notHere(reply)
    const outcome = request.method === 'POST' ? actInPortal(account, known, fields(request)) : {}
    const customer = account.tables.customers.get(known.id) ?? known
    const path = request.url.split('?')[0] ?? ''
    const page = portalPage(account, {
      customer,
      path,
      returnUrl: session.return_url,
      ...outcome,
    })
    return sendPage(reply, 'Billing', page, outcome.error ? 402 : 200)
  }
  app.get('/p/session/:key', portal)
  app.post('/p/session/:key', portal)
}

const fields = (request: FastifyRequest): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(decodeForm(typeof request.body === 'string' ? request.body : '')).flatMap(
      ([name, value]) => (typeof value === 'string' ? [[name, value]] : []),
    ),
  )

const notHere = (reply: FastifyReply) =>
  sendPage(
    reply,
    'Not found',
    html`<section><h1>There is nothing here</h1><p>The link may be old. Go back to the shop and start again.</p></section>`,
    404,
  )

/** Puts a typed promotion code to the session, or takes it off again. */
function applyPromotion(account: Account, session: Stripe.Checkout.Session, code: string): void {
  const details = detailsOf(account, session)
  const found = code === '' ? null : redeemByName(account, code, idOf(session.customer))
  account.put(account.tables.checkoutDetails, {
    ...details,
    coupon: found?.coupon ?? null,
    promotionCode: found?.promotionCode ?? null,
  })
}
