import t from 'tap'
import { type Billing, openBilling } from '../fixtures/stripe.ts'

const day = 86_400

async function pass(billing: Billing, days: number) {
  billing.services.clock.advance(days * day)
  billing.local.catchUp()
  await billing.settle()
}

const charges = async ({ stripe }: Billing) =>
  (await stripe.charges.list()).data.filter(({ status }) => status === 'succeeded').length

const planOf = async (member: Awaited<ReturnType<Billing['signUp']>>) =>
  (await member.get('/api/billing')).body.plan

t.test('a pause lets what is paid for play, then charges nothing', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard')
  t.match(await member.post('/api/billing/pause'), { status: 200 })
  t.match(await planOf(member), { paused: true, suspended: null })
  t.equal(await member.access(), 'subscription')
  await pass(billing, 32)
  t.equal(await member.access(), 'subscription_paused')
  t.match(await planOf(member), { paused: true, suspended: 'collection_paused' })
  await pass(billing, 31)
  t.equal(await charges(billing), 1)
})

t.test('resumed in time that is paid for it goes on, and renews', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard')
  await member.post('/api/billing/pause')
  t.match(await member.post('/api/billing/resume'), { status: 200 })
  t.match(await planOf(member), { paused: false })
  t.equal(await charges(billing), 1, 'nothing is charged for that')
  await pass(billing, 32)
  t.equal(await member.access(), 'subscription')
  t.equal(await charges(billing), 2)
})

t.test('resumed later it is paid for at once, and plays at once', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard')
  await member.post('/api/billing/pause')
  await pass(billing, 40)
  t.match(await member.post('/api/billing/resume'), { status: 200 })
  t.equal(await charges(billing), 2)
  t.equal(await member.access(), 'subscription')
  t.match(await planOf(member), { paused: false, suspended: null })
})

t.test('a card that fails leaves it paused', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard')
  await member.post('/api/billing/pause')
  const customer = await member.customer()
  const card = await billing.stripe.paymentMethods.attach('pm_card_chargeCustomerFail', {
    customer,
  })
  const { id } = await billing.subscription()
  await billing.stripe.subscriptions.update(id, {
    default_payment_method: card.id,
  })
  await pass(billing, 40)
  t.match(await member.post('/api/billing/resume'), {
    status: 402,
    body: { code: 'PAYMENT_DECLINED' },
  })
  t.equal(await member.access(), 'subscription_paused')
  t.match(await planOf(member), { paused: true })
})

t.test('taking a pause back in Stripe gives no free month', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard')
  await member.post('/api/billing/pause')
  await pass(billing, 32)
  const { id } = await billing.subscription()
  await billing.stripe.subscriptions.update(id, { pause_collection: '' })
  await billing.settle()
  t.equal(await member.access(), 'subscription_paused')
  await pass(billing, 32)
  t.equal(await member.access(), 'subscription', 'from the next renewal on')
})

t.test('resuming takes a cancellation back, of either kind', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard')
  const { id, created } = await billing.subscription()
  for (const how of [{ cancel_at_period_end: true }, { cancel_at: created + 20 * day }]) {
    await billing.stripe.subscriptions.update(id, how)
    await billing.settle()
    t.match(await planOf(member), { endsAt: String })
    t.match(await member.post('/api/billing/pause'), { status: 409 }, 'there is nothing to pause')
    const { body } = await member.post('/api/billing/resume')
    t.match(body.subscription, { status: 'active', cancelAtPeriodEnd: false })
    t.match(await planOf(member), { endsAt: null })
  }
})

t.test('pressing twice is as good as once', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard')
  await member.post('/api/billing/pause')
  await pass(billing, 40)
  const answers = await Promise.all([1, 2, 3].map(() => member.post('/api/billing/resume')))
  t.ok(answers.every(({ status }) => status === 200))
  t.equal(await charges(billing), 2)
})

t.test('without a plan, or in a trial, there is nothing to pause', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  t.match(await member.post('/api/billing/pause'), { status: 409 })
  t.match(await member.post('/api/billing/resume'), { status: 409 })
  await member.subscribe('premium')
  t.match(await member.post('/api/billing/pause'), { status: 409 })
})
