import type { FaultMembers } from '../http/faults.ts'
import type { Decline } from './cards.ts'

/** A decline as the members of Stripe's card error. */
export const declineMembers = (decline: Decline): FaultMembers => ({
  code: decline.code,
  ...(decline.declineCode ? { decline_code: decline.declineCode } : {}),
  ...(decline.adviceCode ? { advice_code: decline.adviceCode } : {}),
})
