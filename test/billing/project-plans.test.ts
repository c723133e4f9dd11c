import t from 'tap'
import { projectPlans } from '../../server/billing/plans/project-plans.ts'
import { price, product, start } from './stripe-objects.ts'

t.test('a product that names a plan is one, with its prices', async (t) => {
  t.same(projectPlans([product()], [price(), price({ id: 'other', product: 'prod_2' })], 2), [
    {
      id: 'standard',
      name: 'Standard',
      description: null,
      maxStreams: 3,
      rank: 10,
      trialDays: 14,
      active: true,
      stripeProductId: 'prod_1',
      otherProductIds: [],
      prices: [
        {
          id: 'price_1',
          planId: 'standard',
          lookupKey: null,
          interval: 'month',
          amount: 900,
          currency: 'usd',
          currencies: [],
          active: true,
          named: false,
          movesToId: null,
        },
      ],
    },
  ])
})

t.test('other products are left alone', async (t) => {
  for (const matinee_plan of ['', 'With Spaces', '-x', 'é', 'x'.repeat(51)]) {
    t.same(projectPlans([product({ metadata: { matinee_plan } })], [], 2), [], matinee_plan)
  }
  t.same(projectPlans([product({ metadata: {} })], [], 2), [])
})

t.test('what the metadata leaves out or gets wrong has a sensible value', async (t) => {
  const plan = (metadata: object) =>
    projectPlans([product({ metadata: { matinee_plan: 'p', ...metadata } })], [], 5)[0]
  t.match(plan({}), { maxStreams: 5, rank: 0, trialDays: 0 })
  t.match(plan({ max_streams: 'many', rank: 'top', trial_days: '-3' }), {
    maxStreams: 5,
    rank: 0,
    trialDays: 0,
  })
  t.match(plan({ max_streams: '0', trial_days: '9999' }), { maxStreams: 1, trialDays: 730 })
})

t.test('of two products for one plan the active one counts, then the older', async (t) => {
  const old = product({ id: 'old', active: false, created: start - 2 })
  const first = product({ id: 'first', created: start - 1 })
  const second = product({ id: 'second' })
  t.match(projectPlans([second, old, first], [], 2), [{ stripeProductId: 'first' }])
  t.match(projectPlans([old], [], 2), [{ stripeProductId: 'old', active: false }])
})

t.test('prices that a plan cannot be sold by are left out', async (t) => {
  const prices = [
    price({ id: 'once', recurring: null }),
    price({ id: 'metered' }, { usage_type: 'metered' }),
    price({ id: 'tiered', unit_amount: null }),
    price({ id: 'huge', unit_amount: 2 ** 31, currency: 'idr' }),
    price({ id: 'quarterly' }, { interval_count: 3 }),
  ]
  const [plan] = projectPlans([product()], prices, 2)
  t.match(plan?.prices, [{ id: 'quarterly', interval: '3 months' }])
  t.equal(plan?.prices.length, 1)
})

t.test('plans are ordered by rank', async (t) => {
  const named = (id: string, rank: string) =>
    product({ id: `prod_${id}`, metadata: { matinee_plan: id, rank } })
  const plans = projectPlans([named('b', '2'), named('c', '1'), named('a', '2')], [], 2)
  t.same(
    plans.map(({ id }) => id),
    ['c', 'a', 'b'],
  )
})

t.test('whoever pays for another product or price that names the plan has it', async (t) => {
  const old = product({ id: 'old', active: false, created: start - 2 })
  const foreign = price({ id: 'foreign', product: 'mug', metadata: { matinee_plan: 'standard' } })
  const [plan] = projectPlans([product(), old], [price({ id: 'gone', product: 'old' }), foreign], 2)
  t.match(plan, { stripeProductId: 'prod_1', otherProductIds: ['old'] })
  t.match(plan?.prices, [
    { id: 'gone', active: false, named: false },
    { id: 'foreign', active: true, named: true },
  ])
})

t.test('the currencies of a price besides its own are kept, in whole minor units', async (t) => {
  const currency_options = {
    usd: { unit_amount: 900 },
    jpy: { unit_amount: 1400 },
    eur: { unit_amount: 850 },
    chf: { unit_amount: null },
    idr: { unit_amount: 2 ** 31 },
  }
  const [plan] = projectPlans([product()], [price({ currency_options })], 2)
  t.same(plan?.prices[0]?.currencies, [
    { currency: 'eur', amount: 850 },
    { currency: 'jpy', amount: 1400 },
  ])
})
