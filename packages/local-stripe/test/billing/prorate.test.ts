import * as fc from 'fast-check'
import type Stripe from 'stripe'
import t, { type Test } from 'tap'
import { advance, at, fault, stand, subscriber } from '../stand.ts'

const price = (
  stripe: Stripe,
  product: string,
  amount: number,
  interval: 'month' | 'year' = 'month',
) =>
  stripe.prices.create({
    product,
    currency: 'usd',
    unit_amount: amount,
    recurring: { interval },
  })

/** A subscriber at the middle of a month of 31 days, and a dearer plan to move to. */
async function halfway(stripe: Stripe) {
  const made = await subscriber(stripe)
  const dearer = await price(stripe, made.product.id, 1999)
  await advance(stripe, made.clock, '2026-01-30T22:00:00Z')
  const item = made.subscription.items.data[0]?.id ?? ''
  return { ...made, dearer, item }
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

/** That an invoice's sums are those of its lines. */
function addsUp(t: Test, invoice: Stripe.Invoice) {
  const subtotal = sum(invoice.lines.data.map(({ amount }) => amount))
  const discounts = sum(
    invoice.lines.data.flatMap((line) => (line.discount_amounts ?? []).map(({ amount }) => amount)),
  )
  t.equal(invoice.subtotal, subtotal)
  t.equal(sum((invoice.total_discount_amounts ?? []).map(({ amount }) => amount)), discounts)
  t.equal(invoice.total, subtotal - discounts)
  t.equal(invoice.amount_due, invoice.amount_paid + invoice.amount_remaining)
  t.ok(invoice.amount_due >= 0)
}

t.test(
  'a dearer plan is charged for the rest of the period, now or with the next invoice',
  async (t) => {
    const { stripe } = await stand(t)
    const { subscription, dearer, item } = await halfway(stripe)
    const items = [{ id: item, price: dearer.id }]
    const half = (amount: number) => Math.round(amount / 2)

    const preview = await stripe.invoices.createPreview({
      subscription: subscription.id,
      subscription_details: { items, proration_behavior: 'create_prorations' },
    })
    t.strictSame(
      preview.lines.data.map(({ amount }) => amount),
      [-half(999), half(1999), 1999],
    )
    t.match(preview, { status: 'draft', billing_reason: 'upcoming' })

    const previewNow = await stripe.invoices.createPreview({
      subscription: subscription.id,
      subscription_details: { items, proration_behavior: 'always_invoice' },
    })
    t.equal(previewNow.amount_due, half(1999) - half(999))
    t.match(await stripe.subscriptions.retrieve(subscription.id), {
      items: { data: [{ price: { unit_amount: 999 } }] },
    })

    const changed = await stripe.subscriptions.update(subscription.id, {
      items,
      proration_behavior: 'always_invoice',
      expand: ['latest_invoice'],
    })
    const invoice = changed.latest_invoice as Stripe.Invoice
    t.match(changed, { status: 'active', items: { data: [{ price: { id: dearer.id } }] } })
    t.match(invoice, {
      status: 'paid',
      billing_reason: 'subscription_update',
      total: previewNow.total,
      parent: { subscription_details: { subscription: subscription.id } },
    })
    t.match(invoice.lines.data[0]?.parent, {
      type: 'subscription_item_details',
      subscription_item_details: { proration: true, subscription_item: item },
    })
    addsUp(t, invoice)
  },
)

t.test('prorations wait for the renewal unless they are invoiced at once', async (t) => {
  const { stripe } = await stand(t)
  const { subscription, dearer, item, clock } = await halfway(stripe)
  await stripe.subscriptions.update(subscription.id, { items: [{ id: item, price: dearer.id }] })
  t.equal((await stripe.invoiceItems.list({ pending: true })).data.length, 2)
  const preview = await stripe.invoices.createPreview({ subscription: subscription.id })
  await advance(stripe, clock, '2026-02-15T11:00:00Z')
  const [invoice] = (await stripe.invoices.list({ subscription: subscription.id })).data
  t.match(invoice, { status: 'paid', total: 1999 + 1000 - 500 })
  t.equal(preview.total, invoice?.total)
  t.equal((await stripe.invoiceItems.list({ pending: true })).data.length, 0)
})

t.test('a cheaper plan leaves credit, which pays what comes next', async (t) => {
  const { stripe } = await stand(t)
  const { subscription, product, item, customer, clock } = await halfway(stripe)
  const cheaper = await price(stripe, product.id, 199)
  await stripe.subscriptions.update(subscription.id, {
    items: [{ id: item, price: cheaper.id }],
    proration_behavior: 'always_invoice',
  })
  const credit = 500 - 100
  t.match(await stripe.customers.retrieve(customer.id), { balance: -credit })
  await advance(stripe, clock, '2026-02-15T11:00:00Z')
  const [invoice] = (await stripe.invoices.list({ subscription: subscription.id })).data
  t.match(invoice, {
    status: 'paid',
    total: 199,
    amount_due: 0,
    starting_balance: -credit,
    ending_balance: -credit + 199,
  })
})

t.test('no prorations when none are wanted', async (t) => {
  const { stripe } = await stand(t)
  const { subscription, dearer, item } = await halfway(stripe)
  await stripe.subscriptions.update(subscription.id, {
    items: [{ id: item, price: dearer.id }],
    proration_behavior: 'none',
  })
  t.equal((await stripe.invoiceItems.list()).data.length, 0)
  t.equal((await stripe.invoices.list({ subscription: subscription.id })).data.length, 1)
})

t.test('another interval begins a new period at once', async (t) => {
  const { stripe } = await stand(t)
  const { subscription, product, item } = await halfway(stripe)
  const yearly = await price(stripe, product.id, 9999, 'year')
  const changed = await stripe.subscriptions.update(subscription.id, {
    items: [{ id: item, price: yearly.id }],
    expand: ['latest_invoice'],
  })
  t.match(changed.items.data[0], {
    current_period_start: at('2026-01-30T22:00:00Z'),
    current_period_end: at('2027-01-30T22:00:00Z'),
  })
  t.match(changed.latest_invoice, { status: 'paid', total: 9999 - 500 })
})

t.test('what was discounted is credited at what it cost', async (t) => {
  const { stripe } = await stand(t)
  const coupon = await stripe.coupons.create({ percent_off: 50, duration: 'forever' })
  const made = await subscriber(stripe, { discounts: [{ coupon: coupon.id }] })
  const dearer = await price(stripe, made.product.id, 1999)
  await advance(stripe, made.clock, '2026-01-30T22:00:00Z')
  const changed = await stripe.subscriptions.update(made.subscription.id, {
    items: [{ id: made.subscription.items.data[0]?.id ?? '', price: dearer.id }],
    proration_behavior: 'always_invoice',
    expand: ['latest_invoice'],
  })
  const invoice = changed.latest_invoice as Stripe.Invoice
  t.strictSame(
    invoice.lines.data.map(({ amount }) => amount),
    [-250, 500],
  )
})

t.test(
  'a change that cannot be paid is refused whole, or leaves the subscription past due',
  async (t) => {
    const { stripe } = await stand(t)
    const { subscription, dearer, item, customer } = await halfway(stripe)
    const failing = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', {
      customer: customer.id,
    })
    await stripe.subscriptions.update(subscription.id, { default_payment_method: failing.id })
    const change = (payment_behavior: 'error_if_incomplete' | 'allow_incomplete') =>
      stripe.subscriptions.update(subscription.id, {
        items: [{ id: item, price: dearer.id }],
        proration_behavior: 'always_invoice',
        payment_behavior,
      })
    t.match(await fault(change('error_if_incomplete')), { statusCode: 402, code: 'card_declined' })
    t.match(await stripe.subscriptions.retrieve(subscription.id), {
      status: 'active',
      items: { data: [{ price: { unit_amount: 999 } }] },
    })
    t.equal((await stripe.invoices.list({ subscription: subscription.id })).data.length, 1)
    t.match(await change('allow_incomplete'), {
      status: 'past_due',
      items: { data: [{ price: { id: dearer.id } }] },
    })
  },
)

t.test(
  'whatever changes, invoices add up, and there and back at one moment costs nothing',
  async (t) => {
    const { stripe } = await stand(t)
    const change = fc.record({
      amount: fc.integer({ min: 1, max: 100_000 }),
      quantity: fc.integer({ min: 1, max: 9 }),
      hours: fc.integer({ min: 0, max: 900 }),
      invoiced: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 5 }),
        fc.option(fc.integer({ min: 1, max: 100 })),
        async (changes, percent) => {
          const coupon =
            percent === null
              ? undefined
              : (await stripe.coupons.create({ percent_off: percent, duration: 'forever' })).id
          const made = await subscriber(stripe, coupon ? { discounts: [{ coupon }] } : {})
          const item = made.subscription.items.data[0]?.id ?? ''
          const move = (id: string, quantity: number, invoiced: boolean) =>
            stripe.subscriptions.update(made.subscription.id, {
              items: [{ id: item, price: id, quantity }],
              proration_behavior: invoiced ? 'always_invoice' : 'create_prorations',
            })
          let now = at('2026-01-15T10:00:00Z')
          for (const { amount, quantity, hours, invoiced } of changes) {
            if (hours > 0) {
              now += hours * 3600
              await advance(stripe, made.clock, new Date(now * 1000).toISOString())
            }
            const next = await price(stripe, made.product.id, amount)
            await move(next.id, quantity, invoiced)
          }
          const before = await stripe.subscriptions.retrieve(made.subscription.id)
          const [{ price: held, quantity = 1 } = { price: made.monthly }] = before.items.data
          const known = new Set(
            (await stripe.invoices.list({ customer: made.customer.id, limit: 100 })).data.map(
              ({ id }) => id,
            ),
          )
          await move(held.id, quantity, true)
          await move((await price(stripe, made.product.id, 5000)).id, 3, true)
          await move(held.id, quantity, true)
          const invoices = (await stripe.invoices.list({ customer: made.customer.id, limit: 100 }))
            .data
          for (const invoice of invoices) addsUp(t, invoice)
          const thereAndBack = invoices
            .filter(({ id }) => !known.has(id))
            .flatMap(({ lines }) => lines.data)
            .filter(({ period }) => period.start === now)
            .slice(0, 4)
          t.equal(sum(thereAndBack.map(({ amount }) => amount)), 0)
        },
      ),
      { numRuns: 25 },
    )
  },
)
