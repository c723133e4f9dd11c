import t from 'tap'
import { fault, stand } from './stand.ts'

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

t.test('a lookup key is one price’s at a time', async (t) => {
  const { stripe } = await stand(t)
  const product = await stripe.products.create({ name: 'Premium' })
  const create = (unit_amount: number, transfer_lookup_key = false) =>
    stripe.prices.create({
      product: product.id,
      currency: 'usd',
      unit_amount,
      lookup_key: 'premium_monthly',
      transfer_lookup_key,
    })
  const old = await create(999)
  t.match(await fault(create(1099)), { param: 'lookup_key', code: 'resource_already_exists' })
  const next = await create(1099, true)
  t.equal((await stripe.prices.retrieve(old.id)).lookup_key, null)
  const found = await stripe.prices.list({ lookup_keys: ['premium_monthly'] })
  t.strictSame(
    found.data.map(({ id }) => id),
    [next.id],
  )
})

t.test('a price’s amount never changes, and an archived price sells nothing', async (t) => {
  const { stripe, server } = await stand(t)
  const product = await stripe.products.create({ name: 'Premium' })
  const price = await stripe.prices.create({
    product: product.id,
    currency: 'usd',
    unit_amount: 999,
    recurring: { interval: 'month' },
  })
  const response = await fetch(`${server.url}/v1/prices/${price.id}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.secretKey}` },
    body: 'unit_amount=1',
  })
  t.match(await response.json(), { error: { code: 'parameter_unknown' } })
  await stripe.prices.update(price.id, { active: false })
  const error = await fault(
    stripe.checkout.sessions.create({
      mode: 'subscription',
      line_items: [{ price: price.id, quantity: 1 }],
      success_url: 'https://shop.test',
    }),
  )
  t.match(error, { param: 'line_items[0][price]', message: /inactive/ })
  t.strictSame((await stripe.prices.list({ active: true })).data, [])
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

t.test('a deleted customer leaves a tombstone, and their subscriptions end', async (t) => {
  const { stripe, eventTypes } = await stand(t)
  const product = await stripe.products.create({ name: 'Premium' })
  const price = await stripe.prices.create({
    product: product.id,
    currency: 'usd',
    unit_amount: 999,
    recurring: { interval: 'month' },
  })
  const customer = await stripe.customers.create({ payment_method: 'pm_card_visa' })
  const [method] = (await stripe.customers.listPaymentMethods(customer.id)).data
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: price.id }],
    default_payment_method: method?.id,
  })
  await stripe.customers.del(customer.id)
  t.strictSame(await stripe.customers.retrieve(customer.id), {
    id: customer.id,
    object: 'customer',
    deleted: true,
  })
  t.equal((await stripe.subscriptions.retrieve(subscription.id)).status, 'canceled')
  t.strictSame((await stripe.customers.list()).data, [])
  t.strictSame((await eventTypes()).slice(-2), [
    'customer.subscription.deleted',
    'customer.deleted',
  ])
  t.match(await fault(stripe.customers.update(customer.id, { name: 'x' })), { statusCode: 404 })
})

t.test('customers are found by their e-mail address', async (t) => {
  const { stripe } = await stand(t)
  const { id } = await stripe.customers.create({ email: 'a@example.com' })
  await stripe.customers.create({ email: 'b@example.com' })
  const found = await stripe.customers.list({ email: 'a@example.com' })
  t.strictSame(
    found.data.map((customer) => customer.id),
    [id],
  )
  t.match(await fault(stripe.customers.create({ email: 'nobody' })), { code: 'email_invalid' })
})

t.test(
  'coupons are worth a percentage or an amount, for once, for months or for ever',
  async (t) => {
    const { stripe } = await stand(t)
    t.match(await stripe.coupons.create({ percent_off: 12.5, duration: 'once' }), {
      percent_off: 12.5,
      amount_off: null,
      valid: true,
    })
    for (const [params, param] of [
      [{ duration: 'once' }, 'percent_off'],
      [{ percent_off: 10, amount_off: 1, currency: 'usd' }, 'percent_off'],
      [{ percent_off: 101 }, 'percent_off'],
      [{ amount_off: 100 }, 'currency'],
      [{ percent_off: 10, duration: 'repeating' }, 'duration_in_months'],
    ] as const) {
      t.match(await fault(stripe.coupons.create(params)), { statusCode: 400, param })
    }
  },
)

t.test('a promotion code is unique while it is active', async (t) => {
  const { stripe } = await stand(t)
  const coupon = await stripe.coupons.create({ percent_off: 10 })
  const create = () =>
    stripe.promotionCodes.create({
      promotion: { type: 'coupon', coupon: coupon.id },
      code: 'OPENING',
    })
  const first = await create()
  t.match(await fault(create()), { param: 'code' })
  await stripe.promotionCodes.update(first.id, { active: false })
  await create()
  t.equal((await stripe.promotionCodes.list({ code: 'opening', active: true })).data.length, 1)
})
