import t from 'tap'
import { fault, stand } from '../stand.ts'

for (const [card, code, declineCode] of [
  ['pm_card_visa_chargeDeclined', 'card_declined', 'generic_decline'],
  ['pm_card_chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds'],
  ['pm_card_chargeDeclinedExpiredCard', 'expired_card', ''],
  ['pm_card_chargeDeclinedIncorrectCvc', 'incorrect_cvc', ''],
  ['pm_card_chargeDeclinedProcessingError', 'processing_error', ''],
] as const) {
  t.test(`${card} is refused with ${code}, and the attempt is on record`, async (t) => {
    const { stripe, eventTypes } = await stand(t)
    const error = await fault(
      stripe.paymentIntents.create({
        amount: 500,
        currency: 'usd',
        payment_method: card,
        confirm: true,
      }),
    )
    t.match(error, {
      type: 'StripeCardError',
      statusCode: 402,
      code,
      decline_code: declineCode,
      payment_intent: { status: 'requires_payment_method', last_payment_error: { code } },
    })
    t.match(await stripe.charges.retrieve(error.charge ?? ''), {
      status: 'failed',
      paid: false,
      failure_code: code,
    })
    t.strictSame(await eventTypes(), [
      'payment_intent.created',
      'charge.failed',
      'payment_intent.payment_failed',
    ])
  })
}

t.test('a payment can be tried again with another card', async (t) => {
  const { stripe } = await stand(t)
  const intent = await stripe.paymentIntents.create({ amount: 500, currency: 'usd' })
  t.equal(intent.status, 'requires_payment_method')
  t.match(await fault(stripe.paymentIntents.confirm(intent.id)), { statusCode: 400 })
  await fault(
    stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa_chargeDeclined' }),
  )
  const paid = await stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa' })
  t.match(paid, { status: 'succeeded', amount_received: 500, last_payment_error: null })
  t.match(await fault(stripe.paymentIntents.confirm(intent.id)), {
    code: 'payment_intent_unexpected_state',
  })
  t.match(await fault(stripe.paymentIntents.cancel(intent.id)), {
    code: 'payment_intent_unexpected_state',
  })
})

t.test('a payment that was called off cannot be made', async (t) => {
  const { stripe, eventTypes } = await stand(t)
  const { id } = await stripe.paymentIntents.create({ amount: 500, currency: 'usd' })
  t.match(await stripe.paymentIntents.cancel(id), { status: 'canceled' })
  t.match(await fault(stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' })), {
    code: 'payment_intent_unexpected_state',
  })
  t.ok((await eventTypes()).includes('payment_intent.canceled'))
})

t.test('a card that asks for confirmation waits for its holder', async (t) => {
  const { stripe, door } = await stand(t)
  const create = () =>
    stripe.paymentIntents.create({
      amount: 500,
      currency: 'usd',
      payment_method: 'pm_card_authenticationRequired',
      confirm: true,
    })
  const waiting = await create()
  t.match(waiting, {
    status: 'requires_action',
    next_action: { type: 'redirect_to_url', redirect_to_url: { url: /\/confirm\/pi_/ } },
  })
  await door(`/_local/intents/${waiting.id}/confirm`, { outcome: 'succeed' })
  t.equal((await stripe.paymentIntents.retrieve(waiting.id)).status, 'succeeded')
  t.equal((await door(`/_local/intents/${waiting.id}/confirm`)).status, 400)

  const refused = await create()
  await door(`/_local/intents/${refused.id}/confirm`, { outcome: 'fail' })
  t.match(await stripe.paymentIntents.retrieve(refused.id), {
    status: 'requires_payment_method',
    last_payment_error: { code: 'payment_intent_authentication_failure' },
  })
})

t.test('without its holder such a card is declined, unless it was set up for that', async (t) => {
  const { stripe, door } = await stand(t)
  const customer = await stripe.customers.create()
  const charge = (payment_method: string) =>
    stripe.paymentIntents.create({
      amount: 500,
      currency: 'usd',
      customer: customer.id,
      payment_method,
      off_session: true,
      confirm: true,
    })
  const attached = await stripe.paymentMethods.attach('pm_card_authenticationRequiredOnSetup', {
    customer: customer.id,
  })
  t.match(await fault(charge(attached.id)), { code: 'authentication_required' })

  const setup = await stripe.setupIntents.create({
    customer: customer.id,
    payment_method: attached.id,
    confirm: true,
  })
  t.equal(setup.status, 'requires_action')
  await door(`/_local/intents/${setup.id}/confirm`)
  t.equal((await stripe.setupIntents.retrieve(setup.id)).status, 'succeeded')
  t.equal((await charge(attached.id)).status, 'succeeded')
})
