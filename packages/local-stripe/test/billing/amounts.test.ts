import type Stripe from 'stripe'
import t from 'tap'
import { advance, at, checkoutFor, fault, shop, stand } from '../stand.ts'

const line = (currency: string, amount: number) => ({
  price_data: { currency, unit_amount: amount, product_data: { name: 'Film' } },
  quantity: 1,
})

const buying = (
  currency: string,
  amount: number,
  more: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Stripe.Checkout.SessionCreateParams => ({
  mode: 'payment',
  line_items: [line(currency, amount)],
  success_url: 'https://shop.test/thanks',
  ...more,
})

t.test('a checkout and an intent are for the least amount of their currency or more', async (t) => {
  const { stripe } = await stand(t)
  for (const [currency, least, text] of [
    ['usd', 50, '$0.50'],
    ['gbp', 30, '£0.30'],
    ['jpy', 50, '¥50'],
    ['huf', 17_500, 'HUF 175.00'],
  ] as const) {
    const says = new RegExp(`at least ${text.replace('$', '\\$').replace(' ', '\\s')} ${currency}$`)
    const small = { code: 'amount_too_small', statusCode: 400, message: says }
    t.match(await fault(stripe.checkout.sessions.create(buying(currency, least - 1))), small)
    t.match(await fault(stripe.paymentIntents.create({ currency, amount: least - 1 })), small)
    t.match(await stripe.checkout.sessions.create(buying(currency, least)), { status: 'open' })
    t.match(await stripe.paymentIntents.create({ currency, amount: least }), { amount: least })
  }
  t.match(await fault(stripe.paymentIntents.create({ currency: 'usd', amount: 100_000_000 })), {
    code: 'amount_too_large',
  })
})

t.test(
  'what costs nothing is no amount that is too small, what a coupon leaves may be',
  async (t) => {
    const { stripe } = await stand(t)
    const coupon = await stripe.coupons.create({ percent_off: 95, duration: 'once' })
    const all = await stripe.coupons.create({ percent_off: 100, duration: 'once' })
    const off = (id: string) => buying('usd', 900, { discounts: [{ coupon: id }] })
    t.match(await fault(stripe.checkout.sessions.create(off(coupon.id))), {
      code: 'amount_too_small',
    })
    t.match(await stripe.checkout.sessions.create(off(all.id)), { amount_total: 0 })
  },
)

t.test('a plan that is too cheap is found out at its checkout; a trial of it is not', async (t) => {
  const { stripe } = await stand(t)
  const { product } = await shop(stripe)
  const cheap = await stripe.prices.create({
    product: product.id,
    currency: 'usd',
    unit_amount: 30,
    recurring: { interval: 'month' },
  })
  t.match(await fault(checkoutFor(stripe, cheap.id)), { code: 'amount_too_small' })
  const trial = { subscription_data: { trial_period_days: 7 } }
  t.match(await checkoutFor(stripe, cheap.id, trial), { amount_total: 0 })
})

t.test('three decimals end in a nought, and some currencies know whole units only', async (t) => {
  const { stripe } = await stand(t)
  for (const [currency, wrong, right] of [
    ['kwd', 1234, 1230],
    ['isk', 550, 500],
  ] as const) {
    const invalid = { code: 'invalid_charge_amount', statusCode: 400 }
    t.match(await fault(stripe.checkout.sessions.create(buying(currency, wrong))), invalid)
    t.match(await fault(stripe.paymentIntents.create({ currency, amount: wrong })), invalid)
    await stripe.paymentIntents.create({ currency, amount: right })
  }
})

t.test('a currency that Stripe does not take is refused everywhere', async (t) => {
  const { stripe } = await stand(t)
  const refused = { statusCode: 400, message: /^Invalid currency: xyz/ }
  t.match(await fault(stripe.checkout.sessions.create(buying('xyz', 500))), refused)
  const product_data = { name: 'Film' }
  t.match(
    await fault(stripe.prices.create({ currency: 'xyz', unit_amount: 500, product_data })),
    refused,
  )
})

t.test('an invoice too small to be charged is paid, and owed on the next', async (t) => {
  const { stripe } = await stand(t)
  const clock = await stripe.testHelpers.testClocks.create({
    frozen_time: at('2026-01-15T10:00:00Z'),
  })
  const { customer, product } = await shop(stripe, {
    test_clock: clock.id,
    payment_method: 'pm_card_visa',
    invoice_settings: { default_payment_method: 'pm_card_visa' },
  })
  const cheap = await stripe.prices.create({
    product: product.id,
    currency: 'usd',
    unit_amount: 30,
    recurring: { interval: 'month' },
  })
  const { latest_invoice } = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: cheap.id }],
    expand: ['latest_invoice'],
  })
  t.match(latest_invoice, { status: 'paid', total: 30, amount_due: 0, ending_balance: 30 })
  t.match(await stripe.customers.retrieve(customer.id), { balance: 30 })
  await advance(stripe, clock.id, '2026-02-15T11:00:00Z')
  const [next] = (await stripe.invoices.list({ customer: customer.id })).data
  t.match(next, { status: 'paid', total: 30, starting_balance: 30, amount_due: 60 })
  t.match(await stripe.customers.retrieve(customer.id), { balance: 0 })
})
