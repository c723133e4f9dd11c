import t from 'tap'
import { hasWebhook } from '../../server/billing/inbox/webhook-endpoint.ts'
import { seal, unseal } from '../../server/clients/seal.ts'
import { openBilling } from '../fixtures/stripe.ts'

t.test('a sealed secret opens with the secret it was sealed with, and no other', async (t) => {
  const sealed = seal('whsec_1', ['first', 'second'])
  t.equal(unseal(sealed, ['newer', 'first']), 'whsec_1')
  t.equal(unseal(sealed, ['second']), null)
  t.notMatch(Buffer.from(sealed).toString('latin1'), /whsec/)
  const altered = sealed.slice()
  altered[30] = (altered[30] ?? 0) ^ 1
  t.equal(unseal(altered, ['first']), null)
  t.equal(unseal(new Uint8Array(3), ['first']), null)
})

t.test('the studio connects Stripe: its events are believed, and once is enough', async (t) => {
  const { signUp, services, stripe, settle, app } = await openBilling(t, {
    PUBLIC_URL: 'https://films.example',
    // Of another endpoint: what the one made here sends is signed with its own.
    STRIPE_WEBHOOK_SECRETS: 'whsec_another',
  })
  const operator = await signUp('admin')
  const connect = () => operator.post('/api/studio/stripe/connect')
  const first = await connect()
  t.equal(first.status, 200)
  const { data: endpoints } = await stripe.webhookEndpoints.list()
  t.match(endpoints, [{ url: 'https://films.example/webhooks/stripe', status: 'enabled' }])
  const [row] = await services.database.webhookEndpoint.findMany()
  t.equal(row?.id, endpoints[0]?.id)
  t.equal((await connect()).status, 200)
  t.equal((await stripe.webhookEndpoints.list()).data.length, 1)
  // What nobody has signed costs a query a second at most.
  services.clock.advance(2)
  await stripe.products.create({ name: 'Anything' })
  await settle()
  t.ok((await services.database.stripeEvent.count()) > 0, 'events came in by the new secret')
  const portals = await stripe.billingPortal.configurations.list({ active: true })
  t.ok(portals.data.some(({ metadata }) => metadata?.matinee_portal !== undefined))
  t.match(await services.database.auditEntry.findFirst({ where: { action: 'stripe.connected' } }), {
    actorId: operator.id,
  })

  // Its secret is lost: another is made in its place.
  await services.database.webhookEndpoint.deleteMany()
  t.equal((await connect()).status, 200)
  const { data: anew } = await stripe.webhookEndpoints.list()
  t.equal(anew.length, 1)
  t.not(anew[0]?.id, endpoints[0]?.id)
  t.equal(await services.database.webhookEndpoint.count(), 1)
  const unsigned = { method: 'POST', url: '/webhooks/stripe', payload: {} } as const
  t.equal((await app.inject(unsigned)).statusCode, 400)
  const member = await signUp()
  t.equal((await member.post('/api/studio/stripe/connect')).status, 403)
})

t.test('without a secret of either kind nothing that comes is believed', async (t) => {
  const { services } = await openBilling(t)
  const config = { ...services.config, STRIPE_WEBHOOK_SECRETS: undefined }
  t.equal(await hasWebhook({ ...services, config } as never), false)
  t.equal(await hasWebhook(services), true)
})
