import t from 'tap'
import { type Billing, type Member, openBilling } from '../fixtures/stripe.ts'

const day = 86_400
const hour = 3_600

/** Lets time pass for Stripe and for Matinee, and delivers what happens meanwhile. */
async function pass(billing: Billing, seconds: number) {
  billing.services.clock.advance(seconds)
  billing.local.catchUp()
  await billing.settle()
}

const told = (member: Member) =>
  member.get('/api/me').then(({ body }) => body.subscription as Record<string, unknown> | null)

/** A trial whose card fails when it ends. */
async function failingRenewal(billing: Billing) {
  const member = await billing.signUp()
  await member.subscribe('premium', '4000000000000341')
  t.equal(await member.access(), 'subscription')
  await pass(billing, 14 * day + 2 * hour)
  return member
}

t.test('a subscription renews month after month', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard')
  for (let month = 0; month < 3; month++) {
    await pass(billing, 31 * day)
    t.equal(await member.access(), 'subscription', `month ${month + 2}`)
  }
  t.match(await told(member), { status: 'active' })
})

t.test('a renewal is not cut off while Stripe is late with it', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard')
  const end = (await billing.subscription()).items.data[0]?.current_period_end ?? 0
  await billing.webhooks({ mode: 'drop' })
  billing.services.clock.set(new Date((end + day) * 1000 - 1))
  t.equal(await member.access(), 'subscription')
  billing.services.clock.advance(1)
  t.equal(await member.access(), 'subscription_ended', 'but for no longer than a day')
})

t.test(
  'a failed renewal leaves a week, a banner and a mail, then locks, and pays at once',
  async (t) => {
    const billing = await openBilling(t)
    const { clock } = billing.services
    const member = await failingRenewal(billing)
    const subject = 'Your payment did not go through'
    const warnings = () => billing.mails.filter((mail) => mail.subject === subject)
    t.equal(await member.access(), 'subscription')
    const subscription = await told(member)
    t.match(subscription, { status: 'past_due', graceUntil: String })
    const [mail, ...others] = warnings()
    t.match(mail?.text, `${billing.services.config.PUBLIC_URL}/account`)
    t.equal(others.length, 0)

    const grace = new Date(String(subscription?.graceUntil))
    clock.set(new Date(grace.getTime() - 1))
    t.equal(await member.access(), 'subscription')
    clock.set(grace)
    t.equal(await member.access(), 'payment_failed')
    billing.local.catchUp()
    await billing.settle()
    t.equal(await member.access(), 'payment_failed', 'whatever was tried meanwhile')
    t.equal(warnings().length, 1, 'each failure is told of once')

    const [invoice] = (await billing.stripe.invoices.list({ status: 'open' })).data
    const customer = await member.customer()
    const card = await billing.stripe.paymentMethods.attach('pm_card_visa', { customer })
    await billing.stripe.invoices.pay(invoice?.id ?? '', { payment_method: card.id })
    await billing.settle()
    t.equal(await member.access(), 'subscription')
    t.match(await told(member), { status: 'active', graceUntil: null })
  },
)

t.test('when every retry has failed the subscription is over', async (t) => {
  const billing = await openBilling(t)
  const member = await failingRenewal(billing)
  for (let days = 0; days < 30; days++) await pass(billing, day)
  t.equal((await billing.subscription()).status, 'canceled')
  t.equal(await member.access(), 'subscription_ended')
  t.equal(await told(member), null)
})

t.test('cancelled at the end of the period, it plays to the second', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard')
  const { id, items } = await billing.subscription()
  await billing.stripe.subscriptions.update(id, { cancel_at_period_end: true })
  await billing.settle()
  t.match(await told(member), { cancelAtPeriodEnd: true })
  await billing.webhooks({ mode: 'drop' })
  const end = (items.data[0]?.current_period_end ?? 0) * 1000
  billing.services.clock.set(new Date(end - 1))
  t.equal(await member.access(), 'subscription')
  billing.services.clock.set(new Date(end))
  t.equal(await member.access(), 'subscription_ended')
})

t.test('cancelled and resumed, it goes on', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard')
  const { id } = await billing.subscription()
  await billing.stripe.subscriptions.update(id, { cancel_at_period_end: true })
  await billing.settle()
  await billing.stripe.subscriptions.update(id, { cancel_at_period_end: false })
  await pass(billing, 32 * day)
  t.match(await told(member), { status: 'active', cancelAtPeriodEnd: false })
  t.equal(await member.access(), 'subscription')
})

t.test('cancelled for a date, it says that date', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard')
  const { id, created } = await billing.subscription()
  await billing.stripe.subscriptions.update(id, { cancel_at: created + 10 * day })
  await billing.settle()
  t.match(await told(member), {
    cancelAtPeriodEnd: true,
    currentPeriodEnd: new Date((created + 10 * day) * 1000).toISOString(),
  })
  await pass(billing, 10 * day + 1)
  t.equal(await member.access(), 'subscription_ended')
})

t.test('an upgrade counts at once, and so does the way back', async (t) => {
  const billing = await openBilling(t)
  const { database } = billing.services
  const member = await billing.signUp()
  await database.videoPlan.delete({
    where: { videoId_planId: { videoId: billing.video, planId: 'standard' } },
  })
  await member.subscribe('standard')
  t.equal(await member.access(), 'plan_not_included')
  const { id, items } = await billing.subscription()
  const change = async (planId: string) => {
    const item = { id: items.data[0]?.id ?? '', price: await billing.priceOf(planId) }
    await billing.stripe.subscriptions.update(id, { items: [item] })
    await billing.settle()
  }
  await change('premium')
  t.equal(await member.access(), 'subscription')
  t.match(await told(member), { planId: 'premium' })
  await change('standard')
  t.equal(await member.access(), 'plan_not_included')
})

t.test('of two subscriptions the better one is told of, and either gives access', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard')
  const customer = await member.customer()
  const second = await billing.stripe.subscriptions.create({
    customer,
    items: [{ price: await billing.priceOf('premium') }],
    default_payment_method: (await billing.stripe.paymentMethods.list({ customer })).data[0]?.id,
  })
  await billing.settle()
  t.match(await told(member), { planId: 'premium' })
  await billing.stripe.subscriptions.cancel(second.id)
  await billing.settle()
  t.match(await told(member), { planId: 'standard' })
  t.equal(await member.access(), 'subscription')
})

t.test(
  'a customer deleted in Stripe loses the plan, keeps what was bought, can come back',
  async (t) => {
    const billing = await openBilling(t)
    const member = await billing.signUp()
    await member.subscribe('standard')
    const gone = await member.customer()
    await billing.stripe.customers.del(gone)
    await billing.settle()
    t.equal(await member.access(), 'not_entitled')
    t.equal(await member.customer(), '')
    await member.subscribe('standard')
    t.equal(await member.access(), 'subscription')
    t.not(await member.customer(), gone)
  },
)

t.test('a pause that voids invoices lasts from the end of the paid period', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard')
  const { id } = await billing.subscription()
  await billing.stripe.subscriptions.update(id, { pause_collection: { behavior: 'void' } })
  await billing.settle()
  t.equal(await member.access(), 'subscription', 'this month is paid for')
  await pass(billing, 32 * day)
  t.equal(await member.access(), 'subscription_paused')
})

t.test('a subscription to something else gives nothing', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard')
  const { id } = await billing.subscription()
  const mug = await billing.stripe.products.create({ name: 'A mug each month' })
  const price = await billing.stripe.prices.create({
    product: mug.id,
    currency: 'usd',
    unit_amount: 500,
    recurring: { interval: 'month' },
  })
  await billing.stripe.subscriptions.cancel(id)
  const customer = await member.customer()
  await billing.stripe.subscriptions.create({
    customer,
    items: [{ price: price.id }],
    default_payment_method: (await billing.stripe.paymentMethods.list({ customer })).data[0]?.id,
  })
  await billing.settle()
  t.equal(await member.access(), 'plan_not_included')
  await billing.webhooks({ mode: 'hold' })
  await billing.stripe.products.update(mug.id, { metadata: { matinee_plan: 'standard' } })
  t.match(await told(member), { planId: null, status: 'active' })
  await billing.settle()
  t.match(await told(member), { planId: 'standard', status: 'active' }, 'once it is of the plan')
})

t.test('plans follow what the operator changes in Stripe', async (t) => {
  const billing = await openBilling(t)
  const { database } = billing.services
  const { stripeProductId } = await database.plan.findUniqueOrThrow({ where: { id: 'premium' } })
  await billing.stripe.products.update(stripeProductId ?? '', {
    name: 'Gold',
    metadata: { max_streams: '6' },
  })
  await billing.settle()
  t.match(await database.plan.findUnique({ where: { id: 'premium' } }), {
    name: 'Gold',
    maxStreams: 6,
  })
  await billing.stripe.products.update(stripeProductId ?? '', { active: false })
  await billing.settle()
  const { body } = await (await billing.signUp()).get('/api/plans')
  t.equal((body.plans as unknown[]).length, 1)
})
