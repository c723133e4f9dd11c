import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { checkEmail } from '../http/email.ts'
import { cardError, invalid } from '../http/faults.ts'
import { idOf, randomText } from '../ids.ts'
import { type Decline, type TestCard, testCard } from './cards.ts'
import { amountsOf, completeWith, detailsOf, intentOf, requireOpen } from './checkout.ts'
import { declineMembers } from './declines.ts'
import { confirmCard, confirmIntent } from './intents.ts'
import { newCustomer } from './new-customer.ts'
import { createIntent } from './new-intent.ts'
import { attach, newCard } from './payment-methods.ts'
import { settleProcessing } from './settle.ts'

export interface Payer {
  email?: string
  name?: string
  /** Two letters. */
  country?: string
  postalCode?: string
}

/**
 * What the hosted page's pay button does with a card. The session comes back complete, or still
 * open while the holder is asked to confirm; a declined card is Stripe's card error.
 */
export function payByCard(
  account: Account,
  session: Stripe.Checkout.Session,
  number: string,
  payer: Payer = {},
): Stripe.Checkout.Session {
  requireOpen(session)
  const card = testCard(number)
  if (!card) {
    throw cardError('Your card number is incorrect. Only test cards work here.', {
      code: 'incorrect_number',
      param: 'number',
    })
  }
  const decline = declineOf(account, session, card)
  if (decline) throw refuse(account, session, card, decline)
  const customer = customerOf(account, session, payer)
  const method = newCard(account, card, {
    billing: {
      ...{ email: payer.email ?? customer?.email, name: payer.name },
      address: addressOf(payer),
    },
  })
  if (card.confirmation === 'never') return complete(account, session, customer, method.id)
  const details = detailsOf(account, session)
  account.put(account.tables.checkoutDetails, { ...details, waitingFor: method.id })
  return account.put(account.tables.checkoutSessions, {
    ...session,
    customer: customer?.id ?? session.customer,
  })
}

/** The holder's answer to the bank's question, after `payByCard` left the session open. */
export function confirmPayment(
  account: Account,
  session: Stripe.Checkout.Session,
  confirmed: boolean,
): Stripe.Checkout.Session {
  requireOpen(session)
  const details = detailsOf(account, session)
  const method = details.waitingFor
  if (!method) throw invalid('This Checkout Session is not waiting for a confirmation.')
  account.put(account.tables.checkoutDetails, { ...details, waitingFor: null })
  if (!confirmed) {
    throw cardError(
      'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
      { code: 'payment_intent_authentication_failure' },
    )
  }
  confirmCard(account, method)
  const customer = account.tables.customers.get(idOf(session.customer) ?? '') ?? null
  return complete(account, session, customer, method)
}

/** A session that costs nothing now and collects no payment method. */
export function payNothing(
  account: Account,
  session: Stripe.Checkout.Session,
  payer: Payer = {},
): Stripe.Checkout.Session {
  requireOpen(session)
  const { total } = amountsOf(account, detailsOf(account, session))
  if (total > 0 || session.payment_method_collection === 'always') {
    throw invalid('This Checkout Session needs a payment method.')
  }
  return completeWith(account, session, customerOf(account, session, payer), null)
}

const debitTypes: Readonly<Record<string, 'sepa_debit' | 'us_bank_account' | 'bacs_debit'>> = {
  eur: 'sepa_debit',
  usd: 'us_bank_account',
  gbp: 'bacs_debit',
}

/** The bank debit that a session's currency has, if the session takes it. */
export const debitTypeOf = (session: Stripe.Checkout.Session) => {
  const type = debitTypes[session.currency ?? '']
  return type && session.payment_method_types.includes(type) ? type : undefined
}

/** Pays by bank debit: the session completes unpaid; the money comes, or not, when it is settled. */
export function payByDebit(
  account: Account,
  session: Stripe.Checkout.Session,
  payer: Payer = {},
): Stripe.Checkout.Session {
  requireOpen(session)
  const type = debitTypeOf(session)
  if (!type) throw invalid('This Checkout Session does not take bank debits.')
  const customer = customerOf(account, session, payer)
  const card = newCard(account, { number: '', brand: 'visa', label: '', confirmation: 'never' })
  const { card: _, ...base } = card
  account.put(account.tables.paymentMethods, {
    ...base,
    type,
    [type]: { last4: '6789', fingerprint: `local${randomText(11)}`, bank_name: 'LOCAL TEST BANK' },
  })
  return complete(account, session, customer, card.id)
}

/**
 * Brings a bank debit to its end: that of the checkout, told by `checkout.session.async_payment_…`, or
 * that of a later invoice of its subscription.
 */
export function settleDebit(
  account: Account,
  session: Stripe.Checkout.Session,
  succeeded: boolean,
): Stripe.Checkout.Session {
  const own = idOf(session.payment_intent) ?? intentIdOf(account, idOf(session.invoice))
  const subscription = account.tables.subscriptions.get(idOf(session.subscription) ?? '')
  const latest = intentIdOf(account, idOf(subscription?.latest_invoice))
  const onItsWay = [own, latest].find(
    (id) => account.tables.paymentIntents.get(id ?? '')?.status === 'processing',
  )
  if (session.status !== 'complete' || !onItsWay) {
    throw invalid('This Checkout Session has no bank debit on its way.')
  }
  settleProcessing(account, onItsWay, succeeded)
  if (onItsWay !== own) return session
  const after = succeeded
    ? account.update(account.tables.checkoutSessions, session, { payment_status: 'paid' })
    : session
  account.emit(
    succeeded
      ? 'checkout.session.async_payment_succeeded'
      : 'checkout.session.async_payment_failed',
    after,
  )
  return after
}

const intentIdOf = (account: Account, invoice: string | null): string | null =>
  idOf(account.tables.invoicePayments.by('invoice', invoice ?? '').at(-1)?.payment.payment_intent)

/** Why this card cannot pay this session: a set-up that charges nothing fails only at set-up. */
function declineOf(
  account: Account,
  session: Stripe.Checkout.Session,
  card: TestCard,
): Decline | undefined {
  const { total } = amountsOf(account, detailsOf(account, session))
  return card.refusedAtSetup ?? (total > 0 ? card.refusedAtCharge : undefined)
}

/** The failed attempt goes on record; the answer is the card error. */
function refuse(
  account: Account,
  session: Stripe.Checkout.Session,
  card: TestCard,
  decline: Decline,
) {
  const { total } = amountsOf(account, detailsOf(account, session))
  const customer = account.tables.customers.get(idOf(session.customer) ?? '') ?? null
  if (total === 0) return cardError(decline.message, declineMembers(decline))
  const intent =
    session.mode === 'payment'
      ? intentOf(account, session, customer)
      : createIntent(account, {
          amount: total,
          currency: session.currency ?? 'usd',
          customer: customer?.id ?? null,
          description: 'Subscription creation',
        })
  const failed = confirmIntent(account, intent, newCard(account, card), { confirmed: true })
  return cardError(decline.message, { ...declineMembers(decline), payment_intent: failed })
}

/** The session's customer; made from what the payer typed where the session has none. */
function customerOf(
  account: Account,
  session: Stripe.Checkout.Session,
  payer: Payer,
): Stripe.Customer | null {
  const known = account.tables.customers.get(idOf(session.customer) ?? '')
  const address = addressOf(payer)
  if (known) {
    const keeps = address && detailsOf(account, session).keepsAddress
    return keeps
      ? account.update(account.tables.customers, known, { address }, 'customer.updated')
      : known
  }
  if (session.mode === 'payment' && session.customer_creation !== 'always') return null
  const email = session.customer_email ?? payer.email ?? null
  checkEmail(email)
  return newCustomer(account, { address, email, name: payer.name ?? null })
}

const addressOf = ({ country, postalCode }: Payer): Stripe.Address | null =>
  country
    ? {
        city: null,
        country: country.toUpperCase(),
        line1: null,
        line2: null,
        postal_code: postalCode || null,
        state: null,
      }
    : null

function complete(
  account: Account,
  session: Stripe.Checkout.Session,
  customer: Stripe.Customer | null,
  methodId: string,
): Stripe.Checkout.Session {
  const keeps =
    session.mode !== 'payment' || detailsOf(account, session).intent.setupFutureUsage !== undefined
  if (customer && keeps) attach(account, methodId, customer.id)
  const method = account.tables.paymentMethods.get(methodId) ?? null
  return completeWith(account, session, customer, method)
}
