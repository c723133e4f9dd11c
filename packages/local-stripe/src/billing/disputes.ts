import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { idOf, newId } from '../ids.ts'

/** The evidence that is given as text; files are not taken here. */
export const evidenceFields = [
  'access_activity_log',
  'billing_address',
  'cancellation_policy_disclosure',
  'cancellation_rebuttal',
  'customer_email_address',
  'customer_name',
  'customer_purchase_ip',
  'duplicate_charge_explanation',
  'duplicate_charge_id',
  'product_description',
  'refund_policy_disclosure',
  'refund_refusal_explanation',
  'service_date',
  'shipping_address',
  'shipping_carrier',
  'shipping_date',
  'shipping_tracking_number',
  'uncategorized_text',
] as const

const fileFields = [
  'cancellation_policy',
  'customer_communication',
  'customer_signature',
  'duplicate_charge_documentation',
  'receipt',
  'refund_policy',
  'service_documentation',
  'shipping_documentation',
  'uncategorized_file',
] as const

const noEvidence = {
  ...Object.fromEntries([...evidenceFields, ...fileFields].map((name) => [name, null])),
  enhanced_evidence: {},
} as unknown as Stripe.Dispute.Evidence

/** Days that the seller has to answer a dispute. */
const answerDays = 9

/** The holder's bank takes the payment back: the dispute, and the money withdrawn. */
export function openDispute(account: Account, charge: Stripe.Charge, reason: string) {
  const now = account.nowFor(idOf(charge.customer))
  account.update(account.tables.charges, charge, { disputed: true }, 'charge.updated')
  const dispute = account.create<Stripe.Dispute>(
    account.tables.disputes,
    {
      id: newId('du'),
      object: 'dispute',
      amount: charge.amount,
      balance_transactions: [],
      charge: charge.id,
      created: now,
      currency: charge.currency,
      enhanced_eligibility_types: [],
      evidence: noEvidence,
      evidence_details: {
        due_by: now + answerDays * 86_400,
        enhanced_eligibility: {},
        has_evidence: false,
        past_due: false,
        submission_count: 0,
        submission_method: 'not_submitted',
      },
      intended_submission_method: null,
      is_charge_refundable: false,
      livemode: false,
      metadata: {},
      network_reason_code: reason === 'fraudulent' ? '10.4' : '13.1',
      payment_intent: idOf(charge.payment_intent),
      payment_method_details: {
        card: {
          brand: charge.payment_method_details?.card?.brand ?? 'visa',
          case_type: 'chargeback',
          network: charge.payment_method_details?.card?.brand ?? 'visa',
          network_reason_code: reason === 'fraudulent' ? '10.4' : '13.1',
        },
        type: 'card',
      },
      reason,
      status: 'needs_response',
    },
    'charge.dispute.created',
  )
  account.emit('charge.dispute.funds_withdrawn', dispute)
  return dispute
}

/** The bank's decision. Money comes back only if it is won. */
export function closeDispute(account: Account, dispute: Stripe.Dispute, status: 'won' | 'lost') {
  const closed = account.update(account.tables.disputes, dispute, { status })
  account.emit('charge.dispute.closed', closed, { status: dispute.status })
  if (status === 'won') account.emit('charge.dispute.funds_reinstated', closed)
  return closed
}

/** Stripe's test rule: the text of the evidence decides. Anything else stays under review. */
export function verdictOn(evidence: Stripe.Dispute.Evidence): 'won' | 'lost' | null {
  if (evidence.uncategorized_text === 'winning_evidence') return 'won'
  if (evidence.uncategorized_text === 'losing_evidence') return 'lost'
  return null
}
