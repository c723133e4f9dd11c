import type { StripeEvent } from './stripe-event.ts'

/**
 * What is to be fetched again because of an event: "customer:<id>", "plans", or, for objects that do
 * not name their customer, "charge:<id>" or "payment_intent:<id>".
 */
export type Subject =
  | `customer:${string}`
  | `charge:${string}`
  | `payment_intent:${string}`
  | 'plans'

/** Of these kinds of event some change what a customer may watch. */
const customerEvents =
  /^(checkout\.session|customer\.subscription|invoice|charge|refund|payment_intent)\.|^customer\.deleted$/
/** Frequent ones of those kinds that never do. */
const idle = new Set([
  'customer.subscription.trial_will_end',
  'invoice.created',
  'invoice.upcoming',
  'invoice.will_be_due',
  'payment_intent.created',
])
const planEvents = /^(product|price)\./

/** What Stripe is asked to send: every event of those kinds that changes something. */
export const webhookEvents = [
  'charge.captured',
  'charge.dispute.closed',
  'charge.dispute.created',
  'charge.dispute.funds_reinstated',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.updated',
  'charge.failed',
  'charge.pending',
  'charge.refund.updated',
  'charge.refunded',
  'charge.succeeded',
  'charge.updated',
  'checkout.session.async_payment_failed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.completed',
  'checkout.session.expired',
  'customer.deleted',
  'customer.updated',
  'customer.subscription.created',
  'customer.subscription.deleted',
  'customer.subscription.paused',
  'customer.subscription.pending_update_applied',
  'customer.subscription.pending_update_expired',
  'customer.subscription.resumed',
  'customer.subscription.updated',
  'invoice.deleted',
  'invoice.finalized',
  'invoice.marked_uncollectible',
  'invoice.paid',
  'invoice.payment_action_required',
  'invoice.payment_failed',
  'invoice.payment_succeeded',
  'invoice.updated',
  'invoice.voided',
  'payment_intent.canceled',
  'payment_intent.payment_failed',
  'payment_intent.processing',
  'payment_intent.requires_action',
  'payment_intent.succeeded',
  'price.created',
  'price.deleted',
  'price.updated',
  'product.created',
  'product.deleted',
  'product.updated',
  'refund.created',
  'refund.failed',
  'refund.updated',
] as const

/** What else stands where an id belongs leads nowhere. */
const wellFormed = /^[\w-]{1,255}$/

const idOf = (value: unknown): string | null => {
  if (typeof value === 'string') return wellFormed.test(value) ? value : null
  if (typeof value !== 'object' || value === null) return null
  return 'id' in value ? idOf(value.id) : null
}

/** Whether an operator has just written into a customer whose it is. */
function namesOwner(data: StripeEvent['data']): boolean {
  const { object, previous_attributes: before } = (data ?? {}) as {
    object?: { id?: unknown; metadata?: Record<string, unknown> }
    previous_attributes?: object
  }
  const named = object?.metadata?.matinee_user !== undefined && idOf(object.id) !== null
  return named && (before === undefined || 'metadata' in before)
}

/** The subject of an event, or null when it changes nothing here. */
export function subjectOf({ type, data }: Pick<StripeEvent, 'type' | 'data'>): Subject | null {
  const object = (data?.object ?? {}) as Record<string, unknown>
  if (planEvents.test(type)) return 'plans'
  if (type === 'customer.updated') return namesOwner(data) ? `customer:${idOf(object.id)}` : null
  if (!customerEvents.test(type) || idle.has(type)) return null
  const customer = type === 'customer.deleted' ? idOf(object.id) : idOf(object.customer)
  if (customer !== null) return `customer:${customer}`
  const charge = idOf(object.charge)
  if (charge !== null) return `charge:${charge}`
  const intent = idOf(object.payment_intent)
  return intent === null ? null : `payment_intent:${intent}`
}
