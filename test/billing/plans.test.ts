import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { pushPlans, readPlanFile } from '../../server/billing/plans/push-plans.ts'
import { syncPlans } from '../../server/billing/plans/sync-plans.ts'
import { runPlansCommand } from '../../server/cli/plans.ts'
import { scratch } from '../fixtures/scratch.ts'
import { openBilling, plans } from '../fixtures/stripe.ts'

const [standard, premium] = plans.plans

t.test('pushing plans a second time changes nothing', async (t) => {
  const billing = await openBilling(t)
  t.same(await pushPlans(billing.services, plans), { created: [], updated: [], revived: [] })
  t.equal((await billing.stripe.products.list()).data.length, 2)
  t.equal((await billing.stripe.prices.list()).data.length, 3)
})

t.test('a new amount is a new price, and who pays the old one goes on paying it', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard')
  const old = await billing.priceOf('standard')
  const file = readPlanFile({
    plans: [
      {
        ...standard,
        name: 'Basic',
        prices: [{ interval: 'month', amount: 1_100, currency: 'usd' }],
      },
      premium,
    ],
  })
  t.same(await pushPlans(billing.services, file), {
    created: [],
    updated: ['standard', 'matinee_standard_month_usd', 'billing portal'],
    revived: [],
  })
  t.not(await billing.priceOf('standard'), old)
  await billing.settle()
  t.equal(await member.access(), 'subscription')
  const { body } = await member.get('/api/plans')
  t.match(body.plans, [{ name: 'Basic', prices: [{ amount: 1_100 }, { amount: 9_000 }] }])
})

t.test('a plan that is gone in Stripe is no longer on sale, and its holders keep it', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard')
  const { database } = billing.services
  const plan = await database.plan.findUniqueOrThrow({ where: { id: 'standard' } })
  await billing.stripe.products.update(plan.stripeProductId ?? '', { active: false })
  await syncPlans(billing.services)
  t.match((await member.get('/api/plans')).body.plans, [{ id: 'premium' }])
  t.equal(await member.access(), 'subscription')
})

t.test('under the key of another account nobody loses the plan that they pay for', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard')
  const { database } = billing.services
  const where = { id: 'standard' }
  const { stripeProductId: here } = await database.plan.findUniqueOrThrow({ where })
  // As it is stored by the account that they paid in, of which this one knows nothing.
  const there = 'prod_elsewhere'
  await database.plan.update({ where, data: { stripeProductId: there } })
  await database.subscriptionItem.updateMany({ data: { productId: there } })
  for (const _ of [1, 2]) await syncPlans(billing.services)
  t.equal(await member.access(), 'subscription')
  const plan = await database.plan.findUniqueOrThrow({ where })
  t.match(plan, { stripeProductId: here, otherProductIds: [there] })
  t.equal(plan.otherProductIds.length, 1)
})

t.test('a product can become another plan', async (t) => {
  const billing = await openBilling(t)
  const { database } = billing.services
  const plan = await database.plan.findUniqueOrThrow({ where: { id: 'standard' } })
  await billing.stripe.products.update(plan.stripeProductId ?? '', {
    metadata: { matinee_plan: 'basic' },
  })
  await syncPlans(billing.services)
  const active = await database.plan.findMany({ where: { active: true }, orderBy: { id: 'asc' } })
  t.match(active, [{ id: 'basic', stripeProductId: plan.stripeProductId }, { id: 'premium' }])
})

t.test('a file that is wrong is refused with the field that is', async (t) => {
  const [price] = standard?.prices ?? []
  const wrong: [unknown, RegExp][] = [
    [{}, /The plan file cannot be used/],
    [{ plans: [] }, /plans: /],
    [{ plans: [{ ...standard, id: 'Two Words' }] }, /plans\.0\.id: /],
    [{ plans: [{ ...standard, maxStreams: 0 }] }, /plans\.0\.maxStreams: /],
    [
      { plans: [{ ...standard, prices: [{ ...price, currency: 'dollars' }] }] },
      /prices\.0\.currency/,
    ],
    [{ plans: [{ ...standard, prices: [{ ...price, amount: 9.99 }] }] }, /prices\.0\.amount/],
    [{ plans: [{ ...standard, colour: 'red' }] }, /plans\.0/],
  ]
  for (const [content, message] of wrong) t.throws(() => readPlanFile(content), { message })
})

t.test('the command pushes a file and lists what is on sale', async (t) => {
  const billing = await openBilling(t)
  const run = async (...args: string[]) => {
    const said: string[] = []
    await runPlansCommand({ ...billing.services, say: (line) => said.push(line) }, args)
    return said
  }
  const listed = [
    'standard     Standard: 9.00 USD a month, 90.00 USD a year',
    'premium      Premium: 15.00 USD a month',
  ]
  t.same(await run(), listed)
  const file = join(await scratch(t), 'plans.json')
  await writeFile(file, JSON.stringify(plans))
  t.same(await run('push', file), ['Stripe has all of it already.', ...listed])
  const yen = { interval: 'month', amount: 1200, currency: 'jpy' }
  await writeFile(file, JSON.stringify({ plans: [{ ...standard, id: 'tokyo', prices: [yen] }] }))
  t.match(await run('push', file), [
    'made     tokyo',
    'made     matinee_tokyo_month_jpy',
    'changed  billing portal',
    'standard     Standard: 9.00 USD a month, 90.00 USD a year',
    'tokyo        Standard: 1200 JPY a month',
  ])
  await writeFile(file, 'plans')
  await t.rejects(run('push', file), /is not JSON/)
  await t.rejects(run('push', `${file}.missing`), /cannot be read/)
  await t.rejects(run('pull'), /matinee plans push FILE/)
})

t.test(
  'an archived product is revived, and whoever pays for it has the plan all along',
  async (t) => {
    const billing = await openBilling(t)
    const member = await billing.signUp()
    await member.subscribe('standard')
    const { stripeProductId } = await billing.services.database.plan.findUniqueOrThrow({
      where: { id: 'standard' },
    })
    await billing.stripe.products.update(stripeProductId ?? '', { active: false })
    const made = await billing.stripe.products.create({
      name: 'Standard, new',
      metadata: { matinee_plan: 'standard', rank: '10' },
    })
    await billing.settle()
    t.equal(await member.access(), 'subscription')
    t.match((await member.get('/api/billing')).body.plan, { planId: 'standard' })
    await billing.stripe.products.update(made.id, { active: false, metadata: { matinee_plan: '' } })
    const { created, revived } = await pushPlans(billing.services, plans)
    t.same({ created, revived }, { created: [], revived: ['standard'] })
  },
)
