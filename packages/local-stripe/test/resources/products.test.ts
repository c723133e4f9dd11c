import t from 'tap'
import { fault, stand } from '../stand.ts'

t.test('a product may bring its price with it', async (t) => {
  const { stripe, eventTypes } = await stand(t)
  const product = await stripe.products.create({
    name: 'Premium',
    metadata: { matinee_plan: 'premium', rank: '2' },
    default_price_data: { currency: 'eur', unit_amount: 1299, recurring: { interval: 'year' } },
    expand: ['default_price'],
  })
  t.match(product.default_price, {
    currency: 'eur',
    unit_amount: 1299,
    type: 'recurring',
    recurring: { interval: 'year', interval_count: 1, usage_type: 'licensed' },
  })
  t.strictSame(await eventTypes(), ['product.created', 'price.created', 'product.updated'])
})

t.test('a product with prices cannot be deleted, one without can', async (t) => {
  const { stripe } = await stand(t)
  const sold = await stripe.products.create({ name: 'sold' })
  await stripe.prices.create({ product: sold.id, currency: 'usd', unit_amount: 1 })
  t.match(await fault(stripe.products.del(sold.id)), { statusCode: 400 })
  const unsold = await stripe.products.create({ name: 'unsold' })
  t.match(await stripe.products.del(unsold.id), { deleted: true })
  t.match(await fault(stripe.products.retrieve(unsold.id)), { statusCode: 404 })
})

t.test('updates tell what was there before', async (t) => {
  const { stripe } = await stand(t)
  const product = await stripe.products.create({ name: 'Old', metadata: { rank: '1', a: 'b' } })
  await stripe.products.update(product.id, { name: 'New', metadata: { rank: '2' } })
  const [event] = (await stripe.events.list({ type: 'product.updated' })).data
  t.match(event?.data, {
    object: { name: 'New', metadata: { rank: '2', a: 'b' } },
    previous_attributes: { name: 'Old', metadata: { rank: '1' } },
  })
  t.strictSame(Object.keys(event?.data.previous_attributes ?? {}), ['metadata', 'name'])
})
