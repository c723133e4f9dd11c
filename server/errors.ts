import type { ErrorCode } from '../contract/problems.ts'
import { codeWords } from '../contract/words/codes.ts'
import { say } from '../contract/words/server.ts'

export type { ErrorCode }

/** Every error that a client can be told of: its stable code, its HTTP status. */
const statuses = {
  BAD_REQUEST: 400,
  WEBHOOK_SIGNATURE: 400,
  ORIGIN_REFUSED: 403,
  SIGN_IN_REQUIRED: 401,
  WRONG_CREDENTIALS: 401,
  SECOND_FACTOR_REQUIRED: 401,
  STEP_UP_REQUIRED: 403,
  RESET_LINK_INVALID: 401,
  PAYMENT_DECLINED: 402,
  PAYMENT_REQUIRED: 402,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  EMAIL_TAKEN: 409,
  TOO_MANY_STREAMS: 409,
  STREAM_TAKEN_OVER: 409,
  ALREADY_SUBSCRIBED: 409,
  CONFLICT: 409,
  PLAYBACK_ENDED: 410,
  TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  TOO_MANY_REQUESTS: 429,
  INTERNAL: 500,
  PAYMENT_PROVIDER_UNAVAILABLE: 502,
  ENTITLEMENTS_UNAVAILABLE: 503,
  UNAVAILABLE: 503,
} as const satisfies Record<ErrorCode, number>

export const errorCodes = Object.keys(statuses) as ErrorCode[]

/** The HTTP status of a code. */
export const statusOf = (code: ErrorCode): number => statuses[code]

export interface ErrorOptions {
  /** Replaces the sentence of the code: what happened and what to do, from `say`. */
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
    super(detail ?? codeWords(code), { cause })
    this.code = code
    this.status = statuses[code]
    this.members = members
  }
}

/** One field that is wrong. @param message goes on from the field's name, without a full stop */
export const refusedField = (
  field: string,
  message: string,
  code: ErrorCode = 'BAD_REQUEST',
): MatineeError =>
  new MatineeError(code, {
    detail: say('problems.field', { field, message }),
    members: { fields: [{ field, message }] },
  })

/** Too much of something, which may go on after a while. */
export const tooMany = (retryAfterSeconds: number): MatineeError =>
  new MatineeError('TOO_MANY_REQUESTS', { members: { retryAfterSeconds } })
