import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { detailsOf, updateAmounts } from '../billing/checkout.ts'
import { confirmPayment, payByCard, payByDebit, payNothing } from '../billing/checkout-pay.ts'
import { redeemByName } from '../billing/redeemable.ts'
import { Fault } from '../http/faults.ts'
import { keeping } from '../http/keeping.ts'
import { idOf } from '../ids.ts'
import { checkoutPage, closedPage, confirmPage, type Typed } from './checkout-page.ts'
import { type Fields, fieldsOf, notHere } from './fields.ts'
import { sendPage } from './layout.ts'

type Session = Stripe.Checkout.Session

/** The checkout: `/c/pay/:id`, and what its forms do. */
export function checkoutRoutes(app: FastifyInstance, account: Account): void {
  app.get('/c/pay/:id', async (request, reply) => {
    const session = sessionOf(account, request)
    return session ? show(account, reply, session) : notHere(reply)
  })

  /** Each form changes the session and goes on, or comes back with what was typed and what is wrong. */
  const form = (path: string, act: (session: Session, fields: Fields) => Session) =>
    app.post(path, async (request, reply) => {
      const session = sessionOf(account, request)
      if (!session) return notHere(reply)
      // Somebody who pressed twice has paid once, and goes where the first press led.
      if (session.status === 'complete') return goOn(reply, session)
      const fields = fieldsOf(request)
      const { fill, number, email, name, country, postal_code: postalCode } = fields
      const typed = { number, email, name, country, postalCode }
      if (fill) return show(account, reply, session, { ...typed, number: fill })
      try {
        return goOn(
          reply,
          keeping(account, () => act(session, fields)),
        )
      } catch (error) {
        if (!(error instanceof Fault)) throw error
        const now = account.tables.checkoutSessions.get(session.id) ?? session
        return show(account, reply, now, typed, error.message)
      }
    })

  form('/c/pay/:id', (session, fields) => {
    const { action, number, email, name, country, postal_code: postalCode } = fields
    const payer = { email, name, country, postalCode }
    if (action === 'bank_debit') return payByDebit(account, session, payer)
    if (action === 'start') return payNothing(account, session, payer)
    return payByCard(account, session, number ?? '', payer)
  })
  form('/c/pay/:id/confirm', (session, { outcome }) =>
    confirmPayment(account, session, outcome === 'succeed'),
  )
  form('/c/pay/:id/promotion', (session, { promotion_code }) =>
    applyPromotion(account, session, promotion_code ?? ''),
  )
}

const sessionOf = (account: Account, request: FastifyRequest): Session | undefined =>
  account.tables.checkoutSessions.get((request.params as { id: string }).id)

function show(
  account: Account,
  reply: FastifyReply,
  session: Session,
  typed: Typed = {},
  error?: string,
) {
  if (session.status !== 'open') {
    return sendPage(
      reply,
      'Checkout',
      closedPage(session),
      session.status === 'expired' ? 410 : 200,
    )
  }
  if (detailsOf(account, session).waitingFor) {
    return sendPage(reply, 'Confirm the payment', confirmPage(session))
  }
  return sendPage(
    reply,
    'Checkout',
    checkoutPage(account, session, typed, error),
    error ? 402 : 200,
  )
}

/** Back to the seller when it is done, else on with the checkout. */
const goOn = (reply: FastifyReply, session: Session) =>
  session.status === 'complete' && session.success_url
    ? reply.redirect(session.success_url.replaceAll('{CHECKOUT_SESSION_ID}', session.id), 303)
    : reply.redirect(`/c/pay/${session.id}`, 303)

/** Puts a typed promotion code to the session, or takes it off again. */
function applyPromotion(account: Account, session: Session, code: string): Session {
  if (!session.allow_promotion_codes) return session
  const details = detailsOf(account, session)
  const found = code === '' ? null : redeemByName(account, code, idOf(session.customer))
  account.put(account.tables.checkoutDetails, {
    ...details,
    coupon: found?.coupon ?? null,
    promotionCode: found?.promotionCode ?? null,
  })
  return updateAmounts(account, session)
}
