import type Stripe from 'stripe'
import t from 'tap'
import { checkoutFor, fault, shop, stand } from '../stand.ts'

const pay = (id: string) => `/_local/checkout/sessions/${id}/pay`

/** A price in dollars that is also in euros and yen, monthly or once. */
async function priced(stripe: Stripe, recurring: boolean) {
  const { product, customer } = await shop(stripe)
  const price = await stripe.prices.create({
    product: product.id,
    currency: 'usd',
    unit_amount: 900,
    currency_options: { eur: { unit_amount: 850 }, jpy: { unit_amount: 1400 } },
    ...(recurring && { recurring: { interval: 'month' } }),
  })
  return { price, product, customer }
}

t.test('other currencies show when they are asked for', async (t) => {
  const { stripe } = await stand(t)
  const { price } = await priced(stripe, true)
  t.notOk('currency_options' in price)
  const expand = ['currency_options']
  const full = await stripe.prices.retrieve(price.id, { expand })
  t.match(full.currency_options, {
    usd: { unit_amount: 900 },
    eur: { unit_amount: 850 },
    jpy: { unit_amount: 1400 },
  })
  await stripe.prices.update(price.id, { currency_options: { gbp: { unit_amount: 700 } } })
  const [listed] = (await stripe.prices.list({ expand: ['data.currency_options'] })).data
  t.same(Object.keys(listed?.currency_options ?? {}).sort(), ['eur', 'gbp', 'jpy', 'usd'])
  t.match(
    await fault(
      stripe.prices.update(price.id, { currency_options: { xyz: { unit_amount: 700 } } }),
    ),
    { message: /^Invalid currency: xyz/ },
  )
})

t.test('a checkout is in the currency that was asked for', async (t) => {
  const { stripe, door } = await stand(t)
  const { price, customer } = await priced(stripe, false)
  const buy = (currency?: string) =>
    stripe.checkout.sessions.create({
      mode: 'payment',
      customer: customer.id,
      line_items: [{ price: price.id, quantity: 2 }],
      success_url: 'https://shop.test/thanks',
      ...(currency && { currency }),
    })
  t.match(await buy(), { currency: 'usd', amount_total: 1800 })
  const session = await buy('eur')
  t.match(session, { currency: 'eur', amount_total: 1700 })
  const { body } = await door(pay(session.id), { card: '4242' })
  t.match(await stripe.paymentIntents.retrieve(String(body.payment_intent)), {
    currency: 'eur',
    amount_received: 1700,
  })
  t.match(await fault(buy('chf')), { param: 'currency', statusCode: 400 })
})

t.test('a subscription stays in its currency, through a change of price too', async (t) => {
  const { stripe, door } = await stand(t)
  const { price, product, customer } = await priced(stripe, true)
  const session = await checkoutFor(stripe, price.id, { customer: customer.id, currency: 'eur' })
  const { body } = await door(pay(session.id), { card: '4242' })
  const id = String(body.subscription)
  const subscription = await stripe.subscriptions.retrieve(id, { expand: ['latest_invoice'] })
  t.match(subscription, { currency: 'eur', latest_invoice: { currency: 'eur', total: 850 } })
  t.match(await stripe.invoices.createPreview({ subscription: id }), {
    currency: 'eur',
    total: 850,
  })
  const dearer = async (currency_options?: Stripe.PriceCreateParams['currency_options']) => {
    const recurring = { interval: 'month' } as const
    const common = { product: product.id, currency: 'usd', unit_amount: 1900, recurring }
    return (
      await stripe.prices.create({ ...common, ...(currency_options && { currency_options }) })
    ).id
  }
  const change = async (to: string) =>
    stripe.subscriptions.update(id, {
      items: [{ id: subscription.items.data[0]?.id, price: to }],
      proration_behavior: 'none',
    })
  t.match(await fault(change(await dearer())), { param: 'items[0][price]' })
  await change(await dearer({ eur: { unit_amount: 1800 } }))
  t.match(await stripe.invoices.createPreview({ subscription: id }), { total: 1800 })
})

t.test('a subscription by the API takes a currency as well', async (t) => {
  const { stripe } = await stand(t)
  const { price, customer } = await priced(stripe, true)
  const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id })
  const items = [{ price: price.id }]
  const common = { customer: customer.id, items, default_payment_method: id }
  t.match(await stripe.subscriptions.create({ ...common, currency: 'jpy' }), { currency: 'jpy' })
  t.match(await fault(stripe.subscriptions.create({ ...common, currency: 'chf' })), {
    param: 'items[0][price]',
  })
})

t.test('a customer pays in one currency at a time', async (t) => {
  const { stripe, door } = await stand(t)
  const { price, product, customer } = await priced(stripe, true)
  const open = (currency?: string, id = price.id) =>
    checkoutFor(stripe, id, { customer: customer.id, ...(currency && { currency }) })
  const combined = {
    message: /^You cannot combine currencies on a single customer/,
    statusCode: 400,
  }
  const first = await open('eur')
  t.match(await fault(open('jpy')), combined, 'a page is open in another')
  t.match(await open(), { currency: 'eur' }, 'theirs, where none is asked for')
  await door(pay(first.id), { card: '4242' })
  t.match(await fault(open('usd')), combined, 'a subscription runs in another')
  t.match(await open('eur'), { currency: 'eur' })
  const dollars = await stripe.prices.create({
    product: product.id,
    currency: 'usd',
    unit_amount: 500,
    recurring: { interval: 'month' },
  })
  t.match(await fault(open(undefined, dollars.id)), combined, 'one that is not sold in theirs')
  t.match(
    await fault(
      stripe.subscriptions.create({ customer: customer.id, items: [{ price: dollars.id }] }),
    ),
    combined,
  )
  const once = await stripe.prices.create({
    product: product.id,
    currency: 'usd',
    unit_amount: 500,
  })
  const payment = await stripe.checkout.sessions.create({
    mode: 'payment',
    customer: customer.id,
    line_items: [{ price: once.id, quantity: 1 }],
    success_url: 'https://shop.test/thanks',
  })
  t.match(payment, { currency: 'usd' }, 'what is bought once may be in another')
})
