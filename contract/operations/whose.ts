import type { Operation } from './operation.ts'

/**
 * Whose things an operation touches. `self`: those of whoever asks; nothing in the request can name another's.
 * `own`: what an id in the request names, which must be theirs, and else is not there. `proven`: of whoever
 * the password, link, code or token in the request proves. `permitted`: the site's or anyone's, by the
 * operator's permission. `public`: what everyone may see, what is new, or a mail that tells its owner alone.
 */
export type Whose = 'self' | 'own' | 'proven' | 'permitted' | 'public'

/** Of each operation for someone signed in; ids of films name nobody's thing. */
const ofViewers: Readonly<Record<string, 'self' | 'own'>> = {
  signOutEverywhere: 'self',
  getFactors: 'self',
  passkeyOptions: 'self',
  addPasskey: 'self',
  removePasskey: 'own',
  beginTotp: 'self',
  confirmTotp: 'self',
  removeTotp: 'self',
  makeRecoveryCodes: 'self',
  proofOptions: 'self',
  prove: 'self',
  getMe: 'self',
  deleteAccount: 'self',
  verifyEmailByCode: 'self',
  mailVerification: 'self',
  changePassword: 'self',
  changeEmail: 'self',
  listDevices: 'self',
  dropDevice: 'own',
  getPreferences: 'self',
  changePreferences: 'self',
  exportAccount: 'self',
  openCheckout: 'self',
  openPortal: 'self',
  confirmCheckout: 'own',
  refreshBilling: 'self',
  getBilling: 'self',
  listInvoices: 'self',
  previewPlanChange: 'self',
  changePlan: 'self',
  pausePlan: 'self',
  resumePlan: 'self',
  cancelPlan: 'self',
  payAgain: 'self',
  listPayments: 'self',
  openPreview: 'self',
  listContinueWatching: 'self',
  clearHistory: 'self',
  getWatchlist: 'self',
  addToWatchlist: 'self',
  dropFromWatchlist: 'self',
  makeFilmCode: 'self',
  saveProgress: 'self',
  listStreams: 'self',
  stopStream: 'own',
}

const proven: readonly string[] = [
  ...['signIn', 'signOut', 'resetPassword', 'signInByLink', 'signInByPasskey', 'verifyEmailByLink'],
  ...['confirmEmailChange', 'readInvitation', 'acceptInvitation', 'exchangeFilmCode'],
]

/** @returns undefined for an operation of viewers that does not say */
export function whoseOf({ id, who }: Operation): Whose | undefined {
  if (who === 'viewer') return ofViewers[id]
  if (who === 'operator') return 'permitted'
  if (proven.includes(id)) return 'proven'
  return who === 'token' || who === 'refresh' || who === 'stripe' ? 'proven' : 'public'
}
