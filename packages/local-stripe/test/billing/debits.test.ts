import type Stripe from 'stripe'
import t, { type Test } from 'tap'
import { advance, at, checkoutFor, shop, stand } from '../stand.ts'

const pay = (id: string) => `/_local/checkout/sessions/${id}/pay`
const settle = (id: string) => `/_local/checkout/sessions/${id}/settle`

/** A subscription begun by bank debit, on a test clock; the money is on its way. */
async function debited(t: Test) {
  const made = await stand(t)
  const { stripe, door } = made
  await door('/_local/settings', { retryDays: [3, 5], afterRetries: 'cancel' })
  const clock = await stripe.testHelpers.testClocks.create({
    frozen_time: at('2026-01-15T10:00:00Z'),
  })
  const { customer, monthly } = await shop(stripe, { test_clock: clock.id })
  const session = await checkoutFor(stripe, monthly.id, { customer: customer.id })
  const { body } = await door(pay(session.id), { method: 'bank_debit' })
  const subscription = String(body.subscription)
  return { ...made, clock: clock.id, customer, session: session.id, body, subscription }
}

const latest = async (stripe: Stripe, subscription: string) => {
  const { status, latest_invoice } = await stripe.subscriptions.retrieve(subscription, {
    expand: ['latest_invoice.payments'],
  })
  const invoice = latest_invoice as Stripe.Invoice
  const payment = invoice.payments?.data[0]?.payment.payment_intent
  const intent = payment ? await stripe.paymentIntents.retrieve(String(payment)) : null
  return { status, invoice, intent }
}

t.test(
  'the subscription is active and its invoice open while the debit is on its way',
  async (t) => {
    const { stripe, body, subscription } = await debited(t)
    t.match(body, { status: 'complete', payment_status: 'unpaid' })
    t.match(await latest(stripe, subscription), {
      status: 'active',
      invoice: { status: 'open', amount_paid: 0, attempted: true, hosted_invoice_url: /invoice/ },
      intent: { status: 'processing', payment_method: /^pm_/ },
    })
  },
)

t.test('a debit that comes through pays the invoice', async (t) => {
  const { stripe, door, clock, session, subscription, eventTypes } = await debited(t)
  await advance(stripe, clock, '2026-01-19T10:00:00Z')
  const { body } = await door(settle(session), { outcome: 'succeed' })
  t.equal(body.payment_status, 'paid')
  t.match(await latest(stripe, subscription), {
    status: 'active',
    invoice: { status: 'paid', amount_paid: 999 },
    intent: { status: 'succeeded' },
  })
  const events = await eventTypes()
  t.equal(events.at(-1), 'checkout.session.async_payment_succeeded')
  t.ok(events.includes('invoice.paid'))
  t.equal((await door(settle(session))).status, 400, 'nothing is on its way any more')
})

t.test('a debit that fails makes it past due, and is tried again', async (t) => {
  const { stripe, door, clock, session, subscription, eventTypes } = await debited(t)
  await advance(stripe, clock, '2026-01-19T10:00:00Z')
  const { body } = await door(settle(session), { outcome: 'fail' })
  t.equal(body.payment_status, 'unpaid')
  t.match(await latest(stripe, subscription), {
    status: 'past_due',
    invoice: { status: 'open', next_payment_attempt: at('2026-01-22T10:00:00Z') },
    intent: { status: 'requires_payment_method', last_payment_error: { message: /debit/ } },
  })
  const events = await eventTypes()
  t.ok(events.includes('invoice.payment_failed'))
  t.equal(events.at(-1), 'checkout.session.async_payment_failed')

  await advance(stripe, clock, '2026-01-22T10:00:00Z')
  t.match(await latest(stripe, subscription), {
    status: 'active',
    intent: { status: 'processing' },
  })
  await door(settle(session), { outcome: 'fail' })
  t.equal((await latest(stripe, subscription)).status, 'past_due')
  await advance(stripe, clock, '2026-01-27T10:00:00Z')
  await door(settle(session), { outcome: 'fail' })
  t.equal((await latest(stripe, subscription)).status, 'canceled')
})

t.test('a renewal by debit is on its way until it is settled too', async (t) => {
  const { stripe, door, clock, session, subscription, eventTypes } = await debited(t)
  await door(settle(session), { outcome: 'succeed' })
  await advance(stripe, clock, '2026-02-15T11:00:00Z')
  const { invoice, intent } = await latest(stripe, subscription)
  t.match(invoice, { status: 'open', billing_reason: 'subscription_cycle' })
  t.equal(intent?.status, 'processing')
  await door(`/_local/intents/${intent?.id}/settle`, { outcome: 'fail' })
  t.match(await latest(stripe, subscription), {
    status: 'past_due',
    intent: { status: 'requires_payment_method' },
  })
  t.equal((await door(`/_local/intents/${intent?.id}/settle`)).status, 400)
  t.equal((await door('/_local/intents/pi_none/settle')).status, 404)
  const asynchronous = (await eventTypes()).filter((type) => type.includes('async'))
  t.same(asynchronous, ['checkout.session.async_payment_succeeded'], 'of the checkout alone')
})

t.test('a debit under way can neither be paid otherwise nor refunded', async (t) => {
  const { stripe, subscription } = await debited(t)
  const { invoice, intent } = await latest(stripe, subscription)
  await t.rejects(stripe.invoices.pay(invoice.id))
  await t.rejects(stripe.refunds.create({ payment_intent: intent?.id }))
})
