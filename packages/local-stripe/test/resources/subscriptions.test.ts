import t from 'tap'
import { advance, at, fault, shop, stand, subscriber } from '../stand.ts'

t.test(
  'a subscription without a way to pay is refused, or waits for its first payment',
  async (t) => {
    const { stripe } = await stand(t)
    const { monthly, customer } = await shop(stripe)
    const create = (payment_behavior?: 'default_incomplete') =>
      stripe.subscriptions.create({
        customer: customer.id,
        items: [{ price: monthly.id }],
        payment_behavior,
        expand: ['latest_invoice.confirmation_secret', 'latest_invoice.payments'],
      })
    t.match(await fault(create()), {
      code: 'resource_missing',
      message: /no attached payment source/,
    })
    t.strictSame((await stripe.subscriptions.list({ customer: customer.id })).data, [])

    const waiting = await create('default_incomplete')
    t.match(waiting, {
      status: 'incomplete',
      latest_invoice: {
        status: 'open',
        confirmation_secret: { type: 'payment_intent' },
        payments: { data: [{ status: 'open', payment: { type: 'payment_intent' } }] },
      },
    })
    const [payment] = (await stripe.invoicePayments.list({ status: 'open' })).data
    await stripe.paymentIntents.confirm(String(payment?.payment.payment_intent), {
      payment_method: 'pm_card_visa',
    })
    t.equal((await stripe.subscriptions.retrieve(waiting.id)).status, 'active')
  },
)

t.test('a first charge that fails leaves it incomplete, or makes nothing at all', async (t) => {
  const { stripe } = await stand(t)
  const { monthly, customer } = await shop(stripe)
  const method = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', {
    customer: customer.id,
  })
  const create = (payment_behavior: 'allow_incomplete' | 'error_if_incomplete') =>
    stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: monthly.id }],
      default_payment_method: method.id,
      payment_behavior,
    })
  t.match(await fault(create('error_if_incomplete')), { statusCode: 402, code: 'card_declined' })
  t.strictSame((await stripe.invoices.list({ customer: customer.id })).data, [])
  t.equal((await create('allow_incomplete')).status, 'incomplete')
})

t.test('periods are on the items, and so is the price with its plan', async (t) => {
  const { stripe } = await stand(t)
  const { subscription, monthly } = await subscriber(stripe)
  t.notOk('current_period_end' in subscription)
  const [item] = subscription.items.data
  t.match(item, {
    current_period_start: at('2026-01-15T10:00:00Z'),
    current_period_end: at('2026-02-15T10:00:00Z'),
    price: { id: monthly.id },
    plan: { id: monthly.id, amount: 999, interval: 'month' },
    quantity: 1,
  })
  t.equal(String(item?.price.unit_amount_decimal), '999')
  const listed = await stripe.subscriptionItems.list({ subscription: subscription.id })
  t.strictSame(
    listed.data.map(({ id }) => id),
    [item?.id],
  )
  t.equal((await stripe.subscriptionItems.retrieve(item?.id ?? '')).subscription, subscription.id)
})

t.test('lists leave canceled ones out unless they are asked for', async (t) => {
  const { stripe } = await stand(t)
  const { customer, subscription, monthly } = await subscriber(stripe)
  const other = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: monthly.id, quantity: 2 }],
  })
  await stripe.subscriptions.cancel(subscription.id)
  const ids = async (status?: 'active' | 'all' | 'canceled' | 'ended') =>
    (await stripe.subscriptions.list({ customer: customer.id, status })).data.map(({ id }) => id)
  t.strictSame(await ids(), [other.id])
  t.strictSame(await ids('active'), [other.id])
  t.strictSame(await ids('canceled'), [subscription.id])
  t.strictSame(await ids('ended'), [subscription.id])
  t.strictSame(await ids('all'), [other.id, subscription.id])
})

t.test('an ended subscription cannot be changed or ended again', async (t) => {
  const { stripe } = await stand(t)
  const { subscription } = await subscriber(stripe)
  t.match(await stripe.subscriptions.cancel(subscription.id), {
    status: 'canceled',
    canceled_at: at('2026-01-15T10:00:00Z'),
    ended_at: at('2026-01-15T10:00:00Z'),
  })
  t.match(
    await fault(stripe.subscriptions.update(subscription.id, { cancel_at_period_end: false })),
    {
      code: 'invalid_canceled_subscription_fields',
    },
  )
  t.match(await fault(stripe.subscriptions.cancel(subscription.id)), { code: 'resource_missing' })
  t.match(await stripe.subscriptions.update(subscription.id, { metadata: { note: 'gone' } }), {
    metadata: { note: 'gone' },
  })
})

t.test('a cancellation with prorations gives the rest back, on a last invoice', async (t) => {
  const { stripe } = await stand(t)
  const { subscription, clock, customer } = await subscriber(stripe)
  await advance(stripe, clock, '2026-01-30T22:00:00Z')
  await stripe.subscriptions.cancel(subscription.id, { prorate: true, invoice_now: true })
  const [last] = (await stripe.invoices.list({ subscription: subscription.id })).data
  t.match(last, { total: -500, amount_due: 0, status: 'paid', ending_balance: -500 })
  t.match(await stripe.customers.retrieve(customer.id), { balance: -500 })
})

t.test('it can be set to end at a moment, or with the period that ends last', async (t) => {
  const { stripe } = await stand(t)
  const { subscription, clock } = await subscriber(stripe)
  const { id } = subscription
  t.match(await stripe.subscriptions.update(id, { cancel_at: 'max_period_end' }), {
    cancel_at: at('2026-02-15T10:00:00Z'),
    cancel_at_period_end: false,
  })
  t.match(await stripe.subscriptions.update(id, { cancel_at: '' }), { cancel_at: null })
  t.match(await fault(stripe.subscriptions.update(id, { cancel_at: at('2026-01-15T10:00:00Z') })), {
    param: 'cancel_at',
  })
  await stripe.subscriptions.update(id, { cancel_at: at('2026-01-20T00:00:00Z') })
  await advance(stripe, clock, '2026-01-21T00:00:00Z')
  t.match(await stripe.subscriptions.retrieve(id), {
    status: 'canceled',
    ended_at: at('2026-01-20T00:00:00Z'),
  })
})

t.test('a paused subscription has no invoices, and resumes with one', async (t) => {
  const { stripe, eventTypes } = await stand(t)
  const { subscription, clock } = await subscriber(stripe)
  const paused = await stripe.subscriptions.pause(subscription.id, {
    bill_for: { unused_time_from: { type: 'none' } },
  })
  t.match(paused, {
    status: 'paused',
    status_details: { paused: { subscription: { type: 'pause_requested' } } },
  })
  await advance(stripe, clock, '2026-03-01T00:00:00Z')
  t.equal((await stripe.invoices.list({ subscription: subscription.id })).data.length, 1)
  const resumed = await stripe.subscriptions.resume(subscription.id)
  t.match(resumed, {
    status: 'active',
    items: { data: [{ current_period_end: at('2026-04-01T00:00:00Z') }] },
  })
  t.notOk(resumed.status_details)
  const types = await eventTypes()
  t.ok(types.includes('customer.subscription.paused'))
  t.ok(types.includes('customer.subscription.resumed'))
  t.match(await fault(stripe.subscriptions.resume(subscription.id)), { statusCode: 400 })
})

t.test('a trial can be ended, or made longer', async (t) => {
  const { stripe } = await stand(t)
  const { subscription, clock } = await subscriber(stripe, { trial_period_days: 7 })
  const longer = await stripe.subscriptions.update(subscription.id, {
    trial_end: at('2026-02-10T00:00:00Z'),
  })
  t.match(longer, {
    status: 'trialing',
    trial_end: at('2026-02-10T00:00:00Z'),
    items: { data: [{ current_period_end: at('2026-02-10T00:00:00Z') }] },
  })
  await advance(stripe, clock, '2026-01-25T00:00:00Z')
  const ended = await stripe.subscriptions.update(subscription.id, {
    trial_end: 'now',
    expand: ['latest_invoice'],
  })
  t.match(ended, {
    status: 'active',
    trial_end: at('2026-01-25T00:00:00Z'),
    latest_invoice: { status: 'paid', total: 999 },
    items: { data: [{ current_period_end: at('2026-02-25T00:00:00Z') }] },
  })
})

t.test('a coupon for months is gone after them', async (t) => {
  const { stripe } = await stand(t)
  const coupon = await stripe.coupons.create({
    amount_off: 400,
    currency: 'usd',
    duration: 'repeating',
    duration_in_months: 2,
  })
  const { subscription, clock } = await subscriber(stripe, { discounts: [{ coupon: coupon.id }] })
  await advance(stripe, clock, '2026-03-15T10:00:00Z')
  await advance(stripe, clock, '2026-04-15T12:00:00Z')
  const invoices = (await stripe.invoices.list({ subscription: subscription.id })).data
  t.strictSame(
    invoices.map(({ total }) => total),
    [999, 999, 599, 599],
  )
})

t.test('a discount can be taken off', async (t) => {
  const { stripe } = await stand(t)
  const coupon = await stripe.coupons.create({ percent_off: 50, duration: 'forever' })
  const { subscription } = await subscriber(stripe, { discounts: [{ coupon: coupon.id }] })
  t.equal(subscription.discounts.length, 1)
  t.match(await stripe.subscriptions.deleteDiscount(subscription.id), { deleted: true })
  t.strictSame((await stripe.subscriptions.retrieve(subscription.id)).discounts, [])
})

t.test('items can be added and taken away, but not all of them', async (t) => {
  const { stripe } = await stand(t)
  const { subscription, product } = await subscriber(stripe)
  const extra = await stripe.prices.create({
    product: product.id,
    currency: 'usd',
    unit_amount: 200,
    recurring: { interval: 'month' },
  })
  const [item] = subscription.items.data
  const two = await stripe.subscriptions.update(subscription.id, { items: [{ price: extra.id }] })
  t.equal(two.items.data.length, 2)
  const one = await stripe.subscriptions.update(subscription.id, {
    items: [{ id: item?.id, deleted: true }],
  })
  t.strictSame(
    one.items.data.map(({ price }) => price.id),
    [extra.id],
  )
  const none = stripe.subscriptions.update(subscription.id, {
    items: [{ id: one.items.data[0]?.id, deleted: true }],
  })
  t.match(await fault(none), { param: 'items' })
  const stranger = stripe.subscriptions.update(subscription.id, { items: [{ id: 'si_none' }] })
  t.match(await fault(stranger), { code: 'resource_missing', param: 'items[0][id]' })
})

t.test('a deleted test clock takes what lives by it along', async (t) => {
  const { stripe } = await stand(t)
  const { subscription, clock, customer } = await subscriber(stripe)
  t.strictSame((await stripe.customers.list()).data, [], 'only its clock lists its customers')
  t.equal((await stripe.customers.list({ test_clock: clock })).data.length, 1)
  await stripe.testHelpers.testClocks.del(clock)
  t.match(await stripe.customers.retrieve(customer.id), { deleted: true })
  t.equal((await stripe.subscriptions.retrieve(subscription.id)).status, 'canceled')
  t.match(await fault(stripe.testHelpers.testClocks.retrieve(clock)), { statusCode: 404 })
})
