import t from 'tap'
import type { RunningDiscount } from '../../server/billing/sync/running-discounts.ts'
import { monthlyWorth } from '../../server/billing/worth/monthly-worth.ts'
import { services } from '../fixtures/app.ts'
import { addUser } from '../fixtures/rows.ts'
import { openBilling } from '../fixtures/stripe.ts'

const prices = [
  { id: 'month', planId: 'gold', interval: 'month', amount: 1_200, currency: 'usd' },
  { id: 'year', planId: 'gold', interval: 'year', amount: 12_000, currency: 'usd' },
  { id: 'quarter', planId: 'gold', interval: '3 months', amount: 3_000, currency: 'usd' },
]

const off = (changes: Partial<RunningDiscount>): RunningDiscount => ({
  ...{ endsAt: null, currency: null, amountOff: null, percentOff: null },
  ...changes,
})
const half = off({ percentOff: 50 })
const two = off({ amountOff: 200, currency: 'usd' })
const now = new Date('2027-06-15T12:00:00Z')
const past = new Date(now.getTime() - 1)

interface Case {
  price?: string
  quantity?: number
  status?: string
  discounts?: RunningDiscount[]
  [column: string]: unknown
}

/** what is held, worth a month */
const rows: [string, Case, number, string?][] = [
  ['a month', {}, 1_200],
  ['a year', { price: 'year' }, 1_000],
  ['three months', { price: 'quarter' }, 1_000],
  ['three of it', { quantity: 3 }, 3_600],
  ['past due', { status: 'past_due' }, 1_200],
  ['a trial', { status: 'trialing' }, 0],
  ['paused by Stripe', { status: 'paused' }, 0],
  ['never paid for', { status: 'incomplete_expired' }, 0],
  ['canceled', { status: 'canceled', endedAt: past }, 0],
  ['cancelled, and runs out', { cancelAt: now }, 0],
  ['cancelled, and runs on', { cancelAt: new Date(now.getTime() + 1) }, 1_200],
  ['a pause that has begun', { suspended: 'collection_paused', collectionPaused: true }, 0],
  ['a pause to come', { collectionPaused: true }, 0],
  ['half off', { discounts: [half] }, 600],
  ['half off a year', { discounts: [half], price: 'year' }, 500],
  ['half off three', { discounts: [half], quantity: 3 }, 1_800],
  ['two off', { discounts: [two] }, 1_000],
  ['two off a year, once a year', { discounts: [two], price: 'year' }, 983],
  ['two off three, once', { discounts: [two], quantity: 3 }, 3_400],
  ['half, then two off', { discounts: [half, two] }, 400],
  ['two, then half off', { discounts: [two, half] }, 500],
  ['all off', { discounts: [off({ percentOff: 100 })] }, 0],
  ['more off than it costs', { discounts: [off({ amountOff: 9_999, currency: 'usd' })] }, 0],
  ['off in another currency', { discounts: [off({ amountOff: 200, currency: 'eur' })] }, 1_200],
  ['off until a moment ago', { discounts: [{ ...half, endsAt: now.toISOString() }] }, 1_200],
  [
    'off until soon',
    { discounts: [{ ...half, endsAt: new Date(now.getTime() + 1).toISOString() }] },
    600,
  ],
  ['in yen', { currency: 'jpy' }, 1_700, 'jpy'],
  ['in yen, half off', { currency: 'jpy', discounts: [half] }, 850, 'jpy'],
  ['in its own currency', { currency: 'usd' }, 1_200],
]

t.test('what a subscription is worth a month', async (t) => {
  const deps = await services(t)
  const { database } = deps
  const user = await addUser(deps)
  await database.plan.create({ data: { id: 'gold', name: 'Gold', stripeProductId: 'prod' } })
  await database.price.createMany({ data: prices })
  await database.priceCurrency.create({
    data: { priceId: 'month', currency: 'jpy', amount: 1_700 },
  })
  const hold = async (id: string, { price = 'month', quantity = 1, ...subscription }: Case) => {
    await database.subscription.create({
      data: { id, userId: user.id, status: 'active', createdAt: past, ...subscription },
    })
    const period = { currentPeriodStart: past, currentPeriodEnd: now }
    await database.subscriptionItem.create({
      data: { id, subscriptionId: id, priceId: price, productId: 'prod', quantity, ...period },
    })
  }
  const worth = () => database.$transaction((tx) => monthlyWorth(tx, now))
  const sums = new Map<string, number>()
  for (const [what, held, each, currency = 'usd'] of rows) {
    await hold(what, held)
    const { mrr, unpriced } = await worth()
    sums.set(currency, (sums.get(currency) ?? 0) + each)
    t.equal(unpriced, 0)
    const found = mrr.find((one) => one.currency === currency)?.amount ?? 0
    t.equal(found, sums.get(currency), what)
  }
  await hold('foreign', { price: 'none', discounts: [half] })
  t.match(await worth(), { unpriced: 1, mrr: { length: 2 } })
})

t.test('coupons that run are stored with the subscription, as Stripe has them', async (t) => {
  const billing = await openBilling(t)
  const { stripe, services } = billing
  const member = await billing.signUp()
  await member.subscribe('standard')
  const { id } = await billing.subscription()
  const give = async (coupon: Parameters<typeof stripe.coupons.create>[0]) => {
    const made = await stripe.coupons.create(coupon)
    await stripe.subscriptions.update(id, { discounts: [{ coupon: made.id }] })
    await billing.settle()
    return (await services.database.subscription.findUniqueOrThrow({ where: { id } })).discounts
  }
  const mrr = async () => {
    const { mrr } = await services.database.$transaction((tx) =>
      monthlyWorth(tx, services.clock.now()),
    )
    return mrr
  }
  t.same(await mrr(), [{ currency: 'usd', amount: 900 }])
  t.match(await give({ percent_off: 25, duration: 'forever' }), [
    { percentOff: 25, amountOff: null, endsAt: null },
  ])
  t.same(await mrr(), [{ currency: 'usd', amount: 675 }])
  t.match(
    await give({ amount_off: 300, currency: 'usd', duration: 'repeating', duration_in_months: 2 }),
    [{ percentOff: null, amountOff: 300, currency: 'usd', endsAt: /^20/ }],
  )
  t.same(await mrr(), [{ currency: 'usd', amount: 600 }])
  t.same(await give({ percent_off: 50, duration: 'once' }), [], 'one for a single invoice')
  t.same(await mrr(), [{ currency: 'usd', amount: 900 }])

  const updated = async () =>
    await services.database.auditEntry.count({ where: { action: 'subscription.changed' } })
  const before = await updated()
  await member.post('/api/billing/refresh')
  t.equal(await updated(), before)
})
