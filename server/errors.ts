import type { ErrorCode } from '../contract/problems.ts'

export type { ErrorCode }

/** Every error that a client can be told of: its stable code, its HTTP status, its sentence. */
const table = {
  BAD_REQUEST: [400, 'The request could not be understood.'],
  WEBHOOK_SIGNATURE: [400, 'The webhook signature does not match its body.'],
  ORIGIN_REFUSED: [403, 'This request came from another site, so it was not carried out.'],
  SIGN_IN_REQUIRED: [401, 'Sign in to go on.'],
  WRONG_CREDENTIALS: [401, 'The e-mail address and password do not match an account.'],
  RESET_LINK_INVALID: [401, 'This link has been used or has expired. Ask for a new one.'],
  PAYMENT_DECLINED: [
    402,
    'The payment did not go through, so nothing has changed. Update your card.',
  ],
  PAYMENT_REQUIRED: [402, 'This video needs a plan or a purchase that you do not have.'],
  FORBIDDEN: [403, 'Your account may not do this.'],
  NOT_FOUND: [404, 'There is nothing here.'],
  EMAIL_TAKEN: [409, 'There is already an account with this e-mail address. Sign in instead.'],
  TOO_MANY_STREAMS: [409, 'Your plan is already playing on as many devices as it allows.'],
  STREAM_TAKEN_OVER: [409, 'Playback was stopped because another device took over.'],
  ALREADY_SUBSCRIBED: [409, 'You already have a subscription. Change it on your account page.'],
  CONFLICT: [409, 'This no longer fits the current state. Reload and try again.'],
  PLAYBACK_ENDED: [410, 'This playback has ended. Press play to start again.'],
  TOO_LARGE: [413, 'This is larger than is accepted here.'],
  UNSUPPORTED_MEDIA_TYPE: [415, 'This content type is not accepted here.'],
  TOO_MANY_REQUESTS: [429, 'Too many attempts. Wait a moment and try again.'],
  INTERNAL: [500, 'Something went wrong on our side.'],
  PAYMENT_PROVIDER_UNAVAILABLE: [502, 'The payment provider cannot be reached. Try again shortly.'],
  ENTITLEMENTS_UNAVAILABLE: [503, 'We cannot check your access right now. Try again shortly.'],
  UNAVAILABLE: [503, 'The service is not available right now. Try again shortly.'],
} as const satisfies Record<ErrorCode, readonly [status: number, sentence: string]>

export const errorCodes = Object.keys(table) as ErrorCode[]

/** The HTTP status of a code. */
export const statusOf = (code: ErrorCode): number => table[code][0]

export interface ErrorOptions {
  /** Replaces the table's sentence: what happened and what to do, in plain words. */
  detail?: string
  /** Further members of the problem document, such as `offers`. */
  members?: Record<string, unknown>
  cause?: unknown
}

/** An answer other than success. Thrown anywhere; plugins/problem-json turns it into RFC 9457 JSON. */
export class MatineeError extends Error {
  override readonly name = 'MatineeError'
  readonly code: ErrorCode
  readonly status: number
  readonly members: Record<string, unknown>

  constructor(code: ErrorCode, { detail, members = {}, cause }: ErrorOptions = {}) {
    super(detail ?? table[code][1], { cause })
    this.code = code
    this.status = table[code][0]
    this.members = members
  }
}
