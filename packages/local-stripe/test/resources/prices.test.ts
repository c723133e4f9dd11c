import t from 'tap'
import { fault, shop, stand } from '../stand.ts'

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
  const { monthly: price } = await shop(stripe)
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
