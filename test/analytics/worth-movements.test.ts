import t from 'tap'
import type { Numbers } from '../../contract/analytics.ts'
import { worthMovements } from '../../server/analytics/worth-movements.ts'
import { monthlyWorth } from '../../server/billing/worth/monthly-worth.ts'
import { recordMissedWorth } from '../../server/billing/worth/worth-changes.ts'
import { services } from '../fixtures/app.ts'
import { type Billing, openBilling } from '../fixtures/stripe.ts'
import { fillHouse } from './house.ts'

const day = 86_400
const dayMs = day * 1000
const dayOf = (time: Date) => time.toISOString().slice(0, 10)

/** What live subscriptions are worth now, from Stripe itself, by currency. */
async function worthAtStripe({ stripe }: Billing) {
  let amount = 0
  let late = 0
  for (const { status, items } of (await stripe.subscriptions.list({ status: 'all' })).data) {
    if (status !== 'active' && status !== 'past_due') continue
    for (const { price, quantity } of items.data) {
      const whole = (price.unit_amount ?? 0) * (quantity ?? 1)
      const each = price.recurring?.interval === 'year' ? Math.round(whole / 12) : whole
      amount += each
      if (status === 'past_due') late += each
    }
  }
  return { amount, late }
}

t.test('every step from opening to closing, as Stripe has it, to the cent', async (t) => {
  const billing = await openBilling(t)
  const { services: deps, stripe, settle } = billing
  const { clock } = deps
  const operator = await billing.signUp('admin')
  clock.set('2027-03-01T12:00:00Z')
  /** At the beginning of each day what all was worth. */
  const openings = new Map<string, { amount: number; late: number }>()
  const pass = async (days: number) => {
    for (let count = 0; count < days; count++) {
      clock.advance(day / 2)
      billing.local.catchUp()
      await settle()
      await recordMissedWorth(deps)
      openings.set(dayOf(clock.now()), await worthAtStripe(billing))
      clock.advance(day / 2)
    }
  }
  const between = async (from: string, to: string) => {
    const answer = await operator.get(`/api/studio/numbers?from=${from}&to=${to}`)
    t.equal(answer.status, 200)
    return (answer.body as unknown as Numbers).revenue.movements[0]
  }

  openings.set('2027-03-01', { amount: 0, late: 0 })
  const [ana, ben, cleo] = [await billing.signUp(), await billing.signUp(), await billing.signUp()]
  await ana.subscribe('standard')
  await settle()
  await pass(2)
  await ben.subscribe('standard')
  // A trial of a fortnight, whose card then fails.
  await cleo.subscribe('premium', '4000000000000341')
  await settle()
  await pass(3)
  const [first] = (await stripe.subscriptions.list({ customer: await ana.customer() })).data
  const item = first?.items.data[0]?.id
  const change = async (plan: string, interval?: string) => {
    const items = [{ id: item, price: await billing.priceOf(plan, interval) }]
    await stripe.subscriptions.update(first?.id ?? '', { items, proration_behavior: 'none' })
    await settle()
  }
  await change('premium')
  await pass(1)
  await change('standard', 'year')
  await pass(2)
  const [second] = (await stripe.subscriptions.list({ customer: await ben.customer() })).data
  await stripe.subscriptions.cancel(second?.id ?? '')
  await settle()
  await pass(2)
  await ben.subscribe('standard')
  await settle()
  await pass(7)
  const [failed] = (await stripe.subscriptions.list({ customer: await cleo.customer() })).data
  t.equal(failed?.status, 'past_due')
  await pass(1)
  const customer = await cleo.customer()
  const card = await stripe.paymentMethods.attach('pm_card_visa', { customer })
  const [open] = (await stripe.invoices.list({ status: 'open', customer })).data
  await stripe.invoices.pay(open?.id ?? '', { payment_method: card.id })
  await settle()
  await pass(2)

  const whole = await between('2027-03-01', '2027-03-25')
  t.same(whole, {
    currency: 'usd',
    opening: 0,
    // Ana and Ben, and Cleo when her trial was over.
    new: 900 + 900 + 1_500,
    expansion: 600,
    // To a twelfth of 9000.
    contraction: 750 - 1_500,
    churn: -900,
    reactivation: 900,
    closing: 750 + 900 + 1_500,
    late: { opening: 0, failed: 1_500, recovered: -1_500, lost: 0, closing: 0 },
  })
  t.same(
    await deps.database.$transaction((tx) => monthlyWorth(tx, clock.now())),
    { mrr: [{ currency: 'usd', amount: whole?.closing }], unpriced: 0 },
    'the closing of today is what all is worth now',
  )
  const days = [...openings.keys()].sort()
  for (const [index, from] of days.entries()) {
    for (const to of days.slice(index + 1)) {
      const found = await between(from, to)
      if (found === undefined) {
        t.equal(openings.get(to)?.amount, 0)
        continue
      }
      const { opening, closing, late, currency: _, ...moved } = found
      const sum = Object.values(moved).reduce((all, amount) => all + amount, opening)
      t.equal(sum, closing, `${from} to ${to}: the opening and all that moved are the closing`)
      t.equal(late.opening + late.failed + late.recovered + late.lost, late.closing)
      t.same({ amount: opening, late: late.opening }, openings.get(from), `opening of ${from}`)
      t.same({ amount: closing, late: late.closing }, openings.get(to), `closing before ${to}`)
    }
  }
  const kept = await deps.database.worthChange.findMany({ orderBy: { at: 'asc' } })
  t.equal(await recordMissedWorth(deps), false, 'nothing is missing')
  t.same(await deps.database.worthChange.findMany({ orderBy: { at: 'asc' } }), kept)
})

for (const seed of [1, 2, 3]) {
  t.test(`what stood before it was kept is told by its rows (house ${seed})`, async (t) => {
    const deps = await services(t)
    const { database, clock } = deps
    clock.set('2027-06-15T13:30:00Z')
    const now = clock.now()
    const { subscriptions } = await fillHouse(deps, seed)
    const [first] = subscriptions
    if (first === undefined) throw new Error('an empty house')
    const { userId } = first
    const begun = new Date(now.getTime() - dayMs)
    await database.subscription.create({
      data: {
        ...{ id: 'sub_dear', userId, status: 'active', createdAt: begun },
        items: {
          create: {
            ...{ id: 'si_dear', priceId: 'm', productId: 'prod_basic', quantity: 1 },
            ...{ currentPeriodStart: begun, currentPeriodEnd: now },
          },
        },
      },
    })
    t.equal(await recordMissedWorth(deps), true)
    t.equal(await recordMissedWorth(deps), false, 'once is enough')
    const { mrr } = await database.$transaction((tx) => monthlyWorth(tx, now))
    const movements = await database.$transaction((tx) =>
      worthMovements(tx, { from: new Date('2027-05-15'), to: new Date('2027-06-16') }),
    )
    t.same(
      movements.flatMap(({ currency, closing }) =>
        closing === 0 ? [] : { currency, amount: closing },
      ),
      mrr.filter(({ amount }) => amount > 0),
    )
    for (const { opening, closing, late: _, currency: __, ...moved } of movements) {
      t.equal(
        Object.values(moved).reduce((all, amount) => all + amount, opening),
        closing,
      )
    }
    // A coupon that ends makes a subscription worth more, with no word from Stripe.
    const endsAt = new Date(now.getTime() + dayMs).toISOString()
    const half = { endsAt, currency: null, amountOff: null, percentOff: 50 }
    const where = { id: 'sub_dear' }
    await database.subscription.update({ where, data: { discounts: [half] } })
    t.equal(await recordMissedWorth(deps), true)
    clock.advance(2 * day)
    t.equal(await recordMissedWorth(deps), true)
    const newest = await database.worthChange.findMany({
      where: { at: clock.now(), currency: 'usd' },
    })
    t.ok(newest.some(({ amount }) => amount > 0))
  })
}
