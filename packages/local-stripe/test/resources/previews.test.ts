import t from 'tap'
import { stand, subscriber } from '../stand.ts'

for (const [percent_off, next] of [
  [50, 500],
  [100, 0],
] as const) {
  t.test(`a preview of the next invoice takes ${percent_off} % off`, async (t) => {
    const { stripe } = await stand(t)
    const { subscription } = await subscriber(stripe)
    const coupon = await stripe.coupons.create({ percent_off, duration: 'forever' })
    await stripe.subscriptions.update(subscription.id, { discounts: [{ coupon: coupon.id }] })
    const preview = await stripe.invoices.createPreview({ subscription: subscription.id })
    t.ok(Math.abs(preview.amount_due - next) <= 1, `${preview.amount_due} is due`)
    t.equal(preview.subtotal, 999)
  })
}

t.test('a preview of an upgrade counts the coupon in, now and from then on', async (t) => {
  const { stripe } = await stand(t)
  const { subscription, product } = await subscriber(stripe)
  const coupon = await stripe.coupons.create({ percent_off: 50, duration: 'forever' })
  await stripe.subscriptions.update(subscription.id, { discounts: [{ coupon: coupon.id }] })
  const recurring = { interval: 'month' } as const
  const price = await stripe.prices.create({
    product: product.id,
    currency: 'usd',
    unit_amount: 1999,
    recurring,
  })
  const items = [{ id: subscription.items.data[0]?.id, price: price.id }]
  const details = { items, proration_behavior: 'always_invoice' } as const
  const now = await stripe.invoices.createPreview({
    subscription: subscription.id,
    subscription_details: details,
  })
  await stripe.subscriptions.update(subscription.id, details)
  const [billed] = (await stripe.invoices.list({ subscription: subscription.id })).data
  t.equal(now.amount_due, billed?.amount_due, 'the preview is what is billed')
  const next = await stripe.invoices.createPreview({ subscription: subscription.id })
  t.ok(Math.abs(next.amount_due - 1000) <= 1, `${next.amount_due} is due next`)
})
