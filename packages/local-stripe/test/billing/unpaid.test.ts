import t, { type Test } from 'tap'
import { advance, fault, stand, subscriber } from '../stand.ts'

/** A subscriber whose renewal has failed. */
async function pastDue(t: Test) {
  const made = await stand(t)
  const { stripe } = made
  const about = await subscriber(stripe)
  const failing = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', {
    customer: about.customer.id,
  })
  await stripe.subscriptions.update(about.subscription.id, { default_payment_method: failing.id })
  await advance(stripe, about.clock, '2026-02-15T11:00:00Z')
  const [open] = (await stripe.invoices.list({ customer: about.customer.id, status: 'open' })).data
  const status = async () => (await stripe.subscriptions.retrieve(about.subscription.id)).status
  t.equal(await status(), 'past_due')
  return { ...made, ...about, invoice: open?.id ?? '', status }
}

t.test('writing the latest invoice off makes the subscription active', async (t) => {
  const { stripe, invoice, status, eventTypes } = await pastDue(t)
  await stripe.invoices.markUncollectible(invoice)
  t.equal(await status(), 'active')
  t.same((await eventTypes()).slice(-2), [
    'invoice.marked_uncollectible',
    'customer.subscription.updated',
  ])
  t.match(await stripe.invoices.retrieve(invoice), { status: 'uncollectible', amount_paid: 0 })
})

t.test('with the latest invoice voided the one before it counts', async (t) => {
  const { stripe, invoice, status } = await pastDue(t)
  await stripe.invoices.voidInvoice(invoice)
  t.equal(await status(), 'active', 'and that one was paid')
})

t.test('an invoice before it that is open still makes it past due', async (t) => {
  const { stripe, clock, customer, status, door } = await pastDue(t)
  await door('/_local/settings', { retryDays: [], afterRetries: 'past_due' })
  await advance(stripe, clock, '2026-03-15T11:00:00Z')
  const [second] = (await stripe.invoices.list({ customer: customer.id, status: 'open' })).data
  await stripe.invoices.voidInvoice(second?.id ?? '')
  t.equal(await status(), 'past_due')
})

t.test('voiding the first invoice ends a subscription that waits for it', async (t) => {
  const { stripe } = await stand(t)
  const { subscription } = await subscriber(stripe, { payment_behavior: 'default_incomplete' })
  t.equal(subscription.status, 'incomplete')
  await stripe.invoices.voidInvoice(String(subscription.latest_invoice))
  t.match(await stripe.subscriptions.retrieve(subscription.id), {
    status: 'incomplete_expired',
    ended_at: Number,
  })
})

t.test('refunds, voids and write-offs outlive the customer', async (t) => {
  const { stripe, customer, invoice, subscription, eventTypes } = await pastDue(t)
  const [charge] = (await stripe.charges.list({ customer: customer.id, limit: 100 })).data.filter(
    ({ paid }) => paid,
  )
  await stripe.customers.del(customer.id)
  t.match(await stripe.subscriptions.retrieve(subscription.id), { status: 'canceled' })
  const refund = await stripe.refunds.create({ charge: charge?.id ?? '' })
  t.match(refund, { status: 'succeeded', amount: 999, customer: customer.id })
  t.match(await stripe.charges.retrieve(charge?.id ?? ''), { refunded: true })
  t.match(await stripe.invoices.markUncollectible(invoice), { status: 'uncollectible' })
  t.match(await stripe.invoices.voidInvoice(invoice), { status: 'void' })
  t.match(await stripe.subscriptions.retrieve(subscription.id), { status: 'canceled' })
  const events = await eventTypes()
  for (const type of ['customer.deleted', 'charge.refunded', 'invoice.voided']) {
    t.ok(events.includes(type), type)
  }
  t.match(await fault(stripe.customers.update(customer.id, { name: 'Ada' })), {
    code: 'resource_missing',
  })
  t.match(await fault(stripe.customers.retrieve('cus_of_another_mode')), {
    statusCode: 404,
    code: 'resource_missing',
    param: 'id',
  })
})
