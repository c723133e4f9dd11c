import t from 'tap'
import { fault, shop, stand } from '../stand.ts'

t.test('events are listed by type, by kind of type, and by time', async (t) => {
  const { stripe, clock } = await stand(t)
  await shop(stripe)
  clock.pass({ seconds: 60 })
  const { id } = await stripe.customers.create()
  await stripe.customers.update(id, { name: 'x' })
  const types = async (params: Parameters<typeof stripe.events.list>[0]) =>
    (await stripe.events.list(params)).data.map(({ type }) => type)
  t.strictSame(await types({ type: 'customer.updated' }), ['customer.updated'])
  t.strictSame(await types({ type: 'customer.*' }), [
    'customer.updated',
    'customer.created',
    'customer.created',
  ])
  t.strictSame(await types({ types: ['price.created', 'product.created'] }), [
    'price.created',
    'product.created',
  ])
  t.strictSame(await types({ created: { gte: clock.seconds } }), [
    'customer.updated',
    'customer.created',
  ])
  t.match(await fault(stripe.events.list({ type: 'a', types: ['b'] })), {
    code: 'parameters_exclusive',
  })
})

t.test('an event keeps what its object was, and names the request that made it', async (t) => {
  const { stripe } = await stand(t)
  const made = await stripe.customers.create({ name: 'before' }, { idempotencyKey: 'key-1' })
  await stripe.customers.update(made.id, { name: 'after' })
  const [created] = (await stripe.events.list({ type: 'customer.created' })).data
  t.match(created, {
    object: 'event',
    livemode: false,
    data: { object: { id: made.id, name: 'before' } },
    request: { id: made.lastResponse.requestId, idempotency_key: 'key-1' },
    pending_webhooks: 0,
  })
})

t.test(
  'events are forgotten after 30 days, by lists at once and for good at the next start',
  async (t) => {
    const made = await stand(t)
    const old = await made.stripe.customers.create()
    const [{ id } = { id: '' }] = (await made.stripe.events.list()).data
    made.clock.pass({ days: 30 })
    t.equal((await made.stripe.events.list()).data.length, 1)
    made.clock.pass({ seconds: 1 })
    t.strictSame((await made.stripe.events.list()).data, [])
    await made.restart()
    t.match(await fault(made.stripe.events.retrieve(id)), { statusCode: 404 })
    t.equal((await made.stripe.customers.retrieve(old.id)).id, old.id)
  },
)

t.test(
  'a list for a customer who never was is refused; a deleted one still has theirs',
  async (t) => {
    const { stripe } = await stand(t)
    t.match(await fault(stripe.subscriptions.list({ customer: 'cus_none' })), {
      statusCode: 400,
      code: 'resource_missing',
      param: 'customer',
    })
    const { id } = await stripe.customers.create()
    await stripe.customers.del(id)
    t.strictSame((await stripe.subscriptions.list({ customer: id, status: 'all' })).data, [])
  },
)
