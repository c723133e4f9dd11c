import t from 'tap'
import { type Member, openShop, type Shop } from './shop.ts'

const day = 86_400
const hour = 3_600

/** Lets time pass for Stripe and for Matinee, and delivers what happens meanwhile. */
async function pass(shop: Shop, seconds: number) {
  shop.services.clock.advance(seconds)
  shop.local.catchUp()
  await shop.settle()
}

const told = (member: Member) =>
  member.get('/api/me').then(({ body }) => body.subscription as Record<string, unknown> | null)

/** A trial whose card fails when it ends. */
async function failingRenewal(shop: Shop) {
  const member = await shop.signUp()
  await member.subscribe('premium', '4000000000000341')
  t.equal(await member.access(), 'subscription')
  await pass(shop, 14 * day + 2 * hour)
  return member
}

t.test('a subscription renews month after month', async (t) => {
  const shop = await openShop(t)
  const member = await shop.signUp()
  await member.subscribe('standard')
  for (let month = 0; month < 3; month++) {
    await pass(shop, 31 * day)
    t.equal(await member.access(), 'subscription', `month ${month + 2}`)
  }
  t.match(await told(member), { status: 'active' })
})

t.test('a renewal is not cut off while Stripe is late with it', async (t) => {
  const shop = await openShop(t)
  const member = await shop.signUp()
  await member.subscribe('standard')
  const end = (await shop.subscription()).items.data[0]?.current_period_end ?? 0
  await shop.webhooks({ mode: 'drop' })
  shop.services.clock.set(new Date((end + day) * 1000 - 1))
  t.equal(await member.access(), 'subscription')
  shop.services.clock.advance(1)
  t.equal(await member.access(), 'subscription_ended', 'but for no longer than a day')
})

t.test(
  'a failed renewal leaves a week, a banner and a mail, then locks, and pays at once',
  async (t) => {
    const shop = await openShop(t)
    const { clock } = shop.services
    const member = await failingRenewal(shop)
    t.equal(await member.access(), 'subscription')
    const subscription = await told(member)
    t.match(subscription, { status: 'past_due', graceUntil: String })
    t.equal(shop.mails.filter(({ to }) => to === member.email).length, 1)
    t.match(shop.mails[0]?.text, `${shop.services.config.PUBLIC_URL}/account`)

    const grace = new Date(String(subscription?.graceUntil))
    clock.set(new Date(grace.getTime() - 1))
    t.equal(await member.access(), 'subscription')
    clock.set(grace)
    t.equal(await member.access(), 'payment_failed')
    shop.local.catchUp()
    await shop.settle()
    t.equal(await member.access(), 'payment_failed', 'whatever was tried meanwhile')
    t.equal(shop.mails.length, 1, 'each failure is told of once')

    const [invoice] = (await shop.stripe.invoices.list({ status: 'open' })).data
    const customer = await member.customer()
    const card = await shop.stripe.paymentMethods.attach('pm_card_visa', { customer })
    await shop.stripe.invoices.pay(invoice?.id ?? '', { payment_method: card.id })
    await shop.settle()
    t.equal(await member.access(), 'subscription')
    t.match(await told(member), { status: 'active', graceUntil: null })
  },
)

t.test('when every retry has failed the subscription is over', async (t) => {
  const shop = await openShop(t)
  const member = await failingRenewal(shop)
  for (let days = 0; days < 30; days++) await pass(shop, day)
  t.equal((await shop.subscription()).status, 'canceled')
  t.equal(await member.access(), 'subscription_ended')
  t.equal(await told(member), null)
})

t.test('cancelled at the end of the period, it plays to the second', async (t) => {
  const shop = await openShop(t)
  const member = await shop.signUp()
  await member.subscribe('standard')
  const { id, items } = await shop.subscription()
  await shop.stripe.subscriptions.update(id, { cancel_at_period_end: true })
  await shop.settle()
  t.match(await told(member), { cancelAtPeriodEnd: true })
  await shop.webhooks({ mode: 'drop' })
  const end = (items.data[0]?.current_period_end ?? 0) * 1000
  shop.services.clock.set(new Date(end - 1))
  t.equal(await member.access(), 'subscription')
  shop.services.clock.set(new Date(end))
  t.equal(await member.access(), 'subscription_ended')
})

t.test('cancelled and resumed, it goes on', async (t) => {
  const shop = await openShop(t)
  const member = await shop.signUp()
  await member.subscribe('standard')
  const { id } = await shop.subscription()
  await shop.stripe.subscriptions.update(id, { cancel_at_period_end: true })
  await shop.settle()
  await shop.stripe.subscriptions.update(id, { cancel_at_period_end: false })
  await pass(shop, 32 * day)
  t.match(await told(member), { status: 'active', cancelAtPeriodEnd: false })
  t.equal(await member.access(), 'subscription')
})

t.test('cancelled for a date, it says that date', async (t) => {
  const shop = await openShop(t)
  const member = await shop.signUp()
  await member.subscribe('standard')
  const { id, created } = await shop.subscription()
  await shop.stripe.subscriptions.update(id, { cancel_at: created + 10 * day })
  await shop.settle()
  t.match(await told(member), {
    cancelAtPeriodEnd: true,
    currentPeriodEnd: new Date((created + 10 * day) * 1000).toISOString(),
  })
  await pass(shop, 10 * day + 1)
  t.equal(await member.access(), 'subscription_ended')
})

t.test('an upgrade counts at once, and so does the way back', async (t) => {
  const shop = await openShop(t)
  const { database } = shop.services
  const member = await shop.signUp()
  await database.videoPlan.delete({
    where: { videoId_planId: { videoId: shop.video, planId: 'standard' } },
  })
  await member.subscribe('standard')
  t.equal(await member.access(), 'plan_not_included')
  const { id, items } = await shop.subscription()
  const change = async (planId: string) => {
    const item = { id: items.data[0]?.id ?? '', price: await shop.priceOf(planId) }
    await shop.stripe.subscriptions.update(id, { items: [item] })
    await shop.settle()
  }
  await change('premium')
  t.equal(await member.access(), 'subscription')
  t.match(await told(member), { planId: 'premium' })
  await change('standard')
  t.equal(await member.access(), 'plan_not_included')
})

t.test('of two subscriptions the better one is told of, and either gives access', async (t) => {
  const shop = await openShop(t)
  const member = await shop.signUp()
  await member.subscribe('standard')
  const customer = await member.customer()
  const second = await shop.stripe.subscriptions.create({
    customer,
    items: [{ price: await shop.priceOf('premium') }],
    default_payment_method: (await shop.stripe.paymentMethods.list({ customer })).data[0]?.id,
  })
  await shop.settle()
  t.match(await told(member), { planId: 'premium' })
  await shop.stripe.subscriptions.cancel(second.id)
  await shop.settle()
  t.match(await told(member), { planId: 'standard' })
  t.equal(await member.access(), 'subscription')
})

t.test(
  'a customer deleted in Stripe loses the plan, keeps what was bought, can come back',
  async (t) => {
    const shop = await openShop(t)
    const member = await shop.signUp()
    await member.subscribe('standard')
    const gone = await member.customer()
    await shop.stripe.customers.del(gone)
    await shop.settle()
    t.equal(await member.access(), 'not_entitled')
    t.equal(await member.customer(), '')
    await member.subscribe('standard')
    t.equal(await member.access(), 'subscription')
    t.not(await member.customer(), gone)
  },
)

t.test('a pause that voids invoices lasts from the end of the paid period', async (t) => {
  const shop = await openShop(t)
  const member = await shop.signUp()
  await member.subscribe('standard')
  const { id } = await shop.subscription()
  await shop.stripe.subscriptions.update(id, { pause_collection: { behavior: 'void' } })
  await shop.settle()
  t.equal(await member.access(), 'subscription', 'this month is paid for')
  await pass(shop, 32 * day)
  t.equal(await member.access(), 'subscription_paused')
})

t.test('a subscription to something else gives nothing', async (t) => {
  const shop = await openShop(t)
  const member = await shop.signUp()
  await member.subscribe('standard')
  const { id } = await shop.subscription()
  const mug = await shop.stripe.products.create({ name: 'A mug each month' })
  const price = await shop.stripe.prices.create({
    product: mug.id,
    currency: 'usd',
    unit_amount: 500,
    recurring: { interval: 'month' },
  })
  await shop.stripe.subscriptions.cancel(id)
  const customer = await member.customer()
  await shop.stripe.subscriptions.create({
    customer,
    items: [{ price: price.id }],
    default_payment_method: (await shop.stripe.paymentMethods.list({ customer })).data[0]?.id,
  })
  await shop.settle()
  t.equal(await member.access(), 'plan_not_included')
  await shop.stripe.products.update(mug.id, { metadata: { matinee_plan: 'standard' } })
  t.match(await told(member), { planId: null, status: 'active' })
})

t.test('plans follow what the operator changes in Stripe', async (t) => {
  const shop = await openShop(t)
  const { database } = shop.services
  const { stripeProductId } = await database.plan.findUniqueOrThrow({ where: { id: 'premium' } })
  await shop.stripe.products.update(stripeProductId ?? '', {
    name: 'Gold',
    metadata: { max_streams: '6' },
  })
  await shop.settle()
  t.match(await database.plan.findUnique({ where: { id: 'premium' } }), {
    name: 'Gold',
    maxStreams: 6,
  })
  await shop.stripe.products.update(stripeProductId ?? '', { active: false })
  await shop.settle()
  const { body } = await (await shop.signUp()).get('/api/plans')
  t.equal((body.plans as unknown[]).length, 1)
})
