import type { PlainEnd } from '../../contract/problems.ts'
import { reasonWords, sentenceOf } from '../../contract/words/access.ts'
import type { Offer } from '../entitlements/types.ts'
import { type ErrorCode, MatineeError } from '../errors.ts'

const plain: Readonly<Record<PlainEnd, ErrorCode>> = {
  stopped: 'PLAYBACK_ENDED',
  expired: 'PLAYBACK_ENDED',
  taken_over: 'STREAM_TAKEN_OVER',
  limit: 'STREAM_TAKEN_OVER',
  signed_out: 'PLAYBACK_ENDED',
  kicked: 'PLAYBACK_ENDED',
  unpublished: 'PLAYBACK_ENDED',
  account_disabled: 'PLAYBACK_ENDED',
  replaced: 'PLAYBACK_ENDED',
}

const isPlain = (reason: string): reason is PlainEnd => Object.hasOwn(plain, reason)

/**
 * What the player is told, in a sentence that says what happened and what to do.
 *
 * @param offers what would give access again; left out where that is not looked up
 */
export function endingOf(reason: string, offers?: readonly Offer[]): MatineeError {
  const words = reasonWords(reason, offers)
  const said = words === undefined ? {} : { detail: sentenceOf(words) }
  return isPlain(reason)
    ? new MatineeError(plain[reason], { ...said, members: { reason } })
    : new MatineeError('PAYMENT_REQUIRED', { ...said, members: { reason, offers: offers ?? [] } })
}

/** Whether offers belong into the answer. */
export const isUnpaid = (reason: string): boolean => !isPlain(reason)
