import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { idOf } from '../ids.ts'
import type { Decline } from './cards.ts'
import { recordCharge, settleCharge } from './charges.ts'
import { declineMembers } from './declines.ts'
import { openDispute } from './disputes.ts'
import { cardBehind } from './payment-methods.ts'

export interface ConfirmOptions {
  /** The customer is not there to confirm anything. */
  offSession?: boolean
  /** The holder has confirmed this payment, or set the card up for later ones. */
  confirmed?: boolean
}

const isConfirmed = (account: Account, method: Stripe.PaymentMethod): boolean =>
  cardBehind(account, method.id)?.confirmation === 'until_set_up' &&
  (account.tables.cardsOnFile.get(method.id)?.confirmed ?? false)

/**
 * Tries to take the money with a payment method. The answer's status tells what came of it:
 * `succeeded`, `processing` (a bank debit, settled later), `requires_action` (the holder must
 * confirm) or `requires_payment_method` (declined; see `last_payment_error`).
 */
export function confirmIntent(
  account: Account,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  { offSession = false, confirmed = isConfirmed(account, method) }: ConfirmOptions = {},
): Stripe.PaymentIntent {
  const card = cardBehind(account, method.id)
  if (method.type !== 'card' || !card) return startProcessing(account, intent, method)
  const mustConfirm = card.confirmation !== 'never' && !confirmed
  if (mustConfirm && offSession) {
    return refuseIntent(account, intent, method, {
      code: 'authentication_required',
      declineCode: 'authentication_required',
      message: 'Your card was declined. This transaction requires authentication.',
    })
  }
  if (mustConfirm) return askForConfirmation(account, intent, method)
  if (card.refusedAtCharge) return refuseIntent(account, intent, method, card.refusedAtCharge)
  return succeedIntent(account, intent, method)
}

/** The holder has answered the bank's question. */
export function answerConfirmation(
  account: Account,
  intent: Stripe.PaymentIntent,
  confirmed: boolean,
): Stripe.PaymentIntent {
  const method = account.tables.paymentMethods.get(idOf(intent.payment_method) ?? '')
  if (!method) return intent
  if (!confirmed) {
    return failIntent(account, intent, method, {
      code: 'payment_intent_authentication_failure',
      message:
        'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
    })
  }
  if (intent.setup_future_usage === 'off_session') confirmCard(account, method.id)
  return succeedIntent(account, intent, method)
}

/** From now on the card may be charged without its holder. */
export function confirmCard(account: Account, method: string): void {
  const onFile = account.tables.cardsOnFile.get(method)
  if (onFile) account.put(account.tables.cardsOnFile, { ...onFile, confirmed: true })
}

/** A bank debit has come through, or has not. */
export function settleIntent(
  account: Account,
  intent: Stripe.PaymentIntent,
  succeeded: boolean,
): Stripe.PaymentIntent {
  const method = account.tables.paymentMethods.get(idOf(intent.payment_method) ?? '')
  const charge = account.tables.charges.get(idOf(intent.latest_charge) ?? '')
  if (!method || !charge) return intent
  if (succeeded) {
    settleCharge(account, charge, null)
    return markSucceeded(account, intent, charge.id)
  }
  const decline: Decline = {
    code: 'payment_intent_payment_attempt_failed',
    message: 'The customer’s bank could not debit the account.',
  }
  settleCharge(account, charge, decline)
  return failIntent(account, intent, method, decline, charge.id)
}

function succeedIntent(
  account: Account,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
): Stripe.PaymentIntent {
  const charge = recordCharge(account, intent, method, { outcome: 'succeeded' })
  const paid = markSucceeded(account, { ...intent, payment_method: method.id }, charge.id)
  const reason = cardBehind(account, method.id)?.disputeReason
  if (reason) account.later(() => openDispute(account, charge, reason))
  return paid
}

function markSucceeded(account: Account, intent: Stripe.PaymentIntent, charge: string) {
  return account.update(
    account.tables.paymentIntents,
    intent,
    {
      amount_received: intent.amount,
      last_payment_error: null,
      latest_charge: charge,
      next_action: null,
      processing: null,
      status: 'succeeded',
    },
    'payment_intent.succeeded',
  )
}

function refuseIntent(
  account: Account,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  decline: Decline,
): Stripe.PaymentIntent {
  const charge = recordCharge(account, intent, method, { outcome: 'failed', decline })
  return failIntent(account, intent, method, decline, charge.id)
}

function failIntent(
  account: Account,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  decline: Decline,
  charge?: string,
): Stripe.PaymentIntent {
  const failed = account.update(account.tables.paymentIntents, intent, {
    last_payment_error: {
      ...declineMembers(decline),
      ...(charge ? { charge } : {}),
      message: decline.message,
      payment_method: method,
      type: 'card_error',
    } as Stripe.PaymentIntent.LastPaymentError,
    latest_charge: charge ?? intent.latest_charge,
    next_action: null,
    payment_method: null,
    processing: null,
    status: 'requires_payment_method',
  })
  account.emit('payment_intent.payment_failed', failed)
  return failed
}

function askForConfirmation(
  account: Account,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
): Stripe.PaymentIntent {
  return account.update(
    account.tables.paymentIntents,
    intent,
    {
      next_action: {
        redirect_to_url: { return_url: null, url: `${account.publicBase}/confirm/${intent.id}` },
        type: 'redirect_to_url',
      },
      payment_method: method.id,
      status: 'requires_action',
    },
    'payment_intent.requires_action',
  )
}

function startProcessing(
  account: Account,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
): Stripe.PaymentIntent {
  const charge = recordCharge(account, intent, method, { outcome: 'pending' })
  return account.update(
    account.tables.paymentIntents,
    intent,
    { latest_charge: charge.id, payment_method: method.id, status: 'processing' },
    'payment_intent.processing',
  )
}

export function cancelIntent(
  account: Account,
  intent: Stripe.PaymentIntent,
  reason: Stripe.PaymentIntent.CancellationReason,
): Stripe.PaymentIntent {
  if (intent.status === 'succeeded' || intent.status === 'canceled') return intent
  return account.update(
    account.tables.paymentIntents,
    intent,
    {
      canceled_at: account.nowFor(idOf(intent.customer)),
      cancellation_reason: reason,
      next_action: null,
      status: 'canceled',
    },
    'payment_intent.canceled',
  )
}
