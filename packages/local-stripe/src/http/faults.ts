import type Stripe from 'stripe'

/** The members of Stripe's `error` object that are not given by status and type. */
export interface FaultMembers {
  code?: string
  param?: string
  decline_code?: string
  advice_code?: string
  charge?: string
  payment_intent?: Stripe.PaymentIntent
  payment_method?: Stripe.PaymentMethod
  setup_intent?: Stripe.SetupIntent
}

type FaultType =
  | 'api_error'
  | 'card_error'
  | 'idempotency_error'
  | 'invalid_request_error'
  | 'rate_limit_error'

/** An answer of Stripe's that is not a success; http/app.ts writes it as Stripe's error JSON. */
export class Fault extends Error {
  readonly status: number
  readonly type: FaultType
  readonly members: FaultMembers
  /** State written before the failure stays, as when a declined charge is on record. */
  readonly keepsChanges: boolean

  constructor(
    status: number,
    type: FaultType,
    message: string,
    members: FaultMembers = {},
    keepsChanges = false,
  ) {
    super(message)
    this.status = status
    this.type = type
    this.members = members
    this.keepsChanges = keepsChanges
  }
}

export const invalid = (message: string, members: FaultMembers = {}) =>
  new Fault(400, 'invalid_request_error', message, members)

/** Named in the path: 404. Named in a parameter: 400, with the parameter's name. */
export const missing = (kind: string, id: string, param?: string) =>
  new Fault(param ? 400 : 404, 'invalid_request_error', `No such ${kind}: '${id}'`, {
    code: 'resource_missing',
    param: param ?? 'id',
  })

/** What a card error has left on record (the failed charge) stays, unless told otherwise. */
export const cardError = (message: string, members: FaultMembers, keepsChanges = true) =>
  new Fault(402, 'card_error', message, members, keepsChanges)

export interface ErrorBody {
  error: { type: string; message: string; doc_url?: string; request_log_url: string } & FaultMembers
}

export const errorBody = (fault: Fault, requestId: string): ErrorBody => ({
  error: {
    ...fault.members,
    ...(fault.members.code
      ? {
          doc_url: `https://stripe.com/docs/error-codes/${fault.members.code.replaceAll('_', '-')}`,
        }
      : {}),
    message: fault.message,
    request_log_url: `https://dashboard.stripe.com/test/logs/${requestId}`,
    type: fault.type,
  },
})
