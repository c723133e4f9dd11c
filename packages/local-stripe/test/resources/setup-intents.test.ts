import t from 'tap'
import { fault, stand } from '../stand.ts'

t.test('setting a card up keeps it for its customer, or says why not', async (t) => {
  const { stripe, eventTypes } = await stand(t)
  const customer = await stripe.customers.create()
  const setup = await stripe.setupIntents.create({
    customer: customer.id,
    payment_method: 'pm_card_visa',
    confirm: true,
  })
  t.equal(setup.status, 'succeeded')
  const [kept] = (await stripe.customers.listPaymentMethods(customer.id)).data
  t.equal(kept?.id, setup.payment_method)

  const error = await fault(
    stripe.setupIntents.create({
      customer: customer.id,
      payment_method: 'pm_card_chargeDeclined',
      confirm: true,
    }),
  )
  t.match(error, { code: 'card_declined', setup_intent: { status: 'requires_payment_method' } })
  t.ok((await eventTypes()).includes('setup_intent.setup_failed'))
  const open = await stripe.setupIntents.create({ customer: customer.id })
  t.equal((await stripe.setupIntents.cancel(open.id)).status, 'canceled')
})
