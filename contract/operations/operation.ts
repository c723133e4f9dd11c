import type { TSchema } from 'typebox'
import type { ErrorCode } from '../problems.ts'

/**
 * `anyone`: nobody is asked who they are. `visitor`: the answer depends on who is signed in, if anyone
 * is. `token`: the token in the path is the whole credential. `refresh`: the refresh cookie.
 */
export type Caller = 'anyone' | 'visitor' | 'viewer' | 'operator' | 'token' | 'refresh' | 'stripe'

export interface Operation {
  id: string
  who: Caller
  /** Beside those that follow from who may, and from what is sent. */
  problems: readonly ErrorCode[]
  /** Of an answer that is not JSON: its media type, or that it leads elsewhere. */
  answer?: string
  /** Of each piece of such an answer. */
  piece?: TSchema
}

export const op = (
  id: string,
  who: Caller,
  problems: readonly ErrorCode[] = [],
  answer?: string,
  piece?: TSchema,
): Operation => ({ id, who, problems, ...(answer && { answer }), ...(piece && { piece }) })

/** What every operation answers that asks the payment provider. */
export const stripe = ['PAYMENT_PROVIDER_UNAVAILABLE'] as const
export const redirect = 'redirect'
