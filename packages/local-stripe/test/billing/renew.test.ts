import type Stripe from 'stripe'
import t from 'tap'
import { advance, at, fault, member, shop, stand, subscriber } from '../stand.ts'

const periodOf = ({ items }: Stripe.Subscription) => [
  items.data[0]?.current_period_start,
  items.data[0]?.current_period_end,
]

t.test('a month passes, and the subscription is renewed and paid', async (t) => {
  const { stripe, eventTypes } = await stand(t)
  const { clock, subscription } = await subscriber(stripe)
  t.equal(subscription.status, 'active')
  const before = await eventTypes()
  await advance(stripe, clock, '2026-02-15T10:30:00Z')
  const renewed = await stripe.subscriptions.retrieve(subscription.id, {
    expand: ['latest_invoice'],
  })
  t.strictSame(periodOf(renewed), [at('2026-02-15T10:00:00Z'), at('2026-03-15T10:00:00Z')])
  t.match(renewed.latest_invoice, { status: 'draft', billing_reason: 'subscription_cycle' })

  await advance(stripe, clock, '2026-02-15T11:00:00Z')
  const [invoice] = (await stripe.invoices.list({ subscription: subscription.id })).data
  t.match(invoice, { status: 'paid', amount_paid: 999, attempt_count: 1 })
  t.strictSame((await eventTypes()).slice(before.length), [
    'test_helpers.test_clock.advancing',
    'invoice.created',
    'customer.subscription.updated',
    'test_helpers.test_clock.ready',
    'test_helpers.test_clock.advancing',
    'customer.updated',
    'invoice.finalized',
    'payment_intent.created',
    'charge.succeeded',
    'payment_intent.succeeded',
    'invoice_payment.paid',
    'invoice.paid',
    'invoice.payment_succeeded',
    'test_helpers.test_clock.ready',
  ])
})

t.test('a clock moves two intervals at most, and never back', async (t) => {
  const { stripe } = await stand(t)
  const { clock } = await subscriber(stripe)
  for (const to of ['2026-03-15T10:00:01Z', '2026-01-15T10:00:00Z']) {
    t.match(await fault(advance(stripe, clock, to)), { statusCode: 400, param: 'frozen_time' })
  }
  await advance(stripe, clock, '2026-03-15T10:00:00Z')
})

t.test('the clock answers that it is advancing, then that it is ready', async (t) => {
  const { stripe } = await stand(t)
  const { clock } = await subscriber(stripe)
  const moving = await stripe.testHelpers.testClocks.advance(clock, {
    frozen_time: at('2026-01-16T10:00:00Z'),
  })
  t.match(moving, {
    status: 'advancing',
    status_details: { advancing: { target_frozen_time: at('2026-01-16T10:00:00Z') } },
  })
  const still = await stripe.testHelpers.testClocks.retrieve(clock)
  t.match(still, { status: 'ready', frozen_time: at('2026-01-16T10:00:00Z') })
})

for (const [afterRetries, end] of [
  ['cancel', 'canceled'],
  ['unpaid', 'unpaid'],
  ['past_due', 'past_due'],
] as const) {
  t.test(
    `charges that go on failing end in ${end} when the account is set to ${afterRetries}`,
    async (t) => {
      const { stripe, door } = await stand(t)
      await door('/_local/settings', { afterRetries, retryDays: [3, 5] })
      const { clock, subscription, customer } = await subscriber(stripe)
      const failing = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', {
        customer: customer.id,
      })
      await stripe.subscriptions.update(subscription.id, { default_payment_method: failing.id })
      const status = async () => (await stripe.subscriptions.retrieve(subscription.id)).status
      const invoice = async () => (await stripe.invoices.list({ customer: customer.id })).data[0]

      await advance(stripe, clock, '2026-02-15T11:00:00Z')
      t.equal(await status(), 'past_due')
      t.match(await invoice(), {
        status: 'open',
        attempt_count: 1,
        next_payment_attempt: at('2026-02-18T11:00:00Z'),
      })
      await advance(stripe, clock, '2026-02-18T11:00:00Z')
      t.match(await invoice(), {
        attempt_count: 2,
        next_payment_attempt: at('2026-02-23T11:00:00Z'),
      })
      t.equal(await status(), 'past_due')
      await advance(stripe, clock, '2026-02-23T11:00:00Z')
      t.match(await invoice(), { attempt_count: 3, next_payment_attempt: null })
      t.equal(await status(), end)
    },
  )
}

t.test('a past due subscription is active again once its invoice is paid', async (t) => {
  const { stripe } = await stand(t)
  const { clock, subscription, customer, method } = await subscriber(stripe)
  const failing = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', {
    customer: customer.id,
  })
  await stripe.subscriptions.update(subscription.id, { default_payment_method: failing.id })
  await advance(stripe, clock, '2026-02-15T11:00:00Z')
  const [invoice] = (await stripe.invoices.list({ customer: customer.id, status: 'open' })).data
  t.match(await fault(stripe.invoices.pay(invoice?.id ?? '')), {
    type: 'StripeCardError',
    code: 'card_declined',
  })
  t.match(await stripe.invoices.retrieve(invoice?.id ?? ''), { attempt_count: 2 })
  const paid = await stripe.invoices.pay(invoice?.id ?? '', { payment_method: method.id })
  t.equal(paid.status, 'paid')
  t.equal((await stripe.subscriptions.retrieve(subscription.id)).status, 'active')
})

t.test(
  'a cancellation at the period’s end takes place there, and can be taken back before',
  async (t) => {
    const { stripe, eventTypes } = await stand(t)
    const { clock, subscription } = await subscriber(stripe)
    const { id } = subscription
    const end = at('2026-02-15T10:00:00Z')
    t.match(await stripe.subscriptions.update(id, { cancel_at_period_end: true }), {
      status: 'active',
      cancel_at_period_end: true,
      cancel_at: end,
      canceled_at: at('2026-01-15T10:00:00Z'),
    })
    t.match(await stripe.subscriptions.update(id, { cancel_at_period_end: false }), {
      cancel_at_period_end: false,
      cancel_at: null,
      canceled_at: null,
    })
    await stripe.subscriptions.update(id, { cancel_at_period_end: true })
    await advance(stripe, clock, '2026-02-15T09:59:59Z')
    t.equal((await stripe.subscriptions.retrieve(id)).status, 'active')
    await advance(stripe, clock, '2026-02-15T10:00:00Z')
    t.match(await stripe.subscriptions.retrieve(id), {
      status: 'canceled',
      ended_at: end,
      cancellation_details: { reason: 'cancellation_requested' },
    })
    t.equal(
      (await eventTypes()).filter((type) => type === 'customer.subscription.deleted').length,
      1,
    )
    t.equal((await stripe.invoices.list({ subscription: id })).data.length, 1)
  },
)

t.test('a trial costs nothing, then its end is paid', async (t) => {
  const { stripe, eventTypes } = await stand(t)
  const { clock, subscription } = await subscriber(stripe, { trial_period_days: 7 })
  t.match(subscription, {
    status: 'trialing',
    trial_end: at('2026-01-22T10:00:00Z'),
    billing_cycle_anchor: at('2026-01-22T10:00:00Z'),
  })
  const [first] = (await stripe.invoices.list({ subscription: subscription.id })).data
  t.match(first, { status: 'paid', total: 0, lines: { data: [{ amount: 0 }] } })
  await advance(stripe, clock, '2026-01-19T10:00:00Z')
  t.ok((await eventTypes()).includes('customer.subscription.trial_will_end'))
  await advance(stripe, clock, '2026-01-22T11:00:00Z')
  const after = await stripe.subscriptions.retrieve(subscription.id)
  t.equal(after.status, 'active')
  t.strictSame(periodOf(after), [at('2026-01-22T10:00:00Z'), at('2026-02-22T10:00:00Z')])
  const [second] = (await stripe.invoices.list({ subscription: subscription.id })).data
  t.match(second, { status: 'paid', amount_paid: 999 })
})

for (const [behavior, status] of [
  ['cancel', 'canceled'],
  ['pause', 'paused'],
  ['create_invoice', 'past_due'],
] as const) {
  t.test(
    `a trial that ends without a card becomes ${status} when set to ${behavior}`,
    async (t) => {
      const { stripe } = await stand(t)
      const clock = await stripe.testHelpers.testClocks.create({
        frozen_time: at('2026-01-15T10:00:00Z'),
      })
      const { monthly, customer } = await shop(stripe, { test_clock: clock.id })
      const { id } = await stripe.subscriptions.create({
        customer: customer.id,
        items: [{ price: monthly.id }],
        trial_period_days: 7,
        trial_settings: { end_behavior: { missing_payment_method: behavior } },
      })
      await advance(stripe, clock.id, '2026-01-22T11:00:00Z')
      t.equal((await stripe.subscriptions.retrieve(id)).status, status)
    },
  )
}

t.test('an incomplete subscription expires after 23 hours, and its invoice is void', async (t) => {
  const { stripe } = await stand(t)
  const { clock, subscription } = await subscriber(stripe, {
    payment_behavior: 'default_incomplete',
  })
  t.equal(subscription.status, 'incomplete')
  await advance(stripe, clock, '2026-01-16T08:59:59Z')
  t.equal((await stripe.subscriptions.retrieve(subscription.id)).status, 'incomplete')
  await advance(stripe, clock, '2026-01-16T09:00:00Z')
  const expired = await stripe.subscriptions.retrieve(subscription.id, {
    expand: ['latest_invoice'],
  })
  t.equal(expired.status, 'incomplete_expired')
  t.match(expired.latest_invoice, { status: 'void' })
})

t.test('months keep the day they began on, where there is one', async (t) => {
  const { stripe } = await stand(t)
  const { clock, subscription } = await subscriber(stripe)
  await advance(stripe, clock, '2026-01-31T00:00:00Z')
  const moved = await stripe.subscriptions.update(subscription.id, {
    billing_cycle_anchor: { type: 'now' },
  })
  t.strictSame(periodOf(moved), [at('2026-01-31T00:00:00Z'), at('2026-02-28T00:00:00Z')])
  await advance(stripe, clock, '2026-03-01T00:00:00Z')
  const after = await stripe.subscriptions.retrieve(subscription.id)
  t.strictSame(periodOf(after), [at('2026-02-28T00:00:00Z'), at('2026-03-31T00:00:00Z')])
})

t.test(
  'a paused collection voids, keeps or writes off invoices, and resumes by itself',
  async (t) => {
    const { stripe } = await stand(t)
    const { clock, subscription } = await subscriber(stripe)
    await stripe.subscriptions.update(subscription.id, {
      pause_collection: { behavior: 'void', resumes_at: at('2026-02-20T00:00:00Z') },
    })
    await advance(stripe, clock, '2026-02-16T00:00:00Z')
    const [invoice] = (await stripe.invoices.list({ subscription: subscription.id })).data
    t.equal(invoice?.status, 'void')
    t.match(await stripe.subscriptions.retrieve(subscription.id), {
      status: 'active',
      pause_collection: { behavior: 'void' },
    })
    await advance(stripe, clock, '2026-02-20T00:00:00Z')
    t.equal((await stripe.subscriptions.retrieve(subscription.id)).pause_collection, null)
  },
)

t.test('while collection is paused the invoice of a change is voided too', async (t) => {
  const { stripe } = await stand(t)
  const { subscription } = await subscriber(stripe)
  const [item] = subscription.items.data
  await stripe.subscriptions.update(subscription.id, { pause_collection: { behavior: 'void' } })
  await stripe.subscriptions.update(subscription.id, {
    items: [{ id: item?.id ?? '', quantity: 3 }],
    proration_behavior: 'always_invoice',
  })
  const [invoice] = (await stripe.invoices.list({ subscription: subscription.id })).data
  t.match(invoice, { billing_reason: 'subscription_update', status: 'void' })
})

t.test('what fell due while the server was down is done at its own time', async (t) => {
  const made = await stand(t)
  const { stripe } = made
  const { id } = (await member(stripe)).subscription
  made.clock.pass({ days: 70 })
  await made.restart()
  t.equal((await made.stripe.subscriptions.retrieve(id)).status, 'active')
  const invoices = (await made.stripe.invoices.list({ subscription: id })).data
  t.strictSame(
    invoices.map(({ status, created }) => [status, created]),
    [
      ['paid', at('2026-03-15T10:00:00Z')],
      ['paid', at('2026-02-15T10:00:00Z')],
      ['paid', at('2026-01-15T10:00:00Z')],
    ],
  )
})
