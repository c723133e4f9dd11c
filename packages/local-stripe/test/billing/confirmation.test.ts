import type Stripe from 'stripe'
import t, { type Test } from 'tap'
import { advance, fault, stand, subscriber } from '../stand.ts'

/** Someone who subscribes with one card, and from then on pays with one whose bank always asks. */
async function asked(t: Test) {
  const made = await stand(t)
  const { stripe } = made
  const about = await subscriber(stripe)
  const { id: card } = await stripe.paymentMethods.attach('pm_card_authenticationRequired', {
    customer: about.customer.id,
  })
  await stripe.subscriptions.update(about.subscription.id, { default_payment_method: card })
  const now = async () => {
    const found = await stripe.subscriptions.retrieve(about.subscription.id, {
      expand: ['latest_invoice.payments'],
    })
    const invoice = found.latest_invoice as Stripe.Invoice
    const id = String(invoice.payments?.data.at(-1)?.payment.payment_intent)
    const intent = await stripe.paymentIntents.retrieve(id)
    return { status: found.status, invoice, intent, item: found.items.data[0] }
  }
  return { ...made, ...about, now }
}

t.test('a renewal that the bank wants confirmed waits for it on the invoice’s page', async (t) => {
  const { stripe, server, clock, now, eventTypes } = await asked(t)
  await advance(stripe, clock, '2026-02-15T11:00:00Z')
  const waiting = await now()
  t.match(waiting, {
    status: 'past_due',
    invoice: { status: 'open', hosted_invoice_url: /^http:.*\/invoice\/in_/, attempt_count: 1 },
    intent: { status: 'requires_action', next_action: { type: 'redirect_to_url' } },
  })
  t.ok((await eventTypes()).includes('invoice.payment_action_required'))
  const page = await (await fetch(waiting.invoice.hosted_invoice_url ?? '')).text()
  const link = /href="(\/confirm\/pi_[^"]+)"/.exec(page)?.[1] ?? ''
  t.ok(link, 'there is a link to confirm it')
  const answer = await fetch(`${server.url}${link.split('?')[0]}`, {
    method: 'POST',
    body: new URLSearchParams({ outcome: 'succeed', back: `/invoice/${waiting.invoice.id}` }),
  })
  t.match(await answer.text(), /Paid/)
  t.match(await now(), { status: 'active', invoice: { status: 'paid', attempt_count: 1 } })
})

t.test('refused, it is tried again, and a different card may pay it', async (t) => {
  const { stripe, door, clock, method, now } = await asked(t)
  await advance(stripe, clock, '2026-02-15T11:00:00Z')
  const { intent, invoice } = await now()
  await door(`/_local/intents/${intent.id}/confirm`, { outcome: 'fail' })
  t.match(await now(), { status: 'past_due', intent: { status: 'requires_payment_method' } })
  t.match(await stripe.invoices.pay(invoice.id, { payment_method: method.id }), { status: 'paid' })
  t.equal((await now()).status, 'active')
})

async function dearer(stripe: Stripe, product: string) {
  const recurring = { interval: 'month' } as const
  return stripe.prices.create({ product, currency: 'usd', unit_amount: 1999, recurring })
}

t.test('an upgrade that may be incomplete is made, and waits for its payment', async (t) => {
  const { stripe, door, product, now, subscription } = await asked(t)
  const { id: price } = await dearer(stripe, product.id)
  const changed = await stripe.subscriptions.update(subscription.id, {
    items: [{ id: subscription.items.data[0]?.id, price }],
    proration_behavior: 'always_invoice',
  })
  t.equal(changed.status, 'past_due')
  const { invoice, intent, item } = await now()
  t.match(invoice, { status: 'open', billing_reason: 'subscription_update' })
  t.equal(intent.status, 'requires_action')
  t.equal(item?.price.id, price)
  await door(`/_local/intents/${intent.id}/confirm`)
  t.match(await now(), { status: 'active', invoice: { status: 'paid' } })
})

t.test('an upgrade that must be complete is refused, and nothing has changed', async (t) => {
  const { stripe, product, now, subscription } = await asked(t)
  const { id: price } = await dearer(stripe, product.id)
  const refused = await fault(
    stripe.subscriptions.update(subscription.id, {
      items: [{ id: subscription.items.data[0]?.id, price }],
      proration_behavior: 'always_invoice',
      payment_behavior: 'error_if_incomplete',
    }),
  )
  t.match(refused, { statusCode: 402, code: 'subscription_payment_intent_requires_action' })
  const { status, item } = await now()
  t.equal(status, 'active')
  t.not(item?.price.id, price)
})

/** An upgrade that waits for the bank's question. */
async function pending(t: Test) {
  const made = await asked(t)
  const { stripe, product, subscription } = made
  const { id: price } = await dearer(stripe, product.id)
  const changed = await stripe.subscriptions.update(subscription.id, {
    items: [{ id: subscription.items.data[0]?.id, price }],
    proration_behavior: 'always_invoice',
    payment_behavior: 'pending_if_incomplete',
  })
  return { ...made, price, changed }
}

t.test('an upgrade that may be pending is made when its payment is confirmed', async (t) => {
  const { door, price, changed, now, eventTypes } = await pending(t)
  t.match(changed, {
    status: 'active',
    pending_update: { subscription_items: [{ price: { id: price } }] },
  })
  t.not(changed.items.data[0]?.price.id, price)
  const { invoice, intent } = await now()
  t.match(invoice, { status: 'open', hosted_invoice_url: String })
  await door(`/_local/intents/${intent.id}/confirm`)
  t.match(await now(), {
    status: 'active',
    invoice: { status: 'paid' },
    item: { price: { id: price } },
  })
  t.ok((await eventTypes()).includes('customer.subscription.pending_update_applied'))
})

t.test('refused or left alone, a pending upgrade changes nothing', async (t) => {
  const { stripe, door, price, clock, now, subscription } = await pending(t)
  await door(`/_local/intents/${(await now()).intent.id}/confirm`, { outcome: 'fail' })
  t.equal((await now()).status, 'active')
  const { frozen_time } = await stripe.testHelpers.testClocks.retrieve(clock)
  await advance(stripe, clock, new Date((frozen_time + 23 * 3600 + 1) * 1000).toISOString())
  const { status, pending_update, items } = await stripe.subscriptions.retrieve(subscription.id)
  t.match({ status, pending_update }, { status: 'active', pending_update: null })
  t.not(items.data[0]?.price.id, price)
  t.equal((await now()).invoice.status, 'void')
})
