import Stripe from 'stripe'
import t from 'tap'
import { at, checkoutFor, endpoint, fault, shop, stand, webhookSecret } from '../stand.ts'

t.test('a card that pays makes a session into an active subscription', async (t) => {
  const { stripe, door, eventTypes } = await stand(t)
  const { monthly, customer } = await shop(stripe)
  const session = await checkoutFor(stripe, monthly.id, {
    customer: customer.id,
    client_reference_id: 'user-1',
    subscription_data: { metadata: { user: '1' } },
  })
  t.equal(session.status, 'open')
  t.equal(session.amount_total, 999)

  const paid = await door(`/_local/checkout/sessions/${session.id}/pay`, {
    card: '4242424242424242',
  })
  t.equal(paid.status, 200)
  t.match(paid.body, { id: session.id, status: 'complete', payment_status: 'paid', url: null })

  const done = await stripe.checkout.sessions.retrieve(session.id, {
    expand: ['subscription.latest_invoice', 'line_items'],
  })
  const subscription = done.subscription as Stripe.Subscription
  t.match(subscription, {
    status: 'active',
    customer: customer.id,
    metadata: { user: '1' },
    cancel_at: null,
    billing_mode: { type: 'flexible' },
  })
  const [item] = subscription.items.data
  t.equal(item?.current_period_end, Date.parse('2026-02-15T10:00:00Z') / 1000)
  t.match(subscription.latest_invoice, { status: 'paid', amount_paid: 999, total: 999 })
  t.equal(done.line_items?.data[0]?.price?.id, monthly.id)
  t.strictSame((await eventTypes()).slice(3), [
    'payment_method.attached',
    'customer.subscription.created',
    'invoice.created',
    'customer.updated',
    'invoice.finalized',
    'payment_intent.created',
    'charge.succeeded',
    'payment_intent.succeeded',
    'invoice_payment.paid',
    'invoice.paid',
    'invoice.payment_succeeded',
    'customer.subscription.updated',
    'checkout.session.completed',
  ])
})

t.test('a declined card is Stripe’s card error, and the session stays open', async (t) => {
  const { stripe, door } = await stand(t)
  const { monthly, customer } = await shop(stripe)
  const session = await checkoutFor(stripe, monthly.id, { customer: customer.id })
  const refused = await door(`/_local/checkout/sessions/${session.id}/pay`, {
    card: '4000000000000002',
  })
  t.equal(refused.status, 402)
  t.match(refused.body, {
    error: { type: 'card_error', code: 'card_declined', decline_code: 'generic_decline' },
  })
  t.equal((await stripe.checkout.sessions.retrieve(session.id)).status, 'open')
  t.strictSame((await stripe.subscriptions.list({ customer: customer.id })).data, [])

  const paid = await door(`/_local/checkout/sessions/${session.id}/pay`, {
    card: '4242424242424242',
  })
  t.equal(paid.body.status, 'complete')
})

t.test('events arrive signed, and the SDK verifies them', async (t) => {
  const { url, received } = await endpoint(t)
  const { stripe, door, clock } = await stand(t, { webhookUrl: url })
  await shop(stripe)
  await door('/_local/webhooks/flush')
  const events = received.map(({ body, signature }) =>
    stripe.webhooks.constructEvent(
      body,
      signature,
      webhookSecret,
      300,
      undefined,
      clock.seconds * 1000,
    ),
  )
  t.strictSame(
    events.map(({ type }) => type),
    ['product.created', 'price.created', 'customer.created'],
  )
  t.equal(events[0]?.api_version, Stripe.API_VERSION)
  const stored = await stripe.events.retrieve(events[0]?.id ?? '')
  t.equal(stored.pending_webhooks, 0)
})

t.test('another key is refused in Stripe’s JSON', async (t) => {
  const { server } = await stand(t)
  const response = await fetch(`${server.url}/v1/customers`, {
    headers: { authorization: 'Bearer sk_test_another' },
  })
  t.equal(response.status, 401)
  t.match(await response.json(), { error: { type: 'invalid_request_error' } })
})

t.test('what was made is still there after a restart', async (t) => {
  const made = await stand(t)
  const { customer } = await shop(made.stripe)
  await made.restart()
  t.equal((await made.stripe.customers.retrieve(customer.id)).id, customer.id)
})

const pay = (id: string) => `/_local/checkout/sessions/${id}/pay`

t.test('a trial is free today, and its card is charged at its end', async (t) => {
  const { stripe, door, clock } = await stand(t)
  const { monthly, customer } = await shop(stripe)
  const session = await checkoutFor(stripe, monthly.id, {
    customer: customer.id,
    subscription_data: { trial_period_days: 14 },
  })
  t.equal(session.amount_total, 0)
  const { body } = await door(pay(session.id), { card: '4242' })
  t.match(body, { status: 'complete', payment_status: 'no_payment_required' })
  const subscription = await stripe.subscriptions.retrieve(String(body.subscription))
  t.match(subscription, { status: 'trialing', trial_end: at('2026-01-29T10:00:00Z') })
  t.type(subscription.default_payment_method, 'string')
  clock.pass({ days: 14, hours: 1 })
  t.equal((await stripe.subscriptions.retrieve(subscription.id)).status, 'active')
  const [invoice] = (await stripe.invoices.list({ customer: customer.id })).data
  t.match(invoice, { amount_paid: 999, status: 'paid' })
})

t.test('a card that fails later is accepted for a trial, and past due after it', async (t) => {
  const { stripe, door, clock } = await stand(t)
  const { monthly, customer } = await shop(stripe)
  const trial = await checkoutFor(stripe, monthly.id, {
    customer: customer.id,
    subscription_data: { trial_period_days: 7 },
  })
  const { body } = await door(pay(trial.id), { card: '4000000000000341' })
  t.equal(body.status, 'complete')
  clock.pass({ days: 7, hours: 1 })
  t.equal((await stripe.subscriptions.retrieve(String(body.subscription))).status, 'past_due')

  const now = await checkoutFor(stripe, monthly.id, { customer: customer.id })
  t.equal((await door(pay(now.id), { card: '4000000000000341' })).status, 402)
})

t.test(
  'a card that asks for confirmation completes the session when it is confirmed',
  async (t) => {
    const { stripe, door } = await stand(t)
    const { monthly, customer } = await shop(stripe)
    const session = await checkoutFor(stripe, monthly.id, { customer: customer.id })
    const confirm = (outcome: string) =>
      door(`/_local/checkout/sessions/${session.id}/confirm`, { outcome })
    t.equal((await confirm('succeed')).status, 400, 'nothing to confirm yet')
    t.equal((await door(pay(session.id), { card: '4000002760003155' })).body.status, 'open')
    t.equal((await stripe.subscriptions.list({ customer: customer.id })).data.length, 0)
    t.match(await confirm('fail'), {
      status: 402,
      body: { error: { code: 'payment_intent_authentication_failure' } },
    })
    await door(pay(session.id), { card: '4000002760003155' })
    const done = await confirm('succeed')
    t.match(done.body, { status: 'complete', payment_status: 'paid' })
  },
)

t.test(
  'a card confirmed at checkout renews without its holder; one that always asks does not',
  async (t) => {
    const { stripe, door, clock } = await stand(t)
    const status = async (card: string) => {
      const { monthly, customer } = await shop(stripe)
      const session = await checkoutFor(stripe, monthly.id, { customer: customer.id })
      await door(pay(session.id), { card })
      await door(`/_local/checkout/sessions/${session.id}/confirm`)
      return async () =>
        (await stripe.subscriptions.list({ customer: customer.id })).data[0]?.status
    }
    const once = await status('4000002760003155')
    const always = await status('4000002760003184')
    t.strictSame([await once(), await always()], ['active', 'active'])
    clock.pass({ days: 31, hours: 1 })
    t.strictSame([await once(), await always()], ['active', 'past_due'])
  },
)

t.test('one film is paid for once, and the intent carries the metadata', async (t) => {
  const { stripe, door, eventTypes } = await stand(t)
  const customer = await stripe.customers.create()
  const session = await stripe.checkout.sessions.create({
    mode: 'payment',
    customer: customer.id,
    line_items: [
      {
        price_data: {
          currency: 'eur',
          unit_amount: 499,
          product_data: { name: 'Rent: Metropolis' },
        },
        quantity: 1,
      },
    ],
    payment_intent_data: { metadata: { video: 'metropolis', kind: 'rent' } },
    metadata: { video: 'metropolis' },
    success_url: 'https://shop.test/thanks',
  })
  t.equal(session.payment_intent, null)
  await door(pay(session.id), { card: '4000000000000002' })
  const { body } = await door(pay(session.id), { card: '4242' })
  t.match(body, { payment_status: 'paid', amount_total: 499, subscription: null, invoice: null })
  t.match(await stripe.paymentIntents.retrieve(String(body.payment_intent)), {
    status: 'succeeded',
    customer: customer.id,
    metadata: { video: 'metropolis', kind: 'rent' },
  })
  t.equal((await stripe.paymentIntents.list()).data.length, 1, 'the retry uses the same intent')
  t.equal((await stripe.customers.listPaymentMethods(customer.id)).data.length, 0)
  t.equal((await eventTypes()).at(-1), 'checkout.session.completed')
})

for (const [outcome, status, event] of [
  ['succeed', 'paid', 'checkout.session.async_payment_succeeded'],
  ['fail', 'unpaid', 'checkout.session.async_payment_failed'],
] as const) {
  t.test(`a bank debit that ends in ${outcome} leaves the session ${status}`, async (t) => {
    const { stripe, door, eventTypes } = await stand(t)
    const customer = await stripe.customers.create()
    const session = await stripe.checkout.sessions.create({
      mode: 'payment',
      customer: customer.id,
      line_items: [
        {
          price_data: { currency: 'eur', unit_amount: 499, product_data: { name: 'Film' } },
          quantity: 1,
        },
      ],
      success_url: 'https://shop.test/thanks',
    })
    t.strictSame(session.payment_method_types, ['card', 'sepa_debit'])
    const { body } = await door(pay(session.id), { method: 'bank_debit' })
    t.match(body, { status: 'complete', payment_status: 'unpaid' })
    const intent = await stripe.paymentIntents.retrieve(String(body.payment_intent))
    t.equal(intent.status, 'processing')
    const settled = await door(`/_local/checkout/sessions/${session.id}/settle`, { outcome })
    t.equal(settled.body.payment_status, status)
    t.equal((await eventTypes()).at(-1), event)
    t.equal((await door(`/_local/checkout/sessions/${session.id}/settle`)).status, 400)
  })
}

t.test('a session without a customer makes one from what is typed', async (t) => {
  const { stripe, door } = await stand(t)
  const { monthly } = await shop(stripe)
  const session = await checkoutFor(stripe, monthly.id, { customer_email: 'new@example.com' })
  const { body } = await door(pay(session.id), { card: '4242' })
  t.match(await stripe.customers.retrieve(String(body.customer)), { email: 'new@example.com' })
})

t.test('a card can be saved without paying', async (t) => {
  const { stripe, door } = await stand(t)
  const customer = await stripe.customers.create()
  const session = await stripe.checkout.sessions.create({
    mode: 'setup',
    currency: 'usd',
    customer: customer.id,
    success_url: 'https://shop.test/thanks',
  })
  const { body } = await door(pay(session.id), { card: '4242' })
  t.equal(body.payment_status, 'no_payment_required')
  t.match(await stripe.setupIntents.retrieve(String(body.setup_intent)), { status: 'succeeded' })
  t.equal((await stripe.customers.listPaymentMethods(customer.id)).data.length, 1)
})

t.test('a discount is taken off the first invoice, and counted', async (t) => {
  const { stripe, door } = await stand(t)
  const { monthly, customer } = await shop(stripe)
  const coupon = await stripe.coupons.create({
    percent_off: 25,
    duration: 'once',
    max_redemptions: 1,
  })
  const code = await stripe.promotionCodes.create({
    promotion: { type: 'coupon', coupon: coupon.id },
    code: 'OPENING',
  })
  const session = await checkoutFor(stripe, monthly.id, {
    customer: customer.id,
    discounts: [{ promotion_code: code.id }],
  })
  t.match(session, {
    amount_subtotal: 999,
    amount_total: 749,
    total_details: { amount_discount: 250 },
  })
  const { body } = await door(pay(session.id), { card: '4242' })
  t.match(await stripe.invoices.retrieve(String(body.invoice)), { subtotal: 999, total: 749 })
  t.match(await stripe.promotionCodes.retrieve(code.id), { times_redeemed: 1 })
  t.match(await stripe.coupons.retrieve(coupon.id), { times_redeemed: 1, valid: false })
  t.strictSame((await stripe.subscriptions.retrieve(String(body.subscription))).discounts, [])
  const again = checkoutFor(stripe, monthly.id, { discounts: [{ coupon: coupon.id }] })
  t.match(await fault(again), { code: 'coupon_expired' })
})

t.test('a session expires by itself, or when it is told to, and then takes no card', async (t) => {
  const { stripe, door, clock, eventTypes } = await stand(t)
  const { monthly, customer } = await shop(stripe)
  const soon = await checkoutFor(stripe, monthly.id, {
    customer: customer.id,
    expires_at: clock.seconds + 1800,
  })
  const told = await checkoutFor(stripe, monthly.id, { customer: customer.id })
  t.match(await stripe.checkout.sessions.expire(told.id), { status: 'expired', url: null })
  clock.pass({ seconds: 1799 })
  t.equal((await stripe.checkout.sessions.retrieve(soon.id)).status, 'open')
  clock.pass({ seconds: 1 })
  t.equal((await stripe.checkout.sessions.retrieve(soon.id)).status, 'expired')
  t.match(await door(pay(soon.id), { card: '4242' }), {
    status: 400,
    body: { error: { message: 'This Checkout Session has expired.' } },
  })
  t.match(await fault(stripe.checkout.sessions.expire(soon.id)), { statusCode: 400 })
  t.equal((await eventTypes()).filter((type) => type === 'checkout.session.expired').length, 2)
})

t.test('a session is paid once', async (t) => {
  const { stripe, door } = await stand(t)
  const { monthly, customer } = await shop(stripe)
  const session = await checkoutFor(stripe, monthly.id, { customer: customer.id })
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => door(pay(session.id), { card: '4242' })),
  )
  t.strictSame(answers.map(({ status }) => status).sort(), [200, 400, 400, 400, 400])
  t.equal((await stripe.subscriptions.list({ customer: customer.id })).data.length, 1)
})

t.test('a session that makes no sense is refused', async (t) => {
  const { stripe, clock } = await stand(t)
  const { monthly, customer, product } = await shop(stripe)
  const once = await stripe.prices.create({ product: product.id, currency: 'usd', unit_amount: 1 })
  const euro = await stripe.prices.create({
    product: product.id,
    currency: 'eur',
    unit_amount: 1,
    recurring: { interval: 'month' },
  })
  type Params = Stripe.Checkout.SessionCreateParams
  const base: Params = {
    mode: 'subscription',
    line_items: [{ price: monthly.id, quantity: 1 }],
    success_url: 'https://shop.test/thanks',
  }
  const wrong: [Params, object][] = [
    [{ ...base, mode: 'payment' }, { param: 'mode' }],
    [{ ...base, line_items: [{ price: once.id, quantity: 1 }] }, { param: 'mode' }],
    [{ ...base, line_items: [] }, { param: 'line_items' }],
    [{ ...base, line_items: [{ price: monthly.id }] }, { code: 'parameter_missing' }],
    [
      { ...base, customer: 'cus_none' },
      { code: 'resource_missing', param: 'customer' },
    ],
    [{ ...base, customer: customer.id, customer_email: 'a@b.c' }, { code: 'parameters_exclusive' }],
    [{ ...base, success_url: undefined }, { param: 'success_url' }],
    [{ ...base, payment_intent_data: { description: 'x' } }, { param: 'payment_intent_data' }],
    [{ ...base, expires_at: clock.seconds + 1799 }, { param: 'expires_at' }],
    [{ ...base, expires_at: clock.seconds + 86_401 }, { param: 'expires_at' }],
    [{ ...base, allow_promotion_codes: true, discounts: [{ coupon: 'x' }] }, { statusCode: 400 }],
    [
      {
        ...base,
        line_items: [
          { price: monthly.id, quantity: 1 },
          { price: euro.id, quantity: 1 },
        ],
      },
      { param: 'line_items' },
    ],
  ]
  for (const [params, error] of wrong) {
    t.match(await fault(stripe.checkout.sessions.create(params)), { statusCode: 400, ...error })
  }
  t.strictSame((await stripe.checkout.sessions.list()).data, [])
})
