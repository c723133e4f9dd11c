import t, { type Test } from 'tap'
import { heldBy } from '../../server/entitlements/held.ts'
import { services } from '../fixtures/app.ts'
import { addUser } from '../fixtures/rows.ts'

const start = new Date('2027-03-01T00:00:00Z')
const end = new Date('2027-04-01T00:00:00Z')

/** Two plans, and someone to hold them. */
async function setUp(t: Test) {
  const deps = await services(t)
  deps.clock.set(start)
  const { database } = deps
  const user = await addUser(deps)
  for (const [rank, id] of ['basic', 'gold'].entries()) {
    const prices = {
      create: { id: `price_${id}`, interval: 'month', amount: 900 + rank, currency: 'usd' },
    }
    const plan = { id, name: id, rank, stripeProductId: `prod_${id}`, prices }
    await database.plan.create({ data: plan })
  }
  const hold = (id: string, plan: string, changes: object = {}, item: object = {}) =>
    database.subscription.create({
      data: {
        id,
        userId: user.id,
        status: 'active',
        createdAt: start,
        ...changes,
        items: {
          create: {
            id: `si_${id}`,
            priceId: `price_${plan}`,
            productId: `prod_${plan}`,
            currentPeriodStart: start,
            currentPeriodEnd: end,
            ...item,
          },
        },
      },
    })
  const all = () => heldBy(deps, user.id)
  return { hold, all, held: async () => (await all()).plan }
}

t.test('of several the one that gives most is held', async (t) => {
  const { hold, held } = await setUp(t)
  t.equal(await held(), null)
  await hold('sub_1', 'gold', { status: 'past_due' })
  t.match(await held(), { planId: 'gold', status: 'past_due' })
  await hold('sub_2', 'basic')
  t.match(await held(), { planId: 'basic', subscriptionId: 'sub_2' }, 'what is paid for')
  await hold('sub_3', 'gold')
  t.match(await held(), { planId: 'gold', subscriptionId: 'sub_3' }, 'the better plan')
})

t.test('what has ended, or is no plan of ours, is not held', async (t) => {
  const { hold, held } = await setUp(t)
  await hold('sub_1', 'gold', { status: 'canceled' })
  await hold('sub_2', 'mug')
  t.equal(await held(), null)
})

t.test('the price is for all that is taken of it, and is not made up', async (t) => {
  const { hold, held } = await setUp(t)
  await hold('sub_1', 'basic', {}, { quantity: 3 })
  t.match(await held(), { price: { amount: 2700, interval: 'month', currency: 'usd' } })
  await hold('sub_2', 'gold', {}, { priceId: 'price_of_long_ago' })
  t.match(await held(), { priceId: 'price_of_long_ago', price: null })
})

t.test('it says when it ends, whichever way it was cancelled', async (t) => {
  const { hold, held } = await setUp(t)
  await hold('sub_1', 'basic')
  t.match(await held(), { endsAt: null })
  await hold('sub_2', 'gold', { cancelAtPeriodEnd: true })
  t.match(await held(), { endsAt: end })
  const on = new Date('2027-03-20T00:00:00Z')
  await hold('sub_3', 'gold', { status: 'trialing', cancelAt: on })
  t.match(await held(), { subscriptionId: 'sub_2' })
})

t.test('a plan that is owed is theirs, whatever else they pay for', async (t) => {
  const { hold, all } = await setUp(t)
  await hold('sub_1', 'mug')
  await hold('sub_2', 'gold', { status: 'past_due', pastDueSince: start })
  const graceUntil = '2027-03-08T00:00:00.000Z'
  t.match(await all(), {
    subscription: { planId: 'gold', status: 'past_due', graceUntil },
    plan: { planId: 'gold', status: 'past_due' },
  })
})

t.test('one whose owed invoice was voided is as good as paid, to its holder', async (t) => {
  const { hold, all } = await setUp(t)
  await hold('sub_1', 'gold', { status: 'past_due', forgiven: true })
  t.match(await all(), {
    subscription: { planId: 'gold', status: 'active', graceUntil: null },
    plan: { planId: 'gold', status: 'active', suspended: null },
  })
})

t.test('a subscription to no plan is told of where there is nothing else', async (t) => {
  const { hold, all } = await setUp(t)
  t.same(await all(), { subscription: null, plan: null })
  await hold('sub_1', 'gold', { status: 'incomplete' })
  t.match(await all(), { subscription: { planId: 'gold', status: 'incomplete' }, plan: null })
  await hold('sub_2', 'mug')
  t.match(await all(), { subscription: { planId: null, status: 'active' }, plan: null })
})

t.test('of two plans the one that plays is theirs', async (t) => {
  const { hold, held } = await setUp(t)
  await hold('sub_1', 'gold', { suspended: 'refunded' })
  t.match(await held(), { planId: 'gold', suspended: 'refunded' })
  await hold('sub_2', 'basic', { status: 'past_due', pastDueSince: start })
  t.match(await held(), { planId: 'basic' })
})
