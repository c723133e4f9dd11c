import t from 'tap'
import { syncCustomer } from '../../server/billing/sync/sync.ts'
import { openBilling } from '../fixtures/stripe.ts'
import { openTwo, overtake } from './two-processes.ts'

for (const point of ['fetched', 'judged'] as const) {
  t.test(`a sync overtaken when it has ${point} writes nothing old over what is new`, async (t) => {
    const billing = await openBilling(t)
    const member = await billing.signUp()
    await member.subscribe('standard')
    await billing.settle()
    await billing.webhooks({ mode: 'drop' })
    const customer = await member.customer()
    const [one] = await openTwo(t, billing)
    const slow = await one.hold(customer, point)
    await billing.stripe.subscriptions.cancel((await billing.subscription()).id)
    await overtake(billing, slow, syncCustomer(billing.services, customer))
    t.same(await slow.done, { userId: member.id, changes: [] })
    t.equal(await member.access(), 'subscription_ended', 'the cancellation stands')
  })
}

t.test('many at once leave what one would have left', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await billing.webhooks({ mode: 'drop' })
  const sessionId = await member.checkout({ priceId: await billing.priceOf('standard') })
  await member.pay(sessionId)
  const customer = await member.customer()
  const results = await Promise.all(
    Array.from({ length: 8 }, () => syncCustomer(billing.services, customer)),
  )
  t.equal(results.filter(({ changes }) => changes.length > 0).length, 1, 'one finds a difference')
  t.equal(await billing.services.database.subscription.count(), 1)
  t.equal(await member.access(), 'subscription')
})

t.test('a second sync changes nothing', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('premium')
  const result = await syncCustomer(billing.services, await member.customer())
  t.same(result, { userId: member.id, changes: [] })
})

t.test('while Stripe fails nothing is half written', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard')
  await billing.settle()
  await billing.webhooks({ mode: 'drop' })
  await billing.stripe.subscriptions.cancel((await billing.subscription()).id)
  const customer = await member.customer()
  for (const path of ['/v1/customers', '/v1/subscriptions', '/v1/charges', '/v1/checkout']) {
    for (const status of [500, 429, 0]) {
      await billing.door('/_local/trouble', { status, count: 100, path })
      await t.rejects(syncCustomer(billing.services, customer), `${path} ${status}`)
      t.equal(await member.access(), 'subscription', 'what was stored stays')
    }
  }
  await billing.door('/_local/trouble', { count: 0 })
  await syncCustomer(billing.services, customer)
  t.equal(await member.access(), 'subscription_ended')
})

t.test('where Stripe works out no next amount, all else is stored', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await billing.webhooks({ mode: 'drop' })
  const coupon = await billing.stripe.coupons.create({ percent_off: 50, duration: 'forever' })
  const sessionId = await member.checkout({ priceId: await billing.priceOf('standard') })
  await member.pay(sessionId)
  const { id } = await billing.subscription()
  await billing.stripe.subscriptions.update(id, { discounts: [{ coupon: coupon.id }] })
  let asked = 0
  billing.proxy.refuse = ({ path }) => {
    if (!path.endsWith('/create_preview')) return null
    asked += 1
    return {
      status: 400,
      error: { type: 'invalid_request_error', code: 'customer_tax_location_invalid' },
    }
  }
  t.match(await member.post('/api/billing/confirm', { sessionId }), { status: 200 })
  t.equal(asked, 1)
  t.equal(await member.access(), 'subscription')
  t.match((await member.get('/api/billing')).body.plan, { nextAmount: null })
})

t.test('a call that fails twice is tried again by itself', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard')
  await billing.door('/_local/trouble', { status: 500, count: 2, path: '/v1/charges' })
  t.same((await syncCustomer(billing.services, await member.customer())).changes, [])
})

t.test("a customer who is nobody's here changes nothing", async (t) => {
  const billing = await openBilling(t)
  const { id } = await billing.stripe.customers.create({ email: 'someone@example.com' })
  t.same(await syncCustomer(billing.services, id), { userId: null, changes: [] })
})

t.test('a customer whose creation was never stored is known again by its metadata', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  const { id } = await billing.stripe.customers.create({ metadata: { matinee_user: member.id } })
  t.match(await syncCustomer(billing.services, id), { userId: member.id })
  t.equal(await member.customer(), id)
  const second = await billing.stripe.customers.create({ metadata: { matinee_user: member.id } })
  t.match(
    await syncCustomer(billing.services, second.id),
    { userId: member.id },
    'and so is another',
  )
  t.equal(await member.customer(), id, 'which new things are not paid by')
  t.equal(await member.customer(), id)
})

t.test('more than a page of everything is read', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard')
  const customer = await member.customer()
  const price = await billing.priceOf('standard')
  const [card] = (await billing.stripe.paymentMethods.list({ customer })).data
  for (let index = 0; index < 104; index++) {
    await billing.stripe.subscriptions.create({
      customer,
      items: [{ price }],
      default_payment_method: card?.id,
    })
  }
  await syncCustomer(billing.services, customer)
  t.equal(await billing.services.database.subscription.count(), 105)
})

t.test('a purchase of a film that is not here is passed over', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  const sessionId = await member.checkout({ videoId: billing.video, kind: 'buy' })
  await billing.stripe.checkout.sessions.update(sessionId, {
    metadata: { matinee_video: '0198c0de-0000-7000-8000-000000000001' },
  })
  await member.pay(sessionId)
  await billing.settle()
  t.equal(await billing.services.database.purchase.count(), 0)
  t.equal(await member.access(), 'not_entitled')
})
