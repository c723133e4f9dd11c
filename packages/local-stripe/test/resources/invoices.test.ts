import t from 'tap'
import { advance, fault, stand, subscriber } from '../stand.ts'

t.test('a one-off invoice takes in what is pending, is finalized, and paid', async (t) => {
  const { stripe, eventTypes } = await stand(t)
  const customer = await stripe.customers.create({ payment_method: 'pm_card_visa' })
  const [method] = (await stripe.customers.listPaymentMethods(customer.id)).data
  await stripe.customers.update(customer.id, {
    invoice_settings: { default_payment_method: method?.id },
  })
  await stripe.invoiceItems.create({ customer: customer.id, amount: 300, currency: 'usd' })
  await stripe.invoiceItems.create({ customer: customer.id, amount: -100, currency: 'usd' })
  const draft = await stripe.invoices.create({
    customer: customer.id,
    pending_invoice_items_behavior: 'include',
  })
  t.match(draft, { status: 'draft', total: 200, number: null, billing_reason: 'manual' })
  const open = await stripe.invoices.finalizeInvoice(draft.id)
  t.match(open, { status: 'open', number: /-0001$/, hosted_invoice_url: /\/invoice\/in_/ })
  t.match(await fault(stripe.invoices.finalizeInvoice(draft.id)), { code: 'invoice_not_editable' })
  t.match(await stripe.invoices.pay(draft.id), { status: 'paid', amount_paid: 200 })
  t.match(await fault(stripe.invoices.pay(draft.id)), { message: 'Invoice is already paid' })
  t.equal((await eventTypes()).at(-1), 'invoice.payment_succeeded')
})

t.test(
  'an open invoice can be voided or written off; neither can be paid by retries',
  async (t) => {
    const { stripe } = await stand(t)
    const { customer, subscription, clock } = await subscriber(stripe)
    const failing = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', {
      customer: customer.id,
    })
    await stripe.subscriptions.update(subscription.id, { default_payment_method: failing.id })
    await advance(stripe, clock, '2026-02-15T12:00:00Z')
    const [open] = (await stripe.invoices.list({ customer: customer.id, status: 'open' })).data
    t.match(await stripe.invoices.markUncollectible(open?.id ?? ''), {
      status: 'uncollectible',
      next_payment_attempt: null,
    })
    const voided = await stripe.invoices.voidInvoice(open?.id ?? '')
    t.equal(voided.status, 'void')
    t.match(await fault(stripe.invoices.pay(voided.id)), { statusCode: 400 })
    t.match(await fault(stripe.invoices.voidInvoice(voided.id)), { code: 'invoice_not_editable' })
  },
)

t.test('a draft of no subscription can be deleted, and its items wait again', async (t) => {
  const { stripe } = await stand(t)
  const customer = await stripe.customers.create()
  await stripe.invoiceItems.create({ customer: customer.id, amount: 300, currency: 'usd' })
  const draft = await stripe.invoices.create({
    customer: customer.id,
    pending_invoice_items_behavior: 'include',
  })
  t.equal((await stripe.invoiceItems.list({ pending: true })).data.length, 0)
  t.match(await stripe.invoices.del(draft.id), { deleted: true })
  const [item] = (await stripe.invoiceItems.list({ pending: true })).data
  t.equal(item?.amount, 300)
  await stripe.invoiceItems.del(item?.id ?? '')
  t.strictSame((await stripe.invoiceItems.list()).data, [])
})

t.test('lines are listed in pages', async (t) => {
  const { stripe } = await stand(t)
  const customer = await stripe.customers.create()
  for (let amount = 1; amount <= 5; amount++) {
    await stripe.invoiceItems.create({ customer: customer.id, amount, currency: 'usd' })
  }
  const { id } = await stripe.invoices.create({
    customer: customer.id,
    pending_invoice_items_behavior: 'include',
  })
  const amounts: number[] = []
  for await (const line of stripe.invoices.listLineItems(id, { limit: 2 }))
    amounts.push(line.amount)
  t.strictSame(amounts, [1, 2, 3, 4, 5])
})

t.test('there is no next invoice for a subscription that ends', async (t) => {
  const { stripe } = await stand(t)
  const { subscription, customer } = await subscriber(stripe)
  t.match(await stripe.invoices.createPreview({ subscription: subscription.id }), { total: 999 })
  await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true })
  t.match(await fault(stripe.invoices.createPreview({ subscription: subscription.id })), {
    statusCode: 404,
    code: 'invoice_upcoming_none',
  })
  t.match(await fault(stripe.invoices.createPreview({ customer: customer.id })), {
    code: 'invoice_upcoming_none',
  })
})

t.test('a preview of a new subscription leaves nothing behind', async (t) => {
  const { stripe, eventTypes } = await stand(t)
  const { customer, monthly } = await subscriber(stripe)
  const coupon = await stripe.coupons.create({ percent_off: 10, duration: 'once' })
  const before = await eventTypes()
  const preview = await stripe.invoices.createPreview({
    customer: customer.id,
    subscription_details: { items: [{ price: monthly.id, quantity: 3 }] },
    discounts: [{ coupon: coupon.id }],
  })
  t.match(preview, { subtotal: 2997, total: 2697, status: 'draft' })
  t.match(preview.id, /^upcoming_/)
  t.strictSame(await eventTypes(), before)
  t.equal((await stripe.subscriptions.list({ customer: customer.id })).data.length, 1)
  t.match(await stripe.coupons.retrieve(coupon.id), { times_redeemed: 0 })
})
