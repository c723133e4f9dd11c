/** Why a charge is refused, in Stripe's codes and words. */
export interface Decline {
  code: string
  declineCode?: string
  message: string
  adviceCode?: string
}

export interface TestCard {
  number: string
  brand: 'visa' | 'mastercard' | 'amex'
  label: string
  /** Refused already when it is attached to a customer or set up. */
  refusedAtSetup?: Decline
  /** Refused when it is charged. */
  refusedAtCharge?: Decline
  /** Whether the holder must confirm (3-D Secure): never, until set up once, every time. */
  confirmation: 'never' | 'until_set_up' | 'always'
  /** A dispute with this reason follows each payment. */
  disputeReason?: string
}

const declined = (declineCode: string): Decline => ({
  code: 'card_declined',
  declineCode,
  message: 'Your card was declined.',
  adviceCode: 'try_again_later',
})

const generic = declined('generic_decline')
const insufficient: Decline = {
  ...declined('insufficient_funds'),
  message: 'Your card has insufficient funds.',
}
const expired: Decline = { code: 'expired_card', message: 'Your card has expired.' }
const wrongCode: Decline = {
  code: 'incorrect_cvc',
  message: "Your card's security code is incorrect.",
}
const processing: Decline = {
  code: 'processing_error',
  message: 'An error occurred while processing your card. Try again in a little bit.',
}

const refused = (number: string, label: string, decline: Decline): TestCard => ({
  number,
  brand: 'visa',
  label,
  refusedAtSetup: decline,
  refusedAtCharge: decline,
  confirmation: 'never',
})

/** Stripe's own test cards, as its documentation lists them. */
export const testCards: readonly TestCard[] = [
  { number: '4242424242424242', brand: 'visa', label: 'Pays', confirmation: 'never' },
  refused('4000000000000002', 'Is declined', generic),
  {
    number: '4000000000000341',
    brand: 'visa',
    label: 'Is accepted, but every charge fails',
    refusedAtCharge: generic,
    confirmation: 'never',
  },
  {
    number: '4000002500003155',
    brand: 'visa',
    label: 'Asks for confirmation',
    confirmation: 'until_set_up',
  },
  {
    number: '4000000000000259',
    brand: 'visa',
    label: 'Pays, then is disputed',
    confirmation: 'never',
    disputeReason: 'fraudulent',
  },
  {
    number: '4000002760003184',
    brand: 'visa',
    label: 'Asks for confirmation every time',
    confirmation: 'always',
  },
  refused('4000000000009995', 'Has insufficient funds', insufficient),
  refused('4000000000000069', 'Has expired', expired),
  refused('4000000000000127', 'Has a wrong security code', wrongCode),
  refused('4000000000000119', 'Fails with a processing error', processing),
  { number: '5555555555554444', brand: 'mastercard', label: 'Pays', confirmation: 'never' },
  { number: '378282246310005', brand: 'amex', label: 'Pays', confirmation: 'never' },
  {
    number: '4000000000002685',
    brand: 'visa',
    label: 'Pays, then is disputed as not received',
    confirmation: 'never',
    disputeReason: 'product_not_received',
  },
]

/** Stripe's ready-made payment methods and tokens, by the card behind each. */
const readyMade: Readonly<Record<string, string>> = {
  visa: '4242424242424242',
  mastercard: '5555555555554444',
  amex: '378282246310005',
  visa_chargeDeclined: '4000000000000002',
  chargeDeclined: '4000000000000002',
  chargeDeclinedInsufficientFunds: '4000000000009995',
  visa_chargeDeclinedInsufficientFunds: '4000000000009995',
  chargeDeclinedExpiredCard: '4000000000000069',
  chargeDeclinedIncorrectCvc: '4000000000000127',
  chargeDeclinedProcessingError: '4000000000000119',
  chargeCustomerFail: '4000000000000341',
  authenticationRequired: '4000002760003184',
  authenticationRequiredOnSetup: '4000002500003155',
  createDispute: '4000000000000259',
  createDisputeProductNotReceived: '4000000000002685',
}

/** Mistyped so often that it is taken for the card that it is meant to be. */
const alsoKnownAs: ReadonlyMap<string, string> = new Map([['4000002760003155', '4000002500003155']])

/** The test card of a number, spaces ignored. `3155` and the like stand for the card that ends so. */
export function testCard(number: string): TestCard | undefined {
  const typed = number.replaceAll(/\s/g, '')
  const digits = alsoKnownAs.get(typed) ?? typed
  return testCards.find((card) =>
    digits.length === 4 ? card.number.endsWith(digits) : card.number === digits,
  )
}

/** The card behind `pm_card_visa`, `tok_visa` and the like. */
export function readyMadeCard(id: string): TestCard | undefined {
  const name = /^(?:pm_card|tok)_(.+)$/.exec(id)?.[1]
  if (name === undefined || !Object.hasOwn(readyMade, name)) return undefined
  return testCard(readyMade[name] ?? '')
}

/** "4242 4242 4242 4242" */
export const spaced = (number: string): string => number.replaceAll(/(\d{4})(?=\d)/g, '$1 ')
