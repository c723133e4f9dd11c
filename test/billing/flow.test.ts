import t from 'tap'
import { openBilling } from '../fixtures/stripe.ts'

t.test('subscribing gives access by the webhook alone', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  t.equal(await member.access(), 'not_entitled')
  const sessionId = await member.checkout({ priceId: await billing.priceOf('standard') })
  t.equal(await member.access(), 'not_entitled', 'an open page is not a paid one')
  await member.pay(sessionId)
  await billing.settle()
  t.equal(await member.access(), 'subscription')
  const { body } = await member.get('/api/me')
  t.match(body.subscription, {
    planId: 'standard',
    status: 'active',
    cancelAtPeriodEnd: false,
    graceUntil: null,
  })
})

t.test('returning from checkout gives access with every webhook lost', async (t) => {
  const billing = await openBilling(t)
  await billing.webhooks({ mode: 'drop' })
  const member = await billing.signUp()
  const sessionId = await member.checkout({ priceId: await billing.priceOf('standard') })
  await member.pay(sessionId)
  t.equal(await member.access(), 'not_entitled')
  const { status, body } = await member.post('/api/billing/confirm', { sessionId })
  t.equal(status, 200)
  t.match(body, { pending: false, subscription: { planId: 'standard', status: 'active' } })
  t.equal(await member.access(), 'subscription')
})

t.test('cancelling at once takes access away at once', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard')
  await billing.cancelNow()
  t.equal(await member.access(), 'subscription_ended')
  t.equal((await member.get('/api/me')).body.subscription, null)
})

t.test('a card that is declined buys nothing', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  const sessionId = await member.checkout({ priceId: await billing.priceOf('standard') })
  t.match(await member.pay(sessionId, '4000000000000002'), { error: { type: 'card_error' } })
  const { body } = await member.post('/api/billing/confirm', { sessionId })
  t.same(body, { pending: false, subscription: null })
  t.equal(await member.access(), 'not_entitled')
})

t.test('the plans on sale are those of Stripe, cheapest first', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  const { status, body } = await member.get('/api/plans')
  t.equal(status, 200)
  t.match(body.plans, [
    {
      id: 'standard',
      name: 'Standard',
      maxStreams: 2,
      trialDays: 0,
      prices: [
        { interval: 'month', amount: 900, currency: 'usd' },
        { interval: 'year', amount: 9000 },
      ],
    },
    { id: 'premium', maxStreams: 4, trialDays: 14, prices: [{ amount: 1500 }] },
  ])
})

t.test('the portal opens for whoever has something to manage there', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  t.match(await member.post('/api/billing/portal'), { status: 409, body: { code: 'CONFLICT' } })
  await member.subscribe('standard')
  const { status, body } = await member.post('/api/billing/portal')
  t.equal(status, 201)
  t.match(body.url, /^http/)
})
