import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { idOf, newId } from '../ids.ts'
import type { Decline } from './cards.ts'

interface Result {
  outcome: 'succeeded' | 'failed' | 'pending'
  decline?: Decline
}

/** One try to take money, successful or not, with its event. */
export function recordCharge(
  account: Account,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  { outcome, decline }: Result,
): Stripe.Charge {
  const failed = outcome === 'failed'
  const id = newId(method.type === 'card' ? 'ch' : 'py')
  const charge: Stripe.Charge = {
    id,
    object: 'charge',
    amount: intent.amount,
    amount_captured: failed ? 0 : intent.amount,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: {
      ...method.billing_details,
      tax_id: method.billing_details.tax_id ?? null,
    },
    calculated_statement_descriptor: 'LOCAL TEST',
    captured: !failed,
    created: account.nowFor(idOf(intent.customer)),
    currency: intent.currency,
    customer: idOf(intent.customer),
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: outcomeOf(outcome, decline),
    paid: !failed,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: detailsOf(method),
    radar_options: {},
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: failed ? null : `${account.publicBase}/receipt/${id}`,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: outcome,
    transfer_data: null,
    transfer_group: null,
  }
  return account.create(account.tables.charges, charge, `charge.${outcome}`)
}

const outcomeOf = (outcome: Result['outcome'], decline?: Decline): Stripe.Charge.Outcome => ({
  advice_code: (decline?.adviceCode as Stripe.Charge.Outcome.AdviceCode) ?? null,
  network_advice_code: null,
  network_decline_code: null,
  network_status: outcome === 'failed' ? 'declined_by_network' : 'approved_by_network',
  reason: decline?.declineCode ?? decline?.code ?? null,
  risk_level: 'normal',
  risk_score: 7,
  seller_message:
    outcome === 'failed'
      ? 'The bank did not return any further details with this decline.'
      : 'Payment complete.',
  type: outcome === 'failed' ? 'issuer_declined' : 'authorized',
})

function detailsOf(method: Stripe.PaymentMethod): Stripe.Charge.PaymentMethodDetails {
  const { card, type } = method
  if (!card) return { type }
  return {
    card: {
      brand: card.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: card.country,
      exp_month: card.exp_month,
      exp_year: card.exp_year,
      fingerprint: card.fingerprint,
      funding: card.funding,
      last4: card.last4,
      network: card.brand,
      three_d_secure: null,
      wallet: null,
    } as Stripe.Charge.PaymentMethodDetails.Card,
    type,
  }
}

/** What became of a charge that was pending. */
export function settleCharge(account: Account, charge: Stripe.Charge, decline: Decline | null) {
  if (!decline) {
    return account.update(
      account.tables.charges,
      charge,
      { status: 'succeeded', paid: true },
      'charge.succeeded',
    )
  }
  return account.update(
    account.tables.charges,
    charge,
    {
      status: 'failed',
      paid: false,
      captured: false,
      amount_captured: 0,
      failure_code: decline.code,
      failure_message: decline.message,
      outcome: outcomeOf('failed', decline),
    },
    'charge.failed',
  )
}
