interface Charged {
  amount: string
}

/** Refusals about plans, payments and what is on sale. */
export const billing = {
  // The viewer's plan
  'billing.noPlan': 'You have no plan.',
  'billing.noPlanYet': 'You have no plan yet. Choose one to begin with.',
  'billing.amountsChanged': 'The amounts have changed. Look at them once more.',
  'billing.change.open': 'A payment is open. Update your card first, then change your plan.',
  'billing.change.paused': 'Your plan is paused. Resume it first, then change it.',
  'billing.change.pending': 'Your first payment is still on its way.',
  'billing.change.wentBack': 'Your last payment went back. Pay again first, on your account page.',
  'billing.change.currency': 'This plan is sold in another currency than the one you pay in.',
  'billing.pause.unpaid': 'Only a plan that is paid for can be paused.',
  'billing.pause.ending': 'Your plan ends anyway. There is nothing to pause.',
  'billing.payAgain.paid': 'No payment for your plan went back, so there is none to make again.',
  'billing.payAgain.none': 'There is no payment to make again. Choose a plan.',
  'billing.payAgain.notOnSale': 'Your plan is not on sale any more. Choose another one.',
  'billing.nothingToManage':
    'There is nothing to manage yet: you have no subscription and no purchase.',

  // Promotion codes
  'billing.code.taken': ({ code }: { code: string }) =>
    `The code ${code} is in use already. Choose another, or switch that one off first.`,
  'billing.code.worth': 'Take off either a percentage or an amount.',
  'billing.code.months': 'Say for how many months, and only where it lasts some months.',
  'billing.code.past': 'This time has passed. Choose one that lies ahead.',
  'billing.code.none': 'Stripe has no such promotion code.',
  'billing.code.over': 'This code is used up or over. Make a new one.',

  // Checkout
  'billing.otherAccount':
    'This payment was made with another account. Sign out, then sign in with the one that paid.',
  'billing.priceGone': 'This price is no longer on sale. Reload the page and choose again.',
  'billing.notInCurrency': ({ currency }: { currency: string }) =>
    `This plan is not sold in ${currency}. Choose another currency.`,
  'billing.currencyOfPlan': 'A currency is chosen for a plan only. Leave it out.',
  'billing.notForRent': 'This film is not on sale to rent. Reload the page to see how to watch it.',
  'billing.notForSale': 'This film is not on sale to buy. Reload the page to see how to watch it.',
  'billing.boughtAll': 'All of these films are yours already. Press play.',
  'billing.bought': 'This film is yours already. Press play.',
  'billing.rented': 'You have rented this film. Press play.',
  'billing.underWay':
    'Your payment for this is on its way. That can take a few days; then press play.',
  'billing.either': 'Send either priceId, or videoId and kind, or bundleId.',
  'billing.eitherField': 'or videoId and kind',

  // The operator's payments
  'billing.noCustomer': 'Stripe has no such customer.',
  'billing.joinUnverified':
    'The address of this account is not confirmed, so it may be somebody else’s. Its owner confirms it in their settings; then join the customer.',
  'billing.othersCustomer': 'This customer belongs to another account.',
  'billing.notArrived': 'This payment has not arrived.',
  'billing.refunded': 'This payment has been refunded already.',
  'billing.refundLeft': ({ left }: { left: number }) =>
    `amount: at most ${left} is left of this payment.`,
  'billing.refundMost': ({ left }: { left: number }) => `must be at most ${left}`,
  'billing.cursor': 'must be one that was answered',
  'billing.notAnEvent': 'The body is not a Stripe event.',
  'billing.webhookAddress': ({ url }: { url: string }) =>
    `Stripe does not accept ${url} as an address for its messages. Set PUBLIC_URL to the address that the world reaches this site by, with https.`,

  // The operator's plans and prices
  'billing.samePlanName': ({ name }: { name: string }) =>
    `There is a plan called “${name}” already. Give this one another name.`,
  'billing.archived': 'This plan is archived. Put it on sale again before you change it.',
  'billing.samePrice': 'is a second price for the same time and currency',
  'billing.price.currency': 'Stripe charges no cards in this currency. Choose another one.',
  'billing.price.least': ({ amount }: Charged) =>
    `The smallest price that Stripe charges is ${amount}.`,
  'billing.price.most': ({ amount }: Charged) =>
    `The largest price that Stripe charges is ${amount}.`,
  'billing.price.step': ({ currency, amount }: Charged & { currency: string }) =>
    `Stripe charges ${currency} in steps of ${amount}.`,

  // Access without payment
  'billing.grantEnd': 'must lie in the future',
  'billing.grantEither': 'Send either planId or videoId.',
  'billing.grantEitherField': 'or videoId, not both',
}
