import type { PlainEnd } from '../../contract/problems.ts'
import type { AccessReason, Offer } from '../entitlements/types.ts'
import { type ErrorCode, MatineeError } from '../errors.ts'

type Ending = readonly [code: ErrorCode, sentence: string]

const plain: Readonly<Record<PlainEnd, Ending>> = {
  stopped: ['PLAYBACK_ENDED', 'This playback has ended. Press play to start again.'],
  expired: ['PLAYBACK_ENDED', 'This playback has ended after a long pause. Press play to go on.'],
  taken_over: [
    'STREAM_TAKEN_OVER',
    'Playback was stopped because another device took over. Press play to go on here.',
  ],
  limit: [
    'STREAM_TAKEN_OVER',
    'Your plan is playing on as many devices as it allows. Stop one of them to go on here.',
  ],
  signed_out: ['PLAYBACK_ENDED', 'You were signed out. Sign in to go on.'],
  kicked: ['PLAYBACK_ENDED', 'Playback was stopped by the operator. Press play to start again.'],
  unpublished: ['PLAYBACK_ENDED', 'This video has been withdrawn.'],
  account_disabled: [
    'PLAYBACK_ENDED',
    'Your account has been closed. Write to us if you think this is a mistake.',
  ],
  replaced: [
    'PLAYBACK_ENDED',
    'This video has been replaced by a new version. Press play to start again.',
  ],
}

const unpaid: Partial<Record<AccessReason, string>> = {
  sign_in_required: 'This video is not free any more. Sign in to go on.',
  not_entitled: 'This video needs a plan or a purchase that you do not have.',
  payment_failed: 'A payment of your subscription has failed. Update your card to go on.',
  payment_pending: 'Your first payment is on its way. You can watch as soon as it has arrived.',
  payment_incomplete: 'The first payment of your subscription did not go through. Pay it to go on.',
  subscription_paused: 'Your subscription is paused. Resume it to go on.',
  subscription_ended: 'Your subscription has ended. Subscribe again to go on.',
  plan_not_included: 'Your plan does not include this video. Choose one that does to go on.',
  rental_expired: 'Your rental has ended. Rent it again to go on.',
  refunded: 'Your payment was refunded, so your access has ended.',
  disputed: 'Your payment is disputed, so your access is suspended until that is settled.',
  grant_ended: 'Your free access has ended. Choose a plan to go on.',
}

const isPlain = (reason: string): reason is PlainEnd => Object.hasOwn(plain, reason)

/**
 * What the player is told, in a sentence that says what happened and what to do.
 *
 * @param offers what would give access again
 */
export function endingOf(reason: string, offers: readonly Offer[] = []): MatineeError {
  if (isPlain(reason)) {
    const [code, detail] = plain[reason]
    return new MatineeError(code, { detail, members: { reason } })
  }
  const detail = unpaid[reason as AccessReason]
  return new MatineeError('PAYMENT_REQUIRED', {
    ...(detail === undefined ? {} : { detail }),
    members: { reason, offers },
  })
}

/** Whether offers belong into the answer. */
export const isUnpaid = (reason: string): boolean => !isPlain(reason)
