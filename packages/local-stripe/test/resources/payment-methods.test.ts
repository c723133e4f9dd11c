import t from 'tap'
import { fault, stand } from '../stand.ts'

t.test(
  'a payment method belongs to one customer, and is nobody’s default once detached',
  async (t) => {
    const { stripe } = await stand(t)
    const [first, second] = [await stripe.customers.create(), await stripe.customers.create()]
    const method = await stripe.paymentMethods.attach('pm_card_mastercard', { customer: first.id })
    t.match(method, {
      type: 'card',
      customer: first.id,
      card: { brand: 'mastercard', last4: '4444' },
    })
    t.match(await fault(stripe.paymentMethods.attach(method.id, { customer: second.id })), {
      statusCode: 400,
    })
    t.match(
      await fault(
        stripe.customers.update(second.id, {
          invoice_settings: { default_payment_method: method.id },
        }),
      ),
      { param: 'invoice_settings[default_payment_method]' },
    )
    await stripe.customers.update(first.id, {
      invoice_settings: { default_payment_method: method.id },
    })
    await stripe.paymentMethods.detach(method.id)
    t.match(await stripe.customers.retrieve(first.id), {
      invoice_settings: { default_payment_method: null },
    })
    t.match(await fault(stripe.paymentMethods.detach(method.id)), { statusCode: 400 })
  },
)

t.test('card numbers are taken only if they are test cards', async (t) => {
  const { stripe } = await stand(t)
  const create = (number: string) =>
    stripe.paymentMethods.create({
      type: 'card',
      card: { number, exp_month: 5, exp_year: 2031, cvc: '123' },
    })
  t.match(await create('4242 4242 4242 4242'), {
    card: { last4: '4242', exp_month: 5, exp_year: 2031 },
  })
  t.match(await fault(create('4111111111111111')), {
    type: 'StripeCardError',
    code: 'incorrect_number',
  })
})
