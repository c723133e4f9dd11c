import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { invalid, missing } from '../http/faults.ts'
import { idOf } from '../ids.ts'
import { afterSettlement } from './collect.ts'
import { answerConfirmation, settleIntent } from './intents.ts'
import { attach } from './payment-methods.ts'
import { answerSetup } from './setup.ts'

/** The holder's answer to the bank's question about an intent, and all that follows from it. */
export function settleAnswer(
  account: Account,
  id: string,
  confirmed: boolean,
): Stripe.PaymentIntent | Stripe.SetupIntent {
  const setup = account.tables.setupIntents.get(id)
  if (setup) return answerSetup(account, setup, confirmed)
  const intent = account.tables.paymentIntents.get(id)
  if (!intent) throw missing('payment_intent', id)
  if (intent.status !== 'requires_action') {
    throw invalid('This PaymentIntent is not waiting for a confirmation.')
  }
  const method = idOf(intent.payment_method)
  const settled = answerConfirmation(account, intent, confirmed)
  const customer = idOf(settled.customer)
  if (settled.status === 'succeeded' && settled.setup_future_usage && customer && method) {
    attach(account, method, customer)
  }
  afterSettlement(account, settled)
  return settled
}

/** The end of a bank debit that is on its way, and all that follows from it. */
export function settleProcessing(
  account: Account,
  id: string,
  succeeded: boolean,
): Stripe.PaymentIntent {
  const intent = account.tables.paymentIntents.get(id)
  if (!intent) throw missing('payment_intent', id)
  if (intent.status !== 'processing') {
    throw invalid('This PaymentIntent has no bank debit on its way.')
  }
  const settled = settleIntent(account, intent, succeeded)
  afterSettlement(account, settled)
  return settled
}
