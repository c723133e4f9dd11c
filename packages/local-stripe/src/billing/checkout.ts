import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { invalid } from '../http/faults.ts'
import { idOf } from '../ids.ts'
import type { CheckoutDetails } from '../store/tables.ts'
import { attemptPayment } from './collect.ts'
import { couponAmount } from './discounts.ts'
import { confirmIntent } from './intents.ts'
import { priceFor } from './invoice-lines.ts'
import { createIntent } from './new-intent.ts'
import { priceIn } from './price-in.ts'
import { countUse, newDiscount } from './redeem.ts'
import { createSetup, succeedSetup } from './setup.ts'
import { startSubscription } from './subscribe.ts'

export function detailsOf(account: Account, session: Stripe.Checkout.Session): CheckoutDetails {
  const details = account.tables.checkoutDetails.get(session.id)
  if (!details) throw new Error(`Checkout session ${session.id} has lost its details.`)
  return details
}

/** A price as it is in the session's currency. */
export function pricedAs(
  account: Account,
  { currency = null }: Pick<CheckoutDetails, 'currency'>,
  id: string,
): Stripe.Price | undefined {
  const price = account.tables.prices.get(id)
  return price && priceIn(account, price, currency)
}

export interface SessionAmounts {
  subtotal: number
  discount: number
  total: number
}

/** What a session costs: once, and now; a trial is billed nothing now. */
export function amountsOf(
  account: Account,
  details: Pick<CheckoutDetails, 'lineItems' | 'coupon' | 'currency' | 'subscription'>,
): SessionAmounts {
  if (details.subscription.trialDays || details.subscription.trialEnd) {
    return { subtotal: 0, discount: 0, total: 0 }
  }
  const prices = details.lineItems.flatMap(({ price, quantity }) => {
    const found = pricedAs(account, details, price)
    return found ? [{ found, amount: priceFor(found, quantity) }] : []
  })
  const subtotal = prices.reduce((sum, { amount }) => sum + amount, 0)
  const coupon = account.tables.coupons.get(details.coupon ?? '')
  const currency = prices[0]?.found.currency ?? 'usd'
  const discount = coupon ? couponAmount(coupon, subtotal, currency) : 0
  return { subtotal, discount, total: subtotal - discount }
}

/** Brings the sums that a session shows in line with its items and its discount. */
export function updateAmounts(
  account: Account,
  session: Stripe.Checkout.Session,
): Stripe.Checkout.Session {
  const details = detailsOf(account, session)
  const { subtotal, discount, total } = amountsOf(account, details)
  return account.update(account.tables.checkoutSessions, session, {
    amount_subtotal: subtotal,
    amount_total: total,
    discounts: details.coupon
      ? [{ coupon: details.coupon, promotion_code: details.promotionCode }]
      : [],
    total_details: { amount_discount: discount, amount_shipping: 0, amount_tax: 0 },
  })
}

/** Throws unless the session can still be paid. */
export function requireOpen(session: Stripe.Checkout.Session): void {
  if (session.status === 'open') return
  throw invalid(
    session.status === 'expired'
      ? 'This Checkout Session has expired.'
      : 'This Checkout Session is already complete.',
    { code: 'checkout_session_not_open' },
  )
}

export function expireSession(account: Account, session: Stripe.Checkout.Session) {
  return account.update(
    account.tables.checkoutSessions,
    session,
    { status: 'expired', url: null },
    'checkout.session.expired',
  )
}

/**
 * Completes a session with a payment method that has passed every check, so that the money comes
 * (at once, or as a bank debit, later). The method belongs to the customer already.
 */
export function completeWith(
  account: Account,
  session: Stripe.Checkout.Session,
  customer: Stripe.Customer | null,
  method: Stripe.PaymentMethod | null,
): Stripe.Checkout.Session {
  if (session.mode === 'payment') return completePayment(account, session, customer, method)
  if (session.mode === 'setup') {
    return completeSetup(account, session, customer, method)
  }
  if (!customer) throw new Error('A subscription needs a customer.')
  return completeSubscription(account, session, customer, method)
}

function completeSetup(
  account: Account,
  session: Stripe.Checkout.Session,
  customer: Stripe.Customer | null,
  method: Stripe.PaymentMethod | null,
): Stripe.Checkout.Session {
  const intent = createSetup(account, { customer: customer?.id ?? null })
  if (method) succeedSetup(account, intent, method.id)
  return finish(account, session, customer, {
    payment_status: 'no_payment_required',
    setup_intent: intent.id,
  })
}

function completePayment(
  account: Account,
  session: Stripe.Checkout.Session,
  customer: Stripe.Customer | null,
  method: Stripe.PaymentMethod | null,
): Stripe.Checkout.Session {
  const details = detailsOf(account, session)
  const { total } = amountsOf(account, details)
  if (total === 0 || !method) {
    countUse(account, details)
    return finish(account, session, customer, { payment_status: 'no_payment_required' })
  }
  const intent = intentOf(account, session, customer)
  const settled = confirmIntent(account, intent, method, { confirmed: true })
  countUse(account, details)
  return finish(account, session, customer, {
    payment_intent: intent.id,
    payment_status: settled.status === 'succeeded' ? 'paid' : 'unpaid',
  })
}

/** The intent of a one-time payment: made at the first attempt, kept for the next ones. */
export function intentOf(
  account: Account,
  session: Stripe.Checkout.Session,
  customer: Stripe.Customer | null,
): Stripe.PaymentIntent {
  const details = detailsOf(account, session)
  const { total } = amountsOf(account, details)
  const known = account.tables.paymentIntents.get(details.paymentIntent ?? '')
  if (known) {
    const changes = { amount: total, customer: customer?.id ?? idOf(known.customer) }
    return account.update(account.tables.paymentIntents, known, changes)
  }
  const intent = createIntent(account, {
    amount: total,
    currency: session.currency ?? 'usd',
    customer: customer?.id ?? null,
    description: details.intent.description,
    metadata: details.intent.metadata,
    setupFutureUsage: details.intent.setupFutureUsage,
    paymentMethodTypes: session.payment_method_types,
  })
  account.put(account.tables.checkoutDetails, { ...details, paymentIntent: intent.id })
  return intent
}

function completeSubscription(
  account: Account,
  session: Stripe.Checkout.Session,
  customer: Stripe.Customer,
  method: Stripe.PaymentMethod | null,
): Stripe.Checkout.Session {
  const details = detailsOf(account, session)
  const now = account.nowFor(customer.id)
  const { trialDays, trialEnd, ...rest } = details.subscription
  const items = details.lineItems.flatMap(({ price, quantity }) => {
    const found = pricedAs(account, details, price)
    return found ? [{ price: found, quantity }] : []
  })
  const discounts = details.coupon
    ? [
        newDiscount(account, {
          coupon: details.coupon,
          promotionCode: details.promotionCode,
          customer: customer.id,
          checkoutSession: session.id,
        }),
      ]
    : []
  const { subscription, invoice } = startSubscription(account, {
    customer,
    items: items.filter(({ price }) => price.recurring !== null),
    trialEnd: trialDays ? now + trialDays * 86_400 : trialEnd,
    defaultPaymentMethod: method?.id ?? null,
    discounts,
    automaticTax: session.automatic_tax.enabled,
    ...rest,
  })
  const paid =
    invoice.status === 'open' && method
      ? attemptPayment(account, invoice, { method, confirmed: true })
      : invoice
  return finish(account, session, customer, {
    invoice: invoice.id,
    subscription: subscription.id,
    payment_status: statusOf(paid),
  })
}

const statusOf = (invoice: Stripe.Invoice): Stripe.Checkout.Session.PaymentStatus => {
  if (invoice.status !== 'paid') return 'unpaid'
  return invoice.amount_paid > 0 ? 'paid' : 'no_payment_required'
}

function finish(
  account: Account,
  session: Stripe.Checkout.Session,
  customer: Stripe.Customer | null,
  changes: Partial<Stripe.Checkout.Session>,
): Stripe.Checkout.Session {
  const done = account.update(account.tables.checkoutSessions, session, {
    ...changes,
    customer: customer?.id ?? null,
    customer_details: {
      address: customer?.address ?? null,
      business_name: null,
      email: customer?.email ?? session.customer_email,
      individual_name: null,
      name: customer?.name ?? null,
      phone: customer?.phone ?? null,
      tax_exempt: 'none',
      tax_ids: [],
    },
    status: 'complete',
    url: null,
  })
  account.emit('checkout.session.completed', done)
  return done
}
