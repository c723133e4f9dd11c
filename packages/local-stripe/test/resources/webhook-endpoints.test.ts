import t from 'tap'
import { fault, sdk, stand } from '../stand.ts'

t.test(
  'an endpoint that is made gets the events that it wants, signed by its own secret',
  async (t) => {
    const sent: { url: string; type: string; body: string; signature: string }[] = []
    const { stripe, door, restart, server } = await stand(t, {
      post: async (url, body, signature) => {
        sent.push({ url, type: JSON.parse(body).type, body, signature })
        return true
      },
    })
    const made = await stripe.webhookEndpoints.create({
      url: 'https://films.example/webhooks/stripe',
      enabled_events: ['customer.created', 'product.*' as never],
      metadata: { a: 'b' },
    })
    t.match(made, { object: 'webhook_endpoint', status: 'enabled', secret: /^whsec_/ })
    const { secret = '' } = made
    t.equal((await stripe.webhookEndpoints.retrieve(made.id)).secret, undefined, 'told once')
    t.match((await stripe.webhookEndpoints.list()).data, [{ id: made.id, metadata: { a: 'b' } }])
    const { id } = await stripe.customers.create()
    await stripe.customers.update(id, { name: 'x' })
    await door('/_local/webhooks/flush')
    t.same(
      sent.map(({ url, type }) => [url, type]),
      [['https://films.example/webhooks/stripe', 'customer.created']],
    )
    const [first] = sent
    const event = await sdk(server.url).webhooks.constructEventAsync(
      first?.body ?? '',
      first?.signature ?? '',
      secret,
      10 ** 9,
    )
    t.equal(event.type, 'customer.created')
    await restart()
  },
)

t.test('one that is disabled, deleted or wants nothing gets nothing', async (t) => {
  let count = 0
  const { stripe, door } = await stand(t, {
    post: async () => {
      count += 1
      return true
    },
  })
  const made = await stripe.webhookEndpoints.create({
    url: 'https://a.example',
    enabled_events: ['*'],
  })
  const changed = await stripe.webhookEndpoints.update(made.id, { disabled: true })
  t.equal(changed.status, 'disabled')
  await stripe.customers.create()
  await stripe.webhookEndpoints.update(made.id, { disabled: false })
  t.match(await stripe.webhookEndpoints.del(made.id), { id: made.id, deleted: true })
  await stripe.customers.create()
  await door('/_local/webhooks/flush')
  t.equal(count, 0)
  t.match(await fault(stripe.webhookEndpoints.retrieve(made.id)), { statusCode: 404 })
  t.match(await fault(stripe.webhookEndpoints.create({ url: 'x', enabled_events: ['*'] })), {
    statusCode: 400,
  })
  t.match(
    await fault(stripe.webhookEndpoints.create({ url: 'https://a.example', enabled_events: [] })),
    {
      statusCode: 400,
    },
  )
})
