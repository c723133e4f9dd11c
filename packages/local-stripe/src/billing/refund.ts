import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { invalid } from '../http/faults.ts'
import { idOf, newId } from '../ids.ts'
import { formatAmount } from './money.ts'

export interface RefundOptions {
  /** In the minor unit; all that is left of the charge when it is not given. */
  amount?: number
  reason?: Stripe.Refund.Reason | null
  metadata?: Record<string, string>
}

/** Gives money of a charge back: once or in parts, never more than was taken. */
export function refundCharge(
  account: Account,
  charge: Stripe.Charge,
  { amount, reason = null, metadata = {} }: RefundOptions,
): Stripe.Refund {
  const left = charge.amount_captured - charge.amount_refunded
  const given = amount ?? left
  refuseRefund(charge, given, left)
  const refund = account.create<Stripe.Refund>(
    account.tables.refunds,
    {
      id: newId('re'),
      object: 'refund',
      amount: given,
      balance_transaction: null,
      charge: charge.id,
      created: account.nowFor(idOf(charge.customer)),
      currency: charge.currency,
      customer: idOf(charge.customer),
      customer_account: null,
      destination_details: {
        card: {
          reference_status: 'pending',
          reference_type: 'acquirer_reference_number',
          type: 'refund',
        },
        type: 'card',
      },
      metadata,
      payment_intent: idOf(charge.payment_intent),
      payment_method: charge.payment_method,
      reason,
      receipt_number: null,
      source_transfer_reversal: null,
      status: 'succeeded',
      transfer_reversal: null,
    },
    'refund.created',
  )
  account.update(
    account.tables.charges,
    charge,
    {
      amount_refunded: charge.amount_refunded + given,
      refunded: given === left,
    },
    'charge.refunded',
  )
  return refund
}

function refuseRefund(charge: Stripe.Charge, given: number, left: number): void {
  if (charge.status !== 'succeeded') {
    throw invalid(`Charge ${charge.id} is not successful, so it cannot be refunded.`, {
      code: 'charge_not_refundable',
    })
  }
  if (charge.disputed) {
    throw invalid(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    })
  }
  if (left === 0) {
    throw invalid(`Charge ${charge.id} has already been refunded.`, {
      code: 'charge_already_refunded',
    })
  }
  if (given <= left) return
  const text = (amount: number) => formatAmount(amount, charge.currency)
  throw invalid(
    `Refund amount (${text(given)}) is greater than unrefunded amount on charge (${text(left)})`,
    { param: 'amount' },
  )
}
