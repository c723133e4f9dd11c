import t from 'tap'
import { openBilling } from '../fixtures/stripe.ts'

t.test('the account lists the plan and every film, with what became of it', async (t) => {
  const billing = await openBilling(t)
  const { clock, database } = billing.services
  const member = await billing.signUp()
  t.same((await member.get('/api/billing')).body, { plan: null, purchases: [] })
  await member.subscribe('standard')
  const rented = await member.checkout({ videoId: billing.video, kind: 'rent' })
  await member.pay(rented)
  await billing.settle()
  const firstPlayedAt = clock.now()
  await database.purchase.update({ where: { id: rented }, data: { firstPlayedAt } })
  clock.advance(60)
  const bought = await member.checkout({ videoId: billing.video, kind: 'buy' })
  await member.pay(bought)
  await billing.settle()
  const { data } = await billing.stripe.charges.list()
  const charge = data.find(({ amount }) => amount === 1299)?.id ?? ''
  await billing.stripe.refunds.create({ charge })
  await billing.settle()
  t.match((await member.get('/api/billing')).body, {
    plan: {
      planId: 'standard',
      name: 'Standard',
      status: 'active',
      price: { interval: 'month', amount: 900, currency: 'usd' },
      endsAt: null,
      paused: false,
      suspended: null,
    },
    purchases: [
      {
        id: bought,
        kind: 'buy',
        status: 'refunded',
        amount: 1299,
        amountRefunded: 1299,
        video: { slug: 'film', title: 'Film' },
        watchUntil: null,
      },
      {
        id: rented,
        kind: 'rent',
        status: 'paid',
        watchUntil: new Date(firstPlayedAt.getTime() + 48 * 3_600_000).toISOString(),
      },
    ],
  })
})

t.test('invoices are listed with their pages, drafts are not', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  t.same((await member.get('/api/billing/invoices')).body, { invoices: [] })
  await member.subscribe('standard')
  const subscription = await billing.subscription()
  const end = subscription.items.data[0]?.current_period_end ?? 0
  billing.services.clock.set(new Date((end + 60) * 1000))
  billing.local.catchUp()
  const drafts = await billing.stripe.invoices.list({ status: 'draft' })
  t.equal(drafts.data.length, 1, 'the renewal is being prepared')
  const { status, body } = await member.get('/api/billing/invoices')
  t.equal(status, 200)
  t.match(body.invoices, [{ status: 'paid', amount: 900, currency: 'usd', number: String }])
  const [{ url }] = body.invoices as [{ url: string }]
  t.equal((await fetch(url)).status, 200)
})

t.test("nobody sees another's payments", async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard')
  await member.pay(await member.checkout({ videoId: billing.video, kind: 'buy' }))
  await billing.settle()
  const other = await billing.signUp()
  t.same((await other.get('/api/billing')).body, { plan: null, purchases: [] })
  t.same((await other.get('/api/billing/invoices')).body, { invoices: [] })
  for (const url of ['/api/billing', '/api/billing/invoices']) {
    t.equal((await billing.app.inject(url)).statusCode, 401)
  }
})

t.test('while Stripe is away the plan and films are still there', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard')
  await billing.door('/_local/trouble', { status: 500, count: 1_000 })
  t.match(await member.get('/api/billing'), { status: 200, body: { plan: { name: 'Standard' } } })
  t.match(await member.get('/api/billing/invoices'), { status: 502 })
})

t.test('every billing route says what it is for', async (t) => {
  const billing = await openBilling(t)
  const { paths } = (await billing.app.inject('/api/openapi.json')).json<{
    paths: Record<string, Record<string, { summary?: string }>>
  }>()
  const silent = Object.entries(paths)
    .filter(([path]) => /billing|plans|stripe|\/sync$/.test(path))
    .flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { summary }]) =>
        summary ? [] : [`${method} ${path}`],
      ),
    )
  t.same(silent, [])
})

t.test('one answer to what the plan is, whatever else is paid for in Stripe', async (t) => {
  const shop = await openBilling(t)
  const member = await shop.signUp()
  await member.subscribe('standard')
  const customer = await member.customer()
  const mug = await shop.stripe.products.create({ name: 'A mug each month' })
  const price = await shop.stripe.prices.create({
    product: mug.id,
    currency: 'usd',
    unit_amount: 500,
    recurring: { interval: 'month' },
  })
  const good = await shop.stripe.paymentMethods.attach('pm_card_visa', { customer })
  const items = [{ price: price.id }]
  await shop.stripe.subscriptions.create({ customer, items, default_payment_method: good.id })
  const failing = await shop.stripe.paymentMethods.attach('pm_card_chargeCustomerFail', {
    customer,
  })
  const standard = (await shop.services.database.subscription.findFirstOrThrow()).id
  await shop.stripe.subscriptions.update(standard, { default_payment_method: failing.id })
  shop.services.clock.advance(31 * 86_400 + 7_200)
  shop.local.catchUp()
  await shop.settle()
  const me = (await member.get('/api/me')).body.subscription
  const { plan } = (await member.get('/api/billing')).body
  t.match(plan, { planId: 'standard', status: 'past_due' })
  t.match(me, { planId: 'standard', status: 'past_due', graceUntil: String })
})
