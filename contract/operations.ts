/** Every operation: the name that clients call it by, who may, and what it refuses beside the usual. */
import type { TSchema } from 'typebox'
import type { ErrorCode } from './problems.ts'
import { VideoEvent } from './studio.ts'

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

const op = (
  id: string,
  who: Caller,
  problems: readonly ErrorCode[] = [],
  answer?: string,
  piece?: TSchema,
): Operation => ({ id, who, problems, ...(answer && { answer }), ...(piece && { piece }) })

/** What every operation answers that asks the payment provider. */
const stripe = ['PAYMENT_PROVIDER_UNAVAILABLE'] as const
/** A mailed link that is tried out. */
const mailed = ['RESET_LINK_INVALID', 'TOO_MANY_REQUESTS'] as const
/** What asks for the password again. */
const confirmed = ['WRONG_CREDENTIALS', 'TOO_MANY_REQUESTS'] as const
/** What a playback ends by. */
const ends = ['PAYMENT_REQUIRED', 'STREAM_TAKEN_OVER', 'PLAYBACK_ENDED'] as const
export const redirect = 'redirect'
const playlist = 'application/vnd.apple.mpegurl'

const accounts = {
  'POST /api/auth/sign-up': op('signUp', 'anyone', ['EMAIL_TAKEN', 'TOO_MANY_REQUESTS']),
  'POST /api/auth/sign-in': op('signIn', 'anyone', [
    'WRONG_CREDENTIALS',
    'SECOND_FACTOR_REQUIRED',
    'FORBIDDEN',
    'TOO_MANY_REQUESTS',
  ]),
  'POST /api/auth/refresh': op('refreshSession', 'refresh', ['SIGN_IN_REQUIRED']),
  'POST /api/auth/sign-out': op('signOut', 'visitor'),
  'POST /api/auth/sign-out-everywhere': op('signOutEverywhere', 'viewer'),
  'POST /api/auth/password/forgot': op('forgotPassword', 'anyone', ['TOO_MANY_REQUESTS']),
  'POST /api/auth/password/reset': op('resetPassword', 'anyone', [
    'RESET_LINK_INVALID',
    'TOO_MANY_REQUESTS',
  ]),
  'POST /api/auth/sign-in-link': op('mailSignInLink', 'anyone', ['TOO_MANY_REQUESTS']),
  'POST /api/auth/sign-in-link/follow': op('signInByLink', 'anyone', [
    ...mailed,
    'WRONG_CREDENTIALS',
    'SECOND_FACTOR_REQUIRED',
  ]),
  'POST /api/auth/email/verify': op('verifyEmailByLink', 'anyone', mailed),
  'POST /api/auth/email/confirm': op('confirmEmailChange', 'anyone', [...mailed, 'EMAIL_TAKEN']),
  'POST /api/auth/invitation': op('readInvitation', 'anyone', mailed),
  'POST /api/auth/invitation/accept': op('acceptInvitation', 'visitor', [
    ...mailed,
    'SIGN_IN_REQUIRED',
    'EMAIL_TAKEN',
  ]),
  'POST /api/auth/passkey/options': op('passkeySignInOptions', 'anyone', ['TOO_MANY_REQUESTS']),
  'POST /api/auth/passkey': op('signInByPasskey', 'anyone', [
    'WRONG_CREDENTIALS',
    'FORBIDDEN',
    'TOO_MANY_REQUESTS',
  ]),
  'GET /api/me/factors': op('getFactors', 'viewer'),
  'POST /api/me/passkeys/options': op('passkeyOptions', 'viewer', ['STEP_UP_REQUIRED', 'CONFLICT']),
  'POST /api/me/passkeys': op('addPasskey', 'viewer', ['STEP_UP_REQUIRED']),
  'DELETE /api/me/passkeys/:id': op('removePasskey', 'viewer', ['STEP_UP_REQUIRED', 'NOT_FOUND']),
  'POST /api/me/totp': op('beginTotp', 'viewer', ['STEP_UP_REQUIRED', 'CONFLICT']),
  'POST /api/me/totp/confirm': op('confirmTotp', 'viewer', [
    'STEP_UP_REQUIRED',
    'TOO_MANY_REQUESTS',
  ]),
  'DELETE /api/me/totp': op('removeTotp', 'viewer', ['STEP_UP_REQUIRED']),
  'POST /api/me/recovery-codes': op('makeRecoveryCodes', 'viewer', [
    'STEP_UP_REQUIRED',
    'CONFLICT',
  ]),
  'POST /api/me/prove/options': op('proofOptions', 'viewer'),
  'POST /api/me/prove': op('prove', 'viewer', [...confirmed, 'STEP_UP_REQUIRED']),
  'GET /api/me': op('getMe', 'viewer'),
  'DELETE /api/me': op('deleteAccount', 'viewer', ['STEP_UP_REQUIRED', ...confirmed, ...stripe]),
  'GET /api/session': op('getSession', 'visitor'),
  'POST /api/me/email/verify': op('verifyEmailByCode', 'viewer'),
  'POST /api/me/email/verification': op('mailVerification', 'viewer'),
  'POST /api/me/password': op('changePassword', 'viewer', ['STEP_UP_REQUIRED', ...confirmed]),
  'POST /api/me/email': op('changeEmail', 'viewer', ['STEP_UP_REQUIRED', ...confirmed]),
  'GET /api/me/devices': op('listDevices', 'viewer'),
  'DELETE /api/me/devices/:id': op('dropDevice', 'viewer', ['NOT_FOUND']),
  'GET /api/me/export': op('exportAccount', 'viewer', [], 'application/json'),
} as const

const billing = {
  'GET /api/plans': op('listPlans', 'anyone'),
  'POST /api/billing/checkout': op('openCheckout', 'viewer', [
    'NOT_FOUND',
    'ALREADY_SUBSCRIBED',
    'CONFLICT',
    'TOO_MANY_REQUESTS',
    ...stripe,
  ]),
  'POST /api/billing/portal': op('openPortal', 'viewer', ['CONFLICT', ...stripe]),
  'POST /api/billing/confirm': op('confirmCheckout', 'viewer', ['NOT_FOUND', ...stripe]),
  'POST /api/billing/refresh': op('refreshBilling', 'viewer', ['TOO_MANY_REQUESTS', ...stripe]),
  'GET /api/billing': op('getBilling', 'viewer'),
  'GET /api/billing/invoices': op('listInvoices', 'viewer', stripe),
  'POST /api/billing/change/preview': op('previewPlanChange', 'viewer', [
    'NOT_FOUND',
    'CONFLICT',
    ...stripe,
  ]),
  'POST /api/billing/change': op('changePlan', 'viewer', [
    'PAYMENT_DECLINED',
    'NOT_FOUND',
    'CONFLICT',
    ...stripe,
  ]),
  'POST /api/billing/pause': op('pausePlan', 'viewer', ['CONFLICT', ...stripe]),
  'POST /api/billing/resume': op('resumePlan', 'viewer', [
    'PAYMENT_DECLINED',
    'CONFLICT',
    ...stripe,
  ]),
  'POST /api/billing/cancel': op('cancelPlan', 'viewer', ['CONFLICT', ...stripe]),
  'POST /api/billing/pay-again': op('payAgain', 'viewer', [
    'CONFLICT',
    'TOO_MANY_REQUESTS',
    ...stripe,
  ]),
  'GET /api/me/payments': op('listPayments', 'viewer'),
  'GET /api/studio/payments': op('listStudioPayments', 'operator'),
  'GET /api/studio/payments/unclaimed': op('listUnclaimedCustomers', 'operator', stripe),
  'POST /api/studio/payments/:id/refund': op('refundPayment', 'operator', [
    'NOT_FOUND',
    'CONFLICT',
    ...stripe,
  ]),
  'POST /api/studio/users/:id/customers': op('joinCustomer', 'operator', [
    'NOT_FOUND',
    'CONFLICT',
    ...stripe,
  ]),
  'POST /webhooks/stripe': op('receiveStripeEvent', 'stripe', ['WEBHOOK_SIGNATURE']),
  'GET /api/studio/billing': op('getBillingState', 'operator'),
  'GET /api/studio/billing/events': op('listInboxEvents', 'operator'),
  'POST /api/studio/billing/events/:id/replay': op('replayInboxEvent', 'operator', ['NOT_FOUND']),
  'POST /api/studio/users/:id/sync': op('syncPerson', 'operator', ['NOT_FOUND', ...stripe]),
} as const

const catalogue = {
  'GET /api/videos': op('listVideos', 'visitor'),
  'GET /api/videos/:idOrSlug': op('getVideo', 'visitor', ['NOT_FOUND']),
  'GET /api/videos/:idOrSlug/poster': op('getPoster', 'visitor', ['NOT_FOUND'], redirect),
  'GET /api/collections': op('listCollections', 'visitor'),
  'GET /api/collections/:slug': op('getCollection', 'visitor', ['NOT_FOUND']),
  'GET /api/me/begun': op('listContinueWatching', 'viewer'),
  'DELETE /api/me/begun': op('clearHistory', 'viewer'),
  'GET /api/me/watchlist': op('getWatchlist', 'viewer'),
  'PUT /api/me/watchlist/:videoId': op('addToWatchlist', 'viewer', ['NOT_FOUND', 'CONFLICT']),
  'DELETE /api/me/watchlist/:videoId': op('dropFromWatchlist', 'viewer'),
} as const

const site = {
  'GET /api/site': op('getSite', 'anyone'),
  'GET /api/site/legal/:slug': op('getLegalPage', 'anyone', ['NOT_FOUND']),
  'GET /api/studio/settings': op('getSettings', 'operator'),
  'PATCH /api/studio/settings': op('changeSettings', 'operator', ['CONFLICT']),
  'POST /api/studio/settings/legal-preview': op('previewLegalPage', 'operator'),
  'POST /api/studio/settings/test-mail': op('sendTestMail', 'operator', ['CONFLICT']),
  'PUT /api/studio/settings/logo': op('changeLogo', 'operator', ['BAD_REQUEST', 'TOO_LARGE']),
  'DELETE /api/studio/settings/logo': op('removeLogo', 'operator'),
  'GET /api/studio/mails': op('listMails', 'operator'),
  'GET /api/studio/opening': op('getOpening', 'operator'),
  'PATCH /api/studio/opening': op('leaveOpeningStep', 'operator'),
  'POST /api/studio/opening/doors': op('openDoors', 'operator'),
  'POST /api/studio/checks': op('runChecks', 'operator'),
  'POST /api/studio/stripe/connect': op('connectStripe', 'operator', ['CONFLICT', ...stripe]),
  'GET /api/studio/plans': op('listStudioPlans', 'operator'),
  'POST /api/studio/plans': op('createPlan', 'operator', ['CONFLICT', ...stripe]),
  'GET /api/studio/promotion-codes': op('listPromotionCodes', 'operator', stripe),
  'POST /api/studio/promotion-codes': op('createPromotionCode', 'operator', [
    'CONFLICT',
    ...stripe,
  ]),
  'PATCH /api/studio/promotion-codes/:id': op('switchPromotionCode', 'operator', [
    'NOT_FOUND',
    'CONFLICT',
    ...stripe,
  ]),
  'PATCH /api/studio/plans/:id': op('changeStudioPlan', 'operator', [
    'NOT_FOUND',
    'CONFLICT',
    ...stripe,
  ]),
} as const

const embed = {
  'GET /oembed': op('getOEmbed', 'anyone', ['NOT_FOUND']),
  'POST /api/embed/codes': op('makeFilmCode', 'viewer', ['NOT_FOUND', 'FORBIDDEN']),
  'POST /api/embed/tokens': op('exchangeFilmCode', 'anyone', ['SIGN_IN_REQUIRED']),
} as const

const playback = {
  'POST /api/videos/:idOrSlug/playback': op('startPlayback', 'visitor', [
    'SIGN_IN_REQUIRED',
    'PAYMENT_REQUIRED',
    'NOT_FOUND',
    'TOO_MANY_STREAMS',
    'TOO_MANY_REQUESTS',
  ]),
  'PUT /api/videos/:idOrSlug/progress': op('saveProgress', 'viewer', ['NOT_FOUND']),
  'GET /api/me/streams': op('listStreams', 'viewer'),
  'DELETE /api/me/streams/:id': op('stopStream', 'viewer', ['NOT_FOUND']),
  'POST /play/:token/begin': op('beginPlayback', 'token', [...ends, 'TOO_MANY_STREAMS']),
  'GET /play/:token/main.m3u8': op('getMasterPlaylist', 'token', ends, playlist),
  'GET /play/:token/:rendition/index.m3u8': op('getPlaylist', 'token', ends, playlist),
  'GET /play/:token/:rendition/keys.m3u8': op('getKeyFramePlaylist', 'token', ends, playlist),
  'GET /play/:token/:rendition/urls': op('getUrls', 'token', [
    ...ends,
    'TOO_MANY_STREAMS',
    'TOO_MANY_REQUESTS',
  ]),
  'GET /play/:token/:rendition/init.mp4': op('redirectToInit', 'token', ends, redirect),
  'GET /play/:token/:rendition/:segment.m4s': op(
    'redirectToSegment',
    'token',
    [...ends, 'TOO_MANY_STREAMS', 'TOO_MANY_REQUESTS'],
    redirect,
  ),
  'GET /play/:token/:rendition/0.vtt': op('redirectToCaptions', 'token', ends, redirect),
  'GET /play/:token/storyboard.vtt': op('getStoryboard', 'token', ends, 'text/vtt'),
  'GET /play/:token/storyboard/:sheet.jpg': op(
    'redirectToStoryboardSheet',
    'token',
    ends,
    redirect,
  ),
  'POST /play/:token/beacon': op('reportViewing', 'token'),
  'DELETE /play/:token': op('endPlayback', 'token'),
} as const

const studio = {
  'GET /api/studio/videos': op('listStudioVideos', 'operator'),
  'POST /api/studio/videos': op('createVideo', 'operator'),
  'GET /api/studio/videos/:id': op('getStudioVideo', 'operator', ['NOT_FOUND']),
  'PATCH /api/studio/videos/:id': op('changeVideo', 'operator', ['NOT_FOUND', 'CONFLICT']),
  'DELETE /api/studio/videos/:id': op('deleteVideo', 'operator', ['NOT_FOUND', 'CONFLICT']),
  'DELETE /api/studio/videos/:id/captions/:captionId': op('deleteCaptions', 'operator', [
    'NOT_FOUND',
  ]),
  'GET /api/studio/videos/:id/encode': op('getEncode', 'operator', ['NOT_FOUND']),
  'POST /api/studio/videos/:id/encode': op('encodeAgain', 'operator', ['NOT_FOUND', 'CONFLICT']),
  'DELETE /api/studio/videos/:id/encode': op('cancelEncode', 'operator', ['NOT_FOUND', 'CONFLICT']),
  'POST /api/studio/videos/:id/encode/first': op('encodeFirst', 'operator', [
    'NOT_FOUND',
    'CONFLICT',
  ]),
  'GET /api/studio/videos/:id/events': op(
    'followVideo',
    'operator',
    ['NOT_FOUND'],
    'text/event-stream',
    VideoEvent,
  ),
  'GET /api/studio/bundles': op('listBundles', 'operator'),
  'POST /api/studio/bundles': op('createBundle', 'operator'),
  'PATCH /api/studio/bundles/:id': op('changeBundle', 'operator', ['NOT_FOUND']),
  'GET /api/studio/collections': op('listStudioCollections', 'operator'),
  'POST /api/studio/collections': op('createCollection', 'operator', ['CONFLICT']),
  'GET /api/studio/collections/:id': op('getStudioCollection', 'operator', ['NOT_FOUND']),
  'PATCH /api/studio/collections/:id': op('changeCollection', 'operator', [
    'NOT_FOUND',
    'CONFLICT',
  ]),
  'DELETE /api/studio/collections/:id': op('deleteCollection', 'operator', ['NOT_FOUND']),
  'GET /api/studio/operators': op('listOperators', 'operator'),
  'POST /api/studio/operators/invitations': op('inviteOperator', 'operator', ['CONFLICT']),
  'DELETE /api/studio/operators/invitations/:id': op('takeInvitationBack', 'operator', [
    'NOT_FOUND',
  ]),
  'GET /api/studio/audit': op('listAudit', 'operator'),
  'GET /api/studio/audit/export': op('exportAudit', 'operator', [], 'application/x-ndjson'),
  'GET /api/studio/quality': op('getQuality', 'operator'),
  'GET /api/studio/numbers': op('getNumbers', 'operator'),
  'GET /api/studio/users': op('listPeople', 'operator'),
  'GET /api/studio/users/export': op('exportPeople', 'operator', [], 'text/csv'),
  'POST /api/studio/users/import': op('importPeople', 'operator', ['TOO_LARGE']),
  'GET /api/studio/users/:id/story': op('getPersonStory', 'operator', ['NOT_FOUND']),
  'GET /api/studio/users/:id': op('getPerson', 'operator', ['NOT_FOUND']),
  'PATCH /api/studio/users/:id': op('changePerson', 'operator', ['NOT_FOUND', 'CONFLICT']),
  'POST /api/studio/users/:id/grants': op('giveGrant', 'operator', ['NOT_FOUND']),
  'GET /api/studio/users/:id/grants': op('listGrants', 'operator'),
  'DELETE /api/studio/users/:id/grants/:grantId': op('revokeGrant', 'operator', ['NOT_FOUND']),
  'GET /api/studio/users/:id/access/:videoId': op('explainAccess', 'operator', ['NOT_FOUND']),
} as const

const uploads = {
  'POST /api/studio/videos/:id/uploads': op('beginUpload', 'operator', ['NOT_FOUND']),
  'GET /api/studio/videos/:id/uploads': op('listUploads', 'operator'),
  'GET /api/studio/uploads/:id': op('getUpload', 'operator', ['NOT_FOUND']),
  'POST /api/studio/uploads/:id/parts': op('signParts', 'operator', ['NOT_FOUND', 'CONFLICT']),
  'POST /api/studio/uploads/:id/complete': op('completeUpload', 'operator', [
    'NOT_FOUND',
    'CONFLICT',
  ]),
  'DELETE /api/studio/uploads/:id': op('abortUpload', 'operator', ['NOT_FOUND', 'CONFLICT']),
} as const

/** By method and address, as the routes are registered. */
export const operations: Readonly<Record<string, Operation>> = {
  ...accounts,
  ...billing,
  ...catalogue,
  ...site,
  ...embed,
  ...playback,
  ...studio,
  ...uploads,
}

/** What an operation refuses: what its own entry says, and what follows from it. INTERNAL may come of any. */
export function problemsOf(
  { who, problems }: Operation,
  { method, hasInput, hasBody }: { method: string; hasInput: boolean; hasBody: boolean },
): ErrorCode[] {
  const all = new Set<ErrorCode>(problems)
  if (hasInput) all.add('BAD_REQUEST')
  if (hasBody) all.add('TOO_LARGE').add('UNSUPPORTED_MEDIA_TYPE')
  if (who === 'viewer' || who === 'operator') all.add('SIGN_IN_REQUIRED')
  if (who === 'operator') all.add('FORBIDDEN').add('STEP_UP_REQUIRED')
  if (['visitor', 'viewer', 'operator', 'token'].includes(who)) all.add('ENTITLEMENTS_UNAVAILABLE')
  if (who === 'token') all.add('NOT_FOUND')
  else if (method !== 'GET' && who !== 'stripe') all.add('ORIGIN_REFUSED')
  return [...all.add('UNAVAILABLE')]
}

/** The headings that operations stand under. */
export const tags = {
  account: 'Signing up, in and out, new passwords, and who one is.',
  billing: 'Plans, checkout, what is held and paid, and the way back from the payment provider.',
  catalogue: 'What there is to watch, and for each film whether this viewer may.',
  embed: 'Films on other sites’ pages.',
  play: 'What a player with a token asks: playlists, signed URLs, redirects. No cookie is needed.',
  playback: 'To press play, to remember the position, to stop other devices.',
  site: 'What the site is called, and its legal pages.',
  studio: 'What operators do: films, people, grants, payments that are odd, how watching goes.',
  uploads: 'Files go straight to the bucket; here are plans and signatures.',
} as const
