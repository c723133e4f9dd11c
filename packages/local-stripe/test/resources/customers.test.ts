import t from 'tap'
import { fault, member, stand } from '../stand.ts'

t.test('a deleted customer leaves a tombstone, and their subscriptions end', async (t) => {
  const { stripe, eventTypes } = await stand(t)
  const { customer, subscription } = await member(stripe)
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
