import Stripe from 'stripe'
import t from 'tap'
import { checkoutFor, endpoint, shop, stand, webhookSecret } from './stand.ts'

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
