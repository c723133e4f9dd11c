import t from 'tap'
import { syncCustomer } from '../../server/billing/sync.ts'
import { openShop } from './shop.ts'
import { openTwo, overtake } from './two-processes.ts'

for (const point of ['fetched', 'judged'] as const) {
  t.test(`a sync overtaken when it has ${point} writes nothing old over what is new`, async (t) => {
    const shop = await openShop(t)
    const member = await shop.signUp()
    await member.subscribe('standard')
    await shop.settle()
    await shop.webhooks({ mode: 'drop' })
    const customer = await member.customer()
    const [one] = await openTwo(t, shop)
    const slow = await one.hold(customer, point)
    await shop.stripe.subscriptions.cancel((await shop.subscription()).id)
    await overtake(shop, slow, syncCustomer(shop.services, customer))
    t.same(await slow.done, { userId: member.id, changes: [] })
    t.equal(await member.access(), 'subscription_ended', 'the cancellation stands')
  })
}

t.test('many at once leave what one would have left', async (t) => {
  const shop = await openShop(t)
  const member = await shop.signUp()
  await shop.webhooks({ mode: 'drop' })
  const sessionId = await member.checkout({ priceId: await shop.priceOf('standard') })
  await member.pay(sessionId)
  const customer = await member.customer()
  const results = await Promise.all(
    Array.from({ length: 8 }, () => syncCustomer(shop.services, customer)),
  )
  t.equal(results.filter(({ changes }) => changes.length > 0).length, 1, 'one finds a difference')
  t.equal(await shop.services.database.subscription.count(), 1)
  t.equal(await member.access(), 'subscription')
})

t.test('a second sync changes nothing', async (t) => {
  const shop = await openShop(t)
  const member = await shop.signUp()
  await member.subscribe('premium')
  const result = await syncCustomer(shop.services, await member.customer())
  t.same(result, { userId: member.id, changes: [] })
})

t.test('while Stripe fails nothing is half written', async (t) => {
  const shop = await openShop(t)
  const member = await shop.signUp()
  await member.subscribe('standard')
  await shop.settle()
  await shop.webhooks({ mode: 'drop' })
  await shop.stripe.subscriptions.cancel((await shop.subscription()).id)
  const customer = await member.customer()
  for (const path of ['/v1/customers', '/v1/subscriptions', '/v1/charges', '/v1/checkout']) {
    for (const status of [500, 429, 0]) {
      await shop.door('/_local/trouble', { status, count: 100, path })
      await t.rejects(syncCustomer(shop.services, customer), `${path} ${status}`)
      t.equal(await member.access(), 'subscription', 'what was stored stays')
    }
  }
  await shop.door('/_local/trouble', { count: 0 })
  await syncCustomer(shop.services, customer)
  t.equal(await member.access(), 'subscription_ended')
})

t.test('a call that fails twice is tried again by itself', async (t) => {
  const shop = await openShop(t)
  const member = await shop.signUp()
  await member.subscribe('standard')
  await shop.door('/_local/trouble', { status: 500, count: 2, path: '/v1/charges' })
  t.same((await syncCustomer(shop.services, await member.customer())).changes, [])
})

t.test("a customer who is nobody's here changes nothing", async (t) => {
  const shop = await openShop(t)
  const { id } = await shop.stripe.customers.create({ email: 'someone@example.com' })
  t.same(await syncCustomer(shop.services, id), { userId: null, changes: [] })
})

t.test('a customer whose creation was never stored is known again by its metadata', async (t) => {
  const shop = await openShop(t)
  const member = await shop.signUp()
  const { id } = await shop.stripe.customers.create({ metadata: { matinee_user: member.id } })
  t.match(await syncCustomer(shop.services, id), { userId: member.id })
  t.equal(await member.customer(), id)
  const second = await shop.stripe.customers.create({ metadata: { matinee_user: member.id } })
  t.match(await syncCustomer(shop.services, second.id), { userId: null }, 'but one is enough')
  t.equal(await member.customer(), id)
})

t.test('more than a page of everything is read', async (t) => {
  const shop = await openShop(t)
  const member = await shop.signUp()
  await member.subscribe('standard')
  const customer = await member.customer()
  const price = await shop.priceOf('standard')
  const [card] = (await shop.stripe.paymentMethods.list({ customer })).data
  for (let index = 0; index < 104; index++) {
    await shop.stripe.subscriptions.create({
      customer,
      items: [{ price }],
      default_payment_method: card?.id,
    })
  }
  await syncCustomer(shop.services, customer)
  t.equal(await shop.services.database.subscription.count(), 105)
})

t.test('a purchase of a film that is not here is passed over', async (t) => {
  const shop = await openShop(t)
  const member = await shop.signUp()
  const sessionId = await member.checkout({ videoId: shop.video, kind: 'buy' })
  await shop.stripe.checkout.sessions.update(sessionId, {
    metadata: { matinee_video: '0198c0de-0000-7000-8000-000000000001' },
  })
  await member.pay(sessionId)
  await shop.settle()
  t.equal(await shop.services.database.purchase.count(), 0)
  t.equal(await member.access(), 'not_entitled')
})
