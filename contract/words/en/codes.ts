import { pageCodes } from './page-codes.ts'

/**
 * One sentence for each code of a problem: what happened and what to do. Said wherever nothing more
 * is known.
 */
export const codes = {
  BAD_REQUEST: 'This request could not be understood.',
  WEBHOOK_SIGNATURE: 'The webhook signature does not match its body.',
  ORIGIN_REFUSED: 'This request came from another site, so it was not carried out.',
  SIGN_IN_REQUIRED: 'Sign in to go on.',
  WRONG_CREDENTIALS: 'The e-mail address and password do not match an account.',
  SECOND_FACTOR_REQUIRED: 'Type the code that your app shows, or a recovery code.',
  STEP_UP_REQUIRED: 'Prove once more who you are before this is done.',
  RESET_LINK_INVALID: 'This link has been used or has expired. Ask for a new one.',
  PAYMENT_DECLINED: 'The payment did not go through, so nothing has changed. Try another card.',
  PAYMENT_REQUIRED: 'You need a plan or a purchase to watch this film.',
  FORBIDDEN: 'Your account is not allowed to do this.',
  NOT_FOUND: 'There is nothing here.',
  EMAIL_TAKEN: 'There is already an account with this e-mail address. Sign in instead.',
  TOO_MANY_STREAMS:
    'Your plan is already playing on as many devices as it allows. Stop one of them to watch here.',
  STREAM_TAKEN_OVER: 'Another of your devices is playing now.',
  ALREADY_SUBSCRIBED: 'You already have a plan. You can change it on your account page.',
  CONFLICT: 'Something has changed in the meantime. Reload the page and try again.',
  PLAYBACK_ENDED: 'Playback has ended. Press play to start again.',
  TOO_LARGE: 'This is larger than is accepted here.',
  UNSUPPORTED_MEDIA_TYPE: 'This kind of file is not accepted here.',
  TOO_MANY_REQUESTS: pageCodes.TOO_MANY_REQUESTS,
  INTERNAL: 'Something went wrong on our side. Try again in a moment.',
  PAYMENT_PROVIDER_UNAVAILABLE: 'The payment service is not answering. Try again in a moment.',
  ENTITLEMENTS_UNAVAILABLE:
    'We cannot check what you have paid for right now. Try again in a moment.',
  UNAVAILABLE: 'The service is not available right now. Try again in a moment.',
}
