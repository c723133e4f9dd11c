import { op, stripe } from './operation.ts'

/** A mailed link that is tried out. */
const mailed = ['RESET_LINK_INVALID', 'TOO_MANY_REQUESTS'] as const
/** What asks for the password again. */
const confirmed = ['WRONG_CREDENTIALS', 'TOO_MANY_REQUESTS'] as const

export const accounts = {
  'POST /api/auth/sign-up': op('signUp', 'anyone', ['EMAIL_TAKEN', 'TOO_MANY_REQUESTS']),
  'POST /api/auth/sign-in': op('signIn', 'anyone', [
    'WRONG_CREDENTIALS',
    'SECOND_FACTOR_REQUIRED',
    'FORBIDDEN',
    'TOO_MANY_REQUESTS',
  ]),
  'POST /api/auth/refresh': op('refreshSession', 'refresh', [
    'SIGN_IN_REQUIRED',
    'TOO_MANY_REQUESTS',
  ]),
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
  'GET /api/me/preferences': op('getPreferences', 'viewer'),
  'PATCH /api/me/preferences': op('changePreferences', 'viewer'),
  'GET /api/me/export': op('exportAccount', 'viewer', ['TOO_MANY_REQUESTS'], 'application/json'),
} as const
