import t from 'tap'
import { pushPlans } from '../../server/billing/plans/push-plans.ts'
import { addVideo } from '../fixtures/rows.ts'
import { openBilling } from '../fixtures/stripe.ts'
import { until } from '../fixtures/until.ts'

const basic = {
  name: 'Basic',
  maxStreams: 1,
  trialDays: 7,
  prices: [{ amount: 500, currency: 'usd', interval: 'month' }],
}

t.test('a plan that is made is on sale, and is what the command would have pushed', async (t) => {
  const { signUp, services, stripe, app } = await openBilling(t)
  const operator = await signUp('admin')
  const made = await operator.post('/api/studio/plans', basic)
  t.equal(made.status, 201)
  t.match(made.body, {
    id: 'basic',
    name: 'Basic',
    maxStreams: 1,
    trialDays: 7,
    rank: 30,
    active: true,
    subscribers: 0,
    videos: 0,
    prices: [{ amount: 500, currency: 'usd', interval: 'month', active: true, subscribers: 0 }],
  })
  const { plans } = (await app.inject('/api/plans')).json()
  t.match(plans.at(-1), { id: 'basic', trialDays: 7, prices: [{ amount: 500 }] })
  const [product] = (await stripe.products.list({ active: true })).data.filter(
    ({ metadata }) => metadata.matinee_plan === 'basic',
  )
  t.match(product?.metadata, { max_streams: '1', rank: '30', trial_days: '7' })
  const same = { id: 'basic', rank: 30, ...basic } as never
  t.match(await pushPlans(services, { plans: [same] }), { created: [], updated: [], revived: [] })
  t.match(await services.database.auditEntry.findFirst({ where: { action: 'plan.made' } }), {
    subject: 'plan:basic',
  })
  const list = await operator.get('/api/studio/plans')
  t.same(
    (list.body.plans as { id: string }[]).map(({ id }) => id),
    ['standard', 'premium', 'basic'],
  )
})

t.test('what Stripe cannot charge is refused before anything is made', async (t) => {
  const { signUp, services } = await openBilling(t)
  const operator = await signUp('admin')
  const member = await signUp()
  const month = { currency: 'usd', interval: 'month' }
  for (const [prices, says] of [
    [[{ ...month, amount: 49 }], /smallest/],
    [[{ amount: 500, currency: 'xyz', interval: 'month' }], /currency/],
    [
      [
        { ...month, amount: 500 },
        { ...month, amount: 600 },
      ],
      /second price/,
    ],
    [[], /prices/],
    [[{ ...month, amount: 500, interval: 'fortnight' }], /interval/],
  ] as const) {
    const refused = await operator.post('/api/studio/plans', { ...basic, prices })
    t.equal(refused.status, 400)
    t.match(refused.body.detail, says)
  }
  t.equal((await operator.post('/api/studio/plans', { ...basic, maxStreams: 0 })).status, 400)
  t.equal((await member.post('/api/studio/plans', basic)).status, 403)
  t.equal((await member.get('/api/studio/plans')).status, 403)
  const least = [{ ...month, amount: 50 }]
  t.equal((await operator.post('/api/studio/plans', { ...basic, prices: least })).status, 201)
  t.equal((await operator.post('/api/studio/plans', { ...basic, name: 'BASIC' })).status, 409)
  const both = await Promise.all([
    operator.post('/api/studio/plans', { ...basic, name: 'Twice' }),
    operator.post('/api/studio/plans', { ...basic, name: 'Twice' }),
  ])
  t.same(both.map(({ status }) => status).sort(), [201, 409], 'a double click makes one')
  t.equal(await services.database.plan.count(), 4)
})

t.test('a new price is for new people, who pay the old one keep it', async (t) => {
  const { signUp, stripe, settle, subscription } = await openBilling(t)
  const operator = await signUp('admin')
  const member = await signUp()
  await member.subscribe('standard')
  await settle()
  const prices = [
    { amount: 1200, currency: 'usd', interval: 'month' },
    { amount: 9000, currency: 'usd', interval: 'year' },
  ]
  const path = '/api/studio/plans/standard'
  const changed = await operator.patch(path, { prices, name: 'Standard+', maxStreams: 3 })
  t.equal(changed.status, 200)
  t.match(changed.body, { name: 'Standard+', maxStreams: 3, subscribers: 1 })
  const shown = changed.body.prices as { amount: number; active: boolean; subscribers: number }[]
  t.same(
    shown.map(({ amount, active, subscribers }) => [amount, active, subscribers]),
    [
      [1200, true, 0],
      [9000, true, 0],
      [900, false, 1],
    ],
  )
  await settle()
  t.equal((await subscription()).items.data[0]?.price.unit_amount, 900)
  t.match(await member.access(), 'subscription', 'they go on watching')
  const monthly = await operator.patch(path, { prices: prices.slice(0, 1) })
  t.same(
    (monthly.body.prices as { amount: number }[]).map(({ amount }) => amount),
    [1200, 900],
    'a price that is left out is no longer sold',
  )
  t.equal((await stripe.prices.list({ active: true, limit: 100 })).data.length, 2)
})

t.test('or for all from their next period, and nothing is charged before it', async (t) => {
  const { signUp, settle, subscription, stripe } = await openBilling(t)
  const operator = await signUp('admin')
  const member = await signUp()
  await member.subscribe('standard')
  await settle()
  const before = await subscription()
  const invoices = (await stripe.invoices.list()).data.length
  const prices = [
    { amount: 700, currency: 'usd', interval: 'month' },
    { amount: 9000, currency: 'usd', interval: 'year' },
  ]
  const changed = await operator.patch('/api/studio/plans/standard', { prices, existing: 'move' })
  t.equal(changed.status, 200)
  await until('they are moved', async () => {
    const [item] = (await subscription()).items.data
    return item?.price.unit_amount === 700
  })
  const after = await subscription()
  t.equal(after.items.data[0]?.current_period_end, before.items.data[0]?.current_period_end)
  t.equal((await stripe.invoices.list()).data.length, invoices, 'nothing was charged')
  await settle()
  t.match(await member.access(), 'subscription')
  await until('who pays what is stored', async () => {
    const { body } = await operator.get('/api/studio/plans')
    const plans = body.plans as { id: string; prices: { amount: number; subscribers: number }[] }[]
    const [first] = plans.find(({ id }) => id === 'standard')?.prices ?? []
    return first?.amount === 700 && first.subscribers === 1
  })
})

t.test('an archived plan is not sold, and holds for who has it', async (t) => {
  const { signUp, settle, app } = await openBilling(t)
  const operator = await signUp('admin')
  const member = await signUp()
  await member.subscribe('standard')
  await settle()
  const path = '/api/studio/plans/standard'
  t.match((await operator.patch(path, { active: false })).body, { active: false, subscribers: 1 })
  const sold = async () =>
    (await app.inject('/api/plans')).json().plans.map(({ id }: { id: string }) => id)
  t.same(await sold(), ['premium'])
  await settle()
  t.match(await member.access(), 'subscription')
  t.equal((await operator.patch(path, { name: 'Other' })).status, 409)
  t.match((await operator.patch(path, { active: true })).body, { active: true })
  t.same(await sold(), ['standard', 'premium'])
  t.equal((await operator.patch('/api/studio/plans/nope', { name: 'x' })).status, 404)
})

t.test('a plan counts each film that it opens once, by itself or by a collection', async (t) => {
  const { signUp, services } = await openBilling(t)
  const operator = await signUp('admin')
  const films: string[] = []
  for (let count = 0; count < 3; count += 1) films.push((await addVideo(services)).id)
  const filmsOf = async () => {
    const { plans } = (await operator.get('/api/studio/plans')).body as {
      plans: { id: string; videos: number }[]
    }
    return plans.find(({ id }) => id === 'premium')?.videos ?? 0
  }
  const before = await filmsOf()
  const planIds = ['premium']
  const first = { title: 'Tides', videoIds: films.slice(0, 2), planIds }
  await operator.post('/api/studio/collections', first)
  t.equal(await filmsOf(), before + 2)
  await operator.post('/api/studio/collections', { title: 'Waves', videoIds: films, planIds })
  t.equal(await filmsOf(), before + 3)
  await operator.patch(`/api/studio/videos/${films[0]}`, { access: { planIds } })
  t.equal(await filmsOf(), before + 3)
})
