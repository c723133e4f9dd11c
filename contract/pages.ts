/** Every page by its path, as the router of the pages reads it; the server answers 404 to any other. */
export const pages = {
  catalogue: '/',
  watch: '/watch/:video',
  /** The tab that a player on another site opens: to sign in, and to pay. */
  elsewhere: '/elsewhere/:video',
  collection: '/collections/:slug',
  search: '/search',
  pricing: '/pricing',
  checkout: '/checkout',
  signIn: '/sign-in',
  signUp: '/sign-up',
  forgotPassword: '/forgot-password',
  resetPassword: '/reset-password',
  signInLink: '/sign-in-link',
  verifyEmail: '/verify-email',
  confirmEmail: '/confirm-email',
  invitation: '/invitation',
  /** By a link to a film that is not on show. */
  preview: '/preview',
  account: '/account',
  settings: '/account/settings',
  changePlan: '/account/change',
  welcome: '/account/welcome',
  legal: '/legal/:slug',
  studio: '/studio',
  inStudio: '/studio/*',
} as const

/** Pages that anyone may find through a search engine. */
export const publicPages: readonly string[] = [
  pages.catalogue,
  pages.watch,
  pages.collection,
  pages.pricing,
  pages.legal,
]
