import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import t from 'tap'
import { openBilling } from '../fixtures/stripe.ts'
import type { StripeRefusal } from '../fixtures/stripe-proxy.ts'

/** Every code that the SDK's types know of. */
function documentedCodes(): string[] {
  const entry = createRequire(import.meta.url).resolve('stripe')
  const types = entry.replace(/stripe\.[a-z.]+$/, 'resources/PaymentIntents.d.ts')
  const [, list = ''] =
    /namespace LastPaymentError \{\s*type Code = ([^;]+);/.exec(readFileSync(types, 'utf8')) ?? []
  return [...list.matchAll(/'([a-z_]+)'/g)].map(([, code]) => code ?? '')
}

const others: StripeRefusal['error'][] = [
  { type: 'card_error', code: 'card_declined' },
  { type: 'card_error', code: 'authentication_required' },
  { type: 'card_error', code: 'subscription_payment_intent_requires_action' },
  { type: 'idempotency_error' },
  { type: 'invalid_request_error' },
  { type: 'invalid_request_error', code: 'charge_already_refunded' },
  { type: 'invalid_request_error', code: 'charge_disputed' },
]
const statusOf = ({ type }: StripeRefusal['error']) => (type === 'card_error' ? 402 : 400)

t.test('no refusal by Stripe is answered as a fault of ours, whatever was pressed', async (t) => {
  const billing = await openBilling(t)
  const { proxy, services } = billing
  const operator = await billing.signUp('admin')
  const member = await billing.signUp()
  await member.subscribe('standard')
  const [price, premium] = [await billing.priceOf('standard'), await billing.priceOf('premium')]
  const payment = (
    await services.database.payment.findFirstOrThrow({ where: { userId: member.id } })
  ).id
  const prorationDate = services.clock.now().toISOString()
  const routes: [string, (who: typeof member) => Promise<{ status: number; body: object }>][] = [
    ['checkout of a plan', (who) => who.post('/api/billing/checkout', { priceId: price })],
    [
      'checkout of a film',
      (who) => who.post('/api/billing/checkout', { videoId: billing.video, kind: 'rent' }),
    ],
    ['portal', (who) => who.post('/api/billing/portal')],
    ['invoices', (who) => who.get('/api/billing/invoices')],
    ['confirm', (who) => who.post('/api/billing/confirm', { sessionId: 'cs_test_1' })],
    ['preview', (who) => who.post('/api/billing/change/preview', { priceId: premium })],
    [
      'change',
      (who) => who.post('/api/billing/change', { priceId: premium, prorationDate, amount: 0 }),
    ],
    ['pause', (who) => who.post('/api/billing/pause')],
    ['resume', (who) => who.post('/api/billing/resume')],
    ['cancel', (who) => who.post('/api/billing/cancel')],
    ['pay again', (who) => who.post('/api/billing/pay-again')],
    ['refund', () => operator.post(`/api/studio/payments/${payment}/refund`)],
    [
      'join',
      () => operator.post(`/api/studio/users/${member.id}/customers`, { customerId: 'cus_1' }),
    ],
    ['sync', () => operator.post(`/api/studio/users/${member.id}/billing/sync`)],
    ['close', () => operator.patch(`/api/studio/users/${operator.id}`, { disabled: true })],
  ]
  const codes = documentedCodes()
  t.ok(codes.length > 100, 'the codes were found')
  const refusals = [...codes.map((code) => ({ type: 'invalid_request_error', code })), ...others]
  const answers = new Map<number, number>()
  for (const [index, error] of refusals.entries()) {
    // Each code at a few routes, all routes with many codes.
    for (const offset of [0, 1, 2]) {
      const [name, press] = routes[(index * 3 + offset) % routes.length] ?? []
      if (name === undefined || press === undefined) throw new Error('no routes')
      proxy.refuse = ({ method }) =>
        method === 'GET' && offset === 2 ? null : { status: statusOf(error), error }
      services.clock.advance(11)
      const { status, body } = await press(member)
      answers.set(status, (answers.get(status) ?? 0) + 1)
      if (status === 500) t.fail(`${name}: ${error.code} is answered ${JSON.stringify(body)}`)
      if (status >= 400 && !('detail' in body)) t.fail(`${name}: ${error.code} has no sentence`)
    }
  }
  proxy.refuse = () => null
  t.notOk(answers.has(500))
  t.ok((answers.get(502) ?? 0) > 0 && (answers.get(409) ?? 0) > 0, 'Stripe was really asked')
})

t.test('an address that Stripe refuses is left out', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  billing.proxy.refuse = ({ method, path, body }) =>
    method === 'POST' && path.startsWith('/v1/customers') && body.includes('email=')
      ? {
          status: 400,
          error: { type: 'invalid_request_error', code: 'email_invalid', param: 'email' },
        }
      : null
  const { status } = await member.post('/api/billing/checkout', {
    videoId: billing.video,
    kind: 'rent',
  })
  t.equal(status, 201)
  const customer = await billing.stripe.customers.retrieve(await member.customer())
  t.match(customer, { email: null, metadata: { matinee_user: member.id } })
})

t.test(
  'an address that Stripe takes for none buys all the same, or is told in a sentence',
  async (t) => {
    const billing = await openBilling(t)
    const { app, services, stripe, proxy } = billing
    const headers = { origin: services.config.PUBLIC_URL }
    const buyer = async (email: string) => {
      const payload = { email, password: 'correct horse battery staple' }
      const joined = await app.inject({ method: 'POST', url: '/api/auth/sign-up', payload })
      t.equal(joined.statusCode, 201, `${email} can sign up`)
      const cookies = Object.fromEntries(joined.cookies.map(({ name, value }) => [name, value]))
      const url = '/api/billing/checkout'
      const body = { priceId: await billing.priceOf('standard') }
      return () => app.inject({ method: 'POST', url, cookies, headers, payload: body })
    }
    const refusal = { message: /email/i, code: 'email_invalid' }
    for (const email of ['a..b@example.org', 'ana.@example.org']) {
      await t.rejects(stripe.customers.create({ email }), refusal, `Stripe refuses ${email}`)
      const answer = await (await buyer(email))()
      t.equal(answer.statusCode, 201, answer.body)
      const user = await services.database.user.findUniqueOrThrow({ where: { email } })
      const id = user.stripeCustomerId ?? ''
      t.match(await stripe.customers.retrieve(id), { email: null })
      const [, session = ''] = /(cs_test_\w+)/.exec(answer.json<{ url: string }>().url) ?? []
      await billing.door(`/_local/checkout/sessions/${session}/pay`, { card: '4242424242424242' })
      await billing.settle()
      const { data } = await stripe.subscriptions.list({ customer: id })
      t.match(data, [{ status: 'active' }])
    }
    const press = await buyer('c..d@example.org')
    proxy.refuse = ({ method, path }) =>
      method === 'POST' && path.startsWith('/v1/checkout/sessions')
        ? { status: 400, error: { type: 'invalid_request_error', code: 'email_invalid' } }
        : null
    const refused = await press()
    t.equal(refused.statusCode, 400)
    t.match(refused.json(), {
      detail: 'The payment provider does not accept this e-mail address. Use another one.',
    })
  },
)
