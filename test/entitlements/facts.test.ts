import t from 'tap'
import { decideAccess } from '../../server/entitlements/decide.ts'
import {
  loadFacts,
  loadFactsOf,
  loadFactsOfMany,
  loadViewer,
} from '../../server/entitlements/facts.ts'
import { openServices } from '../../server/services.ts'
import { services } from '../fixtures/app.ts'
import { config } from '../fixtures/config.ts'
import { after, day, periodEnd, periodStart } from './build-facts.ts'

const unknownId = '00000000-0000-7000-8000-000000000000'

/** A member with one of everything, and two videos of which one is on the plan. */
async function populate(t: Parameters<typeof services>[0]) {
  const deps = await services(t)
  const { database } = deps
  const plan = { id: 'standard', name: 'Standard', maxStreams: 3, rank: 1, stripeProductId: 'prod' }
  await database.plan.create({ data: plan })
  const retired = { ...plan, id: 'old', stripeProductId: 'prod_old', active: false }
  await database.plan.create({ data: retired })
  const price = { planId: 'standard', interval: 'month', currency: 'usd' }
  await database.price.createMany({
    data: [
      { id: 'monthly', amount: 999, ...price },
      { id: 'gone', amount: 499, active: false, ...price },
    ],
  })
  const plans = { create: [{ planId: 'standard' }, { planId: 'old' }] }
  const video = await database.video.create({
    data: { slug: 'film', title: 'Film', rentAmount: 399, plans },
  })
  const other = await database.video.create({ data: { slug: 'other', title: 'Other' } })
  const user = await database.user.create({ data: { email: 'a@example.com', passwordHash: '' } })
  const period = { currentPeriodStart: periodStart, currentPeriodEnd: periodEnd }
  const ids = { priceId: 'monthly', productId: 'prod' }
  await database.subscription.create({
    data: {
      id: 'sub',
      userId: user.id,
      status: 'past_due',
      pastDueSince: after(periodStart, day),
      createdAt: periodStart,
      items: {
        create: [
          { id: 'item', ...ids, ...period },
          { id: 'stray', ...ids, productId: 'prod_mug', ...period },
        ],
      },
    },
  })
  const sale = { userId: user.id, amount: 399, currency: 'usd', paidAt: periodStart }
  await database.purchase.create({
    data: {
      ...sale,
      id: 'session',
      videoId: video.id,
      kind: 'rent',
      status: 'paid',
      startBy: periodEnd,
      watchHours: 48,
    },
  })
  await database.grant.create({
    data: { userId: user.id, videoId: other.id, until: periodEnd, reason: 'press' },
  })
  return { ...deps, user, video, other }
}

t.test('everything held is loaded as it was stored', async (t) => {
  const { user, video, ...deps } = await populate(t)
  const facts = await loadFacts(deps, user.id, video.id)
  t.same(facts?.video.planIds.sort(), ['old', 'standard'])
  t.same(facts?.plans, [
    {
      id: 'standard',
      name: 'Standard',
      rank: 1,
      maxStreams: 3,
      trialDays: 0,
      prices: [{ id: 'monthly', interval: 'month', amount: 999, currency: 'usd' }],
    },
  ])
  const paid = { priceId: 'monthly', price: { interval: 'month', amount: 999, currency: 'usd' } }
  const plan = { planId: 'standard', name: 'Standard', maxStreams: 3, rank: 1 }
  const period = { currentPeriodStart: periodStart, currentPeriodEnd: periodEnd }
  t.same(facts?.viewer?.subscriptions, [
    {
      id: 'sub',
      status: 'past_due',
      cancelAtPeriodEnd: false,
      cancelAt: null,
      endedAt: null,
      trialEnd: null,
      forgiven: false,
      pastDueSince: after(periodStart, day),
      suspended: null,
      collectionPaused: false,
      confirmUrl: null,
      nextAmount: null,
      createdAt: periodStart,
      items: [
        { id: 'item', ...paid, plan, quantity: 1, ...period },
        { id: 'stray', ...paid, plan: null, quantity: 1, ...period },
      ],
    },
  ])
  t.match(facts?.viewer?.purchases, [{ id: 'session', paidAt: periodStart, startBy: periodEnd }])
  t.match(facts?.viewer?.grants, [{ until: periodEnd, revokedAt: null, plan: null }])
  t.same(facts?.policy, { graceDays: 7, defaultMaxStreams: 2 })
})

t.test('many videos of one viewer take one query', async (t) => {
  const { user, video, other, ...deps } = await populate(t)
  const facts = await loadFactsOf(deps, user.id, [video.id, other.id, unknownId])
  t.same([...facts.keys()].sort(), [video.id, other.id].sort())
  const because = (id: string) => {
    const of = facts.get(id)
    return of && decideAccess(of, after(periodStart, 2 * day)).because
  }
  t.equal(because(video.id), 'subscription')
  t.equal(because(other.id), 'granted')
})

t.test(
  'a stranger has no facts of their own, and neither has an account that is gone',
  async (t) => {
    const { video, ...deps } = await populate(t)
    for (const id of [null, unknownId]) {
      const facts = await loadFacts(deps, id, video.id)
      t.equal(facts?.viewer, null)
      t.equal(facts && decideAccess(facts, periodStart).because, 'sign_in_required')
    }
  },
)

t.test('a video that does not exist has no facts', async (t) => {
  const { user, ...deps } = await populate(t)
  t.equal(await loadFacts(deps, user.id, unknownId), null)
})

t.test('the viewer alone can be loaded for limits', async (t) => {
  const { user, ...deps } = await populate(t)
  t.match(await loadViewer(deps, user.id), { id: user.id, subscriptions: [{ id: 'sub' }] })
  t.equal(await loadViewer(deps, unknownId), null)
})

t.test('a database that cannot be read answers 503, never access', async (t) => {
  const deps = await openServices(config())
  t.teardown(() => deps.close())
  await t.rejects(loadFacts(deps, unknownId, unknownId), {
    code: 'ENTITLEMENTS_UNAVAILABLE',
    status: 503,
  })
})

t.test(
  'a person is looked up, also in tables that Postgres has no statistics of yet',
  async (t) => {
    const { database } = await services(t)
    const rows = 3_000
    await database.$transaction(async (tx) => {
      // As an import or a restored backup leaves them.
      await tx.$executeRaw`
      insert into "User" (id, email, "passwordHash")
      select gen_random_uuid(), n || '@example.com', '' from generate_series(1, ${rows}::int) n`
      await tx.$executeRaw`
      insert into "Subscription" (id, "userId", status, "createdAt")
      select 'sub' || email, id, 'active', now() from "User"`
      await tx.$executeRaw`
      insert into "SubscriptionItem" (id, "subscriptionId", "priceId", "productId", "currentPeriodStart", "currentPeriodEnd")
      select 'si' || id, id, 'monthly', 'prod', now(), now() from "Subscription"`
    })
    const someone = await database.user.findMany({ take: 20 })
    const asked = someone.map(({ id }) => ({ userId: id, videoId: unknownId }))
    await database.$transaction(async (tx) => {
      const rowsRead = async () => {
        const [{ sum }] = await tx.$queryRaw<[{ sum: number }]>`
          select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int as sum
          from pg_stat_xact_user_tables where relname in ('Subscription', 'SubscriptionItem')`
        return sum
      }
      const before = await rowsRead()
      await loadFactsOfMany({ database: tx as typeof database, config: config() }, asked)
      t.equal((await rowsRead()) - before, 2 * asked.length, 'the rows of each, and no others')
    })
  },
)
