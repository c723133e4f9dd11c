import type Stripe from 'stripe'
import t from 'tap'
import { fault, stand } from '../stand.ts'

/** A payment of $10, made with a card of this kind. */
const pay = (stripe: Stripe, payment_method = 'pm_card_visa') =>
  stripe.paymentIntents.create({ amount: 1000, currency: 'usd', payment_method, confirm: true })

t.test('money goes back in parts, and never more than was paid', async (t) => {
  const { stripe, eventTypes } = await stand(t)
  const intent = await pay(stripe)
  const part = await stripe.refunds.create({ payment_intent: intent.id, amount: 400 })
  t.match(part, { status: 'succeeded', amount: 400, charge: intent.latest_charge })
  const charge = async () =>
    stripe.charges.retrieve(String(intent.latest_charge), { expand: ['refunds'] })
  t.match(await charge(), { amount_refunded: 400, refunded: false })

  t.match(await fault(stripe.refunds.create({ payment_intent: intent.id, amount: 601 })), {
    statusCode: 400,
    param: 'amount',
    message: 'Refund amount ($6.01) is greater than unrefunded amount on charge ($6.00)',
  })
  await stripe.refunds.create({ charge: String(intent.latest_charge), reason: 'duplicate' })
  t.match(await charge(), {
    amount_refunded: 1000,
    refunded: true,
    refunds: { data: [{ amount: 600, reason: 'duplicate' }, { amount: 400 }] },
  })
  t.match(await fault(stripe.refunds.create({ payment_intent: intent.id })), {
    code: 'charge_already_refunded',
  })
  t.strictSame((await eventTypes()).slice(3), [
    'refund.created',
    'charge.refunded',
    'refund.created',
    'charge.refunded',
  ])
  const [refunded] = (await stripe.events.list({ type: 'charge.refunded' })).data
  t.match(refunded?.data.previous_attributes, { amount_refunded: 400, refunded: false })
})

t.test('a payment that failed has nothing to give back', async (t) => {
  const { stripe } = await stand(t)
  const declined = await fault(pay(stripe, 'pm_card_visa_chargeDeclined'))
  t.match(await fault(stripe.refunds.create({ charge: declined.charge })), {
    code: 'charge_not_refundable',
  })
  t.match(await fault(stripe.refunds.create({ amount: 1 })), { code: 'parameter_missing' })
})
