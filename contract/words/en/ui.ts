/** What the pages of viewers and of operators share. */
export const ui = {
  title: ({ page, site }: { page: string; site: string }) => `${page} · ${site}`,
  tryAgain: 'Try again',
  show: 'Show',
  hide: 'Hide',
  showPassword: 'Show password',
  search: ({ what }: { what: string }) => `Search ${what}`,
  nothingHere: 'Nothing here',
  nothingHereHeading: 'There is nothing here',
  nothingHereText: 'The link may be mistyped, or the page is gone.',
  allFilms: 'All films',
  signIn: 'Sign in',
  plan: 'Plan',
  plans: 'Plans',
  films: 'Films',
  film: 'Film',
  studio: 'Studio',
  openingStudio: 'Opening the studio',

  // Fields
  wrongEmail: 'Enter an e-mail address, such as name@example.com.',
  wrongPassword: 'Choose another password.',
  wrongField: ({ message }: { message: string }) => `This ${message}.`,
  notAccepted: 'is not accepted',
  notYours: 'This is not your password.',
  codeWrong: 'This code is wrong, old or used. Type the one that is shown now.',
  passwordLength: ({ count }: { count: number }) => `At least ${count} characters.`,
  passwordTooShort: ({ count }: { count: number }) => `Use at least ${count} characters.`,

  // What was paid for one film
  'purchase.refunded': 'Refunded',
  'purchase.disputed': 'Your bank has asked for the payment back',
  'purchase.bought': ({ date }: { date: string }) => `Bought on ${date}`,
  'purchase.rentalEnded': 'Rental ended',
  'purchase.rentedUntil': ({ date }: { date: string }) => `Rented until ${date}`,
  'purchase.rented': 'Rented',
  'purchase.startBy': ({ date }: { date: string }) => `Rented, start by ${date}`,
}
