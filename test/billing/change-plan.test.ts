import t from 'tap'
import type { Numbers } from '../../contract/analytics.ts'
import { type Billing, type Member, openBilling } from '../fixtures/stripe.ts'

const day = 86_400

interface Preview {
  planId: string
  today: { amount: number; credit: number }
  next: { amount: number; interval: string; at: string }
  prorationDate: string
}

const previewed = async (billing: Billing, member: Member, planId: string, interval?: string) => {
  const priceId = await billing.priceOf(planId, interval)
  const { status, body } = await member.post('/api/billing/change/preview', { priceId })
  return { status, body, priceId, preview: body as unknown as Preview }
}

/** Looks at what a change costs, and agrees. */
async function change(billing: Billing, member: Member, planId: string, interval?: string) {
  const { priceId, preview } = await previewed(billing, member, planId, interval)
  const { prorationDate, today } = preview
  const order = { priceId, prorationDate, amount: today.amount }
  return { preview, order, answer: await member.post('/api/billing/change', order) }
}

const paid = async ({ stripe }: Billing) =>
  (await stripe.charges.list()).data
    .filter(({ status }) => status === 'succeeded')
    .reduce((sum, { amount }) => sum + amount, 0)

/** Someone half-way through a month of Standard. */
async function halfway(billing: Billing) {
  const member = await billing.signUp()
  await member.subscribe('standard')
  const { items } = await billing.subscription()
  const [item] = items.data
  const { current_period_start: start = 0, current_period_end: end = 0 } = item ?? {}
  billing.services.clock.set(new Date(((start + end) / 2) * 1000))
  await billing.settle()
  return { member, end: new Date(end * 1000).toISOString() }
}

t.test('an upgrade charges the difference for the time left, as it was shown', async (t) => {
  const billing = await openBilling(t)
  await billing.webhooks({ mode: 'drop' })
  const { member, end } = await halfway(billing)
  const before = await paid(billing)
  const { preview, answer } = await change(billing, member, 'premium')
  t.match(preview, {
    planId: 'premium',
    name: 'Premium',
    currency: 'usd',
    today: { amount: 300, credit: 0 },
    next: { amount: 1500, interval: 'month', at: end },
  })
  t.equal(answer.status, 200)
  t.match(answer.body.subscription, { planId: 'premium', status: 'active' })
  t.equal((await paid(billing)) - before, 300, 'and nothing else')

  const { payments } = (await member.get('/api/me/payments')).body
  t.match(payments, [
    { amount: 300, description: /Remaining time on Premium/ },
    { amount: 900, description: /Standard/ },
  ])
  await billing.services.database.user.update({ where: { id: member.id }, data: { role: 'admin' } })
  await member.post('/api/auth/refresh')
  const { revenue } = (await member.get('/api/studio/numbers')).body as unknown as Numbers
  t.match(revenue.byPlan, [
    { planId: 'standard', amount: 900 },
    { planId: 'premium', amount: 300 },
  ])
})

t.test('what an invoice of many lines is for is told by all of them', async (t) => {
  const billing = await openBilling(t)
  await billing.webhooks({ mode: 'drop' })
  const { member, end } = await halfway(billing)
  const { stripe, services } = billing
  const customer = await member.customer()
  for (let number = 0; number < 11; number++) {
    await stripe.invoiceItems.create({ customer, amount: 10, currency: 'usd' })
  }
  services.clock.set(new Date(Date.parse(end) + 7_200_000))
  billing.local.catchUp()
  await member.post('/api/billing/refresh')
  const [newest] = await services.database.payment.findMany({
    where: { userId: member.id },
    orderBy: { at: 'desc' },
  })
  t.match(newest, { amount: 1010, productIds: [String], description: /Standard/ })
  t.equal(await member.access(), 'subscription')
  await stripe.refunds.create({ charge: newest?.id ?? '' })
  services.clock.advance(60)
  await member.post('/api/billing/refresh')
  t.equal(await member.access(), 'refunded', 'what pays for the period is found among them')
})

t.test('a downgrade charges nothing and keeps the difference', async (t) => {
  const billing = await openBilling(t)
  const { member } = await halfway(billing)
  await change(billing, member, 'premium')
  const before = await paid(billing)
  const { preview, answer } = await change(billing, member, 'standard')
  t.same(preview.today, { amount: 0, credit: 300 })
  t.match(answer.body.subscription, { planId: 'standard' })
  t.equal(await paid(billing), before)
  const customer = await billing.stripe.customers.retrieve(await member.customer())
  t.match(customer, { balance: -300 })
})

t.test('by the year instead of by the month a new year begins today', async (t) => {
  const billing = await openBilling(t)
  const { member } = await halfway(billing)
  const { preview, answer } = await change(billing, member, 'standard', 'year')
  t.same(preview.today, { amount: 9000 - 450, credit: 0 })
  const inAYear = new Date(preview.prorationDate)
  inAYear.setUTCFullYear(inAYear.getUTCFullYear() + 1)
  t.same(preview.next, { amount: 9000, interval: 'year', at: inAYear.toISOString() })
  t.equal(answer.status, 200)
  t.match((await member.get('/api/billing')).body.plan, { price: { interval: 'year' } })
})

t.test('within a trial nothing is charged before it ends', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('premium')
  const { preview, answer } = await change(billing, member, 'standard')
  t.same(preview.today, { amount: 0, credit: 0 })
  t.match(answer.body.subscription, { planId: 'standard', status: 'trialing' })
  t.equal(await paid(billing), 0)
})

t.test('pressing twice, in two tabs, charges once', async (t) => {
  const billing = await openBilling(t)
  const { member } = await halfway(billing)
  const { priceId, preview } = await previewed(billing, member, 'premium')
  const { prorationDate, today } = preview
  const before = await paid(billing)
  const order = { priceId, prorationDate, amount: today.amount }
  const answers = await Promise.all([1, 2, 3].map(() => member.post('/api/billing/change', order)))
  t.same(
    answers.map(({ status }) => status),
    [200, 200, 200],
  )
  t.equal((await paid(billing)) - before, 300)
})

t.test('nothing but what was shown is charged', async (t) => {
  const billing = await openBilling(t)
  const { clock } = billing.services
  const { member } = await halfway(billing)
  const { priceId, preview } = await previewed(billing, member, 'premium')
  const order = { priceId, prorationDate: preview.prorationDate, amount: preview.today.amount }
  const ask = (changes: object) => member.post('/api/billing/change', { ...order, ...changes })
  const outdated = { status: 409, body: { code: 'CONFLICT', detail: /amounts have changed/ } }
  const at = (seconds: number) =>
    new Date(Date.parse(order.prorationDate) + seconds * 1000).toISOString()
  t.match(await ask({ amount: 299 }), outdated, 'another amount')
  t.match(await ask({ prorationDate: at(60) }), outdated, 'a time to come')
  t.match(await ask({ prorationDate: at(-901) }), outdated, 'a time long past')
  clock.advance(900)
  t.match(await ask({}), { status: 200 }, 'a quarter of an hour later it still holds')
})

t.test('a card that is declined changes nothing, and says so', async (t) => {
  const billing = await openBilling(t)
  const { member } = await halfway(billing)
  const customer = await member.customer()
  const card = await billing.stripe.paymentMethods.attach('pm_card_chargeCustomerFail', {
    customer,
  })
  const { id } = await billing.subscription()
  await billing.stripe.subscriptions.update(id, { default_payment_method: card.id })
  const { answer } = await change(billing, member, 'premium')
  t.match(answer, { status: 402, body: { code: 'PAYMENT_DECLINED' } })
  t.match((await member.get('/api/billing')).body.plan, { planId: 'standard', status: 'active' })
  t.equal(await member.access(), 'subscription')
})

t.test('who cannot change is told why', async (t) => {
  const billing = await openBilling(t)
  const stranger = await billing.signUp()
  t.match(await previewed(billing, stranger, 'premium'), {
    status: 409,
    body: { detail: /no plan/ },
  })
  const member = await billing.signUp()
  await member.subscribe('premium', '4000000000000341')
  t.match(await member.post('/api/billing/change/preview', { priceId: 'price_none' }), {
    status: 404,
    body: { detail: /no longer on sale/ },
  })
  billing.services.clock.advance(14 * day + 7_200)
  billing.local.catchUp()
  await billing.settle()
  t.match(await previewed(billing, member, 'standard'), {
    status: 409,
    body: { detail: /payment is open/ },
  })
})

t.test('a pause that is asked for gives no free upgrade', async (t) => {
  const billing = await openBilling(t)
  const { member } = await halfway(billing)
  const { priceId, preview } = await previewed(billing, member, 'premium')
  const order = {
    priceId,
    prorationDate: preview.prorationDate,
    amount: preview.today.amount,
  }
  await member.post('/api/billing/pause')
  const paused = { status: 409, body: { detail: /is paused/ } }
  t.match(await member.post('/api/billing/change', order), paused)
  t.match(await previewed(billing, member, 'premium'), paused)
  t.match((await member.get('/api/billing')).body.plan, { planId: 'standard' })
  t.match(await member.post('/api/billing/resume'), { status: 200 })
  t.match((await change(billing, member, 'premium')).answer, { status: 200 })
})

t.test(
  'nor does a change in the portal while it is paused: it is charged on resuming',
  async (t) => {
    const billing = await openBilling(t)
    const { member } = await halfway(billing)
    await member.post('/api/billing/pause')
    const { id, items } = await billing.subscription()
    await billing.stripe.subscriptions.update(id, {
      items: [{ id: items.data[0]?.id ?? '', price: await billing.priceOf('standard', 'year') }],
      proration_behavior: 'always_invoice',
    })
    await billing.settle()
    t.equal(await paid(billing), 900)
    t.equal(await member.access(), 'subscription_paused')
    t.match(await member.post('/api/billing/resume'), { status: 200 })
    t.equal(await member.access(), 'subscription')
    t.equal(await paid(billing), 9900)
  },
)

t.test('while Stripe is away nothing is changed', async (t) => {
  const billing = await openBilling(t)
  const { member } = await halfway(billing)
  const { order } = await change(billing, member, 'premium')
  await billing.door('/_local/trouble', { status: 500, count: 1_000 })
  t.match(await member.post('/api/billing/change/preview', { priceId: order.priceId }), {
    status: 502,
  })
  t.match(await member.post('/api/billing/change', order), { status: 502 })
})

t.test('an upgrade that the bank wants confirmed is made when it is, and not before', async (t) => {
  const billing = await openBilling(t)
  const { member } = await halfway(billing)
  const customer = await member.customer()
  const { id: card } = await billing.stripe.paymentMethods.attach(
    'pm_card_authenticationRequired',
    { customer },
  )
  const { id } = await billing.subscription()
  await billing.stripe.subscriptions.update(id, { default_payment_method: card })
  await billing.settle()
  const { answer } = await change(billing, member, 'premium')
  t.match(answer, { status: 200, body: { confirmUrl: /^http.*invoice/ } })
  t.match((await member.get('/api/billing')).body.plan, { planId: 'standard', status: 'active' })
  const again = await change(billing, member, 'premium')
  t.match(again.answer.body.confirmUrl, /^http.*invoice/, 'pressed again, the new one counts')
  const open = (await billing.stripe.invoices.list({ status: 'open', expand: ['data.payments'] }))
    .data
  t.equal(open.length, 1)
  const intent = String(open[0]?.payments?.data.at(-1)?.payment.payment_intent)
  await billing.door(`/_local/intents/${intent}/confirm`)
  await billing.settle()
  t.match((await member.get('/api/billing')).body.plan, { planId: 'premium', status: 'active' })
})
