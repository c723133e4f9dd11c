/** What a refusal of Stripe's means for whoever pressed the button. */
export const stripe = {
  'stripe.refused': 'The payment provider refused this. Please tell whoever runs this site.',
  'stripe.confirm':
    'Your bank wants you to confirm this payment, so nothing has changed yet. Confirm it on your account page, or use another card.',
  'stripe.gone':
    'This is not there any more at the payment provider. Reload the page and try again.',
  'stripe.otherState':
    'This payment has changed in the meantime. Reload the page and look at it again.',
  'stripe.email': 'The payment provider does not accept this e-mail address. Use another one.',
  'stripe.taxNumber': 'This tax number is not valid. Check it and try again.',
  'stripe.address':
    'The payment provider does not accept this address. Check it, or write it in another way.',
  'stripe.code': 'This code cannot be used any more. Take it out, or use another one.',
  'stripe.price': 'This price is not offered any more. Reload the page and choose again.',
  'stripe.currencies':
    'You already pay in another currency, and the payment provider allows one at a time. Choose that one, or end what runs in it first.',
  'stripe.tooManyPlans':
    'There are too many subscriptions already. Please write to whoever runs this site.',
  'stripe.amount':
    'This amount cannot be charged in this currency. Please tell whoever runs this site.',
  'stripe.refunded': 'This payment has been refunded already.',
  'stripe.disputed': 'The bank has asked for this payment back already, so it cannot be refunded.',
  'stripe.notRefundable': 'This payment cannot be refunded.',
  'stripe.balance':
    'There is not enough money in the Stripe account for this refund. Try again after the next payments.',
  'stripe.noMoney': 'There is not enough money for this payment.',
  'stripe.busy': 'The payment provider is busy. Try again in a moment.',
}
